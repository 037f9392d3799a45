/** The steps one by one, lines mixed up, give what the whole gives at once. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { build, extractArticle } from '../../src/pipeline.js'
import { articleOf, readText } from '../../src/read/index.js'
import { recordLine } from '../../src/record/index.js'
import { parseDecisions } from '../../src/resolve/index.js'
import { type Line, lineText, runStage, stages } from '../../src/stages/index.js'
import { resolveInSteps } from './engine.js'

const seeds = new URL('../../seeds/', import.meta.url)

const blame = [
  {
    name: 'a',
    published: '2024-03-04',
    publisher: 'The Post',
    text: 'LODVA – The Varan government said on Monday that Tolmia had attacked the harbour of Lodva. "Tolmia fired the missiles at the harbour of Lodva," said Ana Reis, a spokeswoman for the Varan government. Eight people were killed, the mayor, Jan Olsk, said. The harbour stands empty now. Two ships sank near the pier in the night.'
  },
  {
    name: 'b',
    published: '2024-03-05',
    publisher: 'The Courier',
    text: 'The Varan government said on Monday that Tolmia had attacked the harbour of Lodva. "Tolmia fired the missiles at the harbour of Lodva," said Ana Reis, a spokeswoman for the Varan government. Eight people were killed, the mayor, Jan Olsk, said. The harbour stands empty now. Two ships sank near the pier in the night.'
  },
  {
    name: 'c',
    published: '2024-03-06',
    publisher: 'The Herald',
    text: 'Russia denied any involvement in the attack on Lodva. Ukraine said that Russia had attacked Lodva. The Kremlin blamed Ukraine for the attack on Lodva. Eleven people were killed in Lodva, Mr Olsk said on Wednesday. Reis said the government would rebuild the harbour, although Olsk said it would not.'
  }
]

const recordsOf = (articles: readonly ReturnType<typeof articleOf>[]): Line[] =>
  articles.map((article) => {
    const record = extractArticle(article)
    return { kind: 'record', key: article.id, value: recordLine(record) }
  })

const linesOf = (files: Iterable<{ readonly name: string; readonly pieces: Iterable<string> }>) => {
  const texts = new Map([...files].map(({ name, pieces }) => [name, [...pieces].join('').split('\n').filter(Boolean)]))
  return {
    quads: texts.get('graph.nq')?.sort(),
    records: texts.get('records.ndjson')?.sort(),
    claims: texts.get('claims.ndjson')?.sort(),
    copies: texts.get('copies.ndjson')?.sort(),
    identity: texts.get('identity.tsv')?.slice(1).sort()
  }
}

/** The same each time, and like no order that a stage would like: a card trick. */
const mixed = (lines: readonly Line[]): Line[] =>
  lines
    .map((line, i): [number, Line] => [(i * 7919) % 1009, line])
    .sort(([a], [b]) => a - b)
    .map(([, line]) => line)
const orders: readonly [string, (lines: readonly Line[]) => readonly Line[]][] = [
  ['as they come', (lines) => lines],
  ['backwards', (lines) => [...lines].reverse()],
  ['mixed up', mixed]
]

describe('step by step it is what build writes', () => {
  const sample = readdirSync(seeds)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readText(readFileSync(new URL(file, seeds)), file))
  const own = blame.map(({ text, name, ...details }) => articleOf(text, name, details))

  test('the sample', () => {
    expect(resolveInSteps(recordsOf(sample), mixed)).toEqual(linesOf(build(sample).files()))
  })

  test.each(orders)('a reprint, a denial and a blame, lines %s', (_, order) => {
    const whole = linesOf(build(own).files())
    expect(whole.copies).toHaveLength(1)
    expect(resolveInSteps(recordsOf(own), order)).toEqual(whole)
  })

  test("with the user's decisions", () => {
    const decisions = parseDecisions('different\tAna Reis\tReis\nsame\tJan Olsk\tThe Kremlin', 'identity.tsv')
    const whole = linesOf(build(own, { decisions }).files())
    expect(whole.identity?.some((row) => row.includes('user:'))).toBe(true)
    expect(resolveInSteps(recordsOf(own), mixed, decisions)).toEqual(whole)
  })
})

describe('lines that cannot be used', () => {
  const run = (command: keyof typeof stages, of: string, lines: readonly string[]): string[] => {
    const stage = stages[command][of]?.({ gazetteer: { lookup: () => [] }, decisions: [] })
    return stage === undefined ? [] : [...runStage(stage, lines, 'part-3')]
  }

  test('become error lines with their name, and the others are answered', () => {
    const record = lineText(
      recordsOf([articleOf('Ana Reis said it rained.', 'rain')])[0] ?? { kind: '', key: '', value: '' }
    )
    const answered = run('keys', 'identity', ['no tabs', 'record\tarticle/1\t{"doc": "cut o', record])
    const [first, second, ...rest] = answered
    expect(first).toMatch(/^error\tpart-3, line 1\t.*"code":"malformed"/)
    expect(second).toMatch(/^error\tarticle\/1\t.*"code":"malformed"/)
    expect(rest.some((line) => line.startsWith('card\tname '))).toBe(true)
  })

  test.each([
    ['match', 'identity', 'card'],
    ['match', 'claims', 'claim'],
    ['merge', 'names', 'draft'],
    ['merge', 'links', 'claim'],
    ['merge', 'copies', 'copy']
  ] as const)('%s %s names the key of a line that is none of its table', (command, of, table) => {
    const lines = [`${table}\tk 1\t{"x": 1}`, `${table}\tk 1\t{"x": 1}`]
    expect(run(command, of, lines)).toEqual([expect.stringMatching(/^error\tk 1\t.*malformed/)])
  })

  test('what a key shows to be alike is one line, with its pairs where not all of it is', () => {
    const claim = (id: string, ...quotes: readonly string[]): string => {
      const tokens = quotes.flatMap((quote) => quote.split(' ')).sort()
      const rest = { parts: [], quantities: [], negative: false, speakers: [], inside: null, company: [] }
      const value = { id, article: id, published: '', act: 'claim', tokens, quotes, original: null, ...rest }
      return `claim\tk\t${JSON.stringify(value)}`
    }
    const [first, second] = ['bridge lodva collaps barge', 'pier flood harbour storm']
    const claims = [claim('a', first), claim('b', first, second), claim('c', second)]
    expect(run('match', 'claims', claims)).toEqual(['alike\ta\t{"ids":["a","b","c"],"pairs":[[0,1],[1,2]]}'])
    expect(run('match', 'claims', [claim('a', first), claim('b', first), claim('c', second)])).toEqual([
      'alike\ta\t{"ids":["a","b"]}'
    ])
  })

  test('an empty line is answered by an empty line when all before it is', () => {
    const card = 'place\t0:1\t{"article":"article/1","published":"","sentence":0,"of":3}'
    const other = 'place\t0:1\t{"article":"article/2","published":"","sentence":1,"of":4}'
    const met = 'met\tarticle/1 article/2\t[0,3,4]'
    expect(run('match', 'copies', [card, other, '', ''])).toEqual([met, '', ''])
  })
})
