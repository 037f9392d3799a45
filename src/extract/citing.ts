/**
 * "Reuters reported that C, citing police." — "Citing two officials, Reuters said C." Whom a source names as its own source said it first, and the
 * source passes it on.
 */
import { gather } from '../gather.js'
import { type Prose, tokenAt } from '../language/index.js'
import type { Span } from '../model.js'
import type { Candidate } from './candidate.js'
import { without } from './combine.js'
import { channelNouns, documentNouns, memberNouns, recordingNouns } from './lexicon.js'
import { typesOfNoun } from './nouns.js'
import { nounPhraseFrom } from './phrases.js'
import { firstWhere, overlapping } from './reading.js'
import { isComma, isNominal, isQuoteMark, lemmaOf, lower, spanOf, type Tokens } from './words.js'

interface Citation {
  /** From the comma before it to the end of whom it names. */
  readonly phrase: Span
  readonly cited: Span
  /** Whether it opens its sentence. */
  readonly leads: boolean
}

const citing: ReadonlySet<string> = new Set(['citing', 'quoting'])

const refusing = /\b(?:declin|refus|did not|did ?n[’']t|would not)/i

/** A list that cites more than so many in one sentence is left as it was read: time must not grow with their square. */
const mostCitations = 12

/** Candidates with whom their sources cite; what is said ends before that. */
export function withCited(prose: Prose, candidates: readonly Candidate[]): readonly Candidate[] {
  const { sentences } = prose
  // Few articles cite so.
  if (!/(?:ci|quo)ting/i.test(prose.article.text)) return candidates
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
    const sentence = sentences[number]
    if (sentence === undefined) continue
    const near = overlapping(prose.quotes, sentence)
    const quoted = ({ cited }: Citation): boolean =>
      near.some((quote) => quote.start < cited.start && cited.end < quote.end)
    const citations = citationsIn(sentence.tokens).filter((each) => !quoted(each))
    if (citations.length === 0 || citations.length > mostCitations) continue
    const whole = citations.reduce(
      (read, citation) => cite(prose.article.text, read, citation),
      here.map((candidate) => ({ from: candidate, candidate }))
    )
    for (const candidate of here) read.set(candidate, [])
    for (const { from, candidate } of whole) read.set(from, [candidate])
  }
  return gather(candidates, (candidate) => read.get(candidate) ?? [candidate])
}

/** A candidate and what it has become. */
interface Read {
  readonly from: Candidate
  readonly candidate: Candidate
}

function citationsIn(tokens: Tokens): Citation[] {
  if (!tokens.some((token) => citing.has(token.lower))) return []
  return gather(tokens, (token, at): Citation[] => {
    // "was quoting her" is a verb of its own.
    if (!citing.has(token.lower) || isQuoteMark(tokens[at + 1]) || tokenAt(tokens, at - 1)?.pos === 'AUX') return []
    const owned = /^(?:his|her|its|their)$/.test(lower(tokens[at + 1])) ? 1 : 0
    const whom = nounPhraseFrom(tokens, at + 1 + owned, { apposition: false })
    const cited = whom && spanOf(tokens, at + 1, whom.last)
    if (whom === undefined || cited === undefined || !mayKnow(tokens.slice(at + 1 + owned, whom.last + 1))) return []
    const comma = isComma(tokens[at - 1]) ? tokens[at - 1] : undefined
    const closes = at <= 1 && isComma(tokens[whom.last + 1]) ? tokens[whom.last + 1] : undefined
    return [{ phrase: { start: (comma ?? token).start, end: closes?.end ?? cited.end }, cited, leads: at <= 1 }]
  })
}

/** Somebody, or what somebody wrote; "pending litigation" is no source, but a reason. */
function mayKnow(phrase: Tokens): boolean {
  const ends = phrase.findIndex((token, i) => i > 0 && (token.pos === 'ADP' || token.pos === 'VERB'))
  const head = (ends < 0 ? phrase : phrase.slice(0, ends)).findLast((token) => isNominal(token) || token.pos === 'PRON')
  if (head === undefined) return false
  if (head.pos !== 'NOUN') return true
  const lemma = lemmaOf(head)
  return (
    typesOfNoun(lemma).length > 0 ||
    documentNouns.has(lemma) ||
    recordingNouns.has(lemma) ||
    channelNouns.has(lemma) ||
    memberNouns.has(lemma) ||
    informants.test(lemma)
  )
}

const informants =
  /^(?:analysis|colleague|data|datum|family|figure|filing|intelligence|lawsuit|medic|neighbou?r|people|person|poll|record|research|resident|rescuer|source|statistic|statistics)$/

function cite(text: string, here: readonly Read[], { phrase, cited, leads }: Citation): Read[] {
  const inside = (span: Span): boolean => phrase.start <= span.start && span.end <= phrase.end
  // Who refuses to comment gives a reason.
  const refuses = ({ candidate: { cue } }: Read): boolean =>
    cue.some(({ start, end }) => refusing.test(text.slice(start, end)))
  // What takes whom is cited for what is said has misread the sentence.
  const inserted = (span: Span): boolean => span.start < phrase.start && phrase.start <= span.end
  const free = here.filter(({ candidate: { cue, content } }) => !cue.some(inside) && !content.every(inside))
  const owner = leads
    ? free[0]
    : (free.find(({ candidate: { source } }) => source.some(inserted)) ??
      free.findLast(({ candidate: { cue } }) => (cue[0]?.start ?? 0) < phrase.start))
  return gather(free, (each): Read[] => {
    const content = gather(each.candidate.content, (span) => outside(span, phrase))
    if (content.length === 0) return []
    const whom = each === owner && !refuses(each) ? [cited] : each.candidate.cited
    return [{ from: each.from, candidate: { ...each.candidate, content, cited: whom } }]
  })
}

/** A comma that is left alone says nothing. */
function outside(span: Span, cut: Span): Span[] {
  if (cut.end <= span.start || cut.start >= span.end) return [span]
  return without(span, [cut]).filter(({ start, end }) => end - start > 1)
}
