/**
 * Quads → JSON-LD for a person: each article, claim and entity is one tree. A statement stands in its article, its hops and evidence
 * in the statement; an evidence is told in full where it is first used, later by its IRI and words. What a statement claims is its
 * named graph, `says`. One section at a time; the context stands in the file and nothing has to be fetched.
 *
 * JSON-LD has no triple terms yet: where relations are reified by them, they become rdf:subject, rdf:predicate and rdf:object.
 */
import type { NamedNode, Quad, Term } from '@rdfjs/types'
import { type Context, type Predicate, readContext } from './jsonldContext.js'
import { type JsonText, printJson } from './jsonText.js'
import { order } from './resolvedQuads.js'
import { type Section, sections } from './sections.js'
import { checkBase, defaultBase, prefixes, term } from './terms.js'
import type { WriteOptions } from './write.js'

const { hs, nif, rdf, oa } = prefixes
const rdfType = `${rdf}type`

/** What is told inside the node that it points at, and under which key of the context. */
const containers: readonly (readonly [string, (isA: (type: string) => boolean) => string])[] = [
  [`${hs}article`, (isA) => (isA(`${hs}Statement`) ? 'statements' : isA(`${hs}Narration`) ? 'narration' : 'relations')],
  [`${nif}referenceContext`, (isA) => (isA(`${nif}Sentence`) ? 'sentences' : 'mentions')],
  [`${hs}copy`, () => 'copies'],
  [`${hs}linkFrom`, () => 'links'],
  [`${hs}mergedInto`, () => 'merges']
]
const containerKeys = ['narration', 'statements', 'relations', 'copies', 'links', 'merges', 'mentions', 'sentences']

/** What is told in full where it is first pointed at. */
const parts = new Set(
  [
    'hop',
    'source',
    'cue',
    'content',
    'negation',
    'hedge',
    'evidence',
    'saidWhen',
    'happenedWhen',
    'quantity',
    'origin',
    'join'
  ].map((name) => hs + name)
)

/** @example [...writeJsonld(graphQuads({ records, resolution }))].join('') */
export function* writeJsonld(quads: Iterable<Quad>, options: WriteOptions = {}): Iterable<string> {
  const context = jsonldContext(options)
  const { head, tail } = jsonldFrame(context)
  yield head
  let first = true
  for (const section of sections(quads)) {
    for (const tree of jsonldTrees(section, context)) {
      yield first ? tree : `,${tree}`
      first = false
    }
  }
  yield tail
}

export const jsonldContext = ({ base = defaultBase }: WriteOptions): Context => readContext(checkBase(base))

/** What stands before the first tree and after the last. Between trees stands a comma. */
export function jsonldFrame({ text }: Context): { readonly head: string; readonly tail: string } {
  return { head: `{\n  "@context": ${printJson(text, '  ')},\n  "@graph": [`, tail: '\n  ]\n}\n' }
}

/** The trees of one section as they stand in the file, each with the line break before it. */
export function* jsonldTrees(section: Section, context: Context): Iterable<string> {
  for (const tree of new Trees(section, context).all()) yield `\n    ${printJson(tree, '    ')}`
}

interface Node {
  readonly iri: string
  /** Predicate → objects, in the order they came. */
  readonly told: Map<Predicate, Term[]>
  /** Container key → nodes to tell inside this one. */
  readonly inside: Map<string, Node[]>
  readonly says: Map<string, Node>
  /** Told inside another. */
  contained: boolean
  done: boolean
}

class Trees {
  readonly #nodes = new Map<string, Node>()
  readonly #pointedAt = new Set<string>()
  readonly #context: Context
  readonly #type: Predicate
  readonly #exact: Predicate
  readonly #root: Node | undefined

  constructor({ about, quads }: Section, context: Context) {
    this.#context = context
    this.#type = context.predicate(rdfType)
    this.#exact = context.predicate(`${oa}exact`)
    context.forget()
    this.#addAll(quads)
    this.#root = this.#nodes.get(about)
    if (this.#root !== undefined) {
      const holders = containers.map(([iri, keyOf]) => [context.predicate(iri), keyOf] as const)
      for (const node of this.#nodes.values()) if (node !== this.#root) this.#contain(node, this.#root, holders)
    }
  }

  *all(): Iterable<JsonText> {
    const nodes = [...this.#nodes.values()]
    const roots = nodes.filter(({ iri, contained }) => !contained && !this.#pointedAt.has(iri))
    for (const node of roots) yield this.#tree(node)
    // What points at itself in a ring has no root; it must not be lost.
    for (const node of nodes) if (!node.done) yield this.#tree(node)
  }

  #addAll(quads: readonly Quad[]): void {
    let last: Term | null = null
    let node: Node | undefined
    for (const quad of quads) {
      const { subject, graph, object }: { subject: Term; graph: Term; object: Term } = quad
      const isDefault = graph.termType === 'DefaultGraph'
      // Quads about one thing mostly come together.
      if (node === undefined || !isDefault || subject !== last) {
        node = child(isDefault ? this.#nodes : child(this.#nodes, nameOf(graph)).says, nameOf(subject))
        last = isDefault ? subject : null
      }
      if (object.termType === 'Quad') for (const each of withoutTripleTerm(quad)) this.#add(node, each, isDefault)
      else this.#add(node, quad, isDefault)
    }
  }

  #add(node: Node, { subject, predicate: { value }, object }: Quad, isDefault: boolean): void {
    const predicate = this.#context.predicate(value)
    const objects = node.told.get(predicate)
    if (objects === undefined) node.told.set(predicate, [object])
    else if (!objects.some((other) => other.equals(object))) objects.push(object)
    if (isDefault && parts.has(value) && object.value !== subject.value) this.#pointedAt.add(nameOf(object))
  }

  #contain(node: Node, root: Node, holders: readonly (readonly [Predicate, (typeof containers)[0][1]])[]): void {
    for (const [predicate, keyOf] of holders) {
      const [holder, more] = node.told.get(predicate) ?? []
      if (holder?.value !== root.iri || more !== undefined) continue
      const key = keyOf((type) => node.told.get(this.#type)?.some(({ value }) => value === type) ?? false)
      // A part is told where it is first used and not once more in the list of all mentions.
      if (key === 'mentions' && this.#pointedAt.has(node.iri)) return
      node.told.delete(predicate)
      const list = root.inside.get(key)
      if (list === undefined) root.inside.set(key, [node])
      else list.push(node)
      node.contained = true
      return
    }
  }

  #tree(node: Node): JsonText {
    if (node.done) return { members: [this.#iri(node)] }
    node.done = true
    const members = this.#flat(node, (object) => this.#part(object))
    if (node.says.size > 0) {
      members.push(['"says"', [...node.says.values()].map((told) => ({ members: this.#flat(told, () => null) }))])
    }
    for (const key of containerKeys) {
      const inside = node.inside.get(key)
      if (inside) members.push([`"${key}"`, inside.map((member) => this.#tree(member))])
    }
    return { members }
  }

  /** A part in full at its first place; later its IRI and, for an evidence, its words. */
  #part(object: Term): JsonText | null {
    const node = this.#nodes.get(nameOf(object))
    if (!node) return null
    if (!node.done && !node.contained) return this.#tree(node)
    const [words] = node.told.get(this.#exact) ?? []
    if (words === undefined) return this.#context.iri(node.iri)
    return { members: [this.#iri(node), ['"exact"', this.#context.value(this.#exact, words)]] }
  }

  #iri({ iri }: Node): [string, JsonText] {
    return ['"iri"', this.#context.iri(iri)]
  }

  #flat(node: Node, part: (object: Term) => JsonText | null): [string, JsonText][] {
    const members = [this.#iri(node)]
    const types = node.told.get(this.#type)
    if (types) members.push(['"type"', alone(types.map(({ value }) => this.#context.type(value)).sort(order))])
    for (const predicate of [...node.told.keys()].sort(byRank)) {
      if (predicate === this.#type) continue
      const told = node.told.get(predicate) ?? []
      const objects = told.length > 1 ? [...told].sort((a, b) => order(a.value, b.value)) : told
      const isPart = parts.has(predicate.iri)
      const values = objects.map((object) => (isPart ? part(object) : null) ?? this.#context.value(predicate, object))
      members.push([predicate.key, alone(values)])
    }
    return members
  }
}

const byRank = (a: Predicate, b: Predicate): number => a.rank - b.rank || order(a.iri, b.iri)

function child(nodes: Map<string, Node>, iri: string): Node {
  const found = nodes.get(iri)
  if (found) return found
  const made: Node = { iri, told: new Map(), inside: new Map(), says: new Map(), contained: false, done: false }
  nodes.set(iri, made)
  return made
}

function nameOf(value: Term): string {
  return value.termType === 'BlankNode' ? `_:${value.value}` : value.value
}

function alone(values: JsonText[]): JsonText {
  const [first, second] = values
  return second === undefined && first !== undefined ? first : values
}

function withoutTripleTerm(quad: Quad): Quad[] {
  const object: Term = quad.object
  if (object.termType !== 'Quad') return [quad]
  return (['subject', 'predicate', 'object'] as const).map((name) => ({
    ...quad,
    subject: quad.subject,
    graph: quad.graph,
    predicate: term('rdf', name),
    object: object[name] as NamedNode,
    equals: quad.equals
  }))
}
