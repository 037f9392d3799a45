/**
 * A page, the scout and the tagger of cues → the words that may be cues, more of them than are, each with its probability. What comes
 * after decides.
 */
import { type Crf, FeatureRows, SummedRows, type SummedWeights, scoreRows, ThreeLabels } from '../learn/index.js'
import { addCueRows, cueLabels, type Rows, Scan } from './cueFeatures.js'
import type { Page } from './page.js'
import { findLikely, type Scouting } from './scout.js'
import type { TokenSpan } from './window.js'

export interface Cue extends TokenSpan {
  readonly probability: number
}

/** A tagger of three labels, ready to use: nodes are packed, and edges, of which there are few, are not. */
export interface PackedCrf {
  readonly nodes: SummedWeights
  readonly edges: Pick<Crf, 'edges' | 'edgeWeights'>
}

/** Added to the score of a beginning, so that the best path holds most of what may be a cue. */
const beginBias = 2.2
/** A list without full stops is looked at in parts, so that its time stays linear and its memory small. */
const mostTokens = 400

/** What the features of a token look at: its sentence, or a part of an endless one. */
function stretches(page: Page): TokenSpan[] {
  const found: TokenSpan[] = []
  for (let from = 0; from < page.length; ) {
    const to = Math.min(page.sentenceTo[from] ?? page.length, from + mostTokens)
    found.push({ from, to })
    from = to
  }
  return found
}

const scan = new Scan(mostTokens)

/** Tells each run of likely words, after the rows of its tokens were added to `rows`. */
export function addRuns(
  page: Page,
  odds: Float64Array,
  { leastOdds }: Scouting,
  rows: Rows,
  tell: (run: TokenSpan) => void
): void {
  for (const stretch of stretches(page)) {
    const runs = findLikely(odds, leastOdds, stretch)
    if (runs.length > 0) scan.read(page, stretch)
    for (const run of runs) {
      addCueRows(page, scan, run, rows)
      tell(run)
    }
  }
}

const rows = { nodes: new SummedRows(), edges: new FeatureRows() }
const chain = new ThreeLabels()
const sums = new Int32Array(2 * mostTokens)
const path = new Uint8Array(mostTokens)

/** @param odds of the scout */
export function findCues(page: Page, odds: Float64Array, scouting: Scouting, crf: PackedCrf, least: number): Cue[] {
  const found: Cue[] = []
  rows.nodes.begin(crf.nodes)
  addRuns(page, odds, scouting, rows, (run) => {
    addCues(run, crf, least, found)
    rows.nodes.begin(crf.nodes)
    rows.edges.clear()
  })
  return found
}

function addCues({ from, to }: TokenSpan, crf: PackedCrf, least: number, found: Cue[]): void {
  const { count, begin, inside, outside } = cueLabels
  const length = to - from
  chain.reset(length)
  const { nodes, steps, stepWeights, probabilities } = chain
  rows.nodes.sumInto(sums)
  for (let i = 0; i < length; i++) {
    nodes[i * count] = 0
    nodes[i * count + begin] = (sums[2 * i] as number) * crf.nodes.unit
    nodes[i * count + inside] = (sums[2 * i + 1] as number) * crf.nodes.unit
  }
  scoreRows(crf.edges.edges, crf.edges.edgeWeights, count * count, rows.edges, steps)
  for (let k = count * count; k < length * count * count; k++) stepWeights[k] = Math.exp(steps[k] as number)
  chain.findProbabilities()
  for (let i = 0; i < length; i++) nodes[i * count + begin] = (nodes[i * count + begin] as number) + beginBias
  chain.findBest(path)
  for (let i = 0; i < length; i++) {
    if (path[i] === outside) continue
    let end = i + 1
    while (end < length && path[end] === inside) end++
    let probability = 0
    for (let at = i; at < end; at++) probability = Math.max(probability, 1 - (probabilities[at * count] as number))
    if (probability >= least) found.push({ from: from + i, to: from + end, probability })
    i = end - 1
  }
}

/** How many likely cues begin before each token of the text. */
export function countCues(length: number, cues: readonly Cue[]): Int32Array {
  const counts = new Int32Array(length + 1)
  for (const cue of cues) if (cue.probability >= 0.4) counts[cue.from + 1] = 1
  for (let i = 1; i <= length; i++) counts[i] = (counts[i] as number) + (counts[i - 1] as number)
  return counts
}
