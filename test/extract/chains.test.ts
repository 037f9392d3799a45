import { describe, expect, test } from 'vitest'
import { extract, proposeByRules } from '../../src/extract/index.js'
import { article } from '../article.js'

/** For each statement: "role entity «words that show it»", from whoever said it first outwards. */
const chains = (text: string) => {
  const record = extract(article(text), { propose: proposeByRules })
  return record.statements.map((statement) =>
    statement.chain.map((hop) => `${hop.role} ${hop.entity} «${text.slice(hop.start, hop.end)}»`)
  )
}

describe('chains', () => {
  test('a speaker, then the agency that reports it', () => {
    expect(chains('The dam was intact, Petra Novak said, the state-run Interfax news agency reported.')).toContainEqual(
      ['speaker petra-novak «Petra Novak»', 'outlet interfax «Interfax»']
    )
  })
  test('the agency’s own statement begins with the agency', () => {
    const [outer] = chains('Petra Novak said the dam was intact, Interfax reported.').filter(
      (chain) => chain.length === 1
    )
    expect(outer).toEqual(['outlet interfax «Interfax»'])
  })
  test('a video, and who released it', () => {
    expect(
      chains(
        'In a video released by a Telegram channel claiming to speak for miners, a masked man said: “We will not work!”'
      )
    ).toContainEqual([
      'speaker masked-man «a masked man»',
      'channel telegram-channel-video «a video»',
      'channel telegram-channel «a Telegram channel»'
    ])
  })
  test('a recording carries what somebody says it shows', () => {
    expect(chains('The Coast Guard published a video showing what it said was a smuggler.')).toEqual([
      ['speaker coast-guard «it»', 'channel coast-guard-video «a video»']
    ])
  })
  test('a recording with nobody behind it', () => {
    expect(chains('Footage of the flood showed cars under water. The video also showed a bridge.')).toEqual([
      ['channel footage-of-the-flood «Footage of the flood»'],
      ['channel footage-of-the-flood «The video»']
    ])
  })
  test('what appears only seems to be shown', () => {
    expect(chains('The clip appeared to show a ship on fire.')).toEqual([['channel clip «The clip»']])
  })
  test('two who say it together stand side by side', () => {
    expect(chains('The talks were confirmed by both Norway and Sweden.')).toEqual([
      ['speaker norway «Norway»', 'speaker sweden «Sweden»']
    ])
  })
  test('members speak for their bodies', () => {
    expect(chains('Members of the Green Party and the Farmers Union have claimed a victory.')).toEqual([
      ['speaker green-party «Green Party»', 'speaker farmers-union «Farmers Union»']
    ])
  })
  test('a channel holds while the same speaker goes on without a name', () => {
    expect(
      chains('The Farmers Union said on Facebook it would strike. “We have no choice,” the union wrote.').map((chain) =>
        chain.slice(1)
      )
    ).toEqual([['channel facebook «Facebook»'], ['channel facebook «Facebook»']])
  })
  test('somebody without a name speaks in the video just described', () => {
    const [, said] = chains('A clip showed three masked men. “We are farmers,” one said.')
    expect(said).toEqual(['speaker one «one»', 'channel clip «A clip»'])
  })
  test('television', () => {
    expect(chains('“We won,” Petra Novak said in televised remarks.')).toEqual([
      ['speaker petra-novak «Petra Novak»', 'channel television «televised remarks»']
    ])
  })
  test('what is published after it was said did not carry it', () => {
    expect(chains('Petra Novak denied the charge and posted a video of her house.')[0]).toEqual([
      'speaker petra-novak «Petra Novak»'
    ])
  })
})

describe('who is meant', () => {
  test.each([
    ['Local fishermen made jokes about what they called the “ghost ship”.', 'local-fishermen'],
    ['A group calling itself the Northern League said it had won.', 'northern-league'],
    ['Norsk Ferries, a shipping firm claimed a record.', 'norsk-ferries'],
    ['“The index fell,” the Institute for Sea Research think tank said on Monday.', 'institute-for-sea-research'],
    ['People familiar with the plan said it had failed.', 'people-familiar-with-the-plan']
  ])('%s', (text, entity) => {
    const record = extract(article(text), { propose: proposeByRules })
    expect(record.statements.map((each) => each.chain[0]?.entity)).toEqual([entity])
  })
  test('“she” is no man, “he” no woman, “it” nobody', () => {
    const text =
      'Maria Lund met Peter Holm at Norsk Ferries. “It was good,” she said. “It was short,” he said. It said it would pay.'
    const record = extract(article(text), { propose: proposeByRules })
    expect(record.statements.map((each) => each.chain[0]?.entity)).toEqual([
      'maria-lund',
      'peter-holm',
      'norsk-ferries'
    ])
  })
})
