/** The ontology as an OWL reader sees it: ROBOT and the OWL API, on which Protégé and Widoco are built, and the reasoner HermiT. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'

const work = '.cache/owl-work'
const catalog = ['--catalog', 'ontology/catalog-v001.xml']

beforeAll(() => mkdirSync(work, { recursive: true }))

function robot(...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    'java',
    ['-cp', '.cache/owl/lib/*', 'org.obolibrary.robot.CommandLineInterface', ...args],
    { encoding: 'utf8' }
  )
  return { status, said: `${stdout}${stderr}` }
}

const silent = { status: 0, said: '' }

test.each(['hearsay', 'alignments'])('%s.ttl is an ontology of OWL 2 DL', (name) => {
  const report = `${work}/${name}.txt`
  const { status, said } = robot(
    'validate-profile',
    ...catalog,
    '--profile',
    'DL',
    '--input',
    `ontology/${name}.ttl`,
    '--output',
    report
  )
  expect([status, said, readFileSync(report, 'utf8')]).toEqual([0, '', expect.stringContaining('in profile]')])
})

test('HermiT finds no contradiction in the ontology with its alignments, and no class that must be empty', () => {
  const { status, said } = robot(
    'reason',
    ...catalog,
    '--reasoner',
    'hermit',
    '--input',
    'ontology/alignments.ttl',
    '--output',
    `${work}/reasoned.ttl`
  )
  expect({ status, said }).toEqual(silent)
  expect(readFileSync(`${work}/reasoned.ttl`, 'utf8')).toContain('Statement')
})

test('HermiT finds no contradiction between the ontology and the sample', () => {
  const merged = robot(
    'merge',
    '--input',
    'ontology/hearsay.ttl',
    '--input',
    'out/graph.ttl',
    'reason',
    '--reasoner',
    'hermit',
    '--output',
    `${work}/sample.ttl`
  )
  expect(merged.status).toBe(0)
  // OWL has no place for RDF's own reification and says so; it must say nothing else.
  const unread = merged.said.split('\n').filter((line) => line.includes('<http'))
  expect(unread.filter((line) => !/rdf-syntax-ns#(subject|predicate|object)>/.test(line))).toEqual([])
})

test('HermiT would find one: somebody who is a statement', () => {
  const wrong =
    '<https://w3id.org/hearsay/id/entity/x> a <https://w3id.org/hearsay/ns#Entity>, <https://w3id.org/hearsay/ns#Statement> .\n'
  writeFileSync(`${work}/wrong.ttl`, wrong)
  const { status, said } = robot(
    'merge',
    '--input',
    'ontology/hearsay.ttl',
    '--input',
    `${work}/wrong.ttl`,
    'reason',
    '--reasoner',
    'hermit'
  )
  expect(status).not.toBe(0)
  expect(said).toContain('inconsistent')
})
