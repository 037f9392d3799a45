/** A prose with look-ups: which sentence, which tokens, which names lie where. */
import type { Prose, Quote } from '../language/index.js'
import type { Mention, Span, Token } from '../model.js'

export interface Reading {
  readonly prose: Prose
  /** Number of the sentence that holds (or comes first after) a UTF-16 offset. */
  sentenceAt(offset: number): number
  /** The tokens that lie in a span, over as many sentences as it has. */
  tokensIn(span: Span): readonly Token[]
  /** Names that lie wholly in a span, in order. */
  namesIn(span: Span): readonly Mention[]
  /** The name that holds an offset. */
  nameAt(offset: number): Mention | undefined
  /** The quotation that holds a span with more around it than its marks. */
  quoteAround(span: Span): Quote | undefined
}

export function readingOf(prose: Prose, names: readonly Mention[]): Reading {
  const { sentences, tokens, quotes } = prose
  const sorted = [...names].sort((a, b) => a.start - b.start || b.end - a.end)
  const sentenceAt = (offset: number): number =>
    Math.min(
      firstWhere(sentences, (each) => each.end > offset),
      sentences.length - 1
    )
  return {
    prose,
    sentenceAt,
    tokensIn: (span) => {
      const from = firstWhere(tokens, (token) => token.start >= span.start)
      let to = from
      while (to < tokens.length && (tokens[to]?.end ?? 0) <= span.end) to++
      return tokens.slice(from, to)
    },
    namesIn: (span) => {
      const found: Mention[] = []
      for (let i = firstWhere(sorted, (each) => each.start >= span.start); i < sorted.length; i++) {
        const name = sorted[i]
        if (name === undefined || name.start >= span.end) break
        if (name.end <= span.end) found.push(name)
      }
      return found
    },
    nameAt: (offset) => {
      const i = firstWhere(sorted, (each) => each.end > offset)
      const name = sorted[i]
      return name !== undefined && name.start <= offset ? name : undefined
    },
    quoteAround: (span) => {
      const i = firstWhere(quotes, (each) => each.end >= span.end)
      const quote = quotes[i]
      return quote !== undefined && quote.start < span.start ? quote : undefined
    }
  }
}

/** Of spans that are in order and do not overlap one another, those that touch a stretch. */
export function overlapping<T extends Span>(sorted: readonly T[], span: Span): readonly T[] {
  const from = firstWhere(sorted, (each) => each.end > span.start)
  let to = from
  while (to < sorted.length && (sorted[to]?.start ?? 0) < span.end) to++
  return sorted.slice(from, to)
}

/** Index of the first element that passes; the elements must fail before it and pass from there on. */
export function firstWhere<T>(sorted: readonly T[], passes: (element: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (passes(sorted[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}
