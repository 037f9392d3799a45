/** A record and its line of JSON are the same thing, with offsets in code points outside and UTF-16 inside. */
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extract/index.js'
import { articleOf } from '../../src/read/index.js'
import { readRecord, recordLine } from '../../src/record/index.js'
import { fixture } from '../rdf/fixture.js'

const text = '😀 PORTO – “The 😀 bridge is safe,” said the mayor, Ana Reis, on Monday. She denied any delay.'
const record = extract(articleOf(text, 'news/bridge.txt', { published: '2024-03-05' }))

describe('a record', () => {
  test('survives being written and read, but for its tokens', () => {
    for (const each of [record, ...fixture().records]) {
      const bare = { ...each, sentences: each.sentences.map((sentence) => ({ ...sentence, tokens: [] })) }
      const again = readRecord(recordLine(each))
      expect(recordLine(again)).toBe(recordLine(each))
      expect(again.statements).toEqual(bare.statements)
      expect(again.article).toEqual(bare.article)
    }
  })

  test('has offsets in code points', () => {
    const line = JSON.parse(recordLine(record))
    const characters = [...text]
    expect(line.doc).toBe('bridge')
    expect(line.statements.length).toBeGreaterThan(0)
    for (const statement of line.statements) {
      const words = statement.content.map(([start, end]: [number, number]) => characters.slice(start, end).join(''))
      expect(words).toEqual(statement.text)
    }
    const name = line.mentions.find((mention: { entity: string }) => mention.entity === 'ana-reis')
    expect(characters.slice(name.start, name.end).join('')).toBe('Ana Reis')
  })

  test('keeps pronouns that stand for somebody named apart from names', () => {
    const line = JSON.parse(recordLine(record))
    const words = (each: { start: number; end: number }) => [...text].slice(each.start, each.end).join('')
    expect(line.references.map(words)).toContain('She')
    expect(line.mentions.map(words)).not.toContain('She')
  })
})

test.each([
  ['{', 'this is not JSON'],
  ['{"version":0}', 'no record of version'],
  ['[]', 'no record of version']
])('%s is refused', (line, message) => {
  expect(() => readRecord(line, 'records.ndjson:3')).toThrow(message)
})
