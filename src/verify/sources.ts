/** Articles as they are now → a look-up of their characters by code points, for comparing what files say with what is there. */
import type { Article } from '../model.js'
import { mapOffsets, type OffsetMap } from '../offsets.js'

export interface Source {
  readonly article: Article
  /** Length in code points. */
  readonly length: number
  /** The text from `start` to `end`, in code points; null where that is no stretch of the text. */
  slice(start: number, end: number): string | null
}

export class Sources {
  readonly #byId = new Map<string, Source>()
  readonly #byDoc = new Map<string, Source[]>()

  constructor(articles: Iterable<Article>) {
    for (const article of articles) {
      const source = sourceOf(article)
      this.#byId.set(article.id, source)
      this.#byDoc.set(article.doc, [...(this.#byDoc.get(article.doc) ?? []), source])
    }
  }

  /**
   * By the hash in the article's id (or IRI), else by its file name: a file that was changed since then is compared all the same,
   * so that the first character that differs can be shown.
   */
  find(id: string, doc: string | null): Source | undefined {
    const name = /article\/[0-9a-f]+/.exec(id)?.[0]
    const exact = name === undefined ? undefined : this.#byId.get(name)
    if (exact !== undefined) return exact
    const named = doc === null ? [] : (this.#byDoc.get(doc) ?? [])
    return named.length === 1 ? named[0] : undefined
  }
}

function sourceOf(article: Article): Source {
  const { text } = article
  const map: OffsetMap = mapOffsets(text)
  const length = map.toCodePoint(text.length)
  return {
    article,
    length,
    slice(start, end) {
      const inside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length
      return inside ? text.slice(map.toUtf16(start), map.toUtf16(end)) : null
    }
  }
}
