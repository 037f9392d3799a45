/** Zones and the model → runs of tokens that are names, with their coarse type and how sure the model is. */
import type { Prose } from '../language/index.js'
import { bestPath, FeatureRows, findMarginals, scoreSequence } from '../learn/index.js'
import { addZone } from './features.js'
import { labelTypes, type NamesModel } from './model.js'
import { readWords } from './reading.js'
import type { CoarseType } from './types.js'
import { findZones, type Zone } from './zones.js'

/** Tokens `from` to `to` (exclusive) of a sentence. */
export interface TokenRun {
  readonly sentence: number
  readonly from: number
  readonly to: number
  readonly type: CoarseType | 'other'
  readonly probability: number
}

export function findByModel(prose: Prose, model: NamesModel): TokenRun[] {
  const reading = readWords(prose, model.lexicon)
  const rows = { nodes: new FeatureRows(), edges: new FeatureRows() }
  const runs: TokenRun[] = []
  for (const zone of findZones(prose)) {
    rows.nodes.clear()
    rows.edges.clear()
    addZone(zone, reading, model.lexicon, rows)
    runs.push(...decodeZone(zone, model, rows))
  }
  return runs
}

function decodeZone(zone: Zone, model: NamesModel, rows: { nodes: FeatureRows; edges: FeatureRows }): TokenRun[] {
  const { biases, crf } = model
  const scores = scoreSequence(crf, rows.nodes, rows.edges)
  const { labels, nodes, length } = scores
  for (let i = 0; i < length; i++) {
    for (let k = 0; k < labels; k++) nodes[i * labels + k] = (nodes[i * labels + k] ?? 0) + (biases[k] ?? 0)
  }
  const path = bestPath(scores)
  if (path.every((label) => label === 0)) return []
  const marginals = findMarginals(scores).nodes
  const runs: TokenRun[] = []
  let i = 0
  while (i < length) {
    const label = path[i] ?? 0
    const type = labelTypes[(label - 1) >> 1]
    if (label === 0 || type === undefined) {
      i++
      continue
    }
    const inside = label % 2 === 1 ? label + 1 : label
    let probability = marginals[i * labels + label] ?? 0
    let end = i + 1
    while (end < length && path[end] === inside) {
      probability = Math.min(probability, marginals[end * labels + inside] ?? 0)
      end++
    }
    runs.push({ sentence: zone.sentence, from: zone.from + i, to: zone.from + end, type, probability })
    i = end
  }
  return runs
}
