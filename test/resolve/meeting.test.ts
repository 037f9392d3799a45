/** What things meet by: numbers in order, buckets of keys, lists by key. */
import { expect, test } from 'vitest'
import { bucketsOf } from '../../src/resolve/buckets.js'
import { listsBy } from '../../src/resolve/components.js'
import { ownTexts } from '../../src/resolve/detached.js'
import { hashText } from '../../src/resolve/hash.js'
import { NumberSet } from '../../src/resolve/numberSet.js'

test('numbers come sorted, each once, however many are put in', () => {
  const set = new NumberSet()
  const numbers = Array.from({ length: 9000 }, (_, i) => (hashText(String(i)) % 5000) * 2 ** 20)
  for (const number of numbers) set.add(number)
  const wanted = [...new Set(numbers)].sort((a, b) => a - b)
  expect([...set.sorted()]).toEqual(wanted)
  set.add(-1)
  expect([...set.sorted()]).toEqual([-1, ...wanted])
})

test('things that share a key are in one bucket, in their own order; a key of one thing alone makes none', () => {
  const keys = [[7, 1], [0xffffffff], [7, 0xffffffff, 2], [7, 3], []]
  expect([...bucketsOf(keys.length, (thing) => keys[thing] ?? [])]).toEqual([
    [0, 2, 3],
    [1, 2]
  ])
})

test('buckets are those of a map, over thousands of keys', () => {
  const keysOf = (thing: number): number[] => [hashText(`a${thing % 700}`), hashText(`b${thing % 1100}`)]
  const byKey = new Map<number, number[]>()
  for (let thing = 0; thing < 6000; thing++) {
    for (const key of keysOf(thing)) byKey.set(key, [...(byKey.get(key) ?? []), thing])
  }
  const wanted = [...byKey].sort(([a], [b]) => a - b).flatMap(([, things]) => (things.length > 1 ? [things] : []))
  expect([...bucketsOf(6000, keysOf)]).toEqual(wanted)
})

test('lists by key keep the order of numbers', () => {
  const listOf = listsBy(3, 7, (each) => each % 3)
  expect([0, 1, 2].map(listOf)).toEqual([
    [0, 3, 6],
    [1, 4],
    [2, 5]
  ])
  expect(listsBy(2, 0, () => 0)(1)).toEqual([])
})

test('one text is one string, whatever text it was a part of', () => {
  const own = ownTexts()
  expect(own('the mayor of Carrow'.slice(4))).toBe('mayor of Carrow')
  expect(own('mayor of Carrow')).toBe('mayor of Carrow')
  expect(own('\ud800')).toBe('\ud800')
})
