/**
 * GUM's train part and lists of known names → the bytes of `models/names.bin`.
 *
 * The same data gives the same bytes.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Prose, readProse } from '../../src/language/index.js'
import { type Corpus, type CrfOptions, trainCrf } from '../../src/learn/index.js'
import type { Article } from '../../src/model.js'
import { findByModel } from '../../src/names/decode.js'
import { addZone } from '../../src/names/features.js'
import { buildLexicon, type Lexicon, lexicalKinds } from '../../src/names/lexicon.js'
import { labelCount, labelTypes, type NamesModel, namesModelOf, writeNamesModel } from '../../src/names/model.js'
import { Forms, readWords } from '../../src/names/reading.js'
import { findZones } from '../../src/names/zones.js'
import { mapOffsets } from '../../src/offsets.js'
import { knownNames } from './nameLexicon.js'
import { TrainingRows } from './namesFeatures.js'

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
  seeds: [1, 2, 3, 4, 5, 6, 7, 8],
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
  const rows = new TrainingRows()
  const labels: number[] = []
  const starts = [0]
  const forms = new Forms(lexicon)
  for (const document of documents) {
    const prose = readProse(articleOf(document.doc, document.text))
    const reading = readWords(prose, forms)
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
  const { nodes, edges } = rows
  return { nodes, edges, labels: Uint8Array.from(labels), starts: Int32Array.from(starts) }
}

/** For a UTF-16 offset, the outermost gold name that holds it. */
function labelStarts(document: GoldDocument): (offset: number) => { entity: number; type: number } | undefined {
  const map = mapOffsets(document.text)
  const owner = new Map<number, { entity: number; type: number }>()
  document.entities.forEach((entity, number) => {
    const type = labelTypes.indexOf(entity.type as (typeof labelTypes)[number])
    if (entity.nested || type < 0) return
    const end = map.toUtf16(entity.end)
    for (let at = map.toUtf16(entity.start); at < end; at++) owner.set(at, { entity: number, type })
  })
  return (offset) => owner.get(offset)
}

/** News without annotation: for how words are written, and for names that come up again and again. */
function readNews(folder: string): Prose[] {
  return readdirSync(folder)
    .sort()
    .map((file) => readProse(articleOf(file, readFileSync(join(folder, file), 'utf8'))))
}

/** Marks words that news nearly always writes in small letters, or nearly always with a capital inside sentences. */
function countCases(news: readonly Prose[], known: Map<string, number>): void {
  const small = new Map<string, number>()
  const capital = new Map<string, number>()
  for (const prose of news) {
    for (const { tokens } of prose.sentences) {
      tokens.forEach(({ text }, i) => {
        const lower = text.toLowerCase()
        if (!/^\p{L}/u.test(text)) return
        if (text === lower) small.set(lower, (small.get(lower) ?? 0) + 1)
        else if (i > 0 && /^[\p{L},]/u.test(tokens[i - 1]?.text ?? ''))
          capital.set(lower, (capital.get(lower) ?? 0) + 1)
      })
    }
  }
  const mark = (word: string, kind: number): void => void known.set(word, (known.get(word) ?? 0) | kind)
  for (const [word, count] of small)
    if (count >= 3 && count > 4 * (capital.get(word) ?? 0)) mark(word, lexicalKinds.small)
  for (const [word, count] of capital)
    if (count >= 3 && count > 4 * (small.get(word) ?? 0)) mark(word, lexicalKinds.capital)
}

/** Marks what a first model takes for a name of one type in news again and again. */
function addNewsNames(news: readonly Prose[], model: NamesModel, known: Map<string, number>): void {
  const kinds = [lexicalKinds.newsPerson, lexicalKinds.newsOrganization, lexicalKinds.newsPlace, 0]
  const counts = new Map<string, number[]>()
  for (const prose of news) {
    for (const run of findByModel(prose, model)) {
      const tokens = prose.sentences[run.sentence]?.tokens.slice(run.from, run.to) ?? []
      const key = tokens.map((token) => token.text.toLowerCase()).join(' ')
      const count = counts.get(key) ?? [0, 0, 0, 0]
      const type = labelTypes.indexOf(run.type)
      count[type] = (count[type] ?? 0) + 1
      counts.set(key, count)
    }
  }
  for (const [key, count] of counts) {
    const all = count.reduce((sum, each) => sum + each, 0)
    const top = Math.max(...count)
    const kind = kinds[count.indexOf(top)] ?? 0
    if (all >= 3 && top >= 0.75 * all && kind !== 0) known.set(key, (known.get(key) ?? 0) | kind)
  }
}

export function trainModel(dataDir: string, options: CrfOptions = trainingOptions): NamesModel {
  const gold = readJsonLines(join(dataDir, 'gum/train.jsonl'))
  const news = readNews(join(dataDir, 'polnear/train/text'))
  const known = knownNames()
  countCases(news, known)
  const learn = (lexicon: Lexicon): NamesModel => {
    const crf = trainCrf(makeCorpus(gold, lexicon), options)
    return namesModelOf(lexicon, crf, biases)
  }
  addNewsNames(news, learn(buildLexicon(known)), known)
  return learn(buildLexicon(known))
}

/** Trains on `dataDir/gum/train.jsonl` and returns the bytes of `names.bin`. Throws an Error if the data is not there. */
export function trainNames(dataDir: string): Uint8Array {
  return writeNamesModel(trainModel(dataDir))
}
