/**
 * GUM's train part and lists of known names → `models/names.bin`. `npx tsx models/train/names.ts --data DIR`
 *
 * The same data gives the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readProse } from '../../src/language/index.js'
import { type Corpus, type CrfOptions, FeatureRows, trainCrf } from '../../src/learn/index.js'
import type { Article } from '../../src/model.js'
import { addZone } from '../../src/names/features.js'
import { buildLexicon, type Lexicon } from '../../src/names/lexicon.js'
import { labelCount, labelTypes, type NamesModel, writeNamesModel } from '../../src/names/model.js'
import { readWords } from '../../src/names/reading.js'
import { findZones } from '../../src/names/zones.js'
import { mapOffsets } from '../../src/offsets.js'
import { knownNames } from './nameLexicon.js'

interface GoldDocument {
  readonly doc: string
  readonly text: string
  readonly entities: readonly { start: number; end: number; type: string; nested: boolean }[]
}

/** Chosen on GUM's dev part: O, then begin and inside of person, organization, place, other. */
export const biases: readonly number[] = [-1, 0, 0, 0.8, 0, -0.75, 0, -1.5, 0]
export const trainingOptions: CrfOptions = {
  labels: labelCount,
  bits: 18,
  minimum: 2,
  rate: 0.03,
  epochs: 4,
  dropout: 0.5,
  seeds: [1, 2, 3],
  prune: 0.02
}

export function readJsonLines(path: string): GoldDocument[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GoldDocument)
}

export function articleOf(doc: string, text: string): Article {
  return {
    id: `article/${doc}`,
    doc,
    text,
    sha256: '',
    title: null,
    published: null,
    publisher: null,
    url: null,
    authors: [],
    language: 'en',
    marks: []
  }
}

/** Features and labels of all zones of all documents. */
export function makeCorpus(documents: readonly GoldDocument[], lexicon: Lexicon): Corpus {
  const rows = { nodes: new FeatureRows(), edges: new FeatureRows() }
  const labels: number[] = []
  const starts = [0]
  for (const document of documents) {
    const prose = readProse(articleOf(document.doc, document.text))
    const reading = readWords(prose, lexicon)
    const labelAt = labelStarts(document)
    for (const zone of findZones(prose)) {
      addZone(zone, reading, lexicon, rows)
      let before = -1
      for (let i = zone.from; i < zone.to; i++) {
        const gold = labelAt(zone.tokens[i]?.start ?? 0)
        labels.push(gold === undefined ? 0 : 1 + 2 * gold.type + (gold.entity === before ? 1 : 0))
        before = gold?.entity ?? -1
      }
      starts.push(labels.length)
    }
  }
  return { ...rows, labels: Uint8Array.from(labels), starts: Int32Array.from(starts) }
}

/** For a UTF-16 offset, the outermost gold name that holds it. */
function labelStarts(document: GoldDocument): (offset: number) => { entity: number; type: number } | undefined {
  const map = mapOffsets(document.text)
  const owner = new Map<number, { entity: number; type: number }>()
  document.entities.forEach((entity, number) => {
    const type = labelTypes.findIndex((each) => each === entity.type)
    if (entity.nested || type < 0) return
    const end = map.toUtf16(entity.end)
    for (let at = map.toUtf16(entity.start); at < end; at++) owner.set(at, { entity: number, type })
  })
  return (offset) => owner.get(offset)
}

export function trainModel(dataDir: string, options: CrfOptions = trainingOptions): NamesModel {
  const lexicon = buildLexicon(knownNames())
  const corpus = makeCorpus(readJsonLines(join(dataDir, 'gum/train.jsonl')), lexicon)
  return { lexicon, crf: trainCrf(corpus, options), biases }
}

/** Trains on `dataDir/gum/train.jsonl` and returns the bytes of `names.bin`. Throws an Error if the data is not there. */
export function trainNames(dataDir: string): Uint8Array {
  return writeNamesModel(trainModel(dataDir))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--data')
  const dataDir = at < 0 ? undefined : process.argv[at + 1]
  if (dataDir === undefined) throw new Error('say where the data is: npx tsx models/train/names.ts --data DIR')
  const bytes = trainNames(dataDir)
  writeFileSync(new URL('../names.bin', import.meta.url), bytes)
  process.stdout.write(`models/names.bin: ${bytes.length} bytes\n`)
}
