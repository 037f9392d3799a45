/** The command as a user meets it: what it prints where, and how it ends. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../src/commands/index.js'
import { hearsay, hearsayHere } from './run.js'

const story = 'date 2024-03-05 PORTO – “The bridge is safe,” said the mayor, Ana Reis, on Monday.'
let dir = ''

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'hearsay-commands-'))
  writeFileSync(join(dir, 'story.txt'), story)
  writeFileSync(join(dir, 'latin.txt'), Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0x63]))
})

describe('help', () => {
  test('without arguments it says what it does and exits 0', () => {
    const { status, stdout } = hearsay([])
    expect(status).toBe(0)
    expect(stdout).toContain('hearsay build articles/ --out graph')
  })

  test.each([
    ['--help'],
    ['build', '--help'],
    ['extract', '--help'],
    ['verify', '--help']
  ])('%s %s', async (...args) => {
    const { status, stdout } = await hearsayHere(args)
    expect(status).toBe(0)
    expect(stdout).toContain('Example')
  })

  test('--version prints the version of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(hearsay(['--version']).stdout).toBe(`${version}\n`)
  })
})

describe('wrong usage ends with 2', () => {
  test.each([
    [['bild'], /Did you mean build/],
    [['build', 'a.txt'], /--out/],
    [['build', 'a.txt', '--out', 'x', '--min-confidence', '7'], /0 to 1/],
    [['verify', '.'], /--sources/]
  ])('%s', async (args, message) => {
    const { status, stderr, stdout } = await hearsayHere(args)
    expect(status).toBe(2)
    expect(stderr).toMatch(message)
    expect(stdout).toBe('')
  })
})

describe('build', () => {
  test('writes the graph, and verify proves it', () => {
    const out = join(dir, 'graph')
    const built = hearsay(['build', join(dir, 'story.txt'), '--out', out])
    expect(built).toMatchObject({ status: 0, stderr: '' })
    expect(built.stdout).toContain('1  articles')
    expect(readdirSync(out)).toEqual(
      expect.arrayContaining([
        'graph.ttl',
        'graph.trig',
        'graph.nq',
        'graph.graphml',
        'graph.gexf',
        'records.ndjson',
        'summary.json'
      ])
    )
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual(['.hearsay-cache'])
    const verified = hearsay(['verify', out, '--sources', join(dir, 'story.txt')])
    expect(verified).toMatchObject({ status: 0, stderr: '' })
    expect(verified.stdout).toContain('all exact')
  })

  test('one changed character of the article makes verify fail and say where', async () => {
    const [out, changed] = [join(dir, 'graph2'), join(dir, 'changed')]
    await hearsayHere(['build', join(dir, 'story.txt'), '--out', out])
    const sources = mkdtempSync(changed)
    writeFileSync(join(sources, 'story.txt'), story.replace('safe', 'sate'))
    const { status, stderr } = await hearsayHere(['verify', out, '--sources', sources])
    expect(status).toBe(1)
    expect(stderr).toContain('character')
    expect(stderr.split('\n').filter((line) => line.startsWith('differs:')).length).toBeLessThanOrEqual(10)
  })

  test('names what it could not read, builds the rest and ends with 1', async () => {
    const out = join(dir, 'graph3')
    const mixed = mkdtempSync(join(dir, 'mixed'))
    for (const name of ['story.txt', 'latin.txt']) writeFileSync(join(mixed, name), readFileSync(join(dir, name)))
    const { status, stdout, stderr } = await hearsayHere([
      'build',
      mixed,
      join(dir, 'nothing.txt'),
      '--out',
      out,
      '--json'
    ])
    expect(status).toBe(1)
    expect(stderr).toContain('latin.txt: byte 3 is not UTF-8')
    expect(stderr).toContain('nothing.txt: there is no such file')
    expect(JSON.parse(stdout).articles).toBe(1)
    expect(readdirSync(out)).toContain('graph.ttl')
  })

  test('writes nothing where nothing could be read', async () => {
    const out = join(dir, 'graph4')
    expect((await hearsayHere(['build', join(dir, 'latin.txt'), '--out', out])).status).toBe(1)
    expect(readdirSync(dir)).not.toContain('graph4')
  })

  test('--quiet prints nothing', async () => {
    const ran = await hearsayHere(['build', join(dir, 'story.txt'), '--out', join(dir, 'graph5'), '--quiet'])
    expect(ran).toEqual({ status: 0, stdout: '', stderr: '' })
  })
})

describe('extract', () => {
  test('prints a record a line, from standard input too', () => {
    const ran = hearsay(['extract', '-'], { input: story })
    expect(ran).toMatchObject({ status: 0, stderr: '' })
    const record = JSON.parse(ran.stdout)
    expect(record.doc).toBe('stdin')
    expect(record.statements[0].chain[0]).toMatchObject({ role: 'speaker', entity: 'ana-reis' })
  })

  test('a name that would move the cursor is printed as text', async () => {
    const bad = join(dir, 'a\u001b[31m.txt')
    const { stderr } = await hearsayHere(['extract', bad])
    expect(stderr).toContain('\\u{1b}[31m.txt')
    expect(stderr).not.toContain('\u001b')
  })
})

test('what help says of a command is what the command says of itself', async () => {
  for (const { name, description, load } of commands) {
    const program = new Command()
    const add = await load()
    add(program)
    expect(program.commands.map((command) => [command.name(), command.description()])).toEqual([[name, description]])
  }
})
