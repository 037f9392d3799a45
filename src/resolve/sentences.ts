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

export function sentenceCardsOf(record: ArticleRecord): SentenceCard[] {
  return record.sentences.flatMap((sentence, number) => {
    if (notProse.has(sentence.mark ?? null)) return []
    const words = findWords(record.article.text, sentence.start, sentence.end)
    if (words.length < fewestWords) return []
    const stems = new Set<number>()
    for (const word of words) if (!emptyWords.has(word.text)) stems.add(hashText(stemOf(word.text)) | 0)
    return [
      { number, words: Int32Array.from(words, (word) => hashText(word.text) | 0), stems: Int32Array.from(stems).sort() }
    ]
  })
}

const bands = 16
const rows = 3
const seeds = Int32Array.from({ length: bands * rows }, (_, i) => mix(i + 1) | 0)

/**
 * MinHash bands of a sentence: two sentences whose stems overlap by a half share a key nearly always, by a third mostly,
 * by a tenth hardly ever. (Broder, On the resemblance and containment of documents, 1997.)
 */
export function bandKeys(card: SentenceCard): number[] {
  const keys: number[] = []
  for (let band = 0; band < bands; band++) {
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

/** How many numbers two sorted arrays share. */
export function countShared(a: Int32Array, b: Int32Array): number {
  let i = 0
  let j = 0
  let shared = 0
  while (i < a.length && j < b.length) {
    const left = a[i] ?? 0
    const right = b[j] ?? 0
    if (left === right) {
      shared++
      i++
      j++
    } else if (left < right) i++
    else j++
  }
  return shared
}

/** Hashes of all runs of three words. */
export function shinglesOf(words: Int32Array): number[] {
  const found: number[] = []
  for (let i = 2; i < words.length; i++) {
    found.push(mix(mix(mix(words[i - 2] ?? 0) ^ (words[i - 1] ?? 0)) ^ (words[i] ?? 0)))
  }
  return found
}
