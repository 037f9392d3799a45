/** rdflib, PyLD, Oxigraph for Python and rapper: each reads every file without a word, and the stores answer as we do. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectedAnswer, questions, tableOfCsv, tableOfJson } from '../rdf/questions.js'
import { asked, block, blocksOf, shell } from './documented.js'
import { rdf12Files } from './rdf12.js'
import { askEndpoint, freePort, type Server, serverOf } from './server.js'

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

test('rapper has nothing to say about any file', () => {
  expect(shell(blocksOf('rapper').join(''))).toEqual({ status: 0, stdout: '', stderr: '' })
  for (const file of readdirSync('ontology').filter((name) => name.endsWith('.ttl'))) {
    expect(shell(`rapper -q -c -i turtle ontology/${file}`)).toEqual({ status: 0, stdout: '', stderr: '' })
  }
})

test('rdflib answers the program of the documentation', () => {
  const [program = ''] = blocksOf('rdflib')
  const { status, stdout } = spawnSync(python, ['-c', program], { encoding: 'utf8' })
  expect(status).toBe(0)
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' | ').join(','))
  expect(rows.length).toBe(expectedAnswer(asked).trimEnd().split('\n').length - 1)
})

describe('the Oxigraph server', () => {
  let server: Server
  let endpoint = ''
  let curl = ''

  beforeAll(async () => {
    rmSync('.cache/oxigraph', { recursive: true, force: true })
    expect(shell(block('Oxigraph', 'oxigraph load')).status).toBe(0)
    const port = String(await freePort())
    endpoint = `http://localhost:${port}/query`
    curl = block('Oxigraph', 'curl').replace('7878', port)
    server = await serverOf(block('Oxigraph', 'oxigraph serve-read-only').replace('7878', port), async () =>
      (await askEndpoint(endpoint, 'ASK {}')).includes('true')
    )
  })
  afterAll(() => server?.stop())

  test.each(questions())('answers $name', async ({ name, query }) => {
    expect(tableOfJson(await askEndpoint(endpoint, query))).toBe(expectedAnswer(name))
  })

  test('answers curl', () => {
    expect(tableOfCsv(shell(curl).stdout)).toBe(expectedAnswer(asked))
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
