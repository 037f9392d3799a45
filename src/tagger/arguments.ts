/**
 * The scores of one cue's window → its source and its content: the best labelling with at most one unbroken source and at least one
 * stretch of content, and how sure the tagger is of each.
 */
import type { Marginals, Scores } from '../learn/index.js'
import { argumentLabels } from './argumentFeatures.js'
import type { TokenSpan } from './window.js'

/** What belongs to a cue, in token numbers of the article. */
export interface Parts {
  readonly source: TokenSpan | null
  readonly content: readonly TokenSpan[]
}

/** How the tagger thinks of some parts. */
export interface Belief {
  /** The share of the labelling among all. */
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
export function bestArguments({ length, nodes, edges }: Scores): Uint8Array | null {
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
  if ((best[state] ?? Number.NEGATIVE_INFINITY) === Number.NEGATIVE_INFINITY) return null
  const labels = new Uint8Array(length)
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = labelOf[state] ?? 0
    state = back[i * states + state] ?? 0
  }
  return labels
}

/** Runs of like labels as spans; the window begins at token `from`. */
export function toParts(labels: Uint8Array, from: number): Parts {
  let found: TokenSpan | null = null
  const contents: { from: number; to: number }[] = []
  for (let i = 0; i < labels.length; ) {
    const label = labels[i] ?? outside
    let end = i + 1
    while (end < labels.length && labels[end] === label) end++
    if (label === source) found ??= { from: from + i, to: from + end }
    else if (label === content) contents.push({ from: from + i, to: from + end })
    i = end
  }
  return { source: found, content: contents }
}

export function toLabels({ source: own, content: contents }: Parts, window: TokenSpan, cue: TokenSpan): Uint8Array {
  const labels = new Uint8Array(window.to - window.from)
  const fill = ({ from, to }: TokenSpan, label: number): void => {
    for (let i = Math.max(from, window.from); i < to && i < window.to; i++)
      if (i < cue.from || i >= cue.to) labels[i - window.from] = label
  }
  for (const span of contents) fill(span, content)
  if (own !== null) fill(own, source)
  return labels
}

export function believe(labels: Uint8Array, scores: Scores, marginals: Marginals): Belief {
  const doubts = [0, 0, 0]
  const sizes = [0, 0, 0]
  let score = 0
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? 0
    score += scores.nodes[i * count + label] ?? 0
    if (i > 0) score += scores.edges[(i * count + (labels[i - 1] ?? 0)) * count + label] ?? 0
    if (label === outside) continue
    doubts[label] = (doubts[label] ?? 0) + 1 - (marginals.nodes[i * count + label] ?? 0)
    sizes[label] = (sizes[label] ?? 0) + 1
  }
  const mean = (label: number): number => (doubts[label] ?? 0) / Math.max(1, sizes[label] ?? 0)
  return {
    path: Math.exp(Math.max(-60, score - marginals.logSum)),
    sourceDoubt: mean(source),
    contentDoubt: mean(content)
  }
}
