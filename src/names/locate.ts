/** Spans in the order of the text → the tokens they cover. One pass. */
import type { Prose } from '../language/index.js'
import type { Span, Token } from '../model.js'

/** Tokens `from` to `to` (exclusive) of sentence number `sentence`. */
export interface Located {
  readonly sentence: number
  readonly tokens: readonly Token[]
  readonly from: number
  readonly to: number
}

/** `spans` must be sorted by start; one that covers no token gets an empty range. */
export function locate(prose: Prose, spans: readonly Span[]): Located[] {
  let sentence = 0
  let at = 0
  return spans.map((span) => {
    while (sentence < prose.sentences.length - 1 && (prose.sentences[sentence]?.end ?? 0) <= span.start) {
      sentence++
      at = 0
    }
    const tokens = prose.sentences[sentence]?.tokens ?? []
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= span.start) at++
    let to = at
    while (to < tokens.length && (tokens[to]?.start ?? 0) < span.end) to++
    return { sentence, tokens, from: at, to }
  })
}
