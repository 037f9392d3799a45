/**
 * Quads → Turtle, TriG, N-Quads, in pieces of text, one article at a time. Prefixed, grouped by subject, without blank nodes.
 * Turtle has the default graph only: what is claimed stands there reified. The lines of N-Quads are in their canonical form, so
 * that sorting them by byte gives the canonical dataset (RDFC-1.0).
 */
import type { Quad } from '@rdfjs/types'
import { Writer } from 'n3'
import { order } from './resolvedQuads.js'
import { type Section, sections } from './sections.js'
import { defaultBase, prefixes } from './terms.js'

export interface WriteOptions {
  /** Shortens the IRIs of entities and claims. Default `https://w3id.org/hearsay/id/`. */
  readonly base?: string
}

/** @example [...writeTurtle(graphQuads({ records, resolution }))].join('') */
export function writeTurtle(quads: Iterable<Quad>, options: WriteOptions = {}): Iterable<string> {
  return writeGrouped(quads, options, (quad) => quad.graph.termType === 'DefaultGraph')
}

/** @example [...writeTrig(graphQuads({ records, resolution }))].join('') */
export function writeTrig(quads: Iterable<Quad>, options: WriteOptions = {}): Iterable<string> {
  return writeGrouped(quads, options, () => true)
}

export function* writeNQuads(quads: Iterable<Quad>): Iterable<string> {
  const writer = new Writer({ format: 'application/n-quads' })
  for (const section of sections(quads)) {
    const lines = section.quads.map((quad) => writer.quadsToString([quad]))
    yield lines.sort(order).join('')
  }
}

function* writeGrouped(
  quads: Iterable<Quad>,
  { base = defaultBase }: WriteOptions,
  wanted: (quad: Quad) => boolean
): Iterable<string> {
  const short = { ...prefixes, entity: `${base}entity/`, claim: `${base}claim/`, article: `${base}article/` }
  const head = Object.entries(short).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}>.\n`)
  yield head.join('')
  for (const section of sections(quads)) {
    const kept = section.quads.filter(wanted)
    if (kept.length > 0) yield `\n${writeSection({ ...section, quads: kept }, short, head.join(''))}`
  }
}

/** Each section has a writer of its own, so that nothing is held back between them; its own list of prefixes is cut off. */
function writeSection(section: Section, short: Record<string, string>, head: string): string {
  let written = ''
  const sink = {
    write(piece: string, _encoding: string, done?: () => void) {
      written += piece
      done?.()
    },
    end(done?: () => void) {
      done?.()
    }
  }
  const writer = new Writer(sink, { prefixes: short })
  for (const { subject, predicate, object, graph } of section.quads) writer.addQuad(subject, predicate, object, graph)
  writer.end()
  if (!written.startsWith(head)) throw new Error(`N3 wrote other prefixes than expected before ${section.about}`)
  return written.slice(head.length).trimStart()
}
