/**
 * A cue → the stretch of tokens in which its source and content are looked for: its sentence, at most 70 tokens back and 110 ahead; the
 * sentence before or after too where a quotation reaches into it or the cue stands at that edge of its own; never beyond the paragraph
 * after next.
 */
import type { Page } from './page.js'

/** Tokens `from` to `to` (exclusive). */
export interface TokenSpan {
  readonly from: number
  readonly to: number
}

const mostBack = 70
const mostAhead = 110
/** A cue that is no farther than this from the edge of its sentence may belong to what stands beyond it. */
const nearEdge = 4
const mostSentencesBack = 2
const mostSentencesAhead = 6

export function windowOf(page: Page, cue: TokenSpan): TokenSpan {
  const { sentenceFrom, sentenceTo, quote } = page
  const first = Math.max(firstOf(page, cue), 0)
  const last = lastOf(page, cue)
  let from = Math.max(first, sentenceFrom[cue.from] ?? 0)
  const startsSoon = cue.from - from <= nearEdge
  for (let n = 0; n < mostSentencesBack && from > first; n++) {
    if ((quote[from - 1] ?? 0) === 0 && !(n === 0 && startsSoon)) break
    from = Math.max(first, sentenceFrom[from - 1] ?? 0)
  }
  let to = Math.min(last, sentenceTo[cue.to - 1] ?? 0)
  const endsSoon = to - cue.to <= nearEdge
  for (let n = 0; n < mostSentencesAhead && to < last; n++) {
    if ((quote[to] ?? 0) === 0 && !(n === 0 && endsSoon)) break
    to = Math.min(last, sentenceTo[to] ?? 0)
  }
  return { from, to }
}

/** Its paragraph, and what stands before it if it begins its paragraph. */
function firstOf({ sentenceFrom, paragraphFrom }: Page, cue: TokenSpan): number {
  if (cue.from > 0 && cue.from === (paragraphFrom[cue.from] ?? 0))
    return Math.max(sentenceFrom[cue.from - 1] ?? 0, cue.from - 40)
  return Math.max(paragraphFrom[cue.from] ?? 0, cue.from - mostBack)
}

/** Its paragraph; the next one too if the cue ends its own or a quotation goes on in it. */
function lastOf({ length, paragraphTo, quote }: Page, cue: TokenSpan): number {
  const goesOn = (end: number): boolean => (quote[end - 1] ?? 0) > 0 && quote[end - 1] === quote[end]
  let end = paragraphTo[cue.to - 1] ?? length
  if ((end - cue.to <= 2 || goesOn(end)) && end < length) {
    end = paragraphTo[end] ?? length
    if (goesOn(end) && end < length) end = paragraphTo[end] ?? length
  }
  return Math.min(end, cue.to + mostAhead, length)
}
