/** Apache Jena, by the lines of docs/stores.md: riot takes every file without a warning, its validator finds nothing, Fuseki and TDB2 answer as we do. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectedAnswer, questions, tableOfCsv, tableOfJson } from '../rdf/questions.js'
import { asked, block, shell } from './documented.js'
import { rdf12Files } from './rdf12.js'
import { askEndpoint, freePort, type Server, serverOf } from './server.js'

const work = '.cache/jena-work'
const jena = 'Apache Jena'

/** What riot says besides the names of the files that it reads. */
function complaints(line: string): string[] {
  const { status, stdout, stderr } = shell(line)
  const said = `${stdout}${stderr}`.split('\n').filter((each) => each !== '' && !/ INFO {2}riot +:: File: /.test(each))
  return status === 0 ? said : [`exit ${status}`, ...said]
}

beforeAll(() => mkdirSync(work, { recursive: true }))
afterAll(() => rmSync(work, { recursive: true }))

describe('riot', () => {
  const riot = block(jena, 'riot')

  test('has nothing to say about the files of the sample', () => {
    expect(complaints(riot)).toEqual([])
  })

  test('has nothing to say about the ontology, its shapes, alignments, names and words', () => {
    const files = readdirSync('ontology').filter((name) => /\.(ttl|jsonld)$/.test(name))
    expect(files.length).toBeGreaterThanOrEqual(5)
    expect(complaints(`riot --validate --strict ${files.map((name) => `ontology/${name}`).join(' ')}`)).toEqual([])
  })

  test('has nothing to say about triple terms, where they are asked for', () => {
    expect(complaints(`riot --validate --strict ${rdf12Files(work).join(' ')}`)).toEqual([])
  })

  test('would say it: a bad date is named', () => {
    const date = '"2024-13-45"^^<http://www.w3.org/2001/XMLSchema#date>'
    writeFileSync(`${work}/bad.nq`, `<https://x.example/a> <https://x.example/b> ${date} .\n`)
    expect(complaints(`riot --validate --strict ${work}/bad.nq`).join('\n')).toContain('2024-13-45')
  })

  test('counts as many quads in each file', () => {
    const count = (file: string): number => {
      const { stdout, stderr } = shell(`riot --count ${file}`)
      const counts = [...`${stdout}${stderr}`.matchAll(/(?:Triples|Quads) = ([\d,]+)/g)]
      return counts.reduce((sum, [, digits = '']) => sum + Number(digits.replaceAll(',', '')), 0)
    }
    const counts = ['out/graph.trig', 'out/graph.nq', 'out/graph.jsonld'].map(count)
    expect(counts[0]).toBeGreaterThan(10_000)
    expect(new Set(counts).size).toBe(1)
  })
})

test('its validator finds that the sample conforms', () => {
  const { stdout, stderr } = shell(block(jena, 'shacl'))
  expect([stderr, stdout]).toEqual(['', expect.stringMatching(/sh:conforms\s+true/)])
})

test('TDB2 loads the file and answers from the disk', () => {
  rmSync('.cache/tdb2', { recursive: true, force: true })
  const { status, stdout } = shell(block(jena, 'tdb2.tdbloader'))
  expect(status).toBe(0)
  expect(tableOfCsv(stdout.slice(stdout.indexOf('who,')))).toBe(expectedAnswer(asked))
})

describe('Fuseki', () => {
  let server: Server
  let endpoint = ''
  let curl = ''

  beforeAll(async () => {
    const port = String(await freePort())
    endpoint = `http://localhost:${port}/news/sparql`
    curl = block(jena, 'curl').replace('3030', port)
    server = await serverOf(block(jena, 'fuseki-server').replace('3030', port), async () =>
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

  test('says no word of warning', () => {
    expect(server.said()).not.toMatch(/WARN|ERROR/)
  })
})
