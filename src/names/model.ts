/** Bytes ↔ the learned recogniser of names. Loaded once; nobody changes it. */
import { models } from '../generated/models.js'
import {
  type ByteReader,
  ByteWriter,
  type Crf,
  compress,
  decompress,
  fromBase64,
  readCrf,
  writeCrf
} from '../learn/index.js'
import { type Lexicon, readLexicon, writeLexicon } from './lexicon.js'
import { Forms } from './reading.js'
import { ZoneScores } from './scores.js'
import type { CoarseType } from './types.js'

/** Label 0 is "no name"; then begin and inside of each of these. */
export const labelTypes: readonly (CoarseType | 'other')[] = ['person', 'organization', 'place', 'other']
export const labelCount = 1 + 2 * labelTypes.length

export interface NamesModel {
  readonly crf: Crf
  readonly lexicon: Lexicon
  /** Added to the score of each label at every position: names in news are distributed otherwise than in what was learned from. */
  readonly biases: readonly number[]
  /** Of `lexicon`, kept from article to article. */
  readonly forms: Forms
  /** By `crf` and `biases`, kept from article to article. */
  readonly scores: ZoneScores
}

let loaded: NamesModel | null | undefined

/** The model that ships with the package; null where it has not been trained yet. */
export function loadNamesModel(): NamesModel | null {
  if (loaded !== undefined) return loaded
  const bytes = models['names.bin']
  loaded = bytes === undefined ? null : readNamesModel(decompress(fromBase64(bytes)))
  return loaded
}

export function readNamesModel(reader: ByteReader): NamesModel {
  const lexicon = readLexicon(reader)
  const crf = readCrf(reader)
  const biases = Array.from({ length: labelCount }, () => reader.float())
  return namesModelOf(lexicon, crf, biases)
}

export const namesModelOf = (lexicon: Lexicon, crf: Crf, biases: readonly number[]): NamesModel => ({
  lexicon,
  crf,
  biases,
  forms: new Forms(lexicon),
  scores: new ZoneScores(crf, biases)
})

export function writeNamesModel(model: NamesModel): Uint8Array {
  const writer = new ByteWriter()
  writeLexicon(writer, model.lexicon)
  writeCrf(writer, model.crf)
  for (const bias of model.biases) writer.float(bias)
  return compress(writer)
}
