/**
 * What `hearsay export` writes, read by those it is for: FollowTheMoney (npm and PyPI), nanopub, brat's own reader, a JSON-LD processor
 * and Apache Annotator's engine. The sample, and the fixture with its odd characters.
 *
 * `annotation-context.json` holds those terms of the Web Annotation context that we use; nothing is fetched.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Chunk, type ChunkRange, textQuoteSelectorMatcher } from '@apache-annotator/selector'
import { defaultModel, Model } from '@opensanctions/followthemoney'
import jsonld from 'jsonld'
import { beforeAll, describe, expect, it } from 'vitest'
import { toBrat, toFollowTheMoney, toNanopubs, toWebAnnotations } from '../../src/exports/index.js'
import { readRecord } from '../../src/record/index.js'
import { hearsay } from '../commands/run.js'
import { fixture } from '../rdf/fixture.js'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-exports-'))
const sets = ['sample', 'fixture'] as const
const file = (set: string, name: string): string => join(folder, set, name)
const texts: Record<string, ReadonlyMap<string, string>> = {}

beforeAll(() => {
  const graph = file('sample', 'graph')
  expect(hearsay(['build', 'seeds', '--out', graph, '-q', '--no-cache']).status).toBe(0)
  for (const format of ['webannotation', 'followthemoney', 'nanopub', 'brat']) {
    expect(hearsay(['export', format, graph, '--out', file('sample', format)])).toMatchObject({ status: 0, stderr: '' })
  }
  const sample = readFileSync(join(graph, 'records.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => readRecord(line))
  const { records, resolution } = fixture()
  const input = { records, claims: resolution.claims }
  const write = (name: string, pieces: Iterable<string>): void => {
    mkdirSync(dirname(file('fixture', name)), { recursive: true })
    writeFileSync(file('fixture', name), [...pieces].join(''))
  }
  write('webannotation', toWebAnnotations(input))
  write('followthemoney', toFollowTheMoney(input))
  write('nanopub', toNanopubs(input, { created: '2024-03-06T08:00:00Z' }))
  for (const { name, text } of toBrat(input)) write(join('brat', name), [text])
  texts.sample = new Map(sample.map(({ article }) => [article.id, article.text]))
  texts.fixture = new Map(records.map(({ article }) => [article.id, article.text]))
})

function python(format: string, path: string): Record<string, unknown> {
  const { status, stdout, stderr } = spawnSync('.cache/exports/bin/python', ['test/interop/exports.py', format, path], {
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  expect([status, stderr]).toEqual([0, ''])
  return JSON.parse(stdout)
}

describe.each(sets)('the %s', (set) => {
  it('is valid FollowTheMoney for its own library in Python', () => {
    const { problems, schemata } = python('followthemoney', file(set, 'followthemoney'))
    expect(problems).toEqual([])
    expect(schemata).toMatchObject({
      Article: expect.any(Number),
      Person: expect.any(Number),
      Documentation: expect.any(Number)
    })
  })

  it('is valid FollowTheMoney for its own library in JavaScript, with every link closed', () => {
    const model = new Model(defaultModel)
    const entities = readFileSync(file(set, 'followthemoney'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => model.getEntity(JSON.parse(line)))
    const ids = new Set(entities.map(({ id }) => id))
    for (const entity of entities) {
      for (const property of entity.getProperties()) {
        for (const value of entity.getProperty(property)) {
          if (property.type.isEntity) expect(ids.has(typeof value === 'string' ? value : value.id)).toBe(true)
        }
      }
    }
    expect(entities.length).toBeGreaterThan(10)
  })

  it('is nanopublications that their library finds valid, each with its four graphs', () => {
    const { nanopubs, valid, others } = python('nanopub', file(set, 'nanopub'))
    expect(nanopubs).toBeGreaterThan(3)
    expect([valid, others]).toEqual([nanopubs, []])
  })

  it("is read by brat's own reader without a failed line, and every text is where it says", () => {
    const read = python('brat', file(set, 'brat'))
    expect(read).toMatchObject({ failed: [], different: [], unknown: [], documents: texts[set]?.size })
    expect(read.events).toBeGreaterThan(3)
  })

  it('is Web Annotations that a JSON-LD processor expands without losing a term', async () => {
    const context = JSON.parse(readFileSync('test/interop/annotation-context.json', 'utf8'))
    const document = JSON.parse(readFileSync(file(set, 'webannotation'), 'utf8'))
    const documentLoader = async (url: string) => {
      if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`nothing else may be fetched: ${url}`)
      return { contextUrl: null, documentUrl: url, document: context }
    }
    // In safe mode the processor throws where a term or an IRI would be dropped.
    const quads = await jsonld.toRDF(document, { documentLoader, safe: true })
    const oa = 'http://www.w3.org/ns/oa#'
    const count = (predicate: string): number => quads.filter((quad) => quad.predicate.value === oa + predicate).length
    expect(count('hasTarget')).toBeGreaterThanOrEqual(document.total)
    expect(count('exact')).toBe(count('hasTarget'))
    expect(count('start')).toBe(count('hasTarget'))
    expect(quads.filter(({ object }) => object.value === `${oa}Annotation`)).toHaveLength(document.total)
  })

  it('is Web Annotations whose quotations Apache Annotator finds at the place they name, and nowhere else', async () => {
    const { first } = JSON.parse(readFileSync(file(set, 'webannotation'), 'utf8'))
    const items: readonly Annotation[] = first.items
    for (const { id, target } of items) {
      const text = [...(texts[set] ?? [])].find(([article]) => id.includes(article))?.[1] ?? ''
      for (const { selector } of target) {
        const [quote, { start, end }] = selector
        const found: ChunkRange<Chunk<string>>[] = []
        for await (const match of textQuoteSelectorMatcher(quote)(oneChunk(text))) found.push(match)
        const places = found.map(({ startIndex, endIndex }) => [
          [...text.slice(0, startIndex)].length,
          [...text.slice(0, endIndex)].length
        ])
        expect(places).toEqual([[start, end]])
      }
    }
    expect(items.length).toBeGreaterThan(5)
  })
})

interface Annotation {
  readonly id: string
  readonly target: readonly {
    readonly selector: readonly [
      { readonly type: 'TextQuoteSelector'; readonly exact: string; readonly prefix: string; readonly suffix: string },
      { readonly start: number; readonly end: number }
    ]
  }[]
}

/** A text as one piece, for the engine. */
function oneChunk(data: string) {
  const currentChunk: Chunk<string> = { data }
  return { currentChunk, nextChunk: () => null, previousChunk: () => null, precedesCurrentChunk: () => false }
}
