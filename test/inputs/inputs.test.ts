/** Inputs of every kind that news comes in, whole and broken: what is read, what is told of it, and what is refused by name. */

import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extract/index.js'
import { readTimestamp } from '../../src/inputs/dates.js'
import { type InputOptions, isFailure, readInput, textFragmentLink } from '../../src/inputs/index.js'
import { kindOf } from '../../src/inputs/sniff.js'
import type { Article, Failure } from '../../src/model.js'

const folder = new URL('./files/', import.meta.url)
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** In pieces of odd sizes, as a disk or a network gives them. */
function read(name: string, bytes = bytesOf(name), options: InputOptions = {}, piece = 997) {
  const chunks = function* (): Iterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
  }
  const articles: Article[] = []
  const failures: Failure[] = []
  for (const outcome of readInput({ name, chunks }, options)) {
    if (isFailure(outcome)) failures.push(outcome)
    else articles.push(outcome)
  }
  return { articles, failures }
}

describe('the kind is told from the content', () => {
  test.each([
    ['page.html', 'html'],
    ['trafilatura.json', 'json'],
    ['newsplease.jsonl', 'jsonl'],
    ['newspaper4k.json', 'json'],
    ['stories.csv', 'csv'],
    ['feed.rss', 'feed'],
    ['feed.atom', 'feed'],
    ['newsml.xml', 'newsml'],
    ['ninjs.json', 'json'],
    ['german.txt', 'text']
  ])('%s is %s, whatever its name', (name, kind) => {
    const known = kind === 'csv' ? 'x.csv' : 'x'
    expect(kindOf(bytesOf(name), known)).toBe(kind)
  })

  test.each([
    ['[Editor’s note: this was updated] The mayor said no.', 'text'],
    ['{braces} are text too', 'text'],
    ['<3 said the fan', 'text'],
    ['title,url,text\na,b,c', 'csv']
  ])('%s', (text, kind) => {
    expect(kindOf(utf8(text), 'stdin')).toBe(kind)
  })
})

describe('a saved page', () => {
  const { articles, failures } = read('page.html')
  const [page] = articles

  test('gives its article and nothing around it', () => {
    expect(failures).toEqual([])
    expect(page?.text.split('\n\n')[0]).toBe('Ferry crews walk out over night shifts')
    expect(page?.text).toContain('“Nobody can work four nights in a row & steer a ship,” said Petra Lund')
    expect(page?.text).not.toMatch(/never read this|cookies|Sign in|Ten soups/)
  })

  test('tells what it says of itself', () => {
    expect(page).toMatchObject({
      doc: 'page',
      title: 'Ferry crews walk out over night shifts',
      published: '2024-04-09T06:30:00+01:00',
      publisher: 'Harbour Herald',
      url: 'https://www.example.org/news/ferry-strike',
      authors: ['Mina Okafor', 'Jon Blake'],
      language: 'en-GB'
    })
  })

  test('is extracted like any article', () => {
    const speakers = extract(page as Article).statements.map((statement) => statement.chain[0]?.entity)
    expect(speakers).toContain('petra-lund')
  })

  test('in another encoding is read as it says', () => {
    const latin = `<html><head><meta charset="windows-1252"><title>x</title></head><body><article><p>${'The caf\u00e9 in the square said that it would close. '.repeat(8)}</p></article></body></html>`
    const bytes = Uint8Array.from(latin, (character) => character.charCodeAt(0))
    expect(read('latin.html', bytes).articles[0]?.text).toContain('café')
  })
})

describe('dumps and feeds', () => {
  test('trafilatura', () => {
    expect(read('trafilatura.json').articles).toMatchObject([
      {
        doc: 'trafilatura-1',
        title: 'Lake level falls again',
        published: '2024-07-02',
        publisher: 'Lake News',
        authors: ['Rosa Weil']
      }
    ])
  })

  test('news-please, with lines that are broken named by their number', () => {
    const { articles, failures } = read('newsplease.jsonl')
    expect(articles.map(({ doc, published, publisher }) => [doc, published, publisher])).toEqual([
      ['newsplease-1', '2024-02-11T08:05:00', 'citypaper.example'],
      ['newsplease-3', null, 'hills.example']
    ])
    expect(failures.map(({ input, code }) => [input, code])).toEqual([
      ['newsplease.jsonl#4', 'malformed'],
      ['newsplease.jsonl#5', 'malformed'],
      ['newsplease.jsonl#6', 'malformed']
    ])
    expect(failures[1]?.message).toContain('--map text=')
  })

  test('newspaper4k', () => {
    expect(read('newspaper4k.json').articles.map(({ title }) => title)).toEqual(['Bakers strike', 'Bakers back'])
  })

  test('CSV with a map of its columns, quotation marks and line breaks in cells', () => {
    const { articles } = read('stories.csv', undefined, {
      map: { title: 'headline', published: 'day', text: 'story', publisher: 'outlet' }
    })
    expect(articles).toMatchObject([
      { title: 'Tram "Nine" returns', published: '2024-03-08', publisher: 'Tram Times' },
      { title: 'Second tram', published: '2024-03-09' }
    ])
    expect(articles[0]?.text).toContain('\n\n"It is quieter than the bus," said')
    expect(read('stories.csv').failures[0]?.message).toContain('fields: id, headline, day, story, outlet')
  })

  test('RSS with full text; a teaser is told so', () => {
    const { articles, failures } = read('feed.rss')
    expect(articles).toMatchObject([
      {
        title: 'Bridge & road reopen',
        published: '2024-03-12T09:30:00+01:00',
        publisher: 'Valley Wire',
        url: 'https://valley.example/bridge',
        authors: ['Lars Holm']
      }
    ])
    expect(articles[0]?.text).toContain('“It carries forty tonnes again,” said Eva Roth')
    expect(failures).toMatchObject([{ input: 'feed.rss#2', code: 'empty' }])
  })

  test('Atom', () => {
    expect(read('feed.atom').articles).toMatchObject([
      {
        title: 'Lighthouse sold',
        published: '2024-06-01T07:00:00Z',
        url: 'https://coast.example/light',
        authors: ['Nils Aaby']
      }
    ])
  })

  test('NewsML-G2', () => {
    const { articles } = read('newsml.xml')
    expect(articles).toMatchObject([
      {
        title: 'Miners reach the third level',
        publisher: 'Wire Service',
        published: '2024-01-15T12:00:00Z',
        authors: ['Olga Brandt']
      }
    ])
    expect(articles[0]?.text).toContain('\n\n“We heard knocking,” said the foreman')
  })

  test('ninjs', () => {
    expect(read('ninjs.json').articles).toMatchObject([
      { title: 'Harvest late', publisher: 'Wire Service', authors: ['Paul Stern'] }
    ])
  })

  test('a reprint with the same text and another publisher stays an article of its own', () => {
    const line = (publisher: string): string => JSON.stringify({ text: 'The dam held, officials said.', publisher })
    const { articles } = read('two.jsonl', utf8(`${line('A')}\n${line('B')}\n`))
    expect(new Set(articles.map(({ id }) => id)).size).toBe(2)
  })
})

describe('archives', () => {
  const page = bytesOf('page.html')
  const warc = utf8Warc(page)

  test('WARC: pages that are HTML, with their addresses', () => {
    const { articles, failures } = read('crawl.warc', warc)
    expect(failures).toEqual([])
    expect(articles.map(({ doc, url }) => [doc, url])).toEqual([['crawl-1', 'https://www.example.org/crawled']])
  })

  test('WARC in gzip members, one a record', () => {
    const packed = concat([gzipSync(warc.subarray(0, 60)), gzipSync(warc.subarray(60))])
    expect(read('crawl.warc.gz', packed).articles.length).toBe(1)
  })

  test('WARC that is cut off gives what stood before, and says so', () => {
    const { articles, failures } = read('cut.warc', concat([warc, warc.subarray(0, 900)]))
    expect(articles.length).toBe(1)
    expect(failures).toMatchObject([{ input: 'cut.warc', code: 'malformed' }])
  })

  test('zip: every file in it, by the order of their names', () => {
    const packed = zipSync({
      'b/page.html': page,
      'a.json': bytesOf('ninjs.json'),
      '__MACOSX/x': utf8('x'),
      'c.bin': utf8('\0\0')
    })
    const { articles, failures } = read('bundle.zip', packed)
    expect(articles.map(({ title }) => title)).toEqual(['Harvest late', 'Ferry crews walk out over night shifts'])
    expect(failures).toMatchObject([{ input: 'bundle.zip/c.bin', code: 'binary' }])
  })

  test('a gzip file that is cut off', () => {
    const packed = gzipSync(bytesOf('newspaper4k.json'))
    expect(read('x.json.gz', packed).articles.length).toBe(2)
    expect(read('x.json.gz', packed.subarray(0, 40)).failures.length).toBe(1)
  })

  test('archives in archives in archives are refused', () => {
    const deep = gzipSync(gzipSync(gzipSync(utf8('The mayor said no.'))))
    expect(read('x.gz.gz.gz', deep).failures).toMatchObject([{ code: 'unsupported' }])
  })
})

describe('what is set aside is told by name', () => {
  test.each([
    ['german.txt', 'language', /German/],
    ['empty-page.html', 'malformed', /no article/],
    ['page.mhtml', 'unsupported', /save the page as HTML/]
  ])('%s', (name, code, message) => {
    const { articles, failures } = read(name)
    expect(articles).toEqual([])
    expect(failures).toMatchObject([{ input: name, code }])
    expect(failures[0]?.message).toMatch(message)
  })

  test.each([
    [
      'French',
      'Le maire a déclaré lundi que le pont ne rouvrirait pas avant l’automne, et que les travaux avaient pris du retard.'
    ],
    [
      'Russian',
      'Мэр города заявил в понедельник, что мост откроется только осенью, а жители недовольны объездом вокруг озера.'
    ],
    [
      'Spanish',
      'El alcalde dijo el lunes que el puente no volverá a abrir antes del otoño y que las obras van con mucho retraso.'
    ]
  ])('%s is recognised', (language, text) => {
    expect(read('x.txt', utf8(text)).failures[0]?.message).toContain(language)
    expect(read('x.txt', utf8(text), { anyLanguage: true }).articles.length).toBe(1)
  })

  test.each([
    'Zelenskyy, Gladkov, Podolyak, Budanov, Prigozhin and Shoigu met in Moscow, Kyiv, Belgorod, Bakhmut, Donetsk.',
    'The Bundeskanzleramt said that the Verteidigungsausschuss of the Bundestag had met, and that a Sondervermögen was agreed.',
    'No.'
  ])('English with foreign names is English: %s', (text) => {
    expect(read('x.txt', utf8(text)).failures).toEqual([])
  })
})

test('an override of the kind is obeyed', () => {
  expect(read('page.html', undefined, { kind: 'text' }).articles[0]?.text).toMatch(/^<!DOCTYPE/)
})

test.each([
  ['Tue, 23 May 2023 10:15:00 +0200', '2023-05-23T10:15:00+02:00'],
  ['2023-05-23T10:15:00.123Z', '2023-05-23T10:15:00Z'],
  ['2023-05-23 10:15:00', '2023-05-23T10:15:00'],
  ['20230523T101500Z', '2023-05-23T10:15:00Z'],
  ['2023-05', '2023-05'],
  ['May 23, 2023', '2023-05-23'],
  [1684836900, '2023-05-23T10:15:00Z'],
  ['2023-02-30', null],
  ['soon', null]
])('the date %s', (value, expected) => {
  expect(readTimestamp(value)).toBe(expected)
})

test.each([
  ['a, b - c & d', 'https://a.example/x#:~:text=a%2C%20b%20%2D%20c%20%26%20d'],
  [
    'word '.repeat(100),
    'https://a.example/x#:~:text=word%20word%20word%20word%20word%20word,word%20word%20word%20word%20word%20word'
  ]
])('a text fragment link for %s', (words, link) => {
  expect(textFragmentLink('https://a.example/x#top', words)).toBe(link)
})

describe('a thousand damaged inputs', () => {
  const names = readdirSync(folder).sort()
  const whole = [
    ...names.map((name) => ({ name, bytes: bytesOf(name) })),
    { name: 'crawl.warc', bytes: utf8Warc(bytesOf('page.html')) }
  ]
  const packed = whole.flatMap(({ name, bytes }) => [
    { name, bytes },
    { name: `${name}.gz`, bytes: gzipSync(bytes, { mtime: 0 }) },
    { name: `${name}.zip`, bytes: zipSync({ [name]: bytes }, { mtime: new Date('2024-01-01T00:00:00') }) }
  ])

  test('give articles or failures, and never anything else', () => {
    let state = 7
    const next = (below: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    let accepted = 0
    let refused = 0
    for (let i = 0; i < 1000; i++) {
      const { name, bytes } = packed[next(packed.length)] ?? { name: '', bytes: new Uint8Array() }
      const damaged = bytes.slice(0, next(4) === 0 ? next(bytes.length) : bytes.length)
      for (let k = next(12); k > 0 && damaged.length > 0; k--) damaged[next(damaged.length)] = next(256)
      const { articles, failures } = read(name, damaged, {}, 4096)
      accepted += articles.length
      refused += failures.length
      for (const failure of failures) expect(failure.message).not.toBe('')
      for (const article of articles) expect(article.text.trim()).not.toBe('')
    }
    expect(accepted).toBeGreaterThan(100)
    expect(refused).toBeGreaterThan(100)
  })
})

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(parts.flatMap((part) => [...part]))
}

/** A crawl with a request, a page in chunks and a picture. */
function utf8Warc(page: Uint8Array): Uint8Array {
  const crlf = '\r\n'
  const record = (type: string, more: string, block: Uint8Array): Uint8Array =>
    concat([
      utf8(
        `WARC/1.1${crlf}WARC-Type: ${type}${crlf}WARC-Target-URI: https://www.example.org/crawled${crlf}${more}Content-Length: ${block.length}${crlf}${crlf}`
      ),
      block,
      utf8(crlf + crlf)
    ])
  const half = Math.floor(page.length / 2)
  const chunk = (part: Uint8Array): Uint8Array => concat([utf8(`${part.length.toString(16)}${crlf}`), part, utf8(crlf)])
  const response = concat([
    utf8(`HTTP/1.1 200 OK${crlf}Content-Type: text/html; charset=utf-8${crlf}Transfer-Encoding: chunked${crlf}${crlf}`),
    chunk(page.subarray(0, half)),
    chunk(page.subarray(half)),
    utf8(`0${crlf}${crlf}`)
  ])
  const http = `Content-Type: application/http; msgtype=response${crlf}`
  return concat([
    record('request', `Content-Type: application/http; msgtype=request${crlf}`, utf8(`GET / HTTP/1.1${crlf}${crlf}`)),
    record('response', http, response),
    record('response', http, utf8(`HTTP/1.1 200 OK${crlf}Content-Type: image/png${crlf}${crlf}x`))
  ])
}
