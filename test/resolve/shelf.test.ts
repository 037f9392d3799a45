/** What is resolved in memory and on a shelf is the same, in the same order. */
import { expect, test } from 'vitest'
import { resolve, resolveOnto, type Shelf } from '../../src/resolve/index.js'
import { recordOf } from './records.js'

const texts = [
  'Mayor Ann Leary said on Monday that 8 people were wounded in Lodva. The union accused Tolva Mining of hiding two accidents. The company rejected the accusation.',
  'Ann Leary, the mayor, said that 12 people were wounded in Lodva. She denied any part in the fire.'
]

test('a shelf gives the entities, merges and claims that memory gives, as often as one reads them', () => {
  const records = texts.map((text, i) => recordOf(text, `s${i}`))
  const lines = new Map<string, string>()
  const shelf: Shelf = {
    put: (key, line) => lines.set(key, line),
    get: (key) => lines.get(key) ?? '',
    keys: () => [...lines.keys()].sort()
  }
  const { claims, entities, merges, ...rest } = resolveOnto(shelf, records)
  const inMemory = resolve(records)
  expect(claims.length).toBe(inMemory.claims.length)
  expect(inMemory.claims.some((claim) => claim.links.length > 0)).toBe(true)
  expect(inMemory.merges.length).toBeGreaterThan(0)
  expect([entities.length, merges.length]).toEqual([inMemory.entities.length, inMemory.merges.length])
  for (const _ of [1, 2]) {
    expect({ ...rest, claims: [...claims], entities: [...entities], merges: [...merges] }).toEqual(inMemory)
  }
})
