/**
 * Labelled sequences → a conditional random field, by stochastic gradient with AdaGrad (Duchi, Hazan and Singer 2011).
 *
 * Regularised by feature dropout: in each visit half of the node features are left out and the others count double, so
 * that no word is relied on alone. The weights of several seeds are averaged. Same input, same bytes.
 */
import { type Crf, findMarginals, type Scores } from './crf.js'
import { type FeatureRows, FeatureTable, indexFeatures } from './features.js'
import { randomSource, shuffled } from './random.js'

/** All sequences one after another. */
export interface Corpus {
  /** One row a position. */
  readonly nodes: FeatureRows
  /** One row a position; the first of a sequence may be empty, and is not used. */
  readonly edges: FeatureRows
  /** One label a position. */
  readonly labels: Uint8Array
  /** Where each sequence begins, and after them the number of all positions. */
  readonly starts: Int32Array
  /** Adds to the score of a label (-Infinity bans it), `positions × labels`; left out if there are none. */
  readonly offsets?: Float32Array
  /** The sequences to learn from, by number; all if left out. The others only keep their features in the table. */
  readonly use?: Int32Array
}

export interface CrfOptions {
  readonly labels: number
  /** Hash bits of the node table; edges have 16. */
  readonly bits?: number
  /** Node features seen less often are left out. */
  readonly minimum?: number
  readonly rate?: number
  readonly epochs?: number
  /** Share of node features left out in a visit. */
  readonly dropout?: number
  /** One training a seed; their weights are averaged. */
  readonly seeds?: readonly number[]
  /** Positions at which no label's probability is farther from the truth than this are not learned from; 0 if left out. */
  readonly sure?: number
  /** Rows whose weights are all smaller than this are left out at the end. */
  readonly prune?: number
  /** Told the mean loss per position after each epoch. */
  readonly onEpoch?: (seed: number, epoch: number, loss: number) => void
}

export function trainCrf(corpus: Corpus, options: CrfOptions): Crf {
  const { labels, bits = 22, minimum = 3, seeds = [1], prune = 0.02 } = options
  const nodes = indexFeatures(corpus.nodes, bits, minimum)
  const edges = indexFeatures(corpus.edges, 16, minimum)
  const nodeRows = rowsOf(corpus.nodes, nodes)
  const edgeRows = rowsOf(corpus.edges, edges)
  const nodeSum = new Float64Array(nodes.size * labels)
  const edgeSum = new Float64Array(edges.size * labels * labels)
  for (const seed of seeds) {
    const node = new Adaptive(nodes.size, labels)
    const edge = new Adaptive(edges.size, labels * labels)
    descend({ corpus, nodeRows, edgeRows, node, edge }, options, seed)
    node.addTo(nodeSum, seeds.length)
    edge.addTo(edgeSum, seeds.length)
  }
  const keptNodes = pruneRows(nodes, nodeSum, labels, prune)
  const keptEdges = pruneRows(edges, edgeSum, labels * labels, prune)
  return {
    labels,
    nodes: keptNodes.table,
    nodeWeights: keptNodes.weights,
    edges: keptEdges.table,
    edgeWeights: keptEdges.weights
  }
}

/** Features as rows of weights, -1 for those left out. */
function rowsOf(features: FeatureRows, table: FeatureTable): Int32Array {
  const rows = new Int32Array(features.size)
  for (let i = 0; i < rows.length; i++) {
    const row = table.rowOf(features.hashes[i] ?? 0)
    rows[i] = row === table.size ? -1 : row
  }
  return rows
}

/** Weights and the sums of their squared slopes, side by side in memory: a row of both comes with one reading. */
class Adaptive {
  private readonly numbers: Float32Array

  constructor(
    private readonly rows: number,
    private readonly width: number
  ) {
    this.numbers = new Float32Array(2 * rows * width)
    for (let row = 0; row < rows; row++) this.numbers.fill(1e-2, (2 * row + 1) * width, (2 * row + 2) * width)
  }

  /** Adds a row's weights, times `scale`, to `sums` from `at` on. */
  read(row: number, scale: number, sums: Float64Array, at: number): void {
    const from = 2 * row * this.width
    for (let k = 0; k < this.width; k++)
      sums[at + k] = (sums[at + k] as number) + scale * (this.numbers[from + k] as number)
  }

  step(row: number, slopes: Float64Array, rate: number): void {
    const { numbers, width } = this
    const from = 2 * row * width
    for (let k = 0; k < width; k++) {
      const slope = slopes[k] as number
      const square = (numbers[from + width + k] as number) + slope * slope
      numbers[from + width + k] = square
      numbers[from + k] = (numbers[from + k] as number) - (rate * slope) / Math.sqrt(square)
    }
  }

  /** Adds all weights, divided by `count`. */
  addTo(sums: Float64Array, count: number): void {
    for (let row = 0; row < this.rows; row++)
      for (let k = 0; k < this.width; k++) {
        const at = row * this.width + k
        sums[at] = (sums[at] ?? 0) + (this.numbers[2 * row * this.width + k] ?? 0) / count
      }
  }
}

interface Descent {
  readonly corpus: Corpus
  readonly nodeRows: Int32Array
  readonly edgeRows: Int32Array
  readonly node: Adaptive
  readonly edge: Adaptive
}

function descend({ corpus, nodeRows, edgeRows, node, edge }: Descent, options: CrfOptions, seed: number): void {
  const { labels, rate = 0.06, epochs = 4, dropout = 0.5, sure = 0 } = options
  const square = labels * labels
  const next = randomSource(seed)
  const limit = Math.round(dropout * 2 ** 32)
  const scale = 1 / (1 - dropout)
  // The rows of the features of a sequence that are not left out, and where those of each position begin.
  const kept = new Int32Array(longest(corpus))
  const keptStarts = new Int32Array(corpus.labels.length + 1)
  const slopes = new Float64Array(labels)
  const edgeSlopes = new Float64Array(square)
  const count = corpus.use?.length ?? corpus.starts.length - 1
  for (let epoch = 0; epoch < epochs; epoch++) {
    let loss = 0
    for (const number of shuffled(count, next)) {
      const sequence = corpus.use === undefined ? number : (corpus.use[number] ?? 0)
      const first = corpus.starts[sequence] ?? 0
      const last = corpus.starts[sequence + 1] ?? 0
      const length = last - first
      if (length === 0) continue
      const scores: Scores = {
        length,
        labels,
        nodes: new Float64Array(length * labels),
        edges: new Float64Array(length * square)
      }
      let size = 0
      for (let i = 0; i < length; i++) {
        const out = i * labels
        if (corpus.offsets !== undefined) {
          for (let k = 0; k < labels; k++) scores.nodes[out + k] = corpus.offsets[(first + i) * labels + k] ?? 0
        }
        keptStarts[i] = size
        const to = corpus.nodes.starts[first + i + 1] ?? 0
        for (let at = corpus.nodes.starts[first + i] ?? 0; at < to; at++) {
          const drop = limit > 0 && next() < limit
          const row = nodeRows[at] as number
          if (drop || row < 0) continue
          kept[size++] = row
          node.read(row, scale, scores.nodes, out)
        }
        if (i === 0) continue
        const edgeTo = corpus.edges.starts[first + i + 1] ?? 0
        for (let at = corpus.edges.starts[first + i] ?? 0; at < edgeTo; at++) {
          const row = edgeRows[at] as number
          if (row >= 0) edge.read(row, 1, scores.edges, i * square)
        }
      }
      keptStarts[length] = size
      const marginals = findMarginals(scores)
      loss += marginals.logSum - pathScore(scores, corpus.labels, first)
      for (let i = 0; i < length; i++) {
        const gold = corpus.labels[first + i] ?? 0
        let steepest = 0
        for (let k = 0; k < labels; k++) {
          const slope = (marginals.nodes[i * labels + k] as number) - (k === gold ? 1 : 0)
          slopes[k] = scale * slope
          steepest = Math.max(steepest, Math.abs(slope))
        }
        if (steepest >= sure) {
          const to = keptStarts[i + 1] as number
          for (let at = keptStarts[i] as number; at < to; at++) node.step(kept[at] as number, slopes, rate)
        }
        if (i === 0) continue
        const pair = (corpus.labels[first + i - 1] ?? 0) * labels + gold
        steepest = 0
        for (let k = 0; k < square; k++) {
          const slope = (marginals.edges[i * square + k] as number) - (k === pair ? 1 : 0)
          edgeSlopes[k] = slope
          steepest = Math.max(steepest, Math.abs(slope))
        }
        if (steepest < sure) continue
        const edgeTo = corpus.edges.starts[first + i + 1] ?? 0
        for (let at = corpus.edges.starts[first + i] ?? 0; at < edgeTo; at++) {
          const row = edgeRows[at] as number
          if (row >= 0) edge.step(row, edgeSlopes, rate)
        }
      }
    }
    options.onEpoch?.(seed, epoch, loss / corpus.labels.length)
  }
}

function pathScore({ length, labels, nodes, edges }: Scores, gold: Uint8Array, first: number): number {
  let score = 0
  for (let i = 0; i < length; i++) {
    const label = gold[first + i] ?? 0
    score += nodes[i * labels + label] ?? 0
    if (i > 0) score += edges[(i * labels + (gold[first + i - 1] ?? 0)) * labels + label] ?? 0
  }
  return score
}

/** The largest number of node features in one sequence. */
function longest({ starts, nodes }: Corpus): number {
  let most = 0
  for (let i = 0; i + 1 < starts.length; i++) {
    most = Math.max(most, (nodes.starts[starts[i + 1] ?? 0] ?? 0) - (nodes.starts[starts[i] ?? 0] ?? 0))
  }
  return most
}

/** Without the rows that hardly count. */
export function pruneRows(
  table: FeatureTable,
  weights: ArrayLike<number>,
  width: number,
  least: number
): { table: FeatureTable; weights: Float32Array } {
  const keys = table.keys()
  const kept: number[] = []
  for (let row = 0; row < keys.length; row++) {
    for (let k = 0; k < width; k++) {
      if (Math.abs(weights[row * width + k] ?? 0) >= least) {
        kept.push(row)
        break
      }
    }
  }
  const small = new Float32Array((kept.length + 1) * width)
  kept.forEach((row, i) => {
    for (let k = 0; k < width; k++) small[i * width + k] = weights[row * width + k] ?? 0
  })
  return {
    table: new FeatureTable(
      table.bits,
      Int32Array.from(kept, (row) => keys[row] ?? 0)
    ),
    weights: small
  }
}
