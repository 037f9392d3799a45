/**
 * "Reuters reported that C, citing police." — "Citing two officials, Reuters said C." Whom a source names as its own source said it first, and the
 * source passes it on.
 */
import type { Prose } from '../language/index.js'
import type { Sentence, Span } from '../model.js'
import type { Candidate } from './candidate.js'
import { nounPhraseFrom } from './phrases.js'
import { isComma, isQuoteMark, lower, spanOf, type Tokens } from './words.js'

interface Citation {
  /** From the comma before it to the end of whom it names. */
  readonly phrase: Span
  readonly cited: Span
  /** Whether it opens its sentence. */
  readonly leads: boolean
}

const citing = /^(?:citing|quoting)$/

/** Candidates with whom their sources cite; what is said ends before that. */
export function withCited(prose: Prose, candidates: readonly Candidate[]): Candidate[] {
  const bySentence = prose.sentences.flatMap((sentence) => {
    const found = citationsIn(sentence.tokens)
    return found.length === 0 ? [] : [{ sentence, found }]
  })
  return bySentence.reduce<Candidate[]>(
    (all, { sentence, found }) => found.reduce((some, citation) => cite(some, sentence, citation), all),
    [...candidates]
  )
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

function cite(candidates: readonly Candidate[], sentence: Sentence, { phrase, cited, leads }: Citation): Candidate[] {
  const inside = (span: Span | undefined): boolean =>
    span !== undefined && phrase.start <= span.start && span.end <= phrase.end
  const here = candidates.filter(({ cue: [cue] }) => cue && sentence.start <= cue.start && cue.end <= sentence.end)
  // What takes whom is cited for what is said has misread the sentence.
  const misread = new Set(here.filter(({ cue, content }) => cue.some(inside) || content.every(inside)))
  const free = here.filter((each) => !misread.has(each))
  const before = free.filter(({ cue }) => (cue[0]?.start ?? 0) < phrase.start)
  const owner = leads ? free[0] : before[before.length - 1]
  return candidates.flatMap((candidate): Candidate[] => {
    if (misread.has(candidate)) return []
    if (!free.includes(candidate)) return [candidate]
    const content = candidate.content.flatMap((span) => outside(span, phrase))
    if (content.length === 0) return []
    return [candidate === owner ? { ...candidate, content, cited: [cited] } : { ...candidate, content }]
  })
}

function outside(span: Span, cut: Span): Span[] {
  if (cut.end <= span.start || cut.start >= span.end) return [span]
  const parts = [
    { start: span.start, end: cut.start },
    { start: cut.end, end: span.end }
  ]
  return parts.filter(({ start, end }) => end - start > 1)
}
