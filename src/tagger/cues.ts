/**
 * A page and the tagger of cues → the words that may be cues, more of them than are, each with its probability. What comes after
 * decides.
 */
import { bestPath, type Crf, FeatureRows, findMarginals, scoreSequence } from '../learn/index.js'
import { addCueRows, cueLabels, type Rows } from './cueFeatures.js'
import type { Page } from './page.js'
import type { TokenSpan } from './window.js'

export interface Cue extends TokenSpan {
  readonly probability: number
}

/** Added to the score of a beginning, so that the best path holds most of what may be a cue. */
const beginBias = 2.2
/** A list without full stops is looked at in parts, so that its time stays linear and its memory small. */
const mostTokens = 400

/** The stretches that are tagged: sentences, and parts of endless ones. */
export function stretches(page: Page): TokenSpan[] {
  const found: TokenSpan[] = []
  for (let from = 0; from < page.length; ) {
    const to = Math.min(page.sentenceTo[from] ?? page.length, from + mostTokens)
    found.push({ from, to })
    from = to
  }
  return found
}

export function findCues(page: Page, crf: Crf, least: number): Cue[] {
  const rows: Rows = { nodes: new FeatureRows(), edges: new FeatureRows() }
  return stretches(page).flatMap((stretch) => {
    rows.nodes.clear()
    rows.edges.clear()
    addCueRows(page, stretch.from, stretch.to, rows)
    return cuesIn(stretch, crf, rows, least)
  })
}

export function cuesIn({ from, to }: TokenSpan, crf: Crf, rows: Rows, least: number): Cue[] {
  const scores = scoreSequence(crf, rows.nodes, rows.edges)
  const marginals = findMarginals(scores)
  const { count, begin, inside, outside } = cueLabels
  for (let i = 0; i < scores.length; i++)
    scores.nodes[i * count + begin] = (scores.nodes[i * count + begin] ?? 0) + beginBias
  const path = bestPath(scores)
  const found: Cue[] = []
  const size = to - from
  for (let i = 0; i < size; i++) {
    if (path[i] === outside) continue
    let end = i + 1
    while (end < size && path[end] === inside) end++
    let probability = 0
    for (let at = i; at < end; at++) probability = Math.max(probability, 1 - (marginals.nodes[at * count] ?? 0))
    if (probability >= least) found.push({ from: from + i, to: from + end, probability })
    i = end - 1
  }
  return found
}

/** How many likely cues begin before each token of the text. */
export function countCues(length: number, cues: readonly Cue[]): Int32Array {
  const counts = new Int32Array(length + 1)
  for (const cue of cues) if (cue.probability >= 0.4) counts[cue.from + 1] = 1
  for (let i = 1; i <= length; i++) counts[i] = (counts[i] ?? 0) + (counts[i - 1] ?? 0)
  return counts
}
