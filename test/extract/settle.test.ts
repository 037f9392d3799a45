import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extract/index.js'
import { mergeTagged } from '../../src/extract/merge.js'
import { settle } from '../../src/extract/settle.js'
import { readProse } from '../../src/language/index.js'
import type { Span } from '../../src/model.js'
import { article } from '../article.js'

const read = (text: string) => {
  const words = (spans: readonly Span[]) => spans.map((span) => text.slice(span.start, span.end)).join(' … ')
  return extract(article(text)).statements.map((each) => ({
    source: words(each.source),
    cue: words(each.cue),
    content: words(each.content),
    chain: each.chain.map((hop) => `${hop.role} ${hop.entity}`)
  }))
}

describe('boundaries', () => {
  test('a heading belongs to no quotation of the text around it', () => {
    const text = '“The port is shut,” Petra Novak said.\n\n‘Empty shelves’\n\nFerries stayed at sea all day.'
    const start = text.indexOf('‘Empty')
    const marks = [{ kind: 'heading' as const, start, end: start + '‘Empty shelves’'.length }]
    const said = extract({ ...article(text), marks }).statements
    expect(said.map((each) => each.content.map((span) => text.slice(span.start, span.end)))).toEqual([
      ['“The port is shut,”']
    ])
  })
  test('a mark inside a content is cut out of it, and one around its cue stays', () => {
    const text = 'The mayor said the road\nMARK\nwas open.'
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
    const marks = [{ kind: 'heading' as const, ...at('MARK\n') }]
    const candidate = {
      rule: 'speech',
      probability: 0.9,
      source: [at('The mayor')],
      cue: [at('said')],
      content: [at('the road\nMARK\nwas open')]
    }
    const content = (kinds: typeof marks) =>
      settle(readProse({ ...article(text), marks: kinds }), [candidate])[0]?.content.map((span) =>
        text.slice(span.start, span.end)
      )
    expect(content(marks)).toEqual(['the road\n', 'was open'])
    expect(content([{ kind: 'heading', start: 0, end: text.length }])).toEqual(['the road\nMARK\nwas open'])
  })
  test('an apposition after "according to" is no part of what is said', () => {
    expect(
      read('According to Petra Novak, the mayor of Lund, nine people were hurt, Reuters reported.')[0]
    ).toMatchObject({
      source: 'Petra Novak, the mayor of Lund',
      content: 'nine people were hurt',
      chain: ['speaker petra-novak', 'outlet reuters']
    })
  })
  test('what somebody is seen doing goes on after a comma', () => {
    const said = read(
      'The Coast Brigade released a video showing what it said was a man painting a wall, wearing a mask.'
    )
    expect(said.map((each) => each.content)).toContain('a man painting a wall, wearing a mask')
  })
})

test('the tagger’s source must not lose the name before an apposition', () => {
  const text = 'The Coast Brigade, a local militia, claimed it.'
  const at = (words: string) => [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }]
  const parts = { cue: at('claimed'), content: at('it') }
  const rule = { ...parts, rule: 'speech', probability: 0.8, source: at('The Coast Brigade, a local militia') }
  const tagged = { ...parts, probability: 0.7, hint: 0, byRule: true }
  const [kept] = mergeTagged(text, [rule], [{ ...tagged, source: at('a local militia') }])
  expect(kept).toEqual({ ...rule, probability: 0.7 })
  const [shorter] = mergeTagged(text, [rule], [{ ...tagged, source: at('The Coast Brigade') }])
  expect(shorter?.source).toEqual(at('The Coast Brigade'))
})

describe('who says it', () => {
  test('a relative pronoun stands with what it refers to', () => {
    const text = 'The Coast Brigade, which claims to be made up of fishermen, said it had left the port.'
    const at = (words: string) => [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }]
    const candidate = { rule: 'tagger', probability: 0.9, cue: at('claims'), content: at('to be made up of fishermen') }
    const [settled] = settle(readProse(article(text)), [{ ...candidate, source: at('which') }])
    expect(settled?.source).toEqual([...at('The Coast Brigade'), ...at('which')])
    expect(read(text).map(({ chain }) => chain)).toEqual([['speaker coast-brigade'], ['speaker coast-brigade']])
  })
  test.each([
    ['whoever bears a title', 'Minister of Education Ana Reis said it was late.', 'speaker ana-reis'],
    [
      'not whom somebody works for',
      'An aide to President Ana Reis said it was late.',
      'speaker aide-to-president-ana-reis'
    ],
    [
      'a person where a person’s role is named',
      'The secretary general of the board (Central Board of Exams), Nunzio Galante, said it was late.',
      'speaker nunzio-galante'
    ]
  ])('%s', (_, text, hop) => {
    expect(read(text)[0]?.chain).toEqual([hop])
  })
  test('who says what he himself thinks is no relayer', () => {
    expect(read('Rosa Holm said she believed the road was open.')[0]?.chain).toEqual(['speaker rosa-holm'])
  })
  test('an absolute "with has its own speaker', () => {
    const said = read('“We will stay,” Petra Novak added, with the newspaper claiming that two bridges were closed.')
    expect(said.find((each) => each.cue === 'claiming')?.source).toBe('the newspaper')
  })
  test('somebody who denies that another says something speaks for himself', () => {
    const said = read("The ministry has denied Petra Novak's repeated assertion that the dam was cracking.")
    expect(said.find((each) => each.cue === 'has denied')?.chain).toEqual(['speaker ministry'])
  })
})

describe('what is no statement', () => {
  test.each([
    ['the article’s own doubt', 'The flood appears to be the worst for years.'],
    ['what is not known', 'The brigade is not known to have fought in any battle.'],
    ['a recording handed out', 'The Coast Brigade revealed a video of a sailor in a captured boat.']
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([])
  })
  test('a recording that shows what somebody says it is', () => {
    const said = read('Another video showed what the brigade said were sailors on a raft.')
    expect(said.map((each) => each.cue)).toEqual(['said'])
  })
})
