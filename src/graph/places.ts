/** One record → evidence for its spans: offsets in code points, the exact words, the number of the sentence. */
import type { ArticleRecord, Hop, Span, Statement } from '../model.js'
import { mapOffsets, type OffsetMap } from '../offsets.js'
import type { Evidence } from './types.js'

export class Places {
  readonly #record: ArticleRecord
  readonly #offsets: OffsetMap

  constructor(record: ArticleRecord) {
    this.#record = record
    this.#offsets = mapOffsets(record.article.text)
  }

  /** The evidence for a span; the sentence is the one the span starts in unless told otherwise. */
  at(span: Span, sentence = this.sentenceAt(span.start)): Evidence {
    const { article } = this.#record
    return {
      article: article.id,
      doc: article.doc,
      sentence,
      start: this.#offsets.toCodePoint(span.start),
      end: this.#offsets.toCodePoint(span.end),
      quote: article.text.slice(span.start, span.end)
    }
  }

  /** From the first to the last word that makes the statement, a hop's included: what a reader needs to see to believe it. */
  of(statement: Statement, hop: Hop | null = null): Evidence {
    const spans: Span[] = [...statement.source, ...statement.cue, ...statement.content]
    if (hop) spans.push(hop)
    const start = Math.min(...spans.map((span) => span.start))
    const end = Math.max(...spans.map((span) => span.end))
    return this.at({ start, end }, statement.sentence)
  }

  /** The number of the sentence at an offset, or of the last one before it. */
  sentenceAt(offset: number): number {
    const { sentences } = this.#record
    let low = 0
    let high = sentences.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sentences[middle]?.start ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return Math.max(0, low - 1)
  }
}

/** The words of a statement's content as one line. */
export function contentOf(record: ArticleRecord, statement: Statement): string {
  return statement.content.map((span) => record.article.text.slice(span.start, span.end)).join(' … ')
}

/** The day a statement was made as far as the text tells, else the day its article was published, else empty. */
export function saidAt(record: ArticleRecord, statement: Statement): string {
  const told = statement.when.find((when) => when.of === 'said' && when.from !== null)
  return told?.from ?? (record.article.published ?? '').slice(0, 10)
}
