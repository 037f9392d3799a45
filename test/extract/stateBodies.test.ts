/** Common nouns that mean one body of one state. */
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extract/index.js'
import { stateBodyOf } from '../../src/names/index.js'
import { articleOf } from '../../src/read/index.js'

describe('stateBodyOf', () => {
  test.each([
    ["Peru's foreign ministry", 'Peru', 'foreign ministry'],
    ['Peruvian Ministry of Foreign Affairs', 'Peru', 'foreign ministry'],
    ["Lima's labor ministry", 'Peru', 'labour ministry'],
    ['New Delhi government', 'India', 'government'],
    ['South Korean military intelligence agency', 'South Korea', 'military intelligence'],
    ['US state department', 'United States', 'state department']
  ])('%s', (words, country, body) => {
    const found = stateBodyOf(words)
    expect([found?.country.name, found?.body]).toEqual([country, body])
  })

  test.each([
    'Peru',
    'foreign ministry',
    'Peruvian officials',
    'Trump administration',
    "Peru's ministry",
    'Peruvian army veterans'
  ])('%s is none', (words) => expect(stateBodyOf(words)).toBeUndefined())
})

test('two ways to say one ministry are one actor, and a government is its state', () => {
  const text =
    "Peru's foreign ministry denied the report. The bridge is safe, the Peruvian foreign ministry said. The Lima government said it would pay."
  const { statements, entities } = extract(articleOf(text, 'bridge'))
  expect(statements.map(({ chain }) => chain.map(({ entity }) => entity))).toEqual([
    ['peruvian-foreign-ministry'],
    ['peruvian-foreign-ministry'],
    ['peru']
  ])
  expect(entities.find(({ id }) => id === 'peruvian-foreign-ministry')).toMatchObject({
    type: 'governmentbody',
    reasons: ["Peru's foreign ministry: body of Peru"]
  })
})

test('a ministry without its state is the one that the article tells of, unless it tells of two', () => {
  const speakers = (text: string) =>
    extract(articleOf(text, 'bridge')).statements.map(({ chain }) => chain.map(({ entity }) => entity))
  const first = "Lima's foreign ministry denied the report. The Foreign Ministry said the bridge was safe."
  expect(speakers(first)).toEqual([['peruvian-foreign-ministry'], ['peruvian-foreign-ministry']])
  const two = `${first} Chile's foreign ministry said it was not.`
  expect(speakers(two)[1]).toEqual(['foreign-ministry'])
})
