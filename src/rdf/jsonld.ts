/**
 * Quads → JSON-LD for a person: each article, claim and entity is one tree. A statement stands in its article, its hops and evidence
 * in the statement; an evidence is told in full where it is first used, later by its IRI and words. What a statement claims is its
 * named graph, `says`. One section at a time; the context stands in the file and nothing has to be fetched.
 *
 * JSON-LD has no triple terms yet: where relations are reified by them, they become rdf:subject, rdf:predicate and rdf:object.
 */
import type { NamedNode, Quad, Term } from '@rdfjs/types'
import { type Context, type Json, readContext } from './jsonldContext.js'
import { order } from './resolvedQuads.js'
import { type Section, sections } from './sections.js'
import { checkBase, defaultBase, prefixes, term } from './terms.js'
import type { WriteOptions } from './write.js'

const { hs, nif, rdf, oa } = prefixes
const rdfType = `${rdf}type`

/** What is told inside the node that it points at, and under which key of the context. */
const containers: Readonly<Record<string, (types: ReadonlySet<string>) => string>> = {
  [`${hs}article`]: (types) =>
    types.has(`${hs}Statement`) ? 'statements' : types.has(`${hs}Narration`) ? 'narration' : 'relations',
  [`${nif}referenceContext`]: (types) => (types.has(`${nif}Sentence`) ? 'sentences' : 'mentions'),
  [`${hs}copy`]: () => 'copies',
  [`${hs}linkFrom`]: () => 'links',
  [`${hs}mergedInto`]: () => 'merges'
}
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
export function* writeJsonld(quads: Iterable<Quad>, { base = defaultBase }: WriteOptions = {}): Iterable<string> {
  const context = readContext(checkBase(base))
  yield `{\n  "@context": ${print(context.context, '  ')},\n  "@graph": [`
  let first = true
  for (const section of sections(quads)) {
    for (const tree of new Trees(section, context).all()) {
      yield `${first ? '' : ','}\n    ${print(tree, '    ')}`
      first = false
    }
  }
  yield '\n  ]\n}\n'
}

interface Node {
  readonly types: Set<string>
  /** Predicate → objects, in the order they came. */
  readonly told: Map<string, Term[]>
  /** Container key → nodes to tell inside this one. */
  readonly inside: Map<string, string[]>
  readonly says: Map<string, Node>
}

class Trees {
  readonly #nodes = new Map<string, Node>()
  readonly #done = new Set<string>()
  readonly #contained = new Set<string>()
  readonly #pointedAt = new Set<string>()
  readonly #context: Context
  readonly #about: string

  constructor({ about, quads }: Section, context: Context) {
    this.#context = context
    this.#about = about
    for (const quad of quads) for (const each of withoutTripleTerms(quad)) this.#add(each)
    for (const [iri, node] of this.#nodes) if (iri !== about) this.#contain(iri, node)
  }

  *all(): Iterable<Json> {
    const roots = [...this.#nodes.keys()].filter((iri) => !this.#contained.has(iri) && !this.#pointedAt.has(iri))
    for (const iri of roots) yield this.#tree(iri)
    // What points at itself in a ring has no root; it must not be lost.
    for (const iri of this.#nodes.keys()) if (!this.#done.has(iri)) yield this.#tree(iri)
  }

  #add({ subject, predicate, object, graph }: Quad): void {
    const where = graph.termType === 'DefaultGraph' ? this.#nodes : child(this.#nodes, nameOf(graph)).says
    const node = child(where, nameOf(subject))
    const objects = node.told.get(predicate.value)
    if (objects === undefined) node.told.set(predicate.value, [object])
    else if (!objects.some((other) => other.equals(object))) objects.push(object)
    if (graph.termType !== 'DefaultGraph') return
    if (predicate.value === rdfType) node.types.add(object.value)
    if (parts.has(predicate.value) && object.value !== subject.value) this.#pointedAt.add(nameOf(object))
  }

  #contain(iri: string, node: Node): void {
    for (const [predicate, keyOf] of Object.entries(containers)) {
      const [holder, more] = node.told.get(predicate) ?? []
      if (holder?.value !== this.#about || more !== undefined || !this.#nodes.has(this.#about)) continue
      const key = keyOf(node.types)
      // A part is told where it is first used and not once more in the list of all mentions.
      if (key === 'mentions' && this.#pointedAt.has(iri)) return
      node.told.delete(predicate)
      const inside = child(this.#nodes, this.#about).inside
      const list = inside.get(key)
      if (list === undefined) inside.set(key, [iri])
      else list.push(iri)
      this.#contained.add(iri)
      return
    }
  }

  #tree(iri: string): Json {
    const node = this.#nodes.get(iri)
    if (!node || this.#done.has(iri)) return { iri: this.#context.iri(iri) }
    this.#done.add(iri)
    const tree = this.#flat(iri, node, (object) => this.#part(object))
    if (node.says.size > 0) tree.says = [...node.says].map(([about, told]) => this.#flat(about, told, () => null))
    for (const key of containerKeys) {
      const members = node.inside.get(key)
      if (members) tree[key] = members.map((member) => this.#tree(member))
    }
    return tree
  }

  /** A part in full at its first place; later its IRI and, for an evidence, its words. */
  #part(object: Term): Json | null {
    const iri = nameOf(object)
    const node = this.#nodes.get(iri)
    if (!node) return null
    if (!this.#done.has(iri) && !this.#contained.has(iri)) return this.#tree(iri)
    const [words] = node.told.get(`${oa}exact`) ?? []
    const short = this.#context.iri(iri)
    return words ? { iri: short, exact: this.#context.value(`${oa}exact`, words) } : short
  }

  #flat(iri: string, node: Node, part: (object: Term) => Json | null): Record<string, Json> {
    const tree: Record<string, Json> = { iri: this.#context.iri(iri) }
    const types = node.told.get(rdfType)
    if (types) tree.type = alone(types.map(({ value }) => this.#context.type(value)).sort(order))
    for (const predicate of [...node.told.keys()].sort(this.#context.order)) {
      if (predicate === rdfType) continue
      const objects = [...(node.told.get(predicate) ?? [])].sort((a, b) => order(a.value, b.value))
      const values = objects.map(
        (object) => (parts.has(predicate) ? part(object) : null) ?? this.#context.value(predicate, object)
      )
      tree[this.#context.key(predicate)] = alone(values)
    }
    return tree
  }
}

function child(nodes: Map<string, Node>, iri: string): Node {
  const found = nodes.get(iri)
  if (found) return found
  const made: Node = { types: new Set(), told: new Map(), inside: new Map(), says: new Map() }
  nodes.set(iri, made)
  return made
}

function nameOf(value: Term): string {
  return value.termType === 'BlankNode' ? `_:${value.value}` : value.value
}

function alone(values: Json[]): Json {
  const [first, second] = values
  return second === undefined && first !== undefined ? first : values
}

function* withoutTripleTerms(quad: Quad): Iterable<Quad> {
  const object: Term = quad.object
  if (object.termType !== 'Quad') {
    yield quad
    return
  }
  for (const name of ['subject', 'predicate', 'object'] as const) {
    yield {
      ...quad,
      subject: quad.subject,
      graph: quad.graph,
      predicate: term('rdf', name),
      object: object[name] as NamedNode,
      equals: quad.equals
    }
  }
}

/** Indented; what fits a line stays on it. */
function print(value: Json, indent: string): string {
  const line = JSON.stringify(value)
  if (typeof value !== 'object' || line.length + indent.length <= 120) return line
  const deeper = `${indent}  `
  if (Array.isArray(value)) {
    return `[\n${value.map((each) => deeper + print(each, deeper)).join(',\n')}\n${indent}]`
  }
  const members = Object.entries(value).map(([key, each]) => `${deeper}${JSON.stringify(key)}: ${print(each, deeper)}`)
  return `{\n${members.join(',\n')}\n${indent}}`
}
