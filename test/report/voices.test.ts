import { expect, test } from 'vitest'
import type { Quote } from '../../src/report/quotes.js'
import { Voices, voicesOf } from '../../src/report/voices.js'

const quote = (id: string, text: string): Quote => ({
  id: `article/${id}#statement=0,1,2`,
  doc: id,
  article: `article/${id}`,
  published: null,
  sentence: 1,
  act: 'assert',
  text,
  cue: 'said',
  speakers: ['Ann Leary'],
  through: [],
  unnamed: false,
  passesOn: false
})

test('one speaker’s same words in two articles are one voice; of those beyond the first few only the number is kept', () => {
  const quotes = [
    quote('a', 'It holds.'),
    quote('b', 'It burns.'),
    quote('c', 'it holds.'),
    quote('d', 'It fell.'),
    quote('e', 'It fell.')
  ]
  const voices = new Voices(1)
  for (const each of quotes) voices.add(each)
  expect(voices.count).toBe(3)
  expect(voices.first.map((voice) => voice.map(({ doc }) => doc))).toEqual([['a', 'c']])
  expect(voicesOf(quotes).map((voice) => voice.length)).toEqual([2, 1, 2])
})
