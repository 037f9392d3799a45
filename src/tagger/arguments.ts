/**
 * The scores of one cue's window → its source and its content: the best labelling with at most one unbroken source and at least one
 * stretch of content, and how sure the tagger is of each.
 */
import type { ThreeLabels } from '../learn/index.js'
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
const states = labelOf.length
const square = count * count
const firstFinal = 3

let back = new Uint8Array(states * 128)
const last = new Float64Array(states)

/**
 * Labels of the best path that is allowed, or null if there is none (a window with nothing but the cue).
 *
 * Viterbi, written out: each state has two to five others before it, and nowhere else would a loop over them cost as much.
 */
export function bestArguments({ length, nodes, steps }: ThreeLabels): Uint8Array | null {
  if (back.length < length * states) back = new Uint8Array(length * states)
  const none = Number.NEGATIVE_INFINITY
  let [s0, s1, s2, s3] = [0, nodes[source] as number, none, nodes[content] as number]
  let [s4, s5, s6, s7] = [none, none, none, none]
  for (let i = 1; i < length; i++) {
    const at = i * states
    const k = i * square
    // From outside, source and content to each of them.
    const oo = steps[k] as number
    const os = steps[k + 1] as number
    const oc = steps[k + 2] as number
    const so = steps[k + 3] as number
    const ss = steps[k + 4] as number
    const sc = steps[k + 5] as number
    const co = steps[k + 6] as number
    const cs = steps[k + 7] as number
    const cc = steps[k + 8] as number
    const ownSource = nodes[i * count + source] as number
    const ownContent = nodes[i * count + content] as number
    let to1 = s0 + os
    let from1 = 0
    if (s1 + ss > to1) {
      to1 = s1 + ss
      from1 = 1
    }
    let to2 = s1 + so
    let from2 = 1
    if (s2 + oo > to2) {
      to2 = s2 + oo
      from2 = 2
    }
    let to3 = s0 + oc
    let from3 = 0
    if (s3 + cc > to3) {
      to3 = s3 + cc
      from3 = 3
    }
    if (s5 + oc > to3) {
      to3 = s5 + oc
      from3 = 5
    }
    let to4 = s1 + sc
    let from4 = 1
    if (s2 + oc > to4) {
      to4 = s2 + oc
      from4 = 2
    }
    if (s4 + cc > to4) {
      to4 = s4 + cc
      from4 = 4
    }
    if (s6 + sc > to4) {
      to4 = s6 + sc
      from4 = 6
    }
    if (s7 + oc > to4) {
      to4 = s7 + oc
      from4 = 7
    }
    let to5 = s3 + co
    let from5 = 3
    if (s5 + oo > to5) {
      to5 = s5 + oo
      from5 = 5
    }
    let to6 = s3 + cs
    let from6 = 3
    if (s5 + os > to6) {
      to6 = s5 + os
      from6 = 5
    }
    if (s6 + ss > to6) {
      to6 = s6 + ss
      from6 = 6
    }
    let to7 = s4 + co
    let from7 = 4
    if (s6 + so > to7) {
      to7 = s6 + so
      from7 = 6
    }
    if (s7 + oo > to7) {
      to7 = s7 + oo
      from7 = 7
    }
    s0 += oo
    s1 = to1 + ownSource
    s2 = to2
    s3 = to3 + ownContent
    s4 = to4 + ownContent
    s5 = to5
    s6 = to6 + ownSource
    s7 = to7
    back[at + 1] = from1
    back[at + 2] = from2
    back[at + 3] = from3
    back[at + 4] = from4
    back[at + 5] = from5
    back[at + 6] = from6
    back[at + 7] = from7
  }
  last.set([s0, s1, s2, s3, s4, s5, s6, s7])
  let state = firstFinal
  for (let each = firstFinal; each < states; each++) if ((last[each] as number) > (last[state] as number)) state = each
  if (last[state] === none) return null
  const labels = new Uint8Array(length)
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = labelOf[state] as number
    state = back[i * states + state] as number
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

/** `logSum` is that of the chain, whose probabilities must have been found. */
export function believe(labels: Uint8Array, { nodes, steps, probabilities }: ThreeLabels, logSum: number): Belief {
  let sourceDoubt = 0
  let contentDoubt = 0
  let sourceSize = 0
  let contentSize = 0
  let score = 0
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number
    score += nodes[i * count + label] as number
    if (i > 0) score += steps[i * square + (labels[i - 1] as number) * count + label] as number
    const doubt = 1 - (probabilities[i * count + label] as number)
    if (label === source) {
      sourceDoubt += doubt
      sourceSize++
    } else if (label === content) {
      contentDoubt += doubt
      contentSize++
    }
  }
  return {
    path: Math.exp(Math.max(-60, score - logSum)),
    sourceDoubt: sourceDoubt / Math.max(1, sourceSize),
    contentDoubt: contentDoubt / Math.max(1, contentSize)
  }
}
