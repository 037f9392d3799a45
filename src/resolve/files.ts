/**
 * A resolution → the texts of its files. Offsets in them are code points; every line stands by itself; the order of lines is
 * that of ids. The records are read once, one after the other, and only places are kept of them.
 */
import type { ArticleId, ArticleRecord, Claim, Copy, EntityId, Merge, Resolved, Span } from '../model.js'
import { mapOffsets, type OffsetMap } from '../offsets.js'
import { listsBy } from './components.js'
import { addTo, byText, sortBy } from './order.js'
import { PackedTexts } from './packedTexts.js'

export interface ResolutionFiles {
  readonly 'claims.ndjson': Iterable<string>
  readonly 'copies.ndjson': Iterable<string>
  readonly 'identity.tsv': Iterable<string>
}

/** Takes the records as they were resolved, before `globalRecords`. */
export function resolutionFiles(records: Iterable<ArticleRecord>, resolution: Resolved): ResolutionFiles {
  const wanted = new Map<ArticleId, Set<number>>()
  const want = (article: ArticleId, sentence: number): void => {
    wanted.set(article, (wanted.get(article) ?? new Set()).add(sentence))
  }
  for (const { from, of, sentences } of resolution.copies) {
    for (const [left, right] of sentences) {
      want(from, left)
      want(of, right)
    }
  }
  const mergesOf = mergesByArticle(resolution.merges)
  const places = new Map<ArticleId, Places>()
  const rows = new IdentityRows()
  for (const record of records) {
    const { id, doc, text } = record.article
    const ranges: Record<number, readonly [number, number]> = {}
    places.set(id, { doc, ranges })
    const map = mapOffsets(text)
    for (const number of wanted.get(id) ?? []) {
      const sentence = record.sentences[number]
      if (sentence !== undefined) ranges[number] = codePoints(map, sentence)
    }
    rows.add(doc, identityRows(record, map, mergesOf(id)))
  }
  return {
    'claims.ndjson': lines(resolution.claims, (claim) => JSON.stringify(claimLine(claim))),
    'copies.ndjson': lines(
      copyLines(resolution.copies, (id) => places.get(id)),
      (line) => line
    ),
    'identity.tsv': lines(rows, (row) => row)
  }
}

/** Merges, which lie ordered by entity → those of one article. Of many articles they are more than fits into memory as objects. */
function mergesByArticle(merges: Iterable<Merge>): (article: ArticleId) => Merge[] {
  const numberOf = new Map<ArticleId | null, number>()
  const articleOf: number[] = []
  const texts = new PackedTexts()
  for (const merge of merges) {
    const number = numberOf.get(merge.article) ?? numberOf.size
    numberOf.set(merge.article, number)
    articleOf.push(number)
    const { name, from, to, reason, score } = merge
    texts.add(JSON.stringify([name, from, to, reason, score]))
  }
  const placesOf = listsBy(numberOf.size, articleOf.length, (place) => articleOf[place] ?? 0)
  return (article) => {
    const number = numberOf.get(article)
    return (number === undefined ? [] : placesOf(number)).map((place): Merge => {
      const [name, from, to, reason, score]: [string, EntityId, EntityId, string, number] = JSON.parse(texts.at(place))
      return { article, name, from, to, reason, score }
    })
  }
}

/** The lines of `identity.tsv`, sorted. A line begins with its article's name, so that only those of one name are sorted together. */
class IdentityRows implements Iterable<string> {
  readonly #texts = new PackedTexts()
  readonly #of = new Map<string, number[]>()

  add(doc: string, rows: readonly string[]): void {
    if (rows.length > 0) addTo(this.#of, plain(doc), this.#texts.add(rows.join('\n')))
  }

  *[Symbol.iterator](): Iterator<string> {
    yield 'article\tstart\tend\tname\tfrom\tto\treason\tscore'
    for (const [, numbers] of sortBy(this.#of, ([doc]) => `${doc}\t`)) {
      yield* numbers.flatMap((number) => this.#texts.at(number).split('\n')).sort(byText)
    }
  }
}

function* lines<T>(rows: Iterable<T>, toText: (row: T) => string): Iterable<string> {
  for (const row of rows) yield `${toText(row)}\n`
}

/** A claim as a line of `claims.ndjson` has it. */
export function claimLine(claim: Claim): Record<string, unknown> {
  const { id, ...rest } = claim
  return { claim: id, ...rest }
}

/** An article's name, and where its sentences are, by their numbers, in code points. */
export interface Places {
  readonly doc: string
  readonly ranges: Readonly<Record<number, readonly [number, number]>>
}

function copyLines(copies: readonly Copy[], placesOf: (id: ArticleId) => Places | undefined): string[] {
  const doc = (id: ArticleId): string => placesOf(id)?.doc ?? id
  const sorted = sortBy(
    copies,
    (copy) => doc(copy.from),
    (copy) => doc(copy.of)
  )
  return sorted.map((copy) => copyLine(copy, placesOf))
}

/** A line of `copies.ndjson`. */
export function copyLine(copy: Copy, placesOf: (id: ArticleId) => Places | undefined): string {
  const { from, of, kind, reason } = copy
  const range = (id: ArticleId, sentence: number): readonly [number, number] => {
    const found = placesOf(id)?.ranges[sentence]
    if (found === undefined) throw new Error(`a copy points at sentence ${sentence} of ${id}, which is not there`)
    return found
  }
  const sentences = copy.sentences.map(([left, right]) => [range(from, left), range(of, right)])
  return JSON.stringify({ from: placesOf(from)?.doc ?? from, of: placesOf(of)?.doc ?? of, kind, reason, sentences })
}

function codePoints(map: OffsetMap, span: Span): [number, number] {
  return [map.toCodePoint(span.start), map.toCodePoint(span.end)]
}

/** Lines of `identity.tsv`: each merge with the first place where the article has the name. */
export function identityRows(record: ArticleRecord, map: OffsetMap, merges: readonly Merge[]): string[] {
  if (merges.length === 0) return []
  const { doc, text } = record.article
  const mentionsOf = new Map<string, ArticleRecord['mentions'][number][]>()
  for (const mention of record.mentions) addTo(mentionsOf, mention.entity, mention)
  const printed = (span: Span): string => text.slice(span.start, span.end)
  return merges.flatMap((merge) => {
    const [place] = sortBy(
      mentionsOf.get(merge.from) ?? [],
      (mention) => (printed(mention) === merge.name ? 0 : mention.kind === 'name' ? 1 : 2),
      (mention) => mention.start
    )
    if (place === undefined) return []
    const cells = [doc, ...codePoints(map, place), printed(place), merge.from, merge.to, merge.reason, merge.score]
    return [cells.map((cell) => plain(String(cell))).join('\t')]
  })
}

/** A cell holds no tabs or line breaks. */
function plain(cell: string): string {
  return cell.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ')
}
