import { expect, test } from 'vitest'
import { TrainingRows } from '../../models/train/namesFeatures.js'
import { readProse } from '../../src/language/index.js'
import { scoreRows } from '../../src/learn/index.js'
import { addZone } from '../../src/names/features.js'
import { labelCount, loadNamesModel, type NamesModel } from '../../src/names/model.js'
import { readWords } from '../../src/names/reading.js'
import { findZones } from '../../src/names/zones.js'
import { article } from '../article.js'

const text =
  'The mayor of Lund, Dr Anna Maria Berg, told the Northern Herald that the Lund Harbour Company owes the city 3m. "Berg is wrong," said Omar van der Holt of NHC.'

/** What every label has over the first, of all tokens of all zones: the training rows' features, weighed one by one. */
function weighedOneByOne({ crf, biases, forms, lexicon }: NamesModel): number[] {
  const prose = readProse(article(text))
  const rows = new TrainingRows()
  for (const zone of findZones(prose)) addZone(zone, readWords(prose, forms), lexicon, rows)
  const scores = new Float64Array(rows.nodes.rows * labelCount)
  scoreRows(crf.nodes, crf.nodeWeights, labelCount, rows.nodes, scores)
  const score = (at: number): number => (scores[at] ?? 0) + (biases[at % labelCount] ?? 0)
  return Array.from(scores, (_, at) => score(at) - score(at - (at % labelCount)))
}

function weighedAtOnce({ scores, forms, lexicon }: NamesModel): number[] {
  const prose = readProse(article(text))
  return findZones(prose).flatMap((zone) => {
    scores.begin()
    addZone(zone, readWords(prose, forms), lexicon, scores)
    const { nodes } = scores.lattice
    const first = (at: number): number => nodes[at - (at % labelCount)] ?? 0
    return Array.from(nodes.subarray(0, scores.steps.length * labelCount), (each, at) => each - first(at))
  })
}

test('what the features of a token weigh is the same one by one, added up at once, and from sums that were kept', () => {
  const model = loadNamesModel()
  if (model === null) throw new Error('names.bin has not been trained')
  const expected = weighedOneByOne(model)
  expect(expected.length).toBeGreaterThan(15 * labelCount)
  for (const scores of [weighedAtOnce(model), weighedAtOnce(model)]) {
    expect(scores).toHaveLength(expected.length)
    scores.forEach((score, at) => {
      expect(score).toBeCloseTo(expected[at] ?? Number.NaN, 4)
    })
  }
})
