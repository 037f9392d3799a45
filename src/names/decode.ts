/** Zones and the model → runs of tokens that are names, with their coarse type and how sure the model is. */
import type { Prose } from '../language/index.js'
import { addZone } from './features.js'
import { labelCount, labelTypes, type NamesModel } from './model.js'
import { readWords } from './reading.js'
import type { ZoneScores } from './scores.js'
import type { CoarseType } from './types.js'
import { findZones, type Zone } from './zones.js'

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

export function findByModel(prose: Prose, { forms, lexicon, scores }: NamesModel): TokenRun[] {
  const reading = readWords(prose, forms)
  const runs: TokenRun[] = []
  for (const zone of findZones(prose)) {
    scores.begin()
    addZone(zone, reading, lexicon, scores)
    decodeZone(zone, scores, runs)
  }
  return runs
}

function decodeZone(zone: Zone, { lattice, steps }: ZoneScores, runs: TokenRun[]): void {
  if (!lattice.findBest(steps)) return
  const { path } = lattice
  const { length } = steps
  const probabilities = lattice.labelProbabilities(steps)
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
