/** Reading plain text: what is metadata is marked, what is no text is refused by name, and no character moves. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HearsayError } from '../../src/errors.js'
import { articleOf, docOf, readText } from '../../src/read/index.js'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Kind, words and value of each mark. */
const marked = (text: string): [string, string, string | undefined][] =>
  articleOf(text, 'test').marks.map((mark) => [mark.kind, text.slice(mark.start, mark.end), mark.value])

const story = 'The dam held through the night, officials said.\n\nWater rose in the lower town for a second day.'

describe('metadata is marked', () => {
  test.each([
    ['a leading date', `date 2024-03-05 ${story}`, [['date', 'date 2024-03-05', '2024-03-05']]],
    ['a date on a line of its own', `March 5, 2024\n\n${story}`, [['date', 'March 5, 2024', '2024-03-05']]],
    [
      'a British date with a weekday',
      `Tue 5 March 2024 14.05 GMT\n${story}`,
      [['date', 'Tue 5 March 2024 14.05 GMT', '2024-03-05']]
    ],
    ['a dateline', `LISBON – ${story}`, [['dateline', 'LISBON –', 'LISBON']]],
    [
      'a dateline with its agency',
      `LISBON, March 5 (Reuters) - ${story}`,
      [['dateline', 'LISBON, March 5 (Reuters) -', 'LISBON']]
    ],
    [
      'a date before a dateline',
      `date 2024-03-05 LISBON — ${story}`,
      [
        ['date', 'date 2024-03-05', '2024-03-05'],
        ['dateline', 'LISBON —', 'LISBON']
      ]
    ],
    ['a credit glued to the end', `${story} – Herald`, [['credit', '– Herald', 'Herald']]],
    [
      'a credit alone on the last line',
      `${story}\n\nThe Evening Post\n`,
      [['credit', 'The Evening Post', 'The Evening Post']]
    ],
    [
      'page debris and a title',
      `Skip to content\nRiver town waits for the flood\n\n${story}`,
      [
        ['debris', 'Skip to content', undefined],
        ['title', 'River town waits for the flood', 'River town waits for the flood']
      ]
    ],
    [
      'a caption',
      `date 2024-03-05 Boats on the high street. Photograph: EPA\n\n${story}`,
      [
        ['date', 'date 2024-03-05', '2024-03-05'],
        ['caption', 'Boats on the high street. Photograph: EPA', undefined]
      ]
    ],
    [
      'a caption glued to the first line',
      `Boats on the high street. Photograph: AFP ${story}`,
      [['caption', 'Boats on the high street. Photograph: AFP', undefined]]
    ],
    [
      'a heading between paragraphs',
      `${story}\n\nA second night\n\nMore rain is on its way.`,
      [['heading', 'A second night', undefined]]
    ],
    [
      'a byline',
      `River town waits\nBy Ana Reis and Tom Webb\n${story}`,
      [
        ['title', 'River town waits', 'River town waits'],
        ['byline', 'By Ana Reis and Tom Webb', 'Ana Reis, Tom Webb']
      ]
    ]
  ])('%s', (_, text, expected) => {
    expect(marked(text)).toEqual(expected)
  })

  test('and tells date, publisher, title and authors', () => {
    const article = articleOf(
      `title: The flood\nauthor: Ana Reis\npublished: 2024-03-05\nurl: https://example.org/flood\nsource: Herald\n\n${story}`,
      'a'
    )
    expect(article).toMatchObject({
      title: 'The flood',
      authors: ['Ana Reis'],
      published: '2024-03-05',
      url: 'https://example.org/flood',
      publisher: 'Herald'
    })
  })

  test('and what the caller knows wins', () => {
    expect(articleOf(`date 2024-03-05 ${story}`, 'a', { published: '2024-03-06' }).published).toBe('2024-03-06')
  })

  test.each([
    ['a sentence is no title', `The dam held. It rained\n\n${story}`],
    ['a last sentence is no credit', `${story}\n\nNobody was hurt.`],
    ['a dash in a sentence is no dateline', `Rain – and more of it – fell.\n${story}`],
    ['a day that does not exist is no date', `February 30, 2024 was the day.\n${story}`]
  ])('%s', (_, text) => {
    expect(marked(text)).toEqual([])
  })
})

describe('what is no article is refused with what to do', () => {
  test.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['white space', utf8(' \n\u00a0\ufeff'), 'empty'],
    ['Latin-1', Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0x63]), 'not-utf8'],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x61, 0x00]), 'not-utf8'],
    ['a PDF', utf8('%PDF-1.7 …'), 'binary'],
    ['NUL bytes', utf8('a\0b'), 'binary']
  ])('%s', (_, bytes, code) => {
    expect(() => readText(bytes, 'folder/bad.txt')).toThrow(expect.objectContaining({ code, input: 'folder/bad.txt' }))
    expect(() => readText(bytes, 'folder/bad.txt')).toThrow(HearsayError)
  })

  test('the first byte that is not UTF-8 is named', () => {
    expect(() => readText(Uint8Array.from([0x61, 0x62, 0xff, 0x63]), 'x')).toThrow(/byte 2 is not UTF-8/)
  })
})

describe('the text is never changed', () => {
  test('a byte order mark, CRLF and rare spaces stay where they are', () => {
    const text = '\ufeffdate 2024-03-05 A\u00a0b.\r\n\r\nC\u2028d \u3000e 😀.'
    const article = readText(utf8(text), 'x.txt')
    expect(article.text).toBe(text)
    expect(article.published).toBe('2024-03-05')
  })

  test('marks lie inside the text, in order and apart, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'date 2024-03-05 ',
        'MOSCOW – ',
        '\r\n',
        '\n\n',
        'Photograph: EPA',
        ' – Guardian',
        'By Ann Lee',
        '\u2028'
      )
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = `a${pieces.join('')}`
        const { marks } = articleOf(text, 'x')
        let at = 0
        for (const mark of marks) {
          expect(mark.start).toBeGreaterThanOrEqual(at)
          expect(mark.end).toBeGreaterThan(mark.start)
          at = mark.end
        }
        expect(at).toBeLessThanOrEqual(text.length)
      })
    )
  })

  test('five megabytes are read in time that grows with their length', () => {
    const text = `date 2024-03-05 ${'The dam held, she said. '.repeat(220_000)}`
    const article = readText(utf8(text), 'long.txt')
    expect(article.text.length).toBe(text.length)
    expect(article.published).toBe('2024-03-05')
  })
})

test('an article is named after its file, and by its bytes', () => {
  expect(docOf('news\\2024/story.v2.txt')).toBe('story.v2')
  const [a, b] = [readText(utf8(story), 'a.txt'), readText(utf8(story), 'b.txt')]
  expect(a.id).toBe(b.id)
  expect(a.id).toBe(`article/${a.sha256.slice(0, 20)}`)
})
