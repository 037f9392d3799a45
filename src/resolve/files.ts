/**
 * A resolution → the texts of its files. Offsets in them are code points; every line stands by itself; the order of lines is
 * that of ids.
 */
import type { ArticleId, ArticleRecord, Claim, Copy, Merge, Resolution, Span } from '../model.js'
import { mapOffsets } from '../offsets.js'
import { byText, sortBy } from './order.js'
import { reportOf } from './report.js'

export interface ResolutionFiles {
  readonly 'claims.ndjson': string
  readonly 'copies.ndjson': string
  readonly 'identity.tsv': string
  readonly 'report.md': string
}

/** Takes the records as they were resolved, before `globalRecords`. */
export function resolutionFiles(records: readonly ArticleRecord[], resolution: Resolution): ResolutionFiles {
  const recordOf = new Map(records.map((record) => [record.article.id, record]))
  return {
    'claims.ndjson': lines(resolution.claims.map((claim) => JSON.stringify(claimLine(claim)))),
    'copies.ndjson': lines(copyLines(resolution.copies, recordOf)),
    'identity.tsv': lines([
      'article\tstart\tend\tname\tfrom\tto\treason\tscore',
      ...identityLines(resolution.merges, recordOf)
    ]),
    'report.md': reportOf(records, resolution)
  }
}

function lines(rows: readonly string[]): string {
  return rows.map((row) => `${row}\n`).join('')
}

function claimLine(claim: Claim): Record<string, unknown> {
  const { id, ...rest } = claim
  return { claim: id, ...rest }
}

function copyLines(copies: readonly Copy[], recordOf: ReadonlyMap<ArticleId, ArticleRecord>): string[] {
  const docs = (id: ArticleId): string => recordOf.get(id)?.article.doc ?? id
  return sortBy(
    copies,
    (copy) => docs(copy.from),
    (copy) => docs(copy.of)
  ).map((copy) =>
    JSON.stringify({
      from: docs(copy.from),
      of: docs(copy.of),
      kind: copy.kind,
      reason: copy.reason,
      sentences: copy.sentences.map(([left, right]) => [
        range(recordOf.get(copy.from), left),
        range(recordOf.get(copy.of), right)
      ])
    })
  )
}

function range(record: ArticleRecord | undefined, number: number): [number, number] {
  const sentence = record?.sentences[number]
  if (record === undefined || sentence === undefined)
    throw new Error(`a copy points at sentence ${number}, which is not there`)
  return codePoints(record, sentence)
}

function codePoints(record: ArticleRecord, span: Span): [number, number] {
  const map = mapOffsets(record.article.text)
  return [map.toCodePoint(span.start), map.toCodePoint(span.end)]
}

/** Each merge with the first place where the article has the name. */
function identityLines(merges: readonly Merge[], recordOf: ReadonlyMap<ArticleId, ArticleRecord>): string[] {
  const rows = merges.flatMap((merge) => {
    const record = merge.article === null ? undefined : recordOf.get(merge.article)
    if (record === undefined) return []
    const mentions = record.mentions.filter((mention) => mention.entity === merge.from)
    const text = (span: Span): string => record.article.text.slice(span.start, span.end)
    const [place] = sortBy(
      mentions,
      (mention) => (text(mention) === merge.name ? 0 : mention.kind === 'name' ? 1 : 2),
      (mention) => mention.start
    )
    if (place === undefined) return []
    const [start, end] = codePoints(record, place)
    return [
      [record.article.doc, start, end, text(place), merge.from, merge.to, merge.reason, merge.score]
        .map((cell) => plain(String(cell)))
        .join('\t')
    ]
  })
  return rows.sort(byText)
}

/** A cell holds no tabs or line breaks. */
function plain(cell: string): string {
  return cell.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ')
}
