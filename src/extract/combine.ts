/**
 * Candidates of the rules and of the tagger → one list without doubles, in the order of the text. Two are doubles if their cues
 * touch, or, where one has no cue, if they give the same words to anybody.
 */
import type { Span } from '../model.js'
import type { Candidate } from './candidate.js'

export const touches = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some((x) => b.some((y) => x.start < y.end && y.start < x.end))

export const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + span.end - span.start, 0)

/** Characters that two sets of spans share. */
export function shared(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0
  for (const x of a) for (const y of b) sum += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))
  return sum
}

const startOf = (candidate: Candidate): number => candidate.cue[0]?.start ?? candidate.content[0]?.start ?? 0

/** Earlier lists win over later ones. */
export function combine(lists: readonly (readonly Candidate[])[]): Candidate[] {
  const kept: Candidate[] = []
  for (const list of lists) {
    const added: Candidate[] = []
    const index = new Overlaps(kept)
    for (const candidate of list) {
      const near = index.near(candidate).concat(added.slice(-8))
      if (!near.some((each) => isDouble(each, candidate))) added.push(candidate)
    }
    kept.push(...added)
  }
  return kept.sort((a, b) => startOf(a) - startOf(b) || (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0))
}

function isDouble(a: Candidate, b: Candidate): boolean {
  if (a.cue.length > 0 && b.cue.length > 0) return touches(a.cue, b.cue)
  const both = shared(a.content, b.content)
  return both > 0.5 * Math.min(lengthOf(a.content), lengthOf(b.content))
}

/** Finds the candidates near a place without looking at all of them. */
class Overlaps {
  readonly #buckets = new Map<number, Candidate[]>()

  constructor(candidates: readonly Candidate[]) {
    for (const candidate of candidates) {
      for (const bucket of bucketsOf(candidate)) {
        const known = this.#buckets.get(bucket)
        if (known === undefined) this.#buckets.set(bucket, [candidate])
        else known.push(candidate)
      }
    }
  }

  near(candidate: Candidate): Candidate[] {
    const found = new Set<Candidate>()
    for (const bucket of bucketsOf(candidate)) for (const each of this.#buckets.get(bucket) ?? []) found.add(each)
    return [...found]
  }
}

const bucketSize = 512

function bucketsOf(candidate: Candidate): number[] {
  const buckets = new Set<number>()
  for (const span of candidate.cue.length > 0 ? [...candidate.cue, ...candidate.content] : candidate.content) {
    const last = Math.floor(span.end / bucketSize)
    for (let bucket = Math.floor(span.start / bucketSize); bucket <= last && buckets.size < 64; bucket++)
      buckets.add(bucket)
  }
  return [...buckets]
}

/** What is left of a span; the cuts are sorted and overlap it. */
export function without(span: Span, cuts: readonly Span[]): Span[] {
  const parts: Span[] = []
  let { start } = span
  for (const cut of cuts) {
    if (cut.start > start) parts.push({ start, end: cut.start })
    start = Math.max(start, cut.end)
  }
  if (start < span.end) parts.push({ start, end: span.end })
  return parts
}
