/** What the library gives a program: a pinned list of names, streams, stages that can be replaced, and a stop. */
import { describe, expect, test } from 'vitest'
import * as hearsay from '../src/index.js'
import { type Article, build, extract, extractEach, resolve } from '../src/index.js'

const story = { name: 'story', text: '“The bridge is safe,” said the mayor, Ana Reis.' }

test('the names of the library', () => {
  expect(Object.keys(hearsay).sort()).toMatchInlineSnapshot(`
    [
      "HearsayError",
      "actorGraph",
      "articleOf",
      "build",
      "buildFromRecords",
      "defaultGazetteer",
      "extract",
      "extractEach",
      "globalRecords",
      "graphQuads",
      "isFailure",
      "mergeGazetteers",
      "parseDecisions",
      "parseGazetteer",
      "propose",
      "proposeByRules",
      "provenanceGraph",
      "readInput",
      "readJsonld",
      "readQuads",
      "readRecord",
      "readText",
      "recordLine",
      "resolve",
      "textFragmentLink",
      "validateShapes",
      "verify",
      "writeEdgesCsv",
      "writeGexf",
      "writeGraphml",
      "writeJsonld",
      "writeNQuads",
      "writeNodesCsv",
      "writeTrig",
      "writeTurtle",
    ]
  `)
})

describe('build', () => {
  test('takes strings, and gives records, an RDF/JS dataset and a graphology graph', () => {
    const built = build([story])
    expect(built.records.map(({ article }) => article.doc)).toEqual(['story'])
    expect(built.dataset().size).toBeGreaterThan(30)
    expect(built.graph.order).toBeGreaterThan(2)
    expect(built.actors.size).toBeGreaterThanOrEqual(0)
    expect(built.failures).toEqual([])
  })

  test('names what cannot be read, and what is there twice', () => {
    const { failures, records } = build([story, { name: 'again', text: story.text }, { name: 'empty', text: ' ' }])
    expect(records.length).toBe(1)
    expect(failures.map(({ input, code }) => [input, code])).toEqual([
      ['empty', 'empty'],
      ['story', 'duplicate']
    ])
  })

  test('lets an extractor and a resolver be replaced', () => {
    const seen: string[] = []
    const built = build([story], {
      extract: (article: Article) => {
        seen.push(article.doc)
        return { ...extract(article), statements: [] }
      },
      resolve: (records) => {
        seen.push('resolve')
        return resolve(records)
      }
    })
    expect(seen).toEqual(['story', 'resolve'])
    expect(built.summary.statements).toBe(0)
  })

  test('leaves out what is less probable than asked for', () => {
    const all = build([story]).records.flatMap(({ statements }) => statements)
    expect(all.length).toBeGreaterThan(0)
    expect(build([story], { minConfidence: 1 }).summary.statements).toBe(0)
  })

  test('stops when it is told to', () => {
    expect(() => build([story], { signal: AbortSignal.abort() })).toThrow(expect.objectContaining({ code: 'aborted' }))
  })

  test('finds people without any gazetteer, under their own names', () => {
    const { records } = build(
      [{ name: 'a', text: 'Dmitry Peskov said no. The Russian Volunteer Corps claimed the raid.' }],
      { gazetteer: null }
    )
    const names = records.flatMap(({ entities }) => entities.map(({ name }) => name))
    expect(names).toEqual(expect.arrayContaining(['Dmitry Peskov', 'Russian Volunteer Corps']))
  })
})

describe('extractEach', () => {
  async function* articles() {
    yield story
    yield { name: 'empty', text: '' }
    yield { name: 'last', text: 'The mayor denied it.' }
  }

  test('gives records as articles come', async () => {
    const docs: string[] = []
    const failed: string[] = []
    for await (const { article } of extractEach(articles(), { onFailure: ({ input }) => failed.push(input) }))
      docs.push(article.doc)
    expect(docs).toEqual(['story', 'last'])
    expect(failed).toEqual(['empty'])
  })

  test('ends at the first that cannot be read, where nobody wants to be told', async () => {
    const all = async (): Promise<void> => {
      for await (const record of extractEach(articles())) expect(record.article.doc).toBe('story')
    }
    await expect(all()).rejects.toMatchObject({ code: 'empty', input: 'empty' })
  })
})
