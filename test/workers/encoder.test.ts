/** What is added piece by piece is the UTF-8 of the whole. */
import { expect, test } from 'vitest'
import { Encoder } from '../../src/workers/encoder.js'

test('gives the bytes of all texts, however long they are, and begins anew', () => {
  const encoder = new Encoder()
  const texts = ['', 'plain\n', '“ä”', '😀', 'x'.repeat(70_000), 'ж'.repeat(50_000)]
  for (const round of [1, 2]) {
    for (const text of texts) encoder.add(text + round)
    expect(Buffer.from(encoder.take()).toString()).toBe(texts.map((text) => text + round).join(''))
  }
  expect(encoder.take()).toHaveLength(0)
})
