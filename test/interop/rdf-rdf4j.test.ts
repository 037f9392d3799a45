/** RDF4J, on which GraphDB is built: its default graph is the union of all graphs, and it answers as we do. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectedAnswer, questions, tableOfJson } from '../rdf/questions.js'

const work = '.cache/rdf4j-work'
const all = questions()

beforeAll(() => {
  mkdirSync(work, { recursive: true })
  const files = all.map(({ name }) => `ontology/queries/${name}.rq`)
  const program = ['-cp', '.cache/rdf4j/lib/*', 'test/interop/Rdf4jAsk.java', 'out/graph.trig', work, ...files]
  const { status, stdout, stderr } = spawnSync('java', program, { encoding: 'utf8' })
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
})

afterAll(() => rmSync(work, { recursive: true }))

test.each(all)('answers $name', ({ name }) => {
  expect(tableOfJson(readFileSync(`${work}/${name}.rq.json`, 'utf8'))).toBe(expectedAnswer(name))
})
