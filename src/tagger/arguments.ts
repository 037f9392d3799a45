/**
 * The scores of one cue's window → its source and its content: the best labelling with at most one unbroken source and at least one
 * stretch of content, and how sure the tagger is of each.
 */
import { findMarginals, type Scores } from '../learn/index.js'
import { argumentLabels } from './argumentFeatures.js'
import type { TokenSpan } from './window.js'

/** What belongs to one cue, in token numbers of the article. */
export interface Draft {
  readonly cue: TokenSpan
  /** Of the cue. */
  readonly probability: number
  readonly source: TokenSpan | null
  readonly content: readonly TokenSpan[]
  /** The share of the best labelling among all. */
  readonly path: number
  /** 1 - the mean probability of the label, over the tokens of each. */
  readonly sourceDoubt: number
  readonly contentDoubt: number
}

const { outside, source, content, count } = argumentLabels

/** A state tells the label, whether the source is still to come, open or closed, and whether there was content. */
const labelOf = Uint8Array.from([outside, source, outside, content, content, outside, source, outside])
const nextOf = [
  [0, 1, 3],
  [1, 2, 4],
  [2, 4],
  [3, 5, 6],
  [4, 7],
  [5, 6, 3],
  [6, 7, 4],
  [7, 4]
]
const states = labelOf.length
/** Pairs of states that may follow one another: from, to. */
const moves = Uint8Array.from(nextOf.flatMap((targets, from) => targets.flatMap((to) => [from, to])))
const firstFinal = 3

/** Labels of the best path that is allowed, or null if there is none (a window with nothing but the cue). */
export function bestArguments({ length, nodes, edges }: Scores): { labels: Uint8Array; score: number } | null {
  const back = new Uint8Array(length * states)
  let best = new Float64Array(states).fill(Number.NEGATIVE_INFINITY)
  let next = new Float64Array(states)
  best[0] = nodes[outside] ?? 0
  best[1] = nodes[source] ?? 0
  best[3] = nodes[content] ?? 0
  for (let i = 1; i < length; i++) {
    next.fill(Number.NEGATIVE_INFINITY)
    for (let m = 0; m < moves.length; m += 2) {
      const from = moves[m] ?? 0
      const to = moves[m + 1] ?? 0
      const score = (best[from] ?? 0) + (edges[(i * count + (labelOf[from] ?? 0)) * count + (labelOf[to] ?? 0)] ?? 0)
      if (score > (next[to] ?? 0)) {
        next[to] = score
        back[i * states + to] = from
      }
    }
    for (let state = 0; state < states; state++)
      next[state] = (next[state] ?? 0) + (nodes[i * count + (labelOf[state] ?? 0)] ?? 0)
    const kept = best
    best = next
    next = kept
  }
  let state = firstFinal
  for (let each = firstFinal; each < states; each++) if ((best[each] ?? 0) > (best[state] ?? 0)) state = each
  const score = best[state] ?? Number.NEGATIVE_INFINITY
  if (score === Number.NEGATIVE_INFINITY) return null
  const labels = new Uint8Array(length)
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = labelOf[state] ?? 0
    state = back[i * states + state] ?? 0
  }
  return { labels, score }
}

export function draftOf(cue: TokenSpan & { probability: number }, from: number, scores: Scores): Draft | null {
  const best = bestArguments(scores)
  if (best === null) return null
  const marginals = findMarginals(scores)
  const runs: { label: number; from: number; to: number }[] = []
  const doubts = [0, 0, 0]
  const sizes = [0, 0, 0]
  for (let i = 0; i < scores.length; i++) {
    const label = best.labels[i] ?? 0
    if (label === outside) continue
    doubts[label] = (doubts[label] ?? 0) + 1 - (marginals.nodes[i * count + label] ?? 0)
    sizes[label] = (sizes[label] ?? 0) + 1
    const last = runs[runs.length - 1]
    if (last !== undefined && last.label === label && last.to === from + i) last.to = from + i + 1
    else runs.push({ label, from: from + i, to: from + i + 1 })
  }
  const mean = (label: number): number => (doubts[label] ?? 0) / Math.max(1, sizes[label] ?? 0)
  return {
    cue: { from: cue.from, to: cue.to },
    probability: cue.probability,
    source: runs.find((run) => run.label === source) ?? null,
    content: runs.filter((run) => run.label === content),
    path: Math.exp(Math.max(-60, best.score - marginals.logSum)),
    sourceDoubt: mean(source),
    contentDoubt: mean(content)
  }
}
