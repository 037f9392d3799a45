/**
 * A cue's window → the scores of its tokens' labels. Features that are the same for many tokens are scored once; a label's score is what it has
 * over "outside", so that inside the cue, where nothing else is allowed, no feature counts.
 */
import { SummedRows, type SummedWeights, ThreeLabels } from '../learn/index.js'
import {
  addBetweenFeatures,
  addDistanceFeatures,
  addPairFeatures,
  addPartFeatures,
  addSideFeatures,
  addTokenFeatures,
  argumentLabels,
  type CueView,
  Place
} from './argumentFeatures.js'
import type { Page } from './page.js'
import { partStep, type StepTables, square, turnStep, wordStep } from './steps.js'
import type { TokenSpan } from './window.js'

const { count, source, content } = argumentLabels

/** The tagger of sources and contents, ready to use. */
export interface ArgumentWeights {
  readonly nodes: SummedWeights
  readonly steps: StepTables
}

/** Features of a window, and of what its tokens share, one window after another. */
const pairs = new SummedRows()
const shared = new SummedRows()
let pairSums = new Int32Array(256)
let sharedSums = new Int32Array(1024)
/** For each token of the window the rows of `shared` that it has, three numbers a token. */
let rowsOf = new Int32Array(384)

function makeRoom(length: number): void {
  if (2 * length <= pairSums.length) return
  pairSums = new Int32Array(2 * length)
  sharedSums = new Int32Array(8 * length)
  rowsOf = new Int32Array(3 * length)
}

export class WindowScorer {
  private readonly weights: SummedWeights
  /** Of each token of the page, before and after a cue: the sums of what does not depend on the cue; 4 numbers a token. */
  private readonly alone: Int32Array
  private readonly known: Uint8Array
  private readonly place = new Place()
  private readonly chain = new ThreeLabels()

  constructor(
    private readonly page: Page,
    private readonly crf: ArgumentWeights
  ) {
    this.weights = crf.nodes
    this.alone = new Int32Array(4 * page.length)
    this.known = new Uint8Array(page.length)
  }

  /** What is returned holds until the next call. */
  score(view: CueView, window: TokenSpan): ThreeLabels {
    makeRoom(window.to - window.from)
    this.chain.reset(window.to - window.from)
    this.addAlone(window)
    this.addRows(view, window)
    // All features of the window at once: a processor that has many independent readings before it waits for memory only once.
    pairs.sumInto(pairSums)
    shared.sumInto(sharedSums)
    this.addNodes(view, window)
    this.addSteps(view, window)
    return this.chain
  }

  private addRows(view: CueView, { from, to }: TokenSpan): void {
    const place = this.place
    pairs.begin(this.weights)
    shared.begin(this.weights)
    let distance = -1
    let part = -1
    let counts = 0
    let cues = -1
    let distanceRow = 0
    let partRow = 0
    let betweenRow = 0
    for (let i = from; i < to; i++) {
      if (i >= view.from && i < view.to) {
        pairs.endRow()
        continue
      }
      place.moveTo(view, i)
      if (place.distance !== distance) {
        distance = place.distance
        distanceRow = shared.count
        addDistanceFeatures(view, place, shared)
        shared.endRow()
      }
      const turns = place.part !== part
      if (turns) {
        part = place.part
        partRow = shared.count
        addPartFeatures(view, place, shared)
        shared.endRow()
      }
      if (turns || place.counts !== counts || place.cues !== cues) {
        counts = place.counts
        cues = place.cues
        betweenRow = shared.count
        addBetweenFeatures(view, place, shared)
        shared.endRow()
      }
      const at = 3 * (i - from)
      rowsOf[at] = distanceRow
      rowsOf[at + 1] = partRow
      rowsOf[at + 2] = betweenRow
      addPairFeatures(view, place, i, pairs)
      pairs.endRow()
    }
  }

  private addNodes(view: CueView, { from, to }: TokenSpan): void {
    const alone = this.alone
    const { unit } = this.weights
    const { nodes } = this.chain
    for (let i = from; i < to; i++) {
      const at = (i - from) * count
      nodes[at] = 0
      if (i >= view.from && i < view.to) {
        nodes[at + source] = Number.NEGATIVE_INFINITY
        nodes[at + content] = Number.NEGATIVE_INFINITY
        continue
      }
      const own = 4 * i + (i < view.from ? 0 : 2)
      let first = (pairSums[2 * (i - from)] as number) + (alone[own] as number)
      let second = (pairSums[2 * (i - from) + 1] as number) + (alone[own + 1] as number)
      for (let group = 0; group < 3; group++) {
        const row = 2 * (rowsOf[at + group] as number)
        first += sharedSums[row] as number
        second += sharedSums[row + 1] as number
      }
      nodes[at + source] = first * unit
      nodes[at + content] = second * unit
    }
  }

  private addSteps(view: CueView, { from, to }: TokenSpan): void {
    const { steps, stepWeights } = this.chain
    const { parts, ends, begins, turns } = this.crf.steps
    for (let i = from + 1; i < to; i++) {
      const part = partStep(view, i) * 2 * square
      const end = wordStep(view, i, i) * 2 * square
      const begin = wordStep(view, i, i - 1) * 2 * square
      const turn = turnStep(view, i) * 2 * square
      const at = (i - from) * square
      for (let k = 0; k < square; k++)
        steps[at + k] =
          (parts[part + k] as number) +
          (ends[end + k] as number) +
          (begins[begin + k] as number) +
          (turns[turn + k] as number)
      for (let k = square; k < 2 * square; k++)
        stepWeights[at + k - square] =
          (parts[part + k] as number) *
          (ends[end + k] as number) *
          (begins[begin + k] as number) *
          (turns[turn + k] as number)
    }
  }

  private addAlone({ from, to }: TokenSpan): void {
    const alone = this.alone
    const known = this.known
    const page = this.page
    shared.begin(this.weights)
    for (let i = from; i < to; i++) {
      if (known[i] === 1) continue
      addTokenFeatures(page, i, shared)
      shared.endRow()
      for (let side = 0; side < 2; side++) {
        addSideFeatures(page, i, side, shared)
        shared.endRow()
      }
    }
    shared.sumInto(sharedSums)
    let row = 0
    for (let i = from; i < to; i++) {
      if (known[i] === 1) continue
      known[i] = 1
      for (let k = 0; k < 4; k++)
        alone[4 * i + k] = (sharedSums[row + (k & 1)] as number) + (sharedSums[row + 2 + k] as number)
      row += 6
    }
  }
}
