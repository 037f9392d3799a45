import { describe, expect, test } from 'vitest'
import { extract, proposeByRules } from '../../src/extract/index.js'
import type { Span } from '../../src/model.js'
import { article } from '../article.js'

/** What one text says, as strings: who → … → who: act mode "content". */
const read = (text: string) => {
  const record = extract(article(text), { propose: proposeByRules })
  const words = (spans: readonly Span[]) => spans.map((span) => text.slice(span.start, span.end)).join(' … ')
  return record.statements.map((statement) => ({
    chain: statement.chain.map((hop) => `${hop.role} ${hop.entity}`),
    cue: words(statement.cue),
    content: words(statement.content),
    act: statement.act,
    mode: statement.mode
  }))
}

describe('who says it', () => {
  test('a name with a title before it', () => {
    expect(read('Finance minister Petra Novak said on Tuesday that the budget would shrink.')).toMatchObject([
      {
        chain: ['speaker petra-novak'],
        cue: 'said',
        content: 'the budget would shrink',
        act: 'assert',
        mode: 'indirect'
      }
    ])
  })
  test('a name with its role behind it', () => {
    expect(read('“The bridge is safe,” said Omar Haddad, head of the Harbour Authority.')).toMatchObject([
      { chain: ['speaker omar-haddad'], content: '“The bridge is safe,”', mode: 'direct' }
    ])
  })
  test('a pronoun means who spoke before', () => {
    const said = read('Petra Novak denied any link to the company. “I never met them,” she said.')
    expect(said.map((each) => each.chain)).toEqual([['speaker petra-novak'], ['speaker petra-novak']])
    expect(said.map((each) => each.act)).toEqual(['deny', 'assert'])
  })
  test('two who say it together', () => {
    expect(read('Both Norway and Sweden have confirmed the talks.')).toMatchObject([
      { chain: ['speaker norway', 'speaker sweden'], act: 'confirm', content: 'the talks' }
    ])
  })
  test('words that name nobody stay an unnamed source', () => {
    expect(read('One woman selling flowers said the noise had lasted an hour.')).toMatchObject([
      { chain: ['speaker one-woman-selling-flowers'] }
    ])
  })
  test('whoever put out the statement', () => {
    expect(read('“We regret the delay,” said a statement issued by Norsk Ferries on Monday.')).toMatchObject([
      { chain: ['speaker norsk-ferries'] }
    ])
  })
})

describe('through whom', () => {
  test('an agency that relays', () => {
    const said = read('The dam was intact, Petra Novak said, the Interfax news agency reported.')
    const inner = said.find((each) => each.chain[0] === 'speaker petra-novak')
    expect(inner?.chain).toEqual(['speaker petra-novak', 'outlet interfax'])
  })
  test('a channel on which it was said, and still in the next sentence', () => {
    const said = read('Petra Novak wrote on Telegram that the road was closed. “Stay at home,” she added.')
    expect(said.map((each) => each.chain)).toEqual([
      ['speaker petra-novak', 'channel telegram'],
      ['speaker petra-novak', 'channel telegram']
    ])
  })
})

describe('what is done by saying it', () => {
  test.each([
    ['Petra Novak denied that the road was closed.', 'deny'],
    ['Reuters could not independently verify the report.', 'cannot-verify'],
    ['Petra Novak urged residents to leave the city.', 'order'],
    ['Petra Novak claimed to have seen the letter.', 'claim'],
    ['Petra Novak announced that the office would close.', 'announce'],
    ['Petra Novak believes that the road will open.', 'believe'],
    ['Petra Novak did not say whether the road was open.', 'refuse'],
    ['“Where is the money?” asked Petra Novak.', 'question']
  ])('%s', (text, act) => {
    expect(read(text).map((each) => each.act)).toEqual([act])
  })
})

test('a quotation goes on over sentences and paragraphs', () => {
  const text =
    '“We will rebuild,” Petra Novak said. “It takes time. It costs money.\n\n“But we will do it.”\n\nThe road is closed.'
  expect(read(text)).toMatchObject([
    { content: '“We will rebuild,” … “It takes time. It costs money. … “But we will do it.”' }
  ])
})

test('a denial does not become a hop of what it denies', () => {
  const said = read('The ministry of defence denied Petra Novak’s claim that the front was collapsing.')
  const inner = said.find((each) => each.content === 'the front was collapsing')
  expect(inner?.chain).toEqual(['speaker petra-novak'])
})
