/**
 * "Reuters reported that C, citing police." — "Citing two officials, Reuters said C." Whom a source names as its own source said it first, and the
 * source passes it on.
 */
import type { Prose } from '../language/index.js'
import type { Span } from '../model.js'
import type { Candidate } from './candidate.js'
import { without } from './combine.js'
import { nounPhraseFrom } from './phrases.js'
import { firstWhere } from './reading.js'
import { isComma, isQuoteMark, lower, spanOf, type Tokens } from './words.js'

interface Citation {
  /** From the comma before it to the end of whom it names. */
  readonly phrase: Span
  readonly cited: Span
  /** Whether it opens its sentence. */
  readonly leads: boolean
}

const citing = /^(?:citing|quoting)$/

/** A list that cites more than so many in one sentence is left as it was read: time must not grow with their square. */
const mostCitations = 12

/** Candidates with whom their sources cite; what is said ends before that. */
export function withCited(prose: Prose, candidates: readonly Candidate[]): Candidate[] {
  const { sentences } = prose
  const bySentence = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    const start = candidate.cue[0]?.start ?? -1
    const sentence = firstWhere(sentences, (each) => each.end > start)
    const here = bySentence.get(sentence)
    if (here === undefined) bySentence.set(sentence, [candidate])
    else here.push(candidate)
  }
  const read = new Map<Candidate, readonly Candidate[]>()
  for (const [number, here] of bySentence) {
    const citations = citationsIn(sentences[number]?.tokens ?? [])
    if (citations.length === 0 || citations.length > mostCitations) continue
    const whole = citations.reduce(
      cite,
      here.map((candidate) => ({ from: candidate, candidate }))
    )
    for (const candidate of here) read.set(candidate, [])
    for (const { from, candidate } of whole) read.set(from, [candidate])
  }
  return candidates.flatMap((candidate) => read.get(candidate) ?? [candidate])
}

/** A candidate and what it has become. */
interface Read {
  readonly from: Candidate
  readonly candidate: Candidate
}

function citationsIn(tokens: Tokens): Citation[] {
  return tokens.flatMap((token, at): Citation[] => {
    if (!citing.test(lower(token)) || isQuoteMark(tokens[at + 1])) return []
    const owned = /^(?:his|her|its|their)$/.test(lower(tokens[at + 1])) ? 1 : 0
    const whom = nounPhraseFrom(tokens, at + 1 + owned, { apposition: false })
    const cited = whom && spanOf(tokens, at + 1, whom.last)
    if (whom === undefined || cited === undefined) return []
    const comma = isComma(tokens[at - 1]) ? tokens[at - 1] : undefined
    const closes = at <= 1 && isComma(tokens[whom.last + 1]) ? tokens[whom.last + 1] : undefined
    return [{ phrase: { start: (comma ?? token).start, end: closes?.end ?? cited.end }, cited, leads: at <= 1 }]
  })
}

function cite(here: readonly Read[], { phrase, cited, leads }: Citation): Read[] {
  const inside = (span: Span): boolean => phrase.start <= span.start && span.end <= phrase.end
  // What takes whom is cited for what is said has misread the sentence.
  const free = here.filter(({ candidate: { cue, content } }) => !cue.some(inside) && !content.every(inside))
  const owner = leads ? free[0] : free.findLast(({ candidate: { cue } }) => (cue[0]?.start ?? 0) < phrase.start)
  return free.flatMap((each): Read[] => {
    const content = each.candidate.content.flatMap((span) => outside(span, phrase))
    if (content.length === 0) return []
    const more = each === owner ? { cited: [cited] } : {}
    return [{ from: each.from, candidate: { ...each.candidate, content, ...more } }]
  })
}

/** A comma that is left alone says nothing. */
function outside(span: Span, cut: Span): Span[] {
  if (cut.end <= span.start || cut.start >= span.end) return [span]
  return without(span, [cut]).filter(({ start, end }) => end - start > 1)
}
