/**
 * A quotation goes on after its sentence: “A,” she said. “B. C.” Sentences that are nothing but quotation and follow a quoted
 * statement belong to it, also over a paragraph's end that leaves the quotation open.
 */
import { gather } from '../gather.js'
import type { Prose, Quote } from '../language/index.js'
import type { Sentence, Span } from '../model.js'
import type { Candidate } from './candidate.js'
import { firstWhere, overlapping } from './reading.js'
import { isQuoteMark } from './words.js'

export function withFollowingQuotes(prose: Prose, candidates: readonly Candidate[]): Candidate[] {
  const taken = gather(candidates, (candidate) => candidate.content).sort((a, b) => a.start - b.start)
  const cues = gather(candidates, (candidate) => candidate.cue).sort((a, b) => a.start - b.start)
  return candidates.map((candidate) => {
    const more = following(prose, candidate, taken, cues)
    return more.length === 0 ? candidate : { ...candidate, content: [...candidate.content, ...more] }
  })
}

function following(prose: Prose, candidate: Candidate, taken: readonly Span[], cues: readonly Span[]): Span[] {
  const { quotes, sentences } = prose
  const last = candidate.content[candidate.content.length - 1]
  const cue = candidate.cue[candidate.cue.length - 1]
  if (last === undefined) return []
  const own = overlapping(quotes, last).find((quote) => quote.start <= last.start + 1 && quote.end >= last.end - 1)
  if (own === undefined) return []
  const found: Span[] = []
  let end = Math.max(last.end, cue?.end ?? 0)
  let open: Quote | undefined = own.end === last.end && !own.closed ? own : undefined
  let paragraph = sentences[firstWhere(sentences, (sentence) => sentence.end >= end)]?.paragraph
  for (let i = firstWhere(quotes, (quote) => quote.start >= end); i < quotes.length; i++) {
    const quote = quotes[i] as Quote
    const at = firstWhere(sentences, (sentence) => sentence.end > quote.start)
    const sentence = sentences[at]
    if (sentence === undefined || sentence.mark !== null || !fillsSentences(sentences, at, quote)) break
    const continues = open !== undefined && quotes[quote.continues] === open
    // A paragraph that is all quotation, after one that ends with "he said", is still his.
    if (sentence.paragraph !== paragraph && !continues && !opensParagraph(sentences, at)) break
    // Nothing but white space and the tag's own sentence lies between, and nobody else claims the words.
    if (!adjacent(sentences, end, quote.start) || overlaps(taken, quote) || overlaps(cues, quote)) break
    if (hasTag(sentences, quote)) break
    found.push({ start: quote.start, end: quote.end })
    end = quote.end
    open = quote.closed ? undefined : quote
    paragraph = sentences[firstWhere(sentences, (each) => each.end >= end)]?.paragraph
  }
  return found
}

const opensParagraph = (sentences: readonly Sentence[], at: number): boolean =>
  sentences[at]?.paragraph === (sentences[at - 1]?.paragraph ?? -1) + 1

/** From the start of a sentence to the end of one: nothing outside the marks. */
function fillsSentences(sentences: readonly Sentence[], at: number, quote: Quote): boolean {
  if (sentences[at]?.start !== quote.start) return false
  const last = sentences[firstWhere(sentences, (sentence) => sentence.end >= quote.end)]
  return last !== undefined && last.end - quote.end <= 1
}

/** “We won!” Lee beamed. A few words after a quotation in its paragraph tell whose it is, though nobody found out. */
function hasTag(sentences: readonly Sentence[], quote: Quote): boolean {
  const last = firstWhere(sentences, (sentence) => sentence.end >= quote.end)
  const next = sentences[last + 1]
  if (next === undefined || next.paragraph !== sentences[last]?.paragraph || next.tokens.length > 5) return false
  if (isQuoteMark(next.tokens[0])) return false
  return next.tokens.some((token) => token.pos === 'VERB')
}

/** Is no whole sentence between two offsets? */
function adjacent(sentences: readonly Sentence[], from: number, to: number): boolean {
  const next = sentences[firstWhere(sentences, (sentence) => sentence.start >= from)]
  return next === undefined || next.start >= to
}

const overlaps = (sorted: readonly Span[], span: Span): boolean => {
  const i = firstWhere(sorted, (each) => each.end > span.start)
  return (sorted[i]?.start ?? Number.POSITIVE_INFINITY) < span.end
}
