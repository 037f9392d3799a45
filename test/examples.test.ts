/** Every example runs as it is printed, and says what it promises. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const gexf = join(mkdtempSync(join(tmpdir(), 'hearsay-examples-')), 'actors.gexf')

const expected: Readonly<Record<string, RegExp>> = {
  'build-from-strings.mjs': /noon: norline \(speaker\) deny: .*\n[\s\S]*3 statements/,
  'jsonl-to-nquads.mjs': /<https:\/\/w3id\.org\/hearsay\/id\/article\/\w+> .* \.\n/,
  'custom-gazetteer.mjs': /with: +norline, norline\n/,
  'query-with-sparql.mjs': /Norline denied any delay\n/,
  'gephi.mjs': /\d+ nodes, \d+ edges\n/,
  'walk-through.mjs': /union as speaker, then state-broadcaster as relayer/
}
const args: Readonly<Record<string, readonly string[]>> = { 'gephi.mjs': ['seeds', gexf] }

/** One process runs them all, so that Hearsay is loaded once. A line with a NUL and the name stands before what each prints. */
const runner = `
for (const [name, args] of ${JSON.stringify(Object.keys(expected).map((name) => [name, args[name] ?? []]))}) {
  process.argv.splice(1, process.argv.length, 'examples/' + name, ...args)
  console.log('\\0' + name)
  await import(${JSON.stringify(pathToFileURL(`${root}examples/`).href)} + name)
}`
const printed = new Map<string, string>()

beforeAll(() => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', runner], {
    cwd: root,
    encoding: 'utf8'
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  for (const part of stdout.split('\0').slice(1)) {
    const end = part.indexOf('\n')
    printed.set(part.slice(0, end), part.slice(end + 1))
  }
})

test.each(Object.entries(expected))('%s', (name, says) => {
  expect(printed.get(name)).toMatch(says)
})

test('the Gephi example writes times', () => {
  expect(readFileSync(gexf, 'utf8')).toContain('mode="dynamic"')
})

test('none is forgotten', () => {
  const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.mjs'))
  const readme = readFileSync(join(root, 'examples/README.md'), 'utf8')
  expect(examples.filter((name) => !readme.includes(name))).toEqual([])
  expect(examples).toEqual(Object.keys(expected).sort())
})
