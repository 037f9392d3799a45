import { describe, expect, test } from 'vitest'
import { proposeByRules } from '../../src/extract/index.js'
import { readProse } from '../../src/language/index.js'
import type { Span } from '../../src/model.js'
import { article } from '../article.js'

const read = (text: string) => {
  const words = (spans: readonly Span[]) => spans.map((span) => text.slice(span.start, span.end)).join(' … ')
  return proposeByRules(readProse(article(text))).map((each) => [each.rule, words(each.source), words(each.content)])
}

describe('a quotation signed with a name', () => {
  test('after a dash, or on a line of its own', () => {
    expect(read('“We were never told.” ― Ana Reis, teacher\n\n“They lied.”\n\n— Omar Haddad.')).toEqual([
      ['signed-quotation', 'Ana Reis, teacher', '“We were never told.”'],
      ['signed-quotation', 'Omar Haddad', '“They lied.”']
    ])
  })
  test.each([
    '“We were never told” was the title — a bad one.',
    'Two women sang — Ana Reis and Rosa Lind.',
    '“The port” — the company was founded in Oslo.',
    '— Omar Haddad'
  ])('not: %s', (text) => {
    expect(read(text)).toEqual([])
  })
})

test('a quotation that the line before announces', () => {
  expect(read('Ana Reis wrote on her page:\n\n“We were never told. Ask them.”\n\nThe port is shut.')).toEqual([
    ['introduced-quotation', 'Ana Reis', '“We were never told. Ask them.”']
  ])
  expect(read('The list was long:\n\n“Bread and milk.”')).toEqual([])
})

describe('turns of an interview', () => {
  test('in capitals, also of somebody who speaks once', () => {
    expect(read('REIS: When was it?\n\nHADDAD: On a Sunday. It rained.\n\nREIS: And then?')).toEqual([
      ['turn', 'REIS', 'When was it?'],
      ['turn', 'HADDAD', 'On a Sunday. It rained.'],
      ['turn', 'REIS', 'And then?']
    ])
  })
  test.each([
    'Time: noon on Sunday\n\nPlace: the town hall\n\nPrice: five euros',
    'UPDATE: The port is open.\n\nThe ferries sail.'
  ])('not a list: %s', (text) => {
    expect(read(text)).toEqual([])
  })
})

test('a tag inside the clause that is said', () => {
  expect(read('If the talks fail, Petra Novak argues, there are other ways.')).toEqual([
    ['speech-tag', 'Petra Novak', 'If the talks fail … there are other ways']
  ])
})

test('what begins with a quotation holds all of it', () => {
  expect(read('According to Petra Novak, “it was her fault. She never asked.”')).toEqual([
    ['according-to', 'Petra Novak', '“it was her fault. She never asked.”']
  ])
  expect(read('It rained in what she called “the single-biggest storm in years.”')).toEqual([
    ['what-they-call', 'she', '“the single-biggest storm in years.”']
  ])
})
