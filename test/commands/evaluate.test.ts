/** `hearsay evaluate` as a user meets it, on annotated articles of our own. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { hearsayHere } from './run.js'

const text = 'The mayor, Ana Reis, said on Monday that the bridge was safe. Omar Haddad denied any delay.'
let dir = ''

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'hearsay-evaluate-'))
  mkdirSync(join(dir, 'text'))
  mkdirSync(join(dir, 'attributions'))
  writeFileSync(join(dir, 'text/story.txt'), text)
  const span = (id: string, role: string, words: string): string =>
    `${id}\t${role} ${text.indexOf(words)} ${text.indexOf(words) + words.length}\t${words}`
  const annotations = [
    span('T1', 'Source', 'The mayor, Ana Reis,'),
    span('T2', 'Cue', 'said'),
    span('T3', 'Content', 'that the bridge was safe'),
    'E1\tAttribution:T3 Content:T3 Cue:T2 Source:T1',
    span('T4', 'Source', 'Omar Haddad'),
    span('T5', 'Cue', 'denied'),
    span('T6', 'Content', 'any delay'),
    'E2\tAttribution:T6 Content:T6 Cue:T5 Source:T4'
  ]
  writeFileSync(join(dir, 'attributions/story_0a1b.ann'), `${annotations.join('\n')}\n`)
  const names = [
    { start: 11, end: 19, type: 'person' },
    { start: text.indexOf('Omar'), end: text.indexOf(' denied'), type: 'person' }
  ]
  writeFileSync(join(dir, 'names.jsonl'), `${JSON.stringify({ doc: 'story', text, entities: names })}\n`)
})

describe('evaluate', () => {
  test('measures a folder of attributions', async () => {
    const { status, stdout, stderr } = await hearsayHere(['evaluate', dir])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('all: 2 gold, 2 predicted\n  statement        P 100.0  R 100.0  F1 100.0\n')
    expect(stdout).toContain('confidence: expected calibration error')
  })
  test('measures a file of names, as JSON if wanted', async () => {
    const { status, stdout } = await hearsayHere(['evaluate', join(dir, 'names.jsonl'), '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject([{ names: 2, span: { f1: 1 }, typed: { f1: 1 }, errors: [] }])
  })
  test('measures records of any tool, and shows errors in their sentences', async () => {
    const records = join(dir, 'records.ndjson')
    const statement = { source: [], cue: [[74, 80]], content: [[81, 90]] }
    writeFileSync(records, `${JSON.stringify({ doc: 'story', statements: [statement], mentions: [] })}\n`)
    const { status, stdout } = await hearsayHere(['evaluate', dir, '--records', records, '--errors', '5'])
    expect(status).toBe(0)
    expect(stdout).toContain('all: 2 gold, 1 predicted')
    expect(stdout).toContain('missed  story\n    {The mayor, Ana Reis,} <said> on Monday [that the bridge was safe].')
    expect(stdout).toContain('found: Omar Haddad <denied> [any delay].')
  })
  test.each([
    ['nothing there', () => join(dir, 'nowhere'), /nowhere: there is no such file/, 1],
    ['a folder without annotations', () => join(dir, 'text'), /text\/ and attributions\//, 2],
    ['a file that is no annotation', () => join(dir, 'text/story.txt'), /line 1: it is no JSON/, 1]
  ])('says what is wrong with %s', async (_, path, message, code) => {
    const { status, stderr, stdout } = await hearsayHere(['evaluate', path()])
    expect(stderr).toMatch(message)
    expect({ status, stdout }).toEqual({ status: code, stdout: '' })
  })
})
