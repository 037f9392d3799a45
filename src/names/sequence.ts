/**
 * Scores of a zone's tokens → the best labels and how probable each is: Viterbi and forward-backward, for begin/inside
 * labels only.
 *
 * Memory for it is taken once: a text has hundreds of zones, and typed arrays are dear to make.
 *
 * Does what `learn` does for any CRF, some five times faster: transitions come as ready tables, few of them, and labels
 * that cannot follow one another are never looked at.
 */
import type { Crf } from '../learn/index.js'
import { anyStep } from './features.js'

/** From label (row) to label (column), as scores and as their exponentials. */
export interface Transition {
  readonly scores: Float64Array
  readonly weights: Float64Array
}

/** Makes a table in which "inside" follows only "begin" or "inside" of its type. Label 0 is outside; begin labels are odd. */
export function toTransition(scores: Float64Array, labels: number): Transition {
  const own = new Float64Array(scores)
  for (let from = 0; from < labels; from++) {
    for (let to = 2; to < labels; to += 2)
      if (from !== to && from !== to - 1) own[from * labels + to] = Number.NEGATIVE_INFINITY
  }
  return { scores: own, weights: own.map(Math.exp) }
}

/** The table that leads to each kind of position, made when it is first met: there is one for each joining word, and four more. */
export class Transitions {
  readonly #crf: Crf
  readonly #known = new Map<number, Transition>()

  constructor(crf: Crf) {
    this.#crf = crf
  }

  /** `step` is the feature of how a token follows the one before. */
  at(step: number): Transition {
    const found = this.#known.get(step)
    if (found !== undefined) return found
    const { labels, edges, edgeWeights } = this.#crf
    const square = labels * labels
    const scores = new Float64Array(square)
    for (const feature of [anyStep, step]) {
      const weights = edges.rowOf(feature)
      for (let k = 0; k < square; k++) scores[k] = (scores[k] ?? 0) + (edgeWeights[weights * square + k] ?? 0)
    }
    const made = toTransition(scores, labels)
    this.#known.set(step, made)
    return made
  }
}

/** Room for sequences of up to `longest` positions. What it returns holds until it is asked the next time. */
export class Lattice {
  /** Scores of each position's labels, `length × labels`, to be written before a question. */
  readonly nodes: Float64Array
  /** The best labels, after `findBest`. */
  readonly path: Uint8Array
  readonly #labels: number
  readonly #back: Uint8Array
  readonly #sums: Float64Array
  readonly #here: Float64Array
  readonly #next: Float64Array

  constructor(longest: number, labels: number) {
    this.#labels = labels
    this.nodes = new Float64Array(longest * labels)
    this.path = new Uint8Array(longest)
    this.#back = new Uint8Array(longest * labels)
    this.#sums = new Float64Array(longest * labels)
    this.#here = new Float64Array(labels)
    this.#next = new Float64Array(labels)
  }

  /**
   * The best path's labels, into `path`; whether one of them is not 0. Of two equal paths the one with the lower labels wins.
   * `transitions[i]` leads to position i.
   */
  findBest(transitions: readonly Transition[]): boolean {
    const { nodes, path } = this
    const { length } = transitions
    const labels = this.#labels
    const back = this.#back
    let best = this.#here
    let next = this.#next
    for (let k = 0; k < labels; k++) best[k] = k > 0 && k % 2 === 0 ? Number.NEGATIVE_INFINITY : (nodes[k] ?? 0)
    for (let i = 1; i < length; i++) {
      const scores = transitions[i]?.scores ?? best
      for (let k = 0; k < labels; k++) {
        let top = Number.NEGATIVE_INFINITY
        let from = 0
        const inside = k > 0 && k % 2 === 0
        const last = inside ? k : labels - 1
        for (let j = inside ? k - 1 : 0; j <= last; j++) {
          const score = (best[j] ?? 0) + (scores[j * labels + k] ?? 0)
          if (score > top) {
            top = score
            from = j
          }
        }
        next[k] = top + (nodes[i * labels + k] ?? 0)
        back[i * labels + k] = from
      }
      const kept = best
      best = next
      next = kept
    }
    let label = 0
    for (let k = 1; k < labels; k++) if ((best[k] ?? 0) > (best[label] ?? 0)) label = k
    let named = false
    for (let i = length - 1; i >= 0; i--) {
      if (label !== 0) named = true
      path[i] = label
      label = back[i * labels + label] ?? 0
    }
    return named
  }

  /** P(label at position), `length × labels`. `nodes` is overwritten. */
  labelProbabilities(transitions: readonly Transition[]): Float64Array {
    const { nodes } = this
    const { length } = transitions
    const labels = this.#labels
    const alpha = this.#sums
    for (let i = 0; i < length; i++) {
      const row = i * labels
      let top = Number.NEGATIVE_INFINITY
      for (let k = 0; k < labels; k++) top = Math.max(top, nodes[row + k] ?? 0)
      const weights = transitions[i]?.weights ?? alpha
      let sum = 0
      for (let k = 0; k < labels; k++) {
        const inside = k > 0 && k % 2 === 0
        const own = Math.exp((nodes[row + k] ?? 0) - top)
        nodes[row + k] = own
        let value = 0
        if (i === 0) value = inside ? 0 : 1
        else {
          const last = inside ? k : labels - 1
          for (let j = inside ? k - 1 : 0; j <= last; j++)
            value += (alpha[row - labels + j] ?? 0) * (weights[j * labels + k] ?? 0)
        }
        value *= own
        alpha[row + k] = value
        sum += value
      }
      for (let k = 0; k < labels; k++) alpha[row + k] = (alpha[row + k] ?? 0) / sum
    }
    let beta = this.#here.fill(1)
    let before = this.#next
    for (let i = length - 1; i >= 0; i--) {
      const row = i * labels
      let sum = 0
      for (let k = 0; k < labels; k++) sum += (alpha[row + k] ?? 0) * (beta[k] ?? 0)
      for (let k = 0; k < labels; k++) alpha[row + k] = ((alpha[row + k] ?? 0) * (beta[k] ?? 0)) / sum
      if (i === 0) break
      const weights = transitions[i]?.weights ?? alpha
      before.fill(0)
      let total = 0
      for (let k = 0; k < labels; k++) {
        const each = (nodes[row + k] ?? 0) * (beta[k] ?? 0)
        const inside = k > 0 && k % 2 === 0
        const last = inside ? k : labels - 1
        for (let j = inside ? k - 1 : 0; j <= last; j++)
          before[j] = (before[j] ?? 0) + (weights[j * labels + k] ?? 0) * each
      }
      for (let j = 0; j < labels; j++) total += before[j] ?? 0
      for (let j = 0; j < labels; j++) before[j] = (before[j] ?? 0) / total
      const kept = beta
      beta = before
      before = kept
    }
    return alpha
  }
}
