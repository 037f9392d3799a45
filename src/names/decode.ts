/** Zones and the model → runs of tokens that are names, with their coarse type and how sure the model is. */
import type { Prose } from '../language/index.js'
import { type Crf, FeatureRows } from '../learn/index.js'
import { addZone, type ZoneRows } from './features.js'
import { labelCount, labelTypes, type NamesModel } from './model.js'
import { readWords } from './reading.js'
import { Lattice, type Transition } from './sequence.js'
import type { CoarseType } from './types.js'
import { findZones, longestZone, type Zone } from './zones.js'

/** Tokens `from` to `to` (exclusive) of a sentence. */
export interface TokenRun {
  readonly sentence: number
  readonly from: number
  readonly to: number
  readonly type: CoarseType | 'other'
  readonly probability: number
  /** How probable each of person, organization and place is at its first token. */
  readonly odds: Odds
}

/** Of person, organization, place. */
export type Odds = readonly [number, number, number]

export function findByModel(prose: Prose, model: NamesModel): TokenRun[] {
  const reading = readWords(prose, model.forms)
  const rows = { nodes: new FeatureRows(), edges: new FeatureRows() }
  const lattice = new Lattice(longestZone + 8, labelCount)
  const runs: TokenRun[] = []
  for (const zone of findZones(prose)) {
    rows.nodes.clear()
    rows.edges.clear()
    addZone(zone, reading, model.lexicon, rows)
    decodeZone(zone, model, rows, lattice, runs)
  }
  return runs
}

/** The weights of each token's features, summed, and the biases. Half of the features of a new text are unknown, and weigh nothing. */
function scoreTokens(
  crf: Crf,
  { hashes, starts, rows }: FeatureRows,
  biases: readonly number[],
  scores: Float64Array
): void {
  const { nodes: table, nodeWeights } = crf
  const sums = new Float64Array(labelCount)
  for (let i = 0; i < rows; i++) {
    sums.fill(0)
    const to = starts[i + 1] ?? 0
    for (let at = starts[i] ?? 0; at < to; at++) {
      const row = table.rowOf(hashes[at] ?? 0)
      if (row === table.size) continue
      const from = row * labelCount
      for (let k = 0; k < labelCount; k++) sums[k] = (sums[k] ?? 0) + (nodeWeights[from + k] ?? 0)
    }
    for (let k = 0; k < labelCount; k++) scores[i * labelCount + k] = (sums[k] ?? 0) + (biases[k] ?? 0)
  }
}

function decodeZone(zone: Zone, model: NamesModel, rows: ZoneRows, lattice: Lattice, runs: TokenRun[]): void {
  const { biases, crf, transitions } = model
  const length = rows.nodes.rows
  scoreTokens(crf, rows.nodes, biases, lattice.nodes)
  const steps: Transition[] = []
  for (let i = 0; i < length; i++) steps.push(transitions.at(rows.edges, i))
  const path = lattice.bestLabels(length, steps)
  if (path.every((label) => label === 0)) return
  const probabilities = lattice.labelProbabilities(length, steps)
  let i = 0
  while (i < length) {
    const label = path[i] ?? 0
    const type = label === 0 ? undefined : labelTypes[(label - 1) >> 1]
    if (type === undefined) {
      i++
      continue
    }
    let probability = probabilities[i * labelCount + label] ?? 0
    let end = i + 1
    while (end < length && path[end] === label + 1) {
      probability = Math.min(probability, probabilities[end * labelCount + label + 1] ?? 0)
      end++
    }
    const odd = (kind: number): number =>
      (probabilities[i * labelCount + 2 * kind + 1] ?? 0) + (probabilities[i * labelCount + 2 * kind + 2] ?? 0)
    const odds = [odd(0), odd(1), odd(2)] as const
    runs.push({ sentence: zone.sentence, from: zone.from + i, to: zone.from + end, type, probability, odds })
    i = end
  }
}
