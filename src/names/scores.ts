/**
 * The features of a zone's tokens → what each label scores there, without keeping the features.
 *
 * Half of them say the same wherever a word stands like this ("the" before a token, "Party" at the end of a run): what these weigh is
 * added up once and kept from article to article. Sums are of whole numbers, so that their order does not matter.
 */
import { type Crf, type FeatureTable, hash1, hash2, hash3 } from '../learn/index.js'
import { type FeatureSink, positionCount, type Spot, wordFeatures } from './features.js'
import type { Form } from './reading.js'
import { Lattice, type Transition, Transitions } from './sequence.js'
import { longestZone } from './zones.js'

/** Weights are stored as squares of whole numbers up to 127, so that they are multiples of the largest one's part. */
const parts = 127 ** 2
/** Of the sums kept; what falls on the same place as another takes it over. */
const keptBits = 15

export class ZoneScores implements FeatureSink {
  readonly lattice: Lattice
  /** How each token follows the one before. */
  readonly steps: Transition[] = []
  readonly #transitions: Transitions
  readonly #biases: readonly number[]
  readonly #table: FeatureTable
  /** What one unit of a weight is worth. */
  readonly #unit: number
  /** Of each feature, for each type what "begin" (low 16 bits) and "inside" (high 16 bits) have over label 0. */
  readonly #pairs: Int32Array
  readonly #types: number
  /** What each label has over label 0 at this token. */
  readonly #totals: Int32Array
  /** Each of these sums: the word's number, its place, and what each label has over label 0. */
  readonly #kept: Int32Array

  constructor(crf: Crf, biases: readonly number[]) {
    const { labels, nodes, nodeWeights } = crf
    this.lattice = new Lattice(longestZone + 8, labels)
    this.#transitions = new Transitions(crf)
    this.#biases = biases
    this.#table = nodes
    this.#unit = nodeWeights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / parts
    this.#types = (labels - 1) / 2
    this.#pairs = new Int32Array((nodes.size + 1) * this.#types)
    const whole = (at: number): number => Math.round((nodeWeights[at] ?? 0) / this.#unit)
    for (let row = 0; row < nodes.size; row++) {
      const first = row * labels
      for (let type = 0; type < this.#types; type++) {
        const begin = whole(first + 2 * type + 1) - whole(first)
        const inside = whole(first + 2 * type + 2) - whole(first)
        this.#pairs[row * this.#types + type] = (begin & 0xffff) | (inside << 16)
      }
    }
    this.#totals = new Int32Array(labels - 1)
    this.#kept = new Int32Array(2 ** keptBits * (labels + 1)).fill(-1)
  }

  /** Begins a zone. */
  begin(): void {
    this.steps.length = 0
  }

  one(template: number, value: number): void {
    this.#add(hash1(template, value))
  }

  two(template: number, first: number, second: number): void {
    this.#add(hash2(template, first, second))
  }

  three(template: number, first: number, second: number, third: number): void {
    this.#add(hash3(template, first, second, third))
  }

  word(form: Form, spot: Spot, position: number): void {
    const place = spot * positionCount + position
    const totals = this.#totals
    const kept = this.#kept
    const from = (hash1(place, form.number) >>> (32 - keptBits)) * (totals.length + 2)
    if (kept[from] !== form.number || kept[from + 1] !== place) {
      const before = totals.slice()
      totals.fill(0)
      wordFeatures(form, spot, position, this)
      kept[from] = form.number
      kept[from + 1] = place
      kept.set(totals, from + 2)
      totals.set(before)
    }
    for (let label = 0; label < totals.length; label++)
      totals[label] = (totals[label] ?? 0) + (kept[from + 2 + label] ?? 0)
  }

  end(step: number): void {
    const { nodes } = this.lattice
    const biases = this.#biases
    const totals = this.#totals
    const row = this.steps.length * biases.length
    nodes[row] = biases[0] ?? 0
    for (let label = 0; label < totals.length; label++)
      nodes[row + label + 1] = (totals[label] ?? 0) * this.#unit + (biases[label + 1] ?? 0)
    totals.fill(0)
    this.steps.push(this.#transitions.at(step))
  }

  #add(hash: number): void {
    const pairs = this.#pairs
    const totals = this.#totals
    const types = this.#types
    const from = this.#table.rowOf(hash) * types
    for (let type = 0; type < types; type++) {
      const pair = pairs[from + type] ?? 0
      totals[2 * type] = (totals[2 * type] ?? 0) + ((pair << 16) >> 16)
      totals[2 * type + 1] = (totals[2 * type + 1] ?? 0) + (pair >> 16)
    }
  }
}
