/** Who repeats whom, as stages: sentences of one key → meetings, two articles → a copy, a component of copies → originals. */
import type { ArticleId, Copy } from '../model.js'
import { mapOffsets } from '../offsets.js'
import { readRecord } from '../record/index.js'
import {
  type ArticleCard,
  articleCardOf,
  chooseOriginals,
  copiedIn,
  copyKeys,
  isCandidate,
  matchArticles,
  meetingsOf,
  type Place
} from '../resolve/copies.js'
import { type SentenceIndex, sentenceIndexOf } from '../resolve/sentenceIndex.js'
import { packed, unpacked } from '../resolve/sentences.js'
import { fieldsOf, jsonLine, keyOf, type Stage, Tables } from './lines.js'

interface CardValue extends Omit<ArticleCard, 'sentences'> {
  readonly sentences: readonly { number: number; words: readonly number[]; stems: readonly number[] }[]
}

const readPlace = fieldsOf<Place>(['article', 'published', 'sentence', 'of'])
const readValue = fieldsOf<CardValue>(['id', 'published', 'publisher', 'credits', 'sentences'])
const readCard = (value: unknown): ArticleCard => {
  const card = readValue(value)
  return {
    ...card,
    sentences: packed(
      card.sentences.map(({ number, words, stems }) => ({
        number,
        words: Int32Array.from(words),
        stems: Int32Array.from(stems)
      }))
    )
  }
}

/** Where an article's sentences are, in code points. */
export interface WhereValue {
  readonly article: ArticleId
  readonly doc: string
  readonly ranges: readonly (readonly [number, number])[]
}
export const readWhere = fieldsOf<WhereValue>(['article', 'doc', 'ranges'])

/** record → `place` under each key of each sentence, `article` once, `where` once. */
export const copyKeysStage: Stage = function* (key, lines) {
  for (const text of new Tables(key, lines).texts('record')) {
    const record = readRecord(text, key)
    const card = articleCardOf(record)
    const { id, published } = card
    for (const { sentence, keys } of copyKeys(card)) {
      const place: Place = { article: id, published, sentence, of: card.sentences.length }
      for (const [band, hash] of keys.entries()) yield jsonLine('place', `${band.toString(36)}:${keyOf(hash)}`, place)
    }
    const value: CardValue = {
      ...card,
      sentences: unpacked(card.sentences).map(({ number, words, stems }) => ({
        number,
        words: [...words],
        stems: [...stems]
      }))
    }
    yield jsonLine('article', id, value)
    const map = mapOffsets(record.article.text)
    const where: WhereValue = {
      article: id,
      doc: record.article.doc,
      ranges: record.sentences.map(({ start, end }) => [map.toCodePoint(start), map.toCodePoint(end)])
    }
    yield jsonLine('where', id, where)
  }
}

/** A sentence of the earlier article, and how many sentences each of the two has. */
type MetValue = readonly [sentence: number, a: number, b: number]

/** The `place`s of one key → `met`, under the two articles. There are many: whoever counts them need not read the values. */
export const copyMatchStage: Stage = function* (key, lines) {
  for (const { a, b } of meetingsOf(new Tables(key, lines).all('place', readPlace))) {
    const met: MetValue = [a.sentence, a.of, b.of]
    yield jsonLine('met', `${a.article} ${b.article}`, met)
  }
}

/** How many different values two articles have `met` with, and one of them. */
interface SharedValue {
  readonly shared: number
  readonly met: MetValue
}
const readShared = fieldsOf<SharedValue>(['shared', 'met'])

/** Everything `met` of two articles, counted as `shared` → `candidate` if they are worth comparing. */
export const meetingStage: Stage = function* (key, lines) {
  for (const { shared, met } of new Tables(key, lines).all('shared', readShared)) {
    const [, a, b] = met
    if (isCandidate(shared, a, b)) yield { kind: 'candidate', key: '', value: key }
  }
}

/** `article`s and `candidate` pairs of them, the earlier one first → a `copy` for each pair in which one repeats the other. */
export const articleMatchStage: Stage = function* (key, lines) {
  const tables = new Tables(key, lines)
  const cards = new Map(tables.all('article', readCard).map((card) => [card.id as string, card]))
  const indexes = new Map<ArticleCard, SentenceIndex>()
  const indexOf = (card: ArticleCard): SentenceIndex => {
    const index = indexes.get(card) ?? sentenceIndexOf(card.sentences)
    indexes.set(card, index)
    return index
  }
  for (const pair of tables.texts('candidate')) {
    const [a, b] = pair.split(' ').map((id) => cards.get(id))
    if (a === undefined || b === undefined) continue
    const copy = matchArticles({ a, b }, indexOf)
    if (copy !== null) yield jsonLine('copy', `${copy.from} ${copy.of}`, copy)
  }
}

const readScored = fieldsOf<Copy & { readonly score: number }>(['from', 'of', 'kind', 'sentences', 'reason', 'score'])
export const readCopy = fieldsOf<Copy>(['from', 'of', 'kind', 'sentences', 'reason'])

export interface CopiedValue {
  readonly article: ArticleId
  readonly sentences: readonly (readonly [number, string])[]
}
export const readCopied = fieldsOf<CopiedValue>(['article', 'sentences'])

/** The `copy`s of one component → one `copy` for each article that is one, and what of each article is `copied`. */
export const copyMergeStage: Stage = function* (key, lines) {
  const chosen = chooseOriginals(new Tables(key, lines).all('copy', readScored))
  for (const copy of chosen) yield jsonLine('copy', copy.from, copy)
  for (const [id, { article, sentences }] of copiedIn(chosen)) {
    const value: CopiedValue = { article, sentences: [...sentences] }
    yield jsonLine('copied', id, value)
  }
}
