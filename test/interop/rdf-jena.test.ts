/** Apache Jena: riot takes every file without a warning, and Fuseki answers every question as we do. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectedAnswer, questions, tableOfJson } from '../rdf/questions.js'
import { rdf12Files } from './rdf12.js'
import { askEndpoint, freePort, type Server, startServer } from './server.js'

const classes = '.cache/jena/lib/*'

/** What riot says of files; empty where nothing is wrong. */
function complaints(...files: string[]): string[] {
  const { status, stdout, stderr } = spawnSync(
    'java',
    ['-cp', classes, 'riotcmd.riot', '--validate', '--strict', ...files],
    { encoding: 'utf8' }
  )
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => /WARN|ERROR|Exception/.test(line))
  return status === 0 ? lines : [`exit ${status}`, ...lines]
}

describe('riot', () => {
  beforeAll(() => mkdirSync('.cache/riot', { recursive: true }))
  afterAll(() => rmSync('.cache/riot', { recursive: true }))

  test('has nothing to say about the files of the sample', () => {
    expect(complaints('out/graph.ttl', 'out/graph.trig', 'out/graph.nq', 'out/graph.jsonld')).toEqual([])
  })

  test('has nothing to say about the ontology, its shapes, alignments and names', () => {
    const files = readdirSync('ontology').filter((name) => /\.(ttl|jsonld)$/.test(name))
    expect(files.length).toBeGreaterThanOrEqual(5)
    expect(complaints(...files.map((name) => `ontology/${name}`))).toEqual([])
  })

  test('has nothing to say about triple terms, where they are asked for', () => {
    expect(complaints(...rdf12Files('.cache/riot'))).toEqual([])
  })

  test('would say it: a bad date and a bad IRI are named', () => {
    writeFileSync('.cache/riot/bad.nq', '<urn:x:a> <urn:x:b> "2024-13-45"^^<http://www.w3.org/2001/XMLSchema#date> .\n')
    expect(complaints('.cache/riot/bad.nq').join('\n')).toContain('2024-13-45')
  })

  test('counts as many quads in each file', () => {
    const count = (file: string): number => {
      const { stdout, stderr } = spawnSync('java', ['-cp', classes, 'riotcmd.riot', '--count', file], {
        encoding: 'utf8'
      })
      const counts = [...`${stdout}${stderr}`.matchAll(/(?:Triples|Quads) = ([\d,]+)/g)]
      return counts.reduce((sum, [, digits = '']) => sum + Number(digits.replaceAll(',', '')), 0)
    }
    const counts = ['out/graph.trig', 'out/graph.nq', 'out/graph.jsonld'].map(count)
    expect(counts[0]).toBeGreaterThan(10_000)
    expect(new Set(counts).size).toBe(1)
  })
})

describe('Fuseki', () => {
  let server: Server
  let endpoint = ''

  beforeAll(async () => {
    const port = await freePort()
    endpoint = `http://localhost:${port}/news/sparql`
    server = await startServer({
      command: 'java',
      args: [
        ...['-cp', classes, 'org.apache.jena.fuseki.main.cmds.FusekiMainCmd'],
        ...['--localhost', '--port', String(port), '--file', 'out/graph.trig', '/news']
      ],
      ready: async () => (await askEndpoint(endpoint, 'ASK {}')).includes('true')
    })
  })
  afterAll(() => server?.stop())

  test.each(questions())('answers $name', async ({ name, query }) => {
    expect(tableOfJson(await askEndpoint(endpoint, query))).toBe(expectedAnswer(name))
  })
})
