/**
 * Logistic regression over hashed features, by the same stochastic gradient as the sequences: a yes or no with a
 * probability.
 */
import type { FeatureRows, FeatureTable } from './features.js'
import { indexFeatures } from './features.js'
import { randomSource, shuffled } from './random.js'
import { pruneRows } from './trainCrf.js'

export interface Logistic {
  readonly table: FeatureTable
  readonly weights: Float32Array
}

export interface LogisticOptions {
  readonly bits?: number
  readonly minimum?: number
  readonly rate?: number
  readonly epochs?: number
  readonly dropout?: number
  readonly seeds?: readonly number[]
  readonly prune?: number
}

/** The sum of the weights of row `row` of `features`: the logarithm of the odds. */
export function scoreRow(model: Logistic, features: FeatureRows, row: number): number {
  let score = 0
  const to = features.starts[row + 1] ?? 0
  for (let at = features.starts[row] ?? 0; at < to; at++) {
    score += model.weights[model.table.rowOf(features.hashes[at] ?? 0)] ?? 0
  }
  return score
}

export function sigmoid(score: number): number {
  return 1 / (1 + Math.exp(-score))
}

/** `answers` holds 0 or 1 (or a share between them) for each row. */
export function trainLogistic(features: FeatureRows, answers: Float32Array, options: LogisticOptions = {}): Logistic {
  const { bits = 18, minimum = 3, rate = 0.05, epochs = 3, dropout = 0.5, seeds = [1, 2, 3], prune = 0.005 } = options
  const table = indexFeatures(features, bits, minimum)
  const found = new Int32Array(features.size)
  for (let at = 0; at < found.length; at++) found[at] = table.rowOf(features.hashes[at] ?? 0)
  const kept = new Int32Array(features.longest())
  const sum = new Float64Array(table.size)
  for (const seed of seeds) {
    const weights = new Float64Array(table.size)
    const squares = new Float64Array(table.size).fill(1e-2)
    const next = randomSource(seed)
    const limit = Math.round(dropout * 2 ** 32)
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (const row of shuffled(features.rows, next)) {
        let count = 0
        let score = 0
        const to = features.starts[row + 1] ?? 0
        for (let at = features.starts[row] ?? 0; at < to; at++) {
          const place = found[at] ?? 0
          if (place === table.size || next() < limit) continue
          kept[count++] = place
          score += weights[place] ?? 0
        }
        const scale = 1 / (1 - dropout)
        const slope = scale * (sigmoid(score * scale) - (answers[row] ?? 0))
        for (let i = 0; i < count; i++) {
          const place = kept[i] ?? 0
          const square = (squares[place] ?? 0) + slope * slope
          squares[place] = square
          weights[place] = (weights[place] ?? 0) - (rate * slope) / Math.sqrt(square)
        }
      }
    }
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (weights[i] ?? 0) / seeds.length
  }
  return pruneRows(table, sum, 1, prune)
}
