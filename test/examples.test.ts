/** Every example runs as it is printed, and says what it promises. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

function run(name: string, ...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [`examples/${name}`, ...args], {
    cwd: root,
    encoding: 'utf8'
  })
  expect({ name, status, stderr }).toEqual({ name, status: 0, stderr: '' })
  return stdout
}

const gexf = join(mkdtempSync(join(tmpdir(), 'hearsay-examples-')), 'actors.gexf')

test.each([
  ['build-from-strings.mjs', [], /noon: norline \(speaker\) deny: .*\n[\s\S]*3 statements/],
  ['jsonl-to-nquads.mjs', [], /<https:\/\/w3id\.org\/hearsay\/id\/article\/\w+> .* \.\n/],
  ['custom-gazetteer.mjs', [], /with: +norline, norline\n/],
  ['query-with-sparql.mjs', [], /Norline denied any delay\n/],
  ['gephi.mjs', ['seeds', gexf], /\d+ nodes, \d+ edges\n/],
  ['walk-through.mjs', [], /union as speaker, then state-broadcaster as relayer/]
])('%s', (name, args, expected) => {
  expect(run(name, ...args)).toMatch(expected)
})

test('the Gephi example writes times', () => {
  expect(readFileSync(gexf, 'utf8')).toContain('mode="dynamic"')
})

test('none is forgotten', () => {
  const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.mjs'))
  const readme = readFileSync(join(root, 'examples/README.md'), 'utf8')
  expect(examples.filter((name) => !readme.includes(name))).toEqual([])
  expect(examples.length).toBe(6)
})
