/** Who said it and through whom: what the graph makes of a chain. */
import { expect, test } from 'vitest'
import type { HopRole } from '../../src/model.js'
import { graphQuads, prefixes } from '../../src/rdf/index.js'
import { fixture } from './fixture.js'

const input = fixture()

/** The fixture's first statement with a chain of these, as they are told. */
function told(chain: readonly (readonly [HopRole, string])[]) {
  const [record, ...others] = input.records
  const [statement] = record?.statements ?? []
  const [place] = statement?.chain ?? []
  if (!record || !statement || !place) throw new Error('the fixture has no chain')
  const hops = chain.map(([role, entity]) => ({ ...place, role, entity }))
  const records = [{ ...record, statements: [{ ...statement, chain: hops }] }, ...others]
  const quads = [...graphQuads({ ...input, records })].filter(({ subject }) => subject.value.includes(statement.id))
  const of = (name: string) =>
    quads
      .filter(({ predicate }) => predicate.value === prefixes.hs + name)
      .map(({ object }) => object.value.replace(/^.*[/;=]/, ''))
  return { saidBy: of('saidBy'), through: of('through'), positions: of('position'), next: of('next') }
}

const chains: readonly [string, Parameters<typeof told>[0], ReturnType<typeof told>][] = [
  ['nobody', [], { saidBy: [], through: [], positions: [], next: [] }],
  ['one speaker', [['speaker', 'a']], { saidBy: ['a'], through: [], positions: ['1'], next: [] }],
  ['an outlet alone', [['outlet', 'a']], { saidBy: ['a'], through: [], positions: ['1'], next: [] }],
  [
    'a speaker through two',
    [
      ['speaker', 'a'],
      ['channel', 'b'],
      ['outlet', 'c']
    ],
    { saidBy: ['a'], through: ['b', 'c'], positions: ['1', '2', '3'], next: ['2', '3'] }
  ],
  [
    'two who say it together',
    [
      ['speaker', 'a'],
      ['speaker', 'b'],
      ['outlet', 'c']
    ],
    { saidBy: ['a', 'b'], through: ['c'], positions: ['1', '1', '2'], next: ['3', '3'] }
  ],
  [
    'an outlet with an outlet',
    [
      ['outlet', 'a'],
      ['outlet', 'b']
    ],
    { saidBy: ['a'], through: ['b'], positions: ['1', '2'], next: ['2'] }
  ]
]

test.each(chains)('a chain of %s', (_, chain, expected) => {
  expect(told(chain)).toEqual(expected)
})
