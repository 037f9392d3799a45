/**
 * A graph → every place that it says it rests on: each evidence, each sentence, each whole text. For `verify`, which compares them
 * with the articles. What is incomplete is yielded too, with what is missing empty, so that it cannot pass.
 */
import type { Quad } from '@rdfjs/types'
import { prefixes } from './terms.js'

export interface GraphEvidence {
  readonly articleIri: string
  /** The article's file name, where the graph has it. */
  readonly doc: string | null
  /** The IRI of the sentence; for a sentence its own. */
  readonly sentence: string | null
  /** Code points, end exclusive; -1 where the graph has none. */
  readonly start: number
  readonly end: number
  readonly quote: string
  /** The IRI of the evidence in the graph, for messages. */
  readonly where: string
  readonly kind: 'evidence' | 'sentence' | 'text'
}

const { oa, nif, schema } = prefixes
const fields: Readonly<Record<string, [GraphEvidence['kind'], 'start' | 'end' | 'quote']>> = {
  [`${oa}start`]: ['evidence', 'start'],
  [`${oa}end`]: ['evidence', 'end'],
  [`${oa}exact`]: ['evidence', 'quote'],
  [`${nif}beginIndex`]: ['sentence', 'start'],
  [`${nif}endIndex`]: ['sentence', 'end'],
  [`${nif}anchorOf`]: ['sentence', 'quote'],
  [`${nif}isString`]: ['text', 'quote']
}

/** @example for (const { doc, start, end, quote } of evidenceOf(readQuads(turtle, 'turtle'))) … */
export function* evidenceOf(quads: Iterable<Quad>): Iterable<GraphEvidence> {
  const found = new Map<string, Partial<Record<string, string>>>()
  const contexts = new Map<string, string>()
  const sentences = new Map<string, string>()
  const docs = new Map<string, string>()
  for (const { subject, predicate, object } of quads) {
    const field = fields[predicate.value]
    if (field) {
      const values = found.get(subject.value) ?? {}
      values[field.join(' ')] = object.value
      found.set(subject.value, values)
    } else if (predicate.value === `${nif}referenceContext`) contexts.set(subject.value, object.value)
    else if (predicate.value === `${nif}sentence`) sentences.set(subject.value, object.value)
    else if (predicate.value === `${schema}identifier`) docs.set(subject.value, object.value)
  }
  for (const [where, values] of found) {
    const whole = values['text quote']
    const articleIri = whole === undefined ? (contexts.get(where) ?? '') : where
    const doc = docs.get(articleIri) ?? null
    if (whole !== undefined) {
      const [start, end] = [number(values['sentence start']), number(values['sentence end'])]
      yield { articleIri, doc, sentence: null, start, end, quote: whole, where, kind: 'text' }
      continue
    }
    for (const kind of ['sentence', 'evidence'] as const) {
      const [start, end, quote] = [values[`${kind} start`], values[`${kind} end`], values[`${kind} quote`]]
      if (start === undefined && end === undefined && quote === undefined) continue
      const sentence = kind === 'sentence' ? where : (sentences.get(where) ?? null)
      yield { articleIri, doc, sentence, start: number(start), end: number(end), quote: quote ?? '', where, kind }
    }
  }
}

function number(value: string | undefined): number {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : -1
}
