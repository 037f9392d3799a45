/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over hashed features: scores, best path,
 * marginal probabilities.
 *
 * Node scores are `length × labels`, edge scores `length × labels × labels` (from the label before, to the label here;
 * the first position's are not used). Callers may change both between scoring and decoding: a bias is an addition, a ban
 * is -Infinity.
 */
import type { FeatureRows, FeatureTable } from './features.js'

export interface Crf {
  readonly labels: number
  readonly nodes: FeatureTable
  /** Rows of `labels` weights, and an empty one for features that are not in the table. */
  readonly nodeWeights: Float32Array
  readonly edges: FeatureTable
  /** Rows of `labels × labels` weights, and an empty one. */
  readonly edgeWeights: Float32Array
}

/** The weights of each position's features, summed, `width` numbers a position. */
export function scoreRows(
  table: FeatureTable,
  weights: Float32Array,
  width: number,
  features: FeatureRows,
  scores: Float64Array
): void {
  if (width === 3) scoreRowsOfThree(table, weights, features, scores)
  else scoreRowsOfAny(table, weights, width, features, scores)
}

function scoreRowsOfAny(
  table: FeatureTable,
  weights: Float32Array,
  width: number,
  { hashes, starts, rows }: FeatureRows,
  scores: Float64Array
): void {
  scores.fill(0, 0, rows * width)
  for (let i = 0; i < rows; i++) {
    const to = starts[i + 1] ?? 0
    const out = i * width
    for (let at = starts[i] ?? 0; at < to; at++) {
      const from = table.rowOf(hashes[at] ?? 0) * width
      for (let k = 0; k < width; k++) scores[out + k] = (scores[out + k] ?? 0) + (weights[from + k] ?? 0)
    }
  }
}

/** The same for three labels, which the tagger of statements has: most of the time of an extraction is spent here. */
function scoreRowsOfThree(
  table: FeatureTable,
  weights: Float32Array,
  { hashes, starts, rows }: FeatureRows,
  scores: Float64Array
): void {
  for (let i = 0; i < rows; i++) {
    const to = starts[i + 1] ?? 0
    let [first, second, third] = [0, 0, 0]
    for (let at = starts[i] ?? 0; at < to; at++) {
      const from = table.rowOf(hashes[at] ?? 0) * 3
      first += weights[from] ?? 0
      second += weights[from + 1] ?? 0
      third += weights[from + 2] ?? 0
    }
    scores[3 * i] = first
    scores[3 * i + 1] = second
    scores[3 * i + 2] = third
  }
}

export interface Scores {
  readonly length: number
  readonly labels: number
  readonly nodes: Float64Array
  readonly edges: Float64Array
}

/** Node and edge scores of one sequence; `nodes` and `edges` must have one row a position. */
export function scoreSequence(model: Crf, nodes: FeatureRows, edges: FeatureRows): Scores {
  const { labels } = model
  const scores = {
    length: nodes.rows,
    labels,
    nodes: new Float64Array(nodes.rows * labels),
    edges: new Float64Array(nodes.rows * labels * labels)
  }
  scoreRows(model.nodes, model.nodeWeights, labels, nodes, scores.nodes)
  scoreRows(model.edges, model.edgeWeights, labels * labels, edges, scores.edges)
  return scores
}

/** The labels of the best path (Viterbi). Of two equal paths the one with the lower labels wins. */
export function bestPath({ length, labels, nodes, edges }: Scores): Uint8Array {
  const path = new Uint8Array(length)
  if (length === 0) return path
  const back = new Uint8Array(length * labels)
  let best = new Float64Array(labels)
  let next = new Float64Array(labels)
  for (let label = 0; label < labels; label++) best[label] = nodes[label] ?? 0
  for (let i = 1; i < length; i++) {
    for (let label = 0; label < labels; label++) {
      let top = Number.NEGATIVE_INFINITY
      let from = 0
      for (let before = 0; before < labels; before++) {
        const score = (best[before] ?? 0) + (edges[(i * labels + before) * labels + label] ?? 0)
        if (score > top) {
          top = score
          from = before
        }
      }
      next[label] = top + (nodes[i * labels + label] ?? 0)
      back[i * labels + label] = from
    }
    const kept = best
    best = next
    next = kept
  }
  let label = 0
  for (let each = 1; each < labels; each++) if ((best[each] ?? 0) > (best[label] ?? 0)) label = each
  for (let i = length - 1; i >= 0; i--) {
    path[i] = label
    label = back[i * labels + label] ?? 0
  }
  return path
}

export interface Marginals {
  /** P(label at position), `length × labels`. */
  readonly nodes: Float64Array
  /** P(label before, label here), `length × labels × labels`; the first position's are 0. */
  readonly edges: Float64Array
  /** The logarithm of the sum over all paths. */
  readonly logSum: number
}

/** Forward and backward sums, each position scaled to 1. Positions at which every label is banned are not allowed. */
export function findMarginals({ length, labels, nodes, edges }: Scores): Marginals {
  const square = labels * labels
  const alpha = new Float64Array(length * labels)
  const beta = new Float64Array(length * labels)
  const potential = new Float64Array(length * square)
  const result = { nodes: new Float64Array(length * labels), edges: new Float64Array(length * square), logSum: 0 }
  for (let i = 0; i < length; i++) {
    const node = i * labels
    const edge = i * square
    let top = Number.NEGATIVE_INFINITY
    for (let k = 0; k < labels; k++) {
      const own = nodes[node + k] ?? 0
      if (i === 0) top = Math.max(top, own)
      else for (let j = 0; j < labels; j++) top = Math.max(top, own + (edges[edge + j * labels + k] ?? 0))
    }
    let sum = 0
    for (let k = 0; k < labels; k++) {
      const own = (nodes[node + k] ?? 0) - top
      let value = 0
      if (i === 0) value = Math.exp(own)
      else {
        for (let j = 0; j < labels; j++) {
          const each = Math.exp(own + (edges[edge + j * labels + k] ?? 0))
          potential[edge + j * labels + k] = each
          value += each * (alpha[node - labels + j] ?? 0)
        }
      }
      alpha[node + k] = value
      sum += value
    }
    for (let k = 0; k < labels; k++) alpha[node + k] = (alpha[node + k] ?? 0) / sum
    result.logSum += Math.log(sum) + top
  }
  for (let k = 0; k < labels; k++) beta[(length - 1) * labels + k] = 1
  for (let i = length - 1; i >= 0; i--) {
    const node = i * labels
    const edge = i * square
    let sum = 0
    for (let k = 0; k < labels; k++) sum += (alpha[node + k] ?? 0) * (beta[node + k] ?? 0)
    for (let k = 0; k < labels; k++) {
      beta[node + k] = (beta[node + k] ?? 0) / sum
      result.nodes[node + k] = (alpha[node + k] ?? 0) * (beta[node + k] ?? 0)
    }
    if (i === 0) break
    let total = 0
    for (let j = 0; j < labels; j++) {
      let back = 0
      for (let k = 0; k < labels; k++) {
        const each = (potential[edge + j * labels + k] ?? 0) * (beta[node + k] ?? 0)
        back += each
        const joint = (alpha[node - labels + j] ?? 0) * each
        result.edges[edge + j * labels + k] = joint
        total += joint
      }
      beta[node - labels + j] = back
    }
    for (let k = 0; k < square; k++) result.edges[edge + k] = (result.edges[edge + k] ?? 0) / total
  }
  return result
}
