import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ExtractOptions, extract, proposeByRules } from '../../src/extract/index.js'
import type { Span } from '../../src/model.js'
import { article } from '../article.js'

const rules: ExtractOptions = { propose: proposeByRules }

/** News words between marks, controls, astral characters and lone surrogates. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '“',
        '”',
        '"',
        '’',
        ', ',
        '. ',
        '\n\n',
        '\r\n',
        '\u2028',
        '\u00a0',
        '\ufeff',
        '😀',
        '\ud83d',
        '(',
        ' – '
      ),
      fc.constantFrom(
        'Petra Novak ',
        'she ',
        'the ministry ',
        'said ',
        'said that ',
        'a video ',
        'showed ',
        'on Monday '
      ),
      fc.constantFrom(
        'according to ',
        'claims to ',
        'what they called ',
        'two days after ',
        'at least 3 people ',
        'and ',
        'which '
      ),
      fc.constantFrom('released by ', 'denied ', 'was confirmed by ', 'between 2 and 5 boats ', 'reportedly ', 'not '),
      fc.string({ unit: 'binary', maxLength: 4 })
    ),
    { maxLength: 40 }
  )
  .map((parts) => parts.join(''))

describe('whatever the text', () => {
  test('every span holds characters of it, and every hop and about is an entity of the record', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const record = extract(article(text), rules)
        const known = new Set(record.entities.map((entity) => entity.id))
        const inside = ({ start, end }: Span): boolean => start >= 0 && start < end && end <= text.length
        for (const mention of record.mentions) expect(inside(mention) && known.has(mention.entity)).toBe(true)
        for (const statement of record.statements) {
          const { source, cue, content, chain, when, quantities, hedges, about } = statement
          expect(content.length).toBeGreaterThan(0)
          for (const span of [...source, ...cue, ...content, ...chain, ...when, ...quantities, ...hedges])
            expect(inside(span)).toBe(true)
          for (const id of [...chain.map((hop) => hop.entity), ...about]) expect(known.has(id)).toBe(true)
          for (const span of content) expect(text.slice(span.start, span.end)).toMatch(/\S/)
        }
        expect(new Set(record.statements.map((each) => each.id)).size).toBe(record.statements.length)
      }),
      { seed: 3, numRuns: 150 }
    )
  })

  test('an article gives the same record whatever was read before it', () => {
    const texts = [
      'The workers’ union said Norway’s envoy had left. “It’s over,” Hopkins’ aide said on Monday.',
      '“We won,” Petra Novak wrote on Telegram. She added that three boats had sunk.',
      'In a video released by the Coast League, a masked man said it was late. “Go,” he added.'
    ]
    const first = texts.map((text) => JSON.stringify(extract(article(text))))
    for (let i = 0; i < 30; i++)
      extract(article(`Anna's cat ${i} said the dogs’ bowl isn't hers. “It's ${i},” he said.`), rules)
    const again = [...texts].reverse().map((text) => JSON.stringify(extract(article(text))))
    expect(again.reverse()).toEqual(first)
  })

  test('a byte order mark, line ends and astral characters move offsets and nothing else', () => {
    const plain = 'Petra Novak said on Monday that the ferry was late.\n\n“Wait,” she said.'
    const odd = `\ufeff😀 Petra Novak said on Monday that the ferry was late.\r\n\u2028\r\n“Wait,” she said.`
    const words = (text: string) =>
      extract(article(text), rules).statements.map((each) => [
        ...each.content.map((span) => text.slice(span.start, span.end)),
        ...each.chain.map((hop) => text.slice(hop.start, hop.end)),
        ...each.when.map((time) => text.slice(time.start, time.end))
      ])
    expect(words(odd)).toEqual(words(plain))
    expect(words(plain)).toEqual([
      ['the ferry was late', 'Petra Novak', 'on Monday'],
      ['“Wait,”', 'she']
    ])
  })
})

describe('time grows with the length and not with its square', () => {
  const time = (text: string) => {
    const start = process.cpuUsage()
    extract(article(text), rules)
    const { user } = process.cpuUsage(start)
    return user / 1000
  }
  test.each([
    ['opening quotation marks', '“'],
    ['attributions without a full stop', 'RIA said that Peskov said that '],
    ['short quotations', '“Yes,” he said. '],
    ['names', 'Petra '],
    ['names in a list', 'Norway and '],
    ['recordings', 'a video released by a channel showing what it said was '],
    ['pronouns', 'Officials told what they called a “plot”. ']
  ])('%s', (_, part) => {
    const make = (length: number) => part.repeat(Math.ceil(length / part.length))
    time(make(2000))
    expect(time(make(24000))).toBeLessThan(30 * Math.max(10, time(make(3000))))
  })
})

describe('rules and tagger together take time that grows with the length', () => {
  const time = (text: string) => {
    const start = process.cpuUsage()
    extract(article(text))
    return process.cpuUsage(start).user / 1000
  }
  const clause =
    'The minister said that the ferry which sailed on Monday was late and the mayor told reporters he saw it '
  test.each([
    ['100,000 opening quotation marks', '“', 100_000],
    ['50,000 capitalised words', 'Karen Petra Lund Oslo Reis ', 50_000 * 5.4],
    ['one sentence of 120,000 characters', clause, 120_000],
    ['turns of an interview', 'REIS: We left.\n\nHOLM: It rained.\n\n', 60_000],
    ['announced quotations', 'She wrote on it:\n\n“We left.”\n\n', 60_000]
  ])('%s', (_, part, length) => {
    const make = (size: number) => part.repeat(Math.ceil(size / part.length))
    time(make(2000))
    // Four times the text, and twice as much again for what else the machine does.
    expect(time(make(length))).toBeLessThan(8 * Math.max(20, time(make(length / 4))))
  })
})
