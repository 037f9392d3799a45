import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readProse } from '../../src/language/index.js'
import { mapOffsets } from '../../src/offsets.js'
import { article } from '../article.js'

const sentences = (text: string) => readProse(article(text)).sentences.map((each) => text.slice(each.start, each.end))
const quotes = (text: string) => readProse(article(text)).quotes.map((each) => text.slice(each.start, each.end))

/** Text as hostile as an article can be: marks, controls, astral characters, lone surrogates, odd spaces. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '“',
        '”',
        '"',
        "'",
        '’',
        "''",
        '«',
        '\n',
        '\r\n',
        '\u2028',
        '\u00a0',
        '\ufeff',
        '\u202e',
        '😀',
        '\ud83d',
        '<b>',
        '. ',
        ', ',
        ' said ',
        'Mr. ',
        "'s ",
        '-',
        '…',
        '\u0000'
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('Petra Novak', 'she', 'the ministry', 'Kyiv', 'on Monday', 'claims')
    ),
    { maxLength: 40 }
  )
  .map((parts) => parts.join(''))

describe('offsets', () => {
  test('tokens and sentences are the characters of the text, in order', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        let end = 0
        for (const sentence of readProse(article(text)).sentences) {
          expect(sentence.start).toBeGreaterThanOrEqual(end)
          expect(sentence.tokens.length).toBeGreaterThan(0)
          expect(sentence.start).toBe(sentence.tokens[0]?.start)
          for (const token of sentence.tokens) {
            expect(token.start).toBeGreaterThanOrEqual(end)
            expect(text.slice(token.start, token.end)).toBe(token.text)
            end = token.end
          }
          expect(sentence.end).toBe(end)
        }
      }),
      { seed: 1, numRuns: 400 }
    )
  })
  test('code points and UTF-16 agree with JavaScript’s own iterator', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        const map = mapOffsets(text)
        let index = 0
        let point = 0
        for (const character of text) {
          expect(map.toCodePoint(index)).toBe(point)
          expect(map.toUtf16(point)).toBe(index)
          index += character.length
          point++
        }
        expect(map.toCodePoint(text.length)).toBe(point)
      }),
      { seed: 2, numRuns: 300 }
    )
  })
  test('a text gives the same tokens whatever was read before', () => {
    const text = 'The workers’ union met Norway’s envoy. It’s over, Hopkins’ aide said.'
    const before = JSON.stringify(readProse(article(text)))
    for (let i = 0; i < 50; i++) readProse(article(`Anna's cat ${i} saw the dogs’ bowl. It's hers, isn't it?`))
    expect(JSON.stringify(readProse(article(text)))).toBe(before)
  })
})

describe('parts of speech', () => {
  test.each([
    ['The ferries are safe, Northern Line Shipping said in a statement.', 'Shipping', 'PROPN'],
    ['Peyton Manning, who won, declined to comment.', 'Manning', 'PROPN'],
    ['It signed the Porto Protocol Relating to the Status of Ferries.', 'Relating', 'VERB'],
    ['Porto Velho Fighting Back After Floods', 'Fighting', 'VERB']
  ])('a name that ends in -ing is a name: %s', (text, word, pos) => {
    const tokens = readProse(article(text)).sentences.flatMap((sentence) => sentence.tokens)
    expect(tokens.find((token) => token.text === word)?.pos).toBe(pos)
  })
})

describe('sentences', () => {
  test.each([
    ['“Where is she?” he asked. Nobody knew.', ['“Where is she?” he asked.', 'Nobody knew.']],
    ['“We won.” He left.', ['“We won.”', 'He left.']],
    ['He met Mr. Lee of Acme Inc. on Friday. It rained.', ['He met Mr. Lee of Acme Inc. on Friday.', 'It rained.']],
    [
      'HARBOUR REOPENS AFTER STORM The first ferry left at noon.',
      ['HARBOUR REOPENS AFTER STORM', 'The first ferry left at noon.']
    ],
    ['“Why?” Anna said Friday. It rained.', ['“Why?” Anna said Friday.', 'It rained.']],
    ['“It is late.” He added, “Go home.”', ['“It is late.”', 'He added, “Go home.”']],
    ['“It is late!” Anna said to Peter.', ['“It is late!” Anna said to Peter.']],
    ['Rep. Ann Lee (D-N.Y.), who lost, left. It rained.', ['Rep. Ann Lee (D-N.Y.), who lost, left.', 'It rained.']],
    ['She said: “Come!”, a word she likes. He left.', ['She said: “Come!”, a word she likes.', 'He left.']],
    ['"Moving on. It is late!" the group wrote.', ['"Moving on.', 'It is late!" the group wrote.']],
    ['One line\n\nAnother line', ['One line', 'Another line']],
    ['   \n\n ', []]
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })
})

describe('quotations', () => {
  test.each([
    ["''It is late,'' she said. ''Go home.''", ["''It is late,''", "''Go home.''"]],
    ['"It is late," she said.', ['"It is late,"']],
    ['She said: ‘It’s late’ and left.', ['‘It’s late’']],
    ['“One.\n\n“Two.”\n\nThree.', ['“One.', '“Two.”']]
  ])('%s', (text, expected) => {
    expect(quotes(text)).toEqual(expected)
  })
})

test('time grows with the length of a hostile text, not with its square', () => {
  const time = (text: string) => {
    const start = performance.now()
    readProse(article(text))
    return performance.now() - start
  }
  for (const make of [
    (n: number) => '“'.repeat(n),
    (n: number) => 'a'.repeat(n),
    (n: number) => '( '.repeat(n),
    (n: number) => 'Ab '.repeat(n)
  ]) {
    time(make(4000))
    expect(time(make(64000))).toBeLessThan(60 * Math.max(20, time(make(8000))))
  }
})
