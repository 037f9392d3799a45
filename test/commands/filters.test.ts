/** The steps for clusters as commands: lines in, lines out, and what is wrong said in its place. */
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hearsay } from './run.js'

const story = JSON.stringify({
  text: 'The bridge is safe, said the mayor, Ana Reis, on Monday.',
  published: '2024-03-05'
})
const bytes = Buffer.from('“It rained,” Jan Olsk said.').toString('base64')

const rows = (stdout: string): string[][] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t'))

describe('extract - --filter', () => {
  test('answers each line by its record or what is wrong with it, and an empty line by an empty line', () => {
    const envelope = JSON.stringify({ input: 'news/rain.txt', bytes })
    const same = JSON.stringify({ input: 'news/again.txt', utf8: Buffer.from(bytes, 'base64').toString() })
    const bad = JSON.stringify({
      input: 'news/dump.jsonl',
      number: 7,
      bytes: Buffer.from('{"text": 1').toString('base64')
    })
    const { status, stdout, stderr } = hearsay(['extract', '-', '--filter'], {
      input: [story, '', '{"no text": true}', envelope, bad, same, ''].join('\n').concat('\n')
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const found = rows(stdout)
    const kinds = ['doc', 'record', '', 'error', 'doc', 'record', 'error', 'doc', 'record', '']
    expect(found.map(([kind]) => kind)).toEqual(kinds)
    expect(JSON.parse(found[1]?.[2] ?? '').doc).toBe('stdin-1')
    expect(found[3]?.[1]).toBe('stdin#3')
    expect(JSON.parse(found[4]?.[2] ?? '')).toEqual({ doc: 'rain' })
    expect(JSON.parse(found[5]?.[2] ?? '')).toMatchObject({ doc: 'rain', article: { id: found[5]?.[1] } })
    expect(found[6]?.[1]).toBe('news/dump.jsonl#7')
    expect(found[7]?.slice(0, 2)).toEqual(['doc', found[5]?.[1]])
  })

  test('takes standard input and nothing else', () => {
    const { status, stderr } = hearsay(['extract', 'a.txt', '--filter'])
    expect(status).toBe(2)
    expect(stderr).toContain('give it - and nothing else')
  })
})

test('records go through keys and match as lines', () => {
  const records = hearsay(['extract', '-', '--filter'], { input: `${story}\n${story.replace('safe', 'open')}\n` })
  const keys = hearsay(['keys', 'identity'], { input: records.stdout })
  const cards = keys.stdout.split('\n').filter((line) => line.startsWith('card\tname '))
  expect(cards).toHaveLength(2)
  const [pair, ...rest] = rows(hearsay(['match', 'identity'], { input: `${cards.join('\n')}\n` }).stdout)
  expect(rest).toEqual([])
  expect(JSON.parse(pair?.[2] ?? '')).toMatchObject({ reason: 'same name', score: 0.95 })
})

test('a step that is none is told with those that are', () => {
  const { status, stderr } = hearsay(['match', 'everything'])
  expect(status).toBe(2)
  expect(stderr).toContain('identity, copies, meetings, articles, claims, links, blames')
})

describe('draw', () => {
  test('writes graph files of the records and entities among the lines', () => {
    const out = mkdtempSync(join(tmpdir(), 'hearsay-draw-'))
    const records = hearsay(['extract', '-', '--filter'], { input: `${story}\n` }).stdout
    const own = hearsay(['keys', 'identity'], { input: records })
      .stdout.split('\n')
      .filter((line) => line.startsWith('own\t'))
    const drafts = hearsay(['merge', 'identity'], { input: `${own.join('\n')}\n` }).stdout
    const names = hearsay(['merge', 'names'], { input: drafts }).stdout
    expect(hearsay(['draw', '--out', join(out, 'near')], { input: records + names })).toMatchObject({
      status: 0,
      stderr: ''
    })
    expect(readFileSync(join(out, 'near/graph.graphml'), 'utf8')).toContain('Ana Reis')
    expect(readFileSync(join(out, 'near/actors.gexf'), 'utf8')).toContain('Ana Reis')
  })

  test('draws nothing of nothing', () => {
    const { status, stderr } = hearsay(['draw', '--out', join(tmpdir(), 'hearsay-none')], { input: '' })
    expect(status).toBe(1)
    expect(stderr).toContain('nothing to draw')
  })
})
