import { describe, expect, it } from 'vitest'
import type { ArticleRecord } from '../../src/model.js'
import { defaultGazetteer } from '../../src/rdf/gazetteer.js'
import { reportOf } from '../../src/report/index.js'
import { escapeMarkdown, linkTo, shorten } from '../../src/report/markdown.js'
import { resolve } from '../../src/resolve/index.js'
import { recordOf } from '../resolve/records.js'

function report(records: readonly ArticleRecord[]): string {
  return reportOf(records, resolve(records, { gazetteer: defaultGazetteer() }))
}

const stories = [
  recordOf(
    'Russia said a prisoner exchange took place near the border on Sunday. At least four people were injured when the bridge in Carrow fell, Mayor Ann Leary said. One fisherman said the fog was thick.',
    'first',
    { published: '2024-03-04' }
  ),
  recordOf(
    'Ukraine said a prisoner exchange took place near the border on Sunday. Eleven people were injured when the bridge in Carrow fell, Mayor Ann Leary said. The Courier could not verify the number of prisoners.',
    'second',
    { published: '2024-03-05' }
  )
]

describe('the report', () => {
  const text = report(stories)
  const sectionOf = (title: string): string => text.split('\n## ').find((part) => part.startsWith(title)) ?? ''

  it('says what has more than one origin, with each voice', () => {
    const supported = sectionOf('Said by more than one origin')
    expect(supported).toContain('2 articles; 2 origins: Russia, Ukraine; first on 2024-03-04')
    expect(supported).toMatch(/Russia \*said\*.*first, sentence 1/)
    expect(supported).toMatch(/Ukraine \*said\*.*second, sentence 1/)
  })

  it('gives the later figure and the one before', () => {
    expect(sectionOf('Later figures')).toMatch(/Eleven people[\s\S]*before:[\s\S]*At least four people/)
  })

  it('lists what could not be verified, and sources without a name', () => {
    expect(sectionOf('What could not be verified')).toContain('the number of prisoners')
    expect(sectionOf('From sources without a name')).toContain('“One fisherman” *said*')
  })

  it('begins with its figures, in the singular and the plural', () => {
    const [, opening = ''] = text.split('\n\n')
    expect(opening).toMatch(
      /^2 articles with 6 statements that make 5 claims, of which 1 stands in several articles\.$/
    )
    expect(text).toContain(
      '0 contradictions, 0 denials of what others say, 1 later figure, 0 articles that repeat another.'
    )
  })

  it('names an origin once, however many articles name it', () => {
    const shown = report([
      recordOf('Footage of the fire showed trucks overturned near the old harbour bridge in Carrow.', 'one'),
      recordOf('The footage of the fire showed trucks overturned near the old harbour bridge of Carrow.', 'two')
    ])
    expect(shown).toMatch(/1 origin: footage of the fire\)/i)
  })

  it('gives what one speaker says in the same words in two articles one line with two places', () => {
    const same = 'Mayor Ann Leary said the old harbour bridge would reopen on Friday. Nobody was surprised.'
    const repeated = report([
      recordOf(same, 'one', { published: '2024-03-04' }),
      recordOf(`${same} It rained.`, 'two', { published: '2024-03-05' })
    ])
    const lines = repeated.split('\n').filter((line) => line.includes('would reopen on Friday” ('))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/\[one, sentence 1\].*\[two, sentence 1\]/)
  })

  it('says where no source is named, and sets a noun that attributes apart', () => {
    const told = report([
      recordOf('The size of the crowd could not be independently confirmed.', 'crowd'),
      recordOf('The ministry denied Paul Orlin\u2019s repeated assertion that the dam was leaking.', 'dam')
    ])
    expect(told).toContain('- No source named (*could not be independently confirmed*): “The size of the crowd”')
    expect(told).toMatch(/denies that: Paul Orlin \(\*assertion\*\): “the dam was leaking”/)
  })

  it('every quoted line leads to a statement that is in the records', () => {
    const known = new Set(stories.flatMap((record) => record.statements.map((statement) => linkTo('', statement.id))))
    const links = [...text.matchAll(/index\.html#statement=[^)]*/g)].map(([address]) => `[](${address})`)
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter((link) => !known.has(link))).toEqual([])
  })

  it('is the same for the records in any order', () => {
    expect(report([...stories].reverse())).toBe(text)
  })
})

describe('text from articles', () => {
  it.each([
    ['# not a heading', '\\# not a heading'],
    ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a\u202etxt', 'a txt'],
    ['- no list', '\\- no list'],
    ['1. no list', '1\\. no list'],
    ['see https://example.org', 'see https\\://example.org'],
    ['two\n\n## lines', 'two \\#\\# lines']
  ])('%j stays text', (given, expected) => {
    expect(escapeMarkdown(given)).toBe(expected)
  })

  it('is cut between words', () => {
    expect(shorten('one two three four', 10)).toBe('one two …')
  })

  it('links to claims and statements as the page names them', () => {
    expect(linkTo('a', 'article/ab12#statement=1,2,3')).toBe('[a](index.html#statement=ab12,1,2,3)')
    expect(linkTo('a', 'claim/00ff')).toBe('[a](index.html#claim=00ff)')
  })
})
