/** Bytes ↔ the learned tagger of statements. Loaded once; nobody changes it. */
import { models } from '../generated/models.js'
import {
  type ByteReader,
  ByteWriter,
  type Crf,
  compress,
  decompress,
  fromBase64,
  type Logistic,
  PackedWeights,
  readRows,
  readWeights,
  SummedWeights,
  type WeightRows,
  writeWeights
} from '../learn/index.js'
import { smallArguments } from './argumentFeatures.js'
import { smallCues } from './cueFeatures.js'
import type { PackedCrf } from './cues.js'
import { type CueLexicon, readSmall, writeSmall } from './lexicon.js'
import type { ArgumentWeights } from './scorer.js'
import { smallScout } from './scout.js'
import { readSteps } from './steps.js'

export interface StatementsModel {
  readonly lexicon: CueLexicon
  readonly scout: SummedWeights
  readonly cues: PackedCrf
  readonly arguments: ArgumentWeights
  readonly keeper: PackedWeights
}

/** The same as it was learned, to be written. */
export interface LearnedModel {
  readonly lexicon: CueLexicon
  readonly scout: Logistic
  readonly cues: Crf
  readonly arguments: Crf
  readonly keeper: Logistic
}

/** Of the file; a file of weights is of use only to the code whose features it was learned with. */
const format = 2

let loaded: StatementsModel | null | undefined

/** The model that ships with the package; null where it has not been trained yet. */
export function loadStatementsModel(): StatementsModel | null {
  if (loaded !== undefined) return loaded
  const bytes = models['statements.bin']
  loaded = bytes === undefined ? null : readStatementsModel(decompress(fromBase64(bytes)))
  return loaded
}

export function readStatementsModel(reader: ByteReader): StatementsModel {
  const found = reader.whole()
  if (found !== format)
    throw new RangeError(
      `models/statements.bin has format ${found} and this version reads ${format}: build it again (npm run train)`
    )
  const lexicon = { priors: readSmall(reader), senses: readSmall(reader) }
  const scout = new SummedWeights(readRows(reader), smallScout)
  const cues = { nodes: new SummedWeights(readRows(reader), smallCues), edges: readEdges(reader) }
  const args = { nodes: new SummedWeights(readRows(reader), smallArguments), steps: readSteps(readEdges(reader)) }
  const keeper = new PackedWeights(readRows(reader))
  return { lexicon, scout, cues, arguments: args, keeper }
}

function readEdges(reader: ByteReader): Pick<Crf, 'edges' | 'edgeWeights'> {
  const { table, weights } = readWeights(reader)
  return { edges: table, edgeWeights: weights }
}

export function writeStatementsModel(model: LearnedModel): Uint8Array {
  const writer = new ByteWriter()
  writer.whole(format)
  writeSmall(writer, model.lexicon.priors)
  writeSmall(writer, model.lexicon.senses)
  writeLogistic(writer, model.scout)
  for (const crf of [model.cues, model.arguments]) {
    writeWeights(writer, crf.nodes, overFirst(crf).weights, crf.labels)
    writeWeights(writer, crf.edges, crf.edgeWeights, crf.labels ** 2)
  }
  writeLogistic(writer, model.keeper)
  return compress(writer)
}

function writeLogistic(writer: ByteWriter, model: Logistic): void {
  const { weights, width } = oddsRows(model)
  writeWeights(writer, model.table, weights, width)
}

/** What was learned, ready to use without being written and read. */
export const packScout = (scout: Logistic): SummedWeights => new SummedWeights(oddsRows(scout), smallScout)
export const packCues = (crf: Crf): PackedCrf => ({
  nodes: new SummedWeights(overFirst(crf), smallCues),
  edges: crf
})
export const packArguments = (crf: Crf): ArgumentWeights => ({
  nodes: new SummedWeights(overFirst(crf), smallArguments),
  steps: readSteps(crf)
})

/** "No" counts 0, "yes" what the model gives. */
function oddsRows({ table, weights }: Logistic): WeightRows {
  const rows = new Float32Array(2 * table.size + 2)
  for (let row = 0; row < table.size; row++) rows[2 * row + 1] = weights[row] ?? 0
  return { bits: table.bits, width: 2, keys: table.keys(), weights: rows }
}

/** Only differences between labels count: the first label's weights become 0. */
function overFirst({ labels, nodes, nodeWeights }: Crf): WeightRows {
  const weights = nodeWeights.map((weight, i) => weight - (nodeWeights[i - (i % labels)] ?? 0))
  return { bits: nodes.bits, width: labels, keys: nodes.keys(), weights }
}
