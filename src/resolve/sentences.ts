/** A record → its sentences as sets of numbers: what copies are found by. */
import type { ArticleRecord, MarkKind } from '../model.js'
import { hashText, mix } from './hash.js'
import { emptyWords, findWords, stemOf } from './words.js'

export interface SentenceCard {
  /** Its number in the record. */
  readonly number: number
  /** Hashes of its words, in order. */
  readonly words: Int32Array
  /** Hashes of the stems of its content words, sorted, each once. */
  readonly stems: Int32Array
}

/** Sentences with fewer words say too little to be recognised. */
const fewestWords = 5
const notProse: ReadonlySet<MarkKind | null> = new Set<MarkKind | null>([
  'date',
  'dateline',
  'credit',
  'debris',
  'byline',
  'caption'
])

/** The sentences of an article in two arrays: an object for each of them would take three times as much. */
export interface SentenceCards {
  readonly length: number
  /** For each sentence its number, and where in `hashes` its words and its stems begin; then where the last one's stems end. */
  readonly heads: Int32Array
  readonly hashes: Int32Array
}

export function sentenceCardsOf(record: ArticleRecord): SentenceCards {
  const cards: SentenceCard[] = []
  for (const [number, sentence] of record.sentences.entries()) {
    if (notProse.has(sentence.mark ?? null)) continue
    const words = findWords(record.article.text, sentence.start, sentence.end)
    if (words.length < fewestWords) continue
    const stems = new Set<number>()
    for (const word of words) if (!emptyWords.has(word.text)) stems.add(hashText(stemOf(word.text)) | 0)
    cards.push({
      number,
      words: Int32Array.from(words, (word) => hashText(word.text) | 0),
      stems: Int32Array.from(stems).sort()
    })
  }
  return packed(cards)
}

export function packed(cards: readonly SentenceCard[]): SentenceCards {
  const heads = new Int32Array(3 * cards.length + 1)
  const hashes = new Int32Array(cards.reduce((sum, { words, stems }) => sum + words.length + stems.length, 0))
  let end = 0
  for (const [i, { number, words, stems }] of cards.entries()) {
    hashes.set(words, end)
    hashes.set(stems, end + words.length)
    heads.set([number, end, end + words.length], 3 * i)
    end += words.length + stems.length
  }
  heads[3 * cards.length] = end
  return { length: cards.length, heads, hashes }
}

/** Views, not copies. */
export function unpacked(cards: SentenceCards): SentenceCard[] {
  return Array.from({ length: cards.length }, (_, i) => sentenceAt(cards, i))
}

export function sentenceAt({ length, heads, hashes }: SentenceCards, i: number): SentenceCard {
  const stems = heads[3 * i + 2] ?? 0
  const end = heads[i + 1 === length ? 3 * length : 3 * i + 4] ?? 0
  return {
    number: heads[3 * i] ?? 0,
    words: hashes.subarray(heads[3 * i + 1], stems),
    stems: hashes.subarray(stems, end)
  }
}

export const bandCount = 16
const rows = 3
const seeds = Int32Array.from({ length: bandCount * rows }, (_, i) => mix(i + 1) | 0)

/**
 * MinHash bands of a sentence: two sentences whose stems overlap by a half share a key nearly always, by a third mostly,
 * by a tenth hardly ever. (Broder, On the resemblance and containment of documents, 1997.)
 */
export function bandKeys(card: SentenceCard): number[] {
  const keys: number[] = []
  for (let band = 0; band < bandCount; band++) {
    let key = mix(band + 101)
    for (let row = 0; row < rows; row++) {
      const seed = seeds[band * rows + row] ?? 0
      let least = 0xffffffff
      for (const stem of card.stems) {
        const hash = mix(stem ^ seed)
        if (hash < least) least = hash
      }
      key = mix(key ^ least)
    }
    keys.push(key)
  }
  return keys
}

/** Hashes of all runs of three words. */
export function shinglesOf(words: Int32Array): number[] {
  const found: number[] = []
  for (let i = 2; i < words.length; i++) {
    found.push(mix(mix(mix(words[i - 2] ?? 0) ^ (words[i - 1] ?? 0)) ^ (words[i] ?? 0)))
  }
  return found
}
