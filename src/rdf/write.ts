/**
 * Quads → Turtle, TriG, N-Quads, in pieces of text, one section at a time: no quad twice, grouped by subject in the order of the
 * stream, predicates and objects sorted, `a` first. Turtle has the default graph only: what is claimed stands there reified.
 */
import type { Quad } from '@rdfjs/types'
import { order } from './resolvedQuads.js'
import { sections } from './sections.js'
import { type Speller, spellFully, spellLine, spellShortly } from './spell.js'
import { defaultBase, prefixes } from './terms.js'

export interface WriteOptions {
  /** Shortens the IRIs of entities and claims. Default `https://w3id.org/hearsay/id/`. */
  readonly base?: string
}

/** @example [...writeTurtle(graphQuads({ records, resolution }))].join('') */
export function writeTurtle(quads: Iterable<Quad>, options: WriteOptions = {}): Iterable<string> {
  return writeGrouped(quads, options, false)
}

/** @example [...writeTrig(graphQuads({ records, resolution }))].join('') */
export function writeTrig(quads: Iterable<Quad>, options: WriteOptions = {}): Iterable<string> {
  return writeGrouped(quads, options, true)
}

/** Each line is canonical, so that sorting all lines by byte gives the canonical dataset (RDFC-1.0). */
export function* writeNQuads(quads: Iterable<Quad>): Iterable<string> {
  const speller = spellFully()
  for (const section of sections(quads)) {
    const lines = section.quads.map((quad) => spellLine(quad, speller))
    yield distinct(lines.sort(order)).join('')
    speller.forget()
  }
}

/** The prefixes of a graph's files: the vocabularies and the data's own. */
export function prefixesOf(base: string): Readonly<Record<string, string>> {
  return { ...prefixes, entity: `${base}entity/`, claim: `${base}claim/`, article: `${base}article/` }
}

function* writeGrouped(
  quads: Iterable<Quad>,
  { base = defaultBase }: WriteOptions,
  withGraphs: boolean
): Iterable<string> {
  const short = prefixesOf(base)
  const speller = spellShortly(short)
  yield Object.entries(short)
    .map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`)
    .join('')
  for (const section of sections(quads)) {
    const graphs = group(section.quads, speller, withGraphs)
    let written = ''
    for (const [graph, subjects] of graphs) {
      if (graph === '') written += blocks(subjects, '')
      else written += `\n${graph} {${blocks(subjects, '  ')}}\n`
    }
    speller.forget()
    if (written !== '') yield written
  }
}

/** Subject → predicate and object, spelt, for each graph; the default graph is '' and comes first. */
type Grouped = Map<string, Map<string, [string, string][]>>

function group(quads: readonly Quad[], speller: Speller, withGraphs: boolean): Grouped {
  const graphs: Grouped = new Map([['', new Map()]])
  for (const { subject, predicate, object, graph } of quads) {
    const isDefault = graph.termType === 'DefaultGraph'
    if (!isDefault && !withGraphs) continue
    const key = isDefault ? '' : speller.term(graph)
    const subjects = graphs.get(key) ?? new Map<string, [string, string][]>()
    if (subjects.size === 0) graphs.set(key, subjects)
    const about = speller.term(subject)
    const told: [string, string] = [speller.predicate(predicate), speller.term(object)]
    const pairs = subjects.get(about)
    if (pairs === undefined) subjects.set(about, [told])
    else pairs.push(told)
  }
  return graphs
}

function blocks(subjects: Map<string, [string, string][]>, indent: string): string {
  let written = ''
  for (const [subject, pairs] of subjects) {
    written += `\n${indent}${subject}`
    let last: [string, string] = ['', '']
    for (const pair of pairs.sort(byPredicate)) {
      if (pair[0] !== last[0]) written += `${last[0] === '' ? ' ' : ` ;\n${indent}  `}${pair[0]} ${pair[1]}`
      else if (pair[1] !== last[1]) written += ` ,\n${indent}    ${pair[1]}`
      last = pair
    }
    written += ' .\n'
  }
  return written
}

/** `a` before all others, although `_` and digits are lower; then by code unit. */
function byPredicate(a: readonly [string, string], b: readonly [string, string]): number {
  if (a[0] === b[0]) return order(a[1], b[1])
  if (a[0] === 'a') return -1
  return b[0] === 'a' ? 1 : order(a[0], b[0])
}

function distinct(lines: readonly string[]): string[] {
  return lines.filter((line, i) => line !== lines[i - 1])
}
