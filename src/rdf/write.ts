/**
 * Quads → Turtle, TriG, N-Quads, in pieces of text, one section at a time: no quad twice, grouped by subject in the order of the
 * stream, predicates and objects sorted, `a` first. Turtle has the default graph only: what is claimed stands there reified.
 */
import type { Quad } from '@rdfjs/types'
import { sections } from './sections.js'
import { speller } from './spell.js'
import { type Graph, type Row, type Subject, tableOf } from './table.js'
import { defaultBase, prefixes } from './terms.js'

export interface WriteOptions {
  /** Shortens the IRIs of entities and claims. Default `https://w3id.org/hearsay/id/`. */
  readonly base?: string
}

/** @example [...writeTurtle(graphQuads({ records, resolution }))].join('') */
export function writeTurtle(quads: Iterable<Quad>, options: WriteOptions = {}): Iterable<string> {
  return writeShort(quads, options, turtleOf)
}

/** @example [...writeTrig(graphQuads({ records, resolution }))].join('') */
export function writeTrig(quads: Iterable<Quad>, options: WriteOptions = {}): Iterable<string> {
  return writeShort(quads, options, (table) => trigOf(table))
}

/** Each line is canonical, so that sorting all lines by byte gives the canonical dataset (RDFC-1.0). */
export function* writeNQuads(quads: Iterable<Quad>): Iterable<string> {
  const spell = speller(null)
  for (const section of sections(quads)) {
    yield nquadsOf(tableOf(section.quads, spell))
    spell.forget()
  }
}

/** The prefixes of a graph's files: the vocabularies and the data's own. */
export function prefixesOf(base: string): Readonly<Record<string, string>> {
  return { ...prefixes, entity: `${base}entity/`, claim: `${base}claim/`, article: `${base}article/` }
}

/** What stands at the top of Turtle and TriG. */
export function prefixLines(base: string): string {
  return Object.entries(prefixesOf(base))
    .map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`)
    .join('')
}

function* writeShort(
  quads: Iterable<Quad>,
  { base = defaultBase }: WriteOptions,
  write: (table: readonly Graph[]) => string
): Iterable<string> {
  const spell = speller(prefixesOf(base))
  yield prefixLines(base)
  for (const section of sections(quads)) {
    const written = write(tableOf(section.quads, spell))
    spell.forget()
    if (written !== '') yield written
  }
}

/** A section in Turtle. Like the others it puts the rows of the table in an order of its own. */
export function turtleOf([facts]: readonly Graph[]): string {
  return facts === undefined ? '' : blocks(facts, '')
}

/** A section in TriG. @param turtle the same in Turtle, where it is known already */
export function trigOf(table: readonly Graph[], turtle = turtleOf(table)): string {
  let written = turtle
  for (const graph of table) {
    if (graph.spelt !== null) written += `\n${graph.spelt.short} {${blocks(graph, '  ')}}\n`
  }
  return written
}

/** A section in N-Quads. */
export function nquadsOf(table: readonly Graph[]): string {
  let written = ''
  for (const [subject, told] of linesOf(table).sort(([a], [b]) => (a < b ? -1 : 1))) {
    let last: Line | undefined
    for (const line of sorted(told, isBeforeInFull)) {
      const { predicate, object, graph } = line
      if (predicate === last?.predicate && object.full === last.object.full && graph === last.graph) continue
      written += `${subject} ${predicate.full} ${object.full}${graph} .\n`
      last = line
    }
  }
  return written
}

interface Line extends Row {
  /** With a space before it; empty for the default graph. */
  readonly graph: string
}

/** Each subject once, with what is told of it in all graphs. */
function linesOf(table: readonly Graph[]): [string, Line[]][] {
  const lines = new Map<string, Line[]>()
  for (const { spelt, subjects } of table) {
    const graph = spelt === null ? '' : ` ${spelt.full}`
    for (const [subject, { rows }] of subjects) {
      const known = lines.get(subject)
      const told = rows.map(({ predicate, object }) => ({ predicate, object, graph }))
      if (known === undefined) lines.set(subject, told)
      else known.push(...told)
    }
  }
  return [...lines]
}

function blocks({ subjects }: Graph, indent: string): string {
  let written = ''
  for (const { spelt, rows } of subjects.values()) written += block(spelt.short, rows, indent)
  return written
}

function block(subject: string, rows: Subject['rows'], indent: string): string {
  let written = `\n${indent}${subject}`
  let last: Row | undefined
  for (const row of sorted(rows, isBefore)) {
    const { predicate, object } = row
    if (predicate !== last?.predicate) {
      written += `${last === undefined ? ' ' : ` ;\n${indent}  `}${predicate.short} ${object.short}`
    } else if (object.short !== last.object.short) written += ` ,\n${indent}    ${object.short}`
    last = row
  }
  return `${written} .\n`
}

/** `a` before all others, although `_` and digits are lower; then by code unit. */
function isBefore(a: Row, b: Row): boolean {
  if (a.predicate === b.predicate) return a.object.short < b.object.short
  if (a.predicate.short === 'a') return true
  return b.predicate.short !== 'a' && a.predicate.short < b.predicate.short
}

/** As the lines compare: what goes on after a term, a language or a datatype, stands after the space that ends it. */
function isBeforeInFull(a: Line, b: Line): boolean {
  if (a.predicate !== b.predicate) return a.predicate.full < b.predicate.full
  if (a.object.full !== b.object.full) return a.object.full < b.object.full
  return a.graph < b.graph
}

/** In place. Of most subjects little is told, and that nearly in order. */
function sorted<Each>(rows: Each[], before: (a: Each, b: Each) => boolean): Each[] {
  if (rows.length > 16) return rows.sort((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0))
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i] as Each
    let at = i
    while (at > 0 && before(row, rows[at - 1] as Each)) {
      rows[at] = rows[at - 1] as Each
      at--
    }
    rows[at] = row
  }
  return rows
}
