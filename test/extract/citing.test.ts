/** Whom a source cites said it first; who is quoted says it; who speaks for a nameless body is nobody that was named before. */
import { expect, test } from 'vitest'
import { extract } from '../../src/extract/index.js'
import { article } from '../article.js'

const told = (text: string): string[] =>
  extract(article(text)).statements.map(({ chain, content }) => {
    const words = content.map(({ start, end }) => text.slice(start, end)).join(' … ')
    return `${chain.map(({ role, entity }) => `${role} ${entity}`).join(' → ')}: ${words}`
  })

test.each([
  ['Interfax reported that two boats had sunk, citing police.', 'speaker police → outlet interfax: two boats had sunk'],
  [
    'Two boats sank off the coast, Interfax reported, citing police.',
    'speaker police → outlet interfax: Two boats sank off the coast'
  ],
  [
    'Citing two officials, Interfax said the dam had been closed.',
    'speaker two-officials → outlet interfax: the dam had been closed'
  ],
  [
    '“The dam is safe,” Petra Novak was quoted as saying by Interfax.',
    'speaker petra-novak → outlet interfax: “The dam is safe,”'
  ],
  [
    'According to a statement published by the port authority on Facebook, the dam is closed.',
    'speaker port-authority → channel facebook: the dam is closed'
  ]
])('%s', (text, expected) => expect(told(text)).toEqual([expected]))

test('a spokeswoman of a body without a name is not the spokesman of another', () => {
  const text =
    'Norway’s spokesman Ivan Petrov was in Oslo. A spokeswoman for the port told Radio North that the strike was over.'
  expect(told(text)).toEqual(['speaker spokeswoman-for-the-port → outlet radio-north: the strike was over'])
})

test('“the union” is no company, “the company” is', () => {
  const text = 'Norvax closed its plant in May. The union said forty people had been hurt. The company said nobody had.'
  expect(told(text)).toEqual(['speaker union: forty people had been hurt', 'speaker norvax: nobody had'])
})

test('each sentence has its own citation', () => {
  const text = 'Interfax said the dam was safe, citing police. Reuters said the road was closed, citing two officials.'
  expect(told(text)).toEqual([
    'speaker police → outlet interfax: the dam was safe',
    'speaker two-officials → outlet reuters: the road was closed'
  ])
})
