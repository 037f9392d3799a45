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
    expect(supported).toContain('2 articles, 2 origins, first on 2024-03-04')
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
