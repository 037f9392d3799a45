import { expect, test } from 'vitest'
import { readProse } from '../../src/language/index.js'
import { FeatureRows } from '../../src/learn/index.js'
import { addWindowFeatures, Place, viewCue } from '../../src/tagger/argumentFeatures.js'
import { bestArguments, toParts } from '../../src/tagger/arguments.js'
import { loadStatementsModel } from '../../src/tagger/index.js'
import { readPage } from '../../src/tagger/page.js'
import { WindowScorer } from '../../src/tagger/scorer.js'
import { finding, findLikely, scoutOdds } from '../../src/tagger/scout.js'
import { windowOf } from '../../src/tagger/window.js'
import { article } from '../article.js'

const model = loadStatementsModel()
if (model === null) throw new Error('there are no weights of statements')
const { lexicon } = model

const text =
  'The bridge is safe, Ana Reis told reporters on Monday. "It has stood since 1904," she said. "It will stand for ever, ' +
  'unless somebody drives a train over it." Nobody laughed. According to the ministry, the road had been closed twice.'
const page = readPage(readProse(article(text)), lexicon)
const at = (word: string): number => page.tokens.findIndex((token) => token.text === word)

test('a window that is scored in groups has the scores of all its features', () => {
  const cue = { from: at('said'), to: at('said') + 1 }
  const window = windowOf(page, cue)
  const none = new Int32Array(page.length + 1)
  const view = viewCue(page, cue, window, none)
  const place = new Place()
  const rows = new FeatureRows()
  for (let i = window.from; i < window.to; i++) {
    if (i < cue.from || i >= cue.to) addWindowFeatures(view, place, i, rows)
    rows.endRow()
  }
  const sums = new Int32Array(2 * rows.rows)
  model.arguments.nodes.packed.sumRows(rows, sums)
  const { nodes } = new WindowScorer(page, model.arguments).score(view, window)
  const expected = [...sums.keys()].map((k) => (sums[k] ?? 0) * model.arguments.nodes.unit)
  const found = [...sums.keys()].map((k) => nodes[3 * (k >> 1) + 1 + (k & 1)] ?? 0)
  const inCue = 2 * (cue.from - window.from)
  expect(found.slice(inCue, inCue + 2)).toEqual([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY])
  expect(found.filter((_, k) => k >> 1 !== inCue >> 1)).toEqual(expected.filter((_, k) => k >> 1 !== inCue >> 1))
})

test('the scout lets the words pass that attribute, and few others', () => {
  const likely = findLikely(scoutOdds(page, model.scout, finding), finding.leastOdds, { from: 0, to: page.length })
  const passes = (word: string): boolean => likely.some(({ from, to }) => from <= at(word) && at(word) < to)
  expect(['told', 'said', 'According'].map(passes)).toEqual([true, true, true])
  expect(['bridge', 'train', '1904'].map(passes)).toEqual([false, false, false])
})

test('a labelling has one source, and content', () => {
  const plain = 'In Lund, the mayor told reporters on Monday that the old bridge was safe.'
  const own = readPage(readProse(article(plain)), lexicon)
  const from = own.tokens.findIndex((token) => token.text === 'told')
  const cue = { from, to: from + 1 }
  const window = windowOf(own, cue)
  const view = viewCue(own, cue, window, new Int32Array(own.length + 1))
  const labels = bestArguments(new WindowScorer(own, model.arguments).score(view, window))
  const parts = labels === null ? null : toParts(labels, window.from)
  const words = (span: { from: number; to: number } | null | undefined): string =>
    span ? plain.slice(own.tokens[span.from]?.start, own.tokens[span.to - 1]?.end) : ''
  expect([parts?.source, ...(parts?.content ?? [])].map(words)).toEqual(['the mayor', 'that the old bridge was safe'])
})

test('a window stays in its sentence unless a quotation goes on or the cue stands at its edge', () => {
  const holds = (cue: string, word: string): boolean => {
    const { from, to } = windowOf(page, { from: at(cue), to: at(cue) + 1 })
    return from <= at(word) && at(word) < to
  }
  expect([holds('said', '1904'), holds('said', 'train'), holds('said', 'ministry')]).toEqual([true, true, false])
  expect([holds('been', 'According'), holds('been', 'Nobody')]).toEqual([true, false])
})
