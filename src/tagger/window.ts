/**
 * A cue → the stretch of tokens in which its source and content are looked for: its paragraph, at most 70 tokens and two sentences
 * back and 110 tokens ahead; the next paragraph too if the cue ends its own or a quotation goes on in it.
 */
import type { Page } from './page.js'

/** Tokens `from` to `to` (exclusive). */
export interface TokenSpan {
  readonly from: number
  readonly to: number
}

const mostBack = 70
const mostAhead = 110

export function windowOf(page: Page, cue: TokenSpan): TokenSpan {
  const { sentence, sentenceFrom, paragraphFrom, paragraphTo, quote } = page
  let from = Math.max(paragraphFrom[cue.from] ?? 0, cue.from - mostBack)
  const own = sentence[cue.from] ?? 0
  while (from < cue.from && own - (sentence[from] ?? 0) > 2) from++
  if (cue.from === (paragraphFrom[cue.from] ?? 0) && cue.from > 0) {
    // A cue that begins its paragraph may close what stands before it.
    from = Math.max(sentenceFrom[cue.from - 1] ?? 0, cue.from - 40)
  }
  let end = paragraphTo[cue.to - 1] ?? page.length
  const ends = end - cue.to <= 2
  let goesOn = (quote[end - 1] ?? 0) > 0 && quote[end - 1] === quote[end]
  if ((ends || goesOn) && end < page.length) {
    end = paragraphTo[end] ?? page.length
    goesOn = (quote[end - 1] ?? 0) > 0 && quote[end - 1] === quote[end]
    if (goesOn && end < page.length) end = paragraphTo[end] ?? page.length
  }
  return { from, to: Math.min(end, cue.to + mostAhead, page.length) }
}
