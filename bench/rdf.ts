/**
 * How fast graphs are written, beside N3's bare writer with the same quads in the same order: `npm run bench rdf [FOLDER]`.
 * The folder holds articles as `hearsay build` takes them; the sample's are taken without one. Both writers run in turn, several
 * times, and the medians count. Then what memory is held while the quads of 100 and of 10,000 articles are written as they come.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Quad } from '@rdfjs/types'
import { Writer } from 'n3'
import { build } from '../src/index.js'
import type { ArticleRecord } from '../src/model.js'
import { graphQuads, prefixes, writeJsonld, writeNQuads, writeTrig, writeTurtle } from '../src/rdf/index.js'
import { manyRecords } from '../test/graph/many.js'
import { figure, median } from './figures.js'

const folder = process.argv[2] ?? 'seeds'
const inputs = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .slice(0, 200)
  .map((name) => ({ name: name.replace(/\.txt$/, ''), text: readFileSync(join(folder, name), 'utf8') }))
const built = build(inputs)
const quads = [...built.quads()]
const facts = quads.filter((quad) => quad.graph.termType === 'DefaultGraph')
const articles = built.records.length
console.log(`${articles} articles: ${quads.length} quads`)
figure('triples an article, default graph', facts.length / articles, '')
figure('quads an article, what is claimed', (quads.length - facts.length) / articles, '')

const rounds = Math.max(7, Math.ceil(1_000_000 / quads.length))
compare('Turtle', facts, () => writeTurtle(facts), 'text/turtle')
compare('TriG', quads, () => writeTrig(quads), 'application/trig')
compare('N-Quads', quads, () => writeNQuads(quads), 'application/n-quads')
alone('JSON-LD', quads, () => writeJsonld(quads))
heldAfter(100)
const [few, many] = [heldAfter(100), heldAfter(10_000)]
figure('held after 100 articles', few, 'MB')
figure('held after 10,000 articles', many, 'MB', { atMost: Math.max(5, 1.5 * few) })

function compare(name: string, given: readonly Quad[], ours: () => Iterable<string>, format: string): void {
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    times[0].push(time(() => consume(ours())))
    times[1].push(time(() => bare(given, format)))
  }
  const [us, them] = times.map((values) => (median(values) * 1e6) / given.length)
  if (us === undefined || them === undefined) return
  figure(`${name}, a quad`, us, 'ns')
  figure(`${name} beside N3's bare writer`, us / them, 'times', { atMost: 2 })
}

function alone(name: string, given: readonly Quad[], ours: () => Iterable<string>): void {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(time(() => consume(ours())))
  figure(`${name}, a quad (N3 writes none)`, (median(times) * 1e6) / given.length, 'ns')
}

/** N3 as anybody would use it: one writer for everything, its prefixes, no order. */
function bare(given: readonly Quad[], format: string): void {
  const writer = new Writer({ format, prefixes })
  for (const quad of given) writer.addQuad(quad)
  writer.end((error, result) => {
    if (error || result.length === 0) throw error ?? new Error('N3 wrote nothing')
  })
}

function consume(pieces: Iterable<string>): void {
  let length = 0
  for (const piece of pieces) length += piece.length
  if (length === 0) throw new Error('nothing was written')
}

function time(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** What is held once the last of so many articles is written, in MB above what was held before the first. */
function heldAfter(articles: number): number {
  const { records } = manyRecords(200)
  const again: Iterable<ArticleRecord> = {
    *[Symbol.iterator]() {
      for (let i = 0; i < articles; i++) {
        const record = records[i % records.length]
        if (record) yield renamed(record, i)
      }
    }
  }
  const resolution = { entities: [], entityOf: {}, merges: [], copies: [], claims: [] }
  const before = held()
  let after = before
  let written = 0
  for (const piece of writeTrig(graphQuads({ records: again, resolution }))) {
    written++
    if (written === articles) after = held()
    if (piece.length === 0) throw new Error('nothing was written')
  }
  if (written < articles) throw new Error(`${written} pieces of ${articles} articles`)
  return (after - before) / 1024 / 1024
}

function held(): number {
  if (!globalThis.gc) throw new Error('run it with node --expose-gc')
  globalThis.gc()
  return process.memoryUsage().heapUsed
}

function renamed(record: ArticleRecord, number: number): ArticleRecord {
  const id = `article/${String(number).padStart(20, '0')}` as const
  return {
    ...record,
    article: { ...record.article, id, doc: `story-${number}` },
    statements: record.statements.map((statement) => ({
      ...statement,
      id: `${id}#statement=${statement.id.slice(statement.id.indexOf('=') + 1)}`
    }))
  }
}
