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
  readCrf,
  readWeights,
  writeCrf,
  writeWeights
} from '../learn/index.js'
import { type CueLexicon, readSmall, writeSmall } from './lexicon.js'

export interface StatementsModel {
  readonly lexicon: CueLexicon
  readonly cues: Crf
  readonly arguments: Crf
  readonly keeper: Logistic
}

let loaded: StatementsModel | null | undefined

/** The model that ships with the package; null where it has not been trained yet. */
export function loadStatementsModel(): StatementsModel | null {
  if (loaded !== undefined) return loaded
  const bytes = models['statements.bin']
  loaded = bytes === undefined ? null : readStatementsModel(decompress(fromBase64(bytes)))
  return loaded
}

export function readStatementsModel(reader: ByteReader): StatementsModel {
  const lexicon = { priors: readSmall(reader), senses: readSmall(reader) }
  const cues = readCrf(reader)
  const args = readCrf(reader)
  const keeper = readWeights(reader)
  return { lexicon, cues, arguments: args, keeper }
}

export function writeStatementsModel(model: StatementsModel): Uint8Array {
  const writer = new ByteWriter()
  writeSmall(writer, model.lexicon.priors)
  writeSmall(writer, model.lexicon.senses)
  writeCrf(writer, model.cues)
  writeCrf(writer, model.arguments)
  writeWeights(writer, model.keeper.table, model.keeper.weights, 1)
  return compress(writer)
}
