/** Settings from a file: obeyed where the command line says nothing, refused with a suggestion where they are wrong. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig, settings } from '../../src/commands/config.js'
import { hearsayHere } from './run.js'

function folder(config: unknown): string {
  const dir = mkdtempSync(join(tmpdir(), 'hearsay-config-'))
  writeFileSync(join(dir, 'hearsay.config.json'), typeof config === 'string' ? config : JSON.stringify(config))
  writeFileSync(join(dir, 'story.txt'), '“The bridge is safe,” said the mayor, Ana Reis.')
  return dir
}

describe('a config file', () => {
  test('is obeyed, and the command line wins', async () => {
    const cwd = folder({ $schema: 'x', out: 'graph', cache: false, jobs: 1, base: 'https://a.example/' })
    expect(await hearsayHere(['build', 'story.txt', '-q'], { cwd })).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readFileSync(join(cwd, 'graph/graph.ttl'), 'utf8')).toContain('https://a.example/')
    expect((await hearsayHere(['build', 'story.txt', '-q', '--base', 'https://b.example/'], { cwd })).status).toBe(0)
    expect(readFileSync(join(cwd, 'graph/graph.ttl'), 'utf8')).toContain('https://b.example/')
  })

  test('names files from its own folder', () => {
    const dir = folder({ identity: 'who.tsv', gazetteer: ['a.ttl'] })
    expect(readConfig(join(dir, 'hearsay.config.json'))).toEqual({
      identity: join(dir, 'who.tsv'),
      gazetteer: [join(dir, 'a.ttl')]
    })
  })

  test.each([
    [{ minConfidnce: 0.5 }, 'did you mean "minConfidence"?'],
    [{ colour: 'red' }, 'there are anyLanguage, base'],
    [{ jobs: 0 }, '"jobs" is 0: use a whole number above 0'],
    [{ inputFormat: 'docx' }, 'use one of text, html'],
    [[], 'it must be one JSON object'],
    ['{', 'it is not JSON']
  ])('%j is refused', async (config, message) => {
    const cwd = folder(config)
    const { status, stderr } = await hearsayHere(['build', 'story.txt', '--out', 'graph'], { cwd })
    expect(status).toBe(1)
    expect(stderr).toContain('hearsay.config.json')
    expect(stderr).toContain(message)
  })

  test('that was named and is not there is an error', async () => {
    const { status, stderr } = await hearsayHere(['extract', 'story.txt', '--config', 'none.json'])
    expect(status).toBe(1)
    expect(stderr).toContain('none.json: it cannot be read')
  })
})

test('the schema for editors has the same keys', () => {
  const schema = JSON.parse(readFileSync(new URL('../../schemas/config.schema.json', import.meta.url), 'utf8'))
  expect(Object.keys(schema.properties).filter((key) => key !== '$schema')).toEqual(Object.keys(settings))
})
