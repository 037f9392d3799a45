/** rdflib, PyLD, Oxigraph for Python and rapper: each reads every file without a word, and the stores answer as we do. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { expectedAnswer, questions, tableOfJson } from '../rdf/questions.js'
import { rdf12Files } from './rdf12.js'

const python = '.cache/rdfpy/bin/python'

/** What a script answers; it must say nothing else, for that would be a warning. */
function run(...args: string[]): unknown {
  const { status, stdout, stderr } = spawnSync(python, ['test/interop/rdfpy.py', ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  expect([status, stderr]).toEqual([0, ''])
  return JSON.parse(stdout)
}

test('rdflib and PyLD read the same quads from each file, and from Turtle those of the default graph', () => {
  const files = ['out/graph.nq', 'out/graph.trig', 'out/graph.jsonld', 'out/graph.ttl']
  expect(run('same', ...files)).toMatchObject({
    'out/graph.nq': { all: true, facts: false },
    'out/graph.trig': { all: true },
    'out/graph.jsonld': { all: true },
    'out/graph.jsonld by PyLD': { all: true },
    'out/graph.ttl': { all: false, facts: true }
  })
})

test('rdflib reads the ontology', () => {
  const files = readdirSync('ontology').filter((name) => name.endsWith('.ttl'))
  for (const file of files)
    expect(run('same', `ontology/${file}`)).toMatchObject({ [`ontology/${file}`]: { all: true } })
})

test('Oxigraph reads triple terms, as many in each file', () => {
  mkdirSync('.cache/rdf12', { recursive: true })
  const [nq = '', trig = '', ttl = ''] = [...rdf12Files('.cache/rdf12')]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((path) => path)
  expect([nq, trig, ttl].map((path) => path.replace(/^.*\./, ''))).toEqual(['nq', 'trig', 'ttl'])
  expect(run('count', nq)).toBe(run('count', trig))
})

describe('rapper', () => {
  const files = [
    ...['ttl', 'trig', 'nq'].map((ending) => `out/graph.${ending}`),
    ...readdirSync('ontology')
      .filter((name) => name.endsWith('.ttl'))
      .map((name) => `ontology/${name}`)
  ]
  const formats: Record<string, string> = { ttl: 'turtle', trig: 'trig', nq: 'nquads' }
  test.each(files)('reads %s', (file) => {
    const format = formats[file.replace(/^.*\./, '')] ?? ''
    const { status, stdout, stderr } = spawnSync('rapper', ['-q', '-c', '-i', format, file], { encoding: 'utf8' })
    expect([status, stdout, stderr]).toEqual([0, '', ''])
  })
})

describe.each(['rdflib', 'rdflib-union', 'oxigraph', 'oxigraph-union'])('%s', (store) => {
  const all = questions()
  test('answers every question', () => {
    const files = all.map(({ name }) => `ontology/queries/${name}.rq`)
    const answers = run('ask', store, 'out/graph.trig', ...files) as Record<string, unknown>
    for (const { name } of all) {
      const answer = JSON.stringify(answers[`ontology/queries/${name}.rq`])
      expect([name, tableOfJson(answer)]).toEqual([name, expectedAnswer(name)])
    }
  })
})
