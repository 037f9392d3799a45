import { describe, expect, it } from 'vitest'
import type { ArticleRecord, EntityId } from '../../src/model.js'
import { defaultGazetteer } from '../../src/rdf/gazetteer.js'
import { parseDecisions, resolve } from '../../src/resolve/index.js'
import { recordOf } from './records.js'

/** The entity that a name has in each of the records that print it. */
function idsOf(records: readonly ArticleRecord[], names: readonly string[], decisions = ''): (EntityId | undefined)[] {
  const resolution = resolve(records, {
    gazetteer: defaultGazetteer(),
    decisions: parseDecisions(decisions, 'decisions.tsv')
  })
  return names.map((name) => {
    for (const { article, mentions } of records) {
      const found = mentions.find((mention) => article.text.slice(mention.start, mention.end) === name)
      if (found !== undefined) return resolution.entityOf[article.id]?.[found.entity]
    }
    return undefined
  })
}

const tell = (...texts: string[]): ArticleRecord[] => texts.map((text, i) => recordOf(text, `story${i}`))

describe('names that are one', () => {
  it.each([
    [
      'spelling',
      ['President Volodymyr Zelensky said so.', 'Volodymyr Zelenskyy arrived.'],
      ['Volodymyr Zelensky', 'Volodymyr Zelenskyy']
    ],
    [
      'transliteration',
      ['Sergey Vasilyev, a baker, said so.', 'Sergei Vasiliev, a baker, left.'],
      ['Sergey Vasilyev', 'Sergei Vasiliev']
    ],
    [
      'a legal form',
      ['Tolvatech Inc. said it would sell.', 'Tolvatech said it had sold.'],
      ['Tolvatech Inc.', 'Tolvatech']
    ],
    [
      'an acronym that one article explains',
      ['The Carrow Harbour Trust (CHT) said it would pay.', 'The CHT said it had paid.'],
      ['Carrow Harbour Trust', 'CHT']
    ],
    [
      'a name that the gazetteer gives',
      ['The Liberty of Russia Legion said so.', 'The Freedom of Russia Legion denied it.'],
      ['Liberty of Russia Legion', 'Freedom of Russia Legion']
    ],
    ['accents', ['José Núñez said so.', 'Jose Nunez said no.'], ['José Núñez', 'Jose Nunez']]
  ])('by %s', (_kind, texts, names) => {
    const [first, ...rest] = idsOf(tell(...texts), names)
    expect(first).toBeDefined()
    for (const other of rest) expect(other).toBe(first)
  })
})

describe('names that are not one', () => {
  it.each([
    [
      'two people with one surname',
      ['Ann Leary, a baker, said so.', 'Paul Leary, a diver, said no.'],
      ['Ann Leary', 'Paul Leary']
    ],
    [
      'a place and a person',
      ['Carrow Hill said the road was open.', 'The road to Carrow was open, she said.'],
      ['Carrow Hill', 'Carrow']
    ]
  ])('%s', (_kind, texts, names) => {
    const [one, other] = idsOf(tell(...texts), names)
    expect(one).toBeDefined()
    expect(one).not.toBe(other)
  })
})

describe('a user’s decisions', () => {
  const texts = ['Ann Leary, a baker, said so.', 'Anna Lee-Leary, a baker, said no.'] as const
  it('join what is apart', () => {
    const [one, other] = idsOf(tell(...texts), ['Ann Leary', 'Anna Lee-Leary'], 'same\tAnn Leary\tAnna Lee-Leary')
    expect(one).toBe(other)
  })
  it('keep apart what would be joined', () => {
    const records = tell('Sergey Vasilyev, a baker, said so.', 'Sergei Vasiliev, a baker, left.')
    const [one, other] = idsOf(
      records,
      ['Sergey Vasilyev', 'Sergei Vasiliev'],
      'different\tSergey Vasilyev\tSergei Vasiliev'
    )
    expect(one).not.toBe(other)
  })
  it('are written down with their reason', () => {
    const { merges } = resolve(tell(...texts), {
      decisions: parseDecisions('same\tAnn Leary\tAnna Lee-Leary', 'd.tsv')
    })
    expect(merges.map((merge) => merge.reason)).toContain('user: "Ann Leary" is "Anna Lee-Leary"')
    expect(merges.every((merge) => merge.score > 0 && merge.score <= 1)).toBe(true)
  })
  it('are refused where a line is none, with its number', () => {
    expect(() => parseDecisions('# note\nmaybe\ta\tb', 'd.tsv')).toThrow(
      expect.objectContaining({ code: 'malformed', input: 'd.tsv', message: expect.stringMatching(/^line 2: "maybe/) })
    )
  })
})
