import { expect, test } from 'vitest'
import { PackedTexts } from '../../src/resolve/packedTexts.js'

test('Texts come back by their numbers', () => {
  const long = 'ä'.repeat(100_000)
  const given = [
    '',
    'Ann Leary',
    '\ufeffmark',
    'Kozinka “north”',
    long,
    '🜂',
    ...Array.from({ length: 20_000 }, (_, i) => `#${i}`)
  ]
  const texts = new PackedTexts()
  const numbers = given.map((text) => texts.add(text))
  expect(numbers).toEqual(given.map((_, i) => i))
  expect(numbers.map((number) => texts.at(number))).toEqual(given)
  expect(texts.length).toBe(given.length)
  expect(texts.at(given.length)).toBe('')
})
