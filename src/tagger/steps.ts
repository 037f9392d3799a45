/**
 * What the tagger of arguments thinks of each step from a token to the next. A step's features look at a few small numbers only, so that all
 * scores there can be are added up once, when the weights are read, with their exponentials.
 */
import { type Crf, FeatureRows, hash1, hash2, hash3, scoreRows } from '../learn/index.js'
import { argumentLabels, type CueView } from './argumentFeatures.js'
import { partsOfSpeech } from './sizes.js'
import { stepWordCount } from './stepWords.js'

const { count } = argumentLabels
export const square = count * count

const sides = 3
const parts = partsOfSpeech
const words = stepWordCount
const nears = 5
const turns = 16
const marks = 9

/** Features of a step by the parts of speech at its ends; `side`: before the cue, in it (or at its beginning), after it. */
function addPartSteps(side: number, before: number, here: number, edges: FeatureRows): void {
  edges.add(hash1(1, side))
  edges.add(hash2(2, side, here))
  edges.add(hash3(3, side, before, here))
}

/** Features of a step by what it crosses. */
function addTurnSteps(side: number, near: number, turn: number, mark: number, edges: FeatureRows): void {
  edges.add(hash3(6, side, near, turn))
  edges.add(hash3(7, turn, mark, side))
}

/** Numbers of the tables' rows for the step to token `i` from the one before. */
export function partStep({ page, from, to }: CueView, i: number): number {
  const side = i < from ? 0 : i < to ? 1 : 2
  return (side * parts + (page.pos[i - 1] as number)) * parts + (page.pos[i] as number)
}

/** Of the word at the step's end (`at` is `i`) or at its beginning. */
export function wordStep({ page, from, to }: CueView, i: number, at: number): number {
  const side = i < from ? 0 : i < to ? 1 : 2
  return side * words + (page.step[at] as number)
}

export function turnStep({ page, from, to }: CueView, i: number): number {
  const { quote, sentence, segment, inPhrase, mark } = page
  const side = i < from ? 0 : i < to ? 1 : 2
  const distance = side === 0 ? from - i : i - to
  const near = side === 1 ? 4 : distance < 3 ? distance : 3
  const turn =
    (quote[i] === quote[i - 1] ? 0 : 1) |
    (sentence[i] === sentence[i - 1] ? 0 : 2) |
    (segment[i] === segment[i - 1] ? 0 : 4) |
    ((inPhrase[i] as number) >= 3 ? 8 : 0)
  return ((side * nears + near) * turns + turn) * marks + (mark[i] as number) * 3 + (mark[i - 1] as number)
}

/** All features of the step to token `i`; ends no row. */
export function addStepFeatures(view: CueView, i: number, edges: FeatureRows): void {
  addPartRow(partStep(view, i), edges)
  addEndRow(wordStep(view, i, i), edges)
  addBeginRow(wordStep(view, i, i - 1), edges)
  addTurnRow(turnStep(view, i), edges)
}

function addPartRow(row: number, edges: FeatureRows): void {
  const before = Math.floor(row / parts)
  addPartSteps(Math.floor(before / parts), before % parts, row % parts, edges)
}

function addEndRow(row: number, edges: FeatureRows): void {
  edges.add(hash1(4, row))
}

function addBeginRow(row: number, edges: FeatureRows): void {
  edges.add(hash1(5, row))
}

function addTurnRow(row: number, edges: FeatureRows): void {
  const rest = Math.floor(row / marks)
  const first = Math.floor(rest / turns)
  addTurnSteps(Math.floor(first / nears), first % nears, rest % turns, row % marks, edges)
}

/** Of each row the scores of its steps and then the exponentials of these: `2 × square` numbers, which come with one reading of memory. */
export type StepTable = Float64Array

export interface StepTables {
  readonly parts: StepTable
  readonly ends: StepTable
  readonly begins: StepTable
  readonly turns: StepTable
}

export function readSteps(crf: Pick<Crf, 'edges' | 'edgeWeights'>): StepTables {
  const table = (size: number, add: (row: number, edges: FeatureRows) => void): StepTable => {
    const rows = new FeatureRows()
    for (let row = 0; row < size; row++) {
      add(row, rows)
      rows.endRow()
    }
    const scores = new Float64Array(size * square)
    scoreRows(crf.edges, crf.edgeWeights, square, rows, scores)
    const both = new Float64Array(2 * scores.length)
    for (let row = 0; row < size; row++) {
      const own = scores.subarray(row * square, (row + 1) * square)
      both.set(own, 2 * row * square)
      both.set(own.map(Math.exp), (2 * row + 1) * square)
    }
    return both
  }
  return {
    parts: table(sides * parts * parts, addPartRow),
    ends: table(sides * words, addEndRow),
    begins: table(sides * words, addBeginRow),
    turns: table(sides * nears * turns * marks, addTurnRow)
  }
}
