/** Orders that depend on no locale, and articles once each. */
import type { ArticleRecord } from '../model.js'

/** By UTF-16 code unit. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Records by article id, each article once: the same bytes under two names are one article, under the smaller name. */
export function distinctRecords(records: readonly ArticleRecord[]): ArticleRecord[] {
  const found = new Map<string, ArticleRecord>()
  for (const record of records) {
    const other = found.get(record.article.id)
    if (!other || compareText(record.article.doc, other.article.doc) < 0) found.set(record.article.id, record)
  }
  return [...found.values()].sort((a, b) => compareText(a.article.id, b.article.id))
}
