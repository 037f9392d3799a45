import { describe, expect, test } from 'vitest'
import { extract, proposeByRules } from '../../src/extract/index.js'
import { article } from '../article.js'

const read = (text: string) =>
  extract(article(text), { propose: proposeByRules }).statements.map((statement) => ({
    ...statement,
    words: (spans: readonly { start: number; end: number }[]) =>
      spans.map((span) => text.slice(span.start, span.end)).join(' … ')
  }))

const acts = (text: string) => read(text).map((each) => each.act)

const table: Record<string, readonly string[]> = {
  assert: [
    'Petra Novak said the ferry was late.',
    'According to Petra Novak, the ferry was late.',
    'The ferry was late, Petra Novak told reporters.',
    'Petra Novak warned that the ferry would be late.'
  ],
  claim: [
    'The brigade claimed responsibility for the fire.',
    'Petra Novak claims to have paid the bill.',
    'The Coast League, which describes itself as a charity, met in Oslo.'
  ],
  deny: [
    'Norway has denied any link to the raid.',
    'Petra Novak rejected the accusation.',
    'Petra Novak denied an offer had been made.',
    'Petra Novak said she had nothing to do with the sale.'
  ],
  confirm: [
    'Both Norway and Sweden confirmed the talks.',
    'The talks were confirmed by Petra Novak.',
    'Petra Novak acknowledged that the bridge was closed.'
  ],
  doubt: ['Petra Novak does not believe that the bridge is safe.', 'Petra Novak doubts that the bridge is safe.'],
  'cannot-verify': [
    'Reuters could not independently verify the claims.',
    'The report could not be confirmed by Reuters.',
    'Unconfirmed reports said that two boats had sunk.'
  ],
  announce: [
    'Petra Novak announced a curfew.',
    'The ministry said it was imposing a curfew.',
    'The ministry said it would close the port.',
    'Petra Novak vowed to leave the party.'
  ],
  believe: [
    'Petra Novak believes the bridge is safe.',
    'The gang is believed to have left.',
    'Norway sees gains in the north.'
  ],
  question: ['“Who has the key?” asked Petra Novak.', 'Petra Novak asked whether the door was locked.'],
  order: [
    'Petra Novak urged residents to stay at home.',
    'Police told drivers to turn back.',
    'Police asked residents not to use the road.'
  ],
  attribute: [
    'Petra Novak blamed the delay on the weather.',
    'The ministry attributed the fire to arsonists.',
    'Petra Novak suggested that smugglers were behind the fire.'
  ],
  refuse: [
    'Petra Novak did not say whether she would stay.',
    'The brigade has not claimed responsibility for the fire.',
    'Petra Novak would not confirm the figures.',
    'The army neither confirmed nor denied the strike.',
    'A judge rejected Petra Novak’s request to unseal the file.',
    'Norway dismissed the offer of talks.'
  ],
  other: ['Footage showed smoke over the harbour.', 'Petra Novak compared the plan to a lottery.']
}

describe.each(Object.entries(table))('%s', (act, texts) => {
  test.each(texts)('%s', (text) => {
    expect(acts(text)).toEqual([act])
  })
})

describe('what takes certainty back', () => {
  test.each([
    ['Petra Novak has not claimed the prize.', 'negation', 'not'],
    ['Petra Novak said the dam was apparently safe.', 'hedge', 'apparently'],
    ['Petra Novak said the boat is believed to have sunk.', 'hedge', 'is believed to'],
    ['Petra Novak said the bank appears to be closed.', 'hedge', 'appears to'],
    ['Petra Novak said the bank might close.', 'hedge', 'might'],
    ['The army neither confirmed nor denied the strike.', 'negation', 'neither']
  ])('%s', (text, kind, words) => {
    const hedges = read(text).flatMap((each) => each.hedges)
    expect(hedges.map((each) => [each.kind, text.slice(each.start, each.end)])).toContainEqual([kind, words])
  })
  test('nobody is made to hold a belief that has no holder', () => {
    const [said] = read('The boat is believed to have sunk.')
    expect(said?.source).toEqual([])
    expect(said?.words(said.content)).toBe('The boat … to have sunk')
  })
})

describe('how it is said', () => {
  test.each([
    ['“The ferry is late,” said Petra Novak.', 'direct'],
    ['Petra Novak said that “the ferry is late”.', 'direct'],
    ['Petra Novak said the “old ferry” was late.', 'mixed'],
    ['Petra Novak said the ferry was late.', 'indirect']
  ])('%s', (text, mode) => {
    expect(read(text).map((each) => each.mode)).toEqual([mode])
  })
})
