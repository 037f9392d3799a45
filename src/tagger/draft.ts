/** Cues of a page and the tagger of arguments → a draft of an attribution for each. */
import { type Crf, FeatureRows, type Scores, scoreRows } from '../learn/index.js'
import {
  addCueFeatures,
  addStepFeatures,
  addTokenFeatures,
  argumentLabels,
  type CueView,
  viewCue
} from './argumentFeatures.js'
import { type Draft, draftOf } from './arguments.js'
import { type Cue, countCues } from './cues.js'
import type { Page } from './page.js'
import { windowOf } from './window.js'

const { count, source, content } = argumentLabels

export function draftAll(page: Page, cues: readonly Cue[], crf: Crf, least: number): Draft[] {
  const counts = countCues(page.length, cues)
  const alone = new TokenScores(page, crf)
  const drafts: Draft[] = []
  for (const cue of cues) {
    if (cue.probability < least) continue
    const window = windowOf(page, cue)
    const scores = scoreWindow(viewCue(page, cue, window, counts), window.from, window.to, crf, alone)
    const draft = draftOf(cue, window.from, scores)
    if (draft !== null) drafts.push(draft)
  }
  return drafts
}

/** The part of each token's score that no cue changes; found once, when it is first asked for. */
class TokenScores {
  private readonly scores: Float64Array
  private readonly known: Uint8Array
  private readonly row = new FeatureRows()
  private readonly one = new Float64Array(count)

  constructor(
    private readonly page: Page,
    private readonly crf: Crf
  ) {
    this.scores = new Float64Array(page.length * count)
    this.known = new Uint8Array(page.length)
  }

  addTo(i: number, scores: Float64Array, at: number): void {
    if (this.known[i] === 0) {
      this.row.clear()
      addTokenFeatures(this.page, i, this.row)
      this.row.endRow()
      scoreRows(this.crf.nodes, this.crf.nodeWeights, count, this.row, this.one)
      this.scores.set(this.one, i * count)
      this.known[i] = 1
    }
    for (let k = 0; k < count; k++) scores[at + k] = (scores[at + k] ?? 0) + (this.scores[i * count + k] ?? 0)
  }
}

const nodes = new FeatureRows()
const edges = new FeatureRows()

function scoreWindow(view: CueView, from: number, to: number, crf: Crf, alone: TokenScores): Scores {
  nodes.clear()
  edges.clear()
  for (let i = from; i < to; i++) {
    addCueFeatures(view, i, nodes)
    nodes.endRow()
    if (i > from) addStepFeatures(view, i, edges)
    edges.endRow()
  }
  const length = to - from
  const scores = {
    length,
    labels: count,
    nodes: new Float64Array(length * count),
    edges: new Float64Array(length * count * count)
  }
  scoreRows(crf.nodes, crf.nodeWeights, count, nodes, scores.nodes)
  scoreRows(crf.edges, crf.edgeWeights, count * count, edges, scores.edges)
  for (let i = from; i < to; i++) {
    alone.addTo(i, scores.nodes, (i - from) * count)
    if (i < view.from || i >= view.to) continue
    scores.nodes[(i - from) * count + source] = Number.NEGATIVE_INFINITY
    scores.nodes[(i - from) * count + content] = Number.NEGATIVE_INFINITY
  }
  return scores
}
