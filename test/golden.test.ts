/**
 * Texts with what is made of them, compared byte for byte: our own in test/golden, found by a loop, and the five articles of the
 * sample in out/. `UPDATE=1 npm test` writes the first anew, `npm start` the second; both are read in review like code.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Article, build, buildFromRecords, readText } from '../src/index.js'
import { extractArticle } from '../src/pipeline.js'
import { readRecord, recordLine } from '../src/record/index.js'

const golden = new URL('./golden/', import.meta.url)
const sample = new URL('../out/', import.meta.url)
const seeds = new URL('../seeds/', import.meta.url)

const articlesIn = (folder: URL): Article[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readText(new Uint8Array(readFileSync(new URL(name, folder))), name))

/** A record over several lines, so that a difference can be read. */
function readable(line: string): string {
  return `${JSON.stringify(JSON.parse(line), null, 1).replace(/\[\s+(-?\d+),\s+(-?\d+)\s+\]/g, '[$1, $2]')}\n`
}

function compare(file: URL, text: string): void {
  if (process.env.UPDATE) writeFileSync(file, text)
  expect(existsSync(file), `${file.pathname} is missing: run UPDATE=1 npm test and read it`).toBe(true)
  expect(text === readFileSync(file, 'utf8') || firstDifference(readFileSync(file, 'utf8'), text)).toBe(true)
}

function firstDifference(wanted: string, found: string): string {
  let at = 0
  while (at < wanted.length && wanted[at] === found[at]) at++
  return `at character ${at}: wanted ${JSON.stringify(wanted.slice(at - 60, at + 60))}, found ${JSON.stringify(found.slice(at - 60, at + 60))}`
}

describe('our own texts', () => {
  const articles = articlesIn(golden)

  test.each(articles.map((article) => [article.doc, article] as const))('%s: its record', (doc, article) => {
    const [record] = build([article]).records
    expect(record).toBeDefined()
    if (record) compare(new URL(`${doc}.record.json`, golden), readable(recordLine(record)))
  })

  test.each([
    'graph.ttl',
    'graph.trig',
    'graph.graphml',
    'graph.gexf',
    'claims.ndjson',
    'report.md'
  ])('all of them together: %s', (name) => {
    const file = [...build(articles).files()].find((each) => each.name === name)
    compare(new URL(`all.${name}`, golden), [...(file?.pieces ?? [])].join(''))
  })

  test('in another order they give the same bytes', () => {
    const texts = (from: readonly Article[]): string[] =>
      [...build(from).files()].map(({ pieces }) => [...pieces].join(''))
    expect(texts(articles.toReversed())).toEqual(texts(articles))
  })

  test('their records, written and read again, give the same bytes', () => {
    const records = articles
      .map((article) => extractArticle(article))
      .sort((a, b) => (a.article.id < b.article.id ? -1 : 1))
    const texts = (from: typeof records): string[] =>
      [...buildFromRecords(from).files()].map(({ name, pieces }) => `${name}: ${[...pieces].join('')}`)
    const before = texts(records)
    for (const [i, after] of texts(records.map((record) => readRecord(recordLine(record)))).entries())
      expect(after === before[i] || firstDifference(before[i] ?? '', after)).toBe(true)
  })
})

describe('the sample in out/', () => {
  const files = [...build(articlesIn(seeds)).files()]

  test.each(files.map((file) => [file.name, file] as const))('%s is what npm start writes', (name, { pieces }) => {
    const text = [...pieces].join('')
    const committed = readFileSync(new URL(name, sample), 'utf8')
    expect(text === committed || firstDifference(committed, text)).toBe(true)
  })

  test('holds nothing else', () => {
    const names = readdirSync(sample).filter((name) => !name.startsWith('.'))
    expect(names.sort()).toEqual(files.map(({ name }) => name).sort())
  })
})
