/** An article's sentences by what stands in them, so that a counterpart is found without looking at all. */
import { mix } from './hash.js'
import { type SentenceCards, sentenceAt, shinglesOf, unpacked } from './sentences.js'

export interface SentenceIndex {
  /** How many of these runs of three words stand in the article. */
  countShingles(shingles: readonly number[]): number
  /**
   * The number of the sentence that holds most of these stems, three at least, and the share of them that it holds; the shorter of two that
   * hold as many.
   */
  bestPartner(stems: Int32Array): readonly [sentence: number, likeness: number]
}

export function sentenceIndexOf(cards: SentenceCards): SentenceIndex {
  const sentences = unpacked(cards)
  const shingles = new Slots(sentences.reduce((sum, { words }) => sum + words.length, 0))
  const stemSlots = new Slots(sentences.reduce((sum, { stems }) => sum + stems.length, 0))
  for (const { words, stems } of sentences) {
    for (const shingle of shinglesOf(words)) shingles.add(shingle | 0)
    for (const stem of stems) stemSlots.add(stem)
  }
  // The places of each stem, one stem after the other: those of stem i begin at ends[i - 1].
  const ends = new Int32Array(stemSlots.size)
  for (const { stems } of sentences) {
    for (const stem of stems) {
      const number = stemSlots.numberOf(stem)
      ends[number] = (ends[number] ?? 0) + 1
    }
  }
  for (let i = 1; i < ends.length; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0)
  const places = new Int32Array(ends.at(-1) ?? 0)
  const next = ends.slice()
  for (let place = sentences.length - 1; place >= 0; place--) {
    for (const stem of sentenceAt(cards, place).stems) {
      const number = stemSlots.numberOf(stem)
      const at = (next[number] ?? 0) - 1
      next[number] = at
      places[at] = place
    }
  }
  const counts = new Int32Array(sentences.length)
  const bestOf = (touched: readonly number[]): [place: number, shared: number] => {
    let [best, most, length] = [-1, 0, 0]
    for (const place of touched) {
      const shared = counts[place] ?? 0
      const stems = sentences[place]?.stems.length ?? 0
      if (shared < most || (shared === most && (stems > length || (stems === length && place > best)))) continue
      best = place
      most = shared
      length = stems
    }
    return [best, most]
  }
  return {
    countShingles: (wanted) => wanted.reduce((sum, shingle) => sum + (shingles.numberOf(shingle | 0) < 0 ? 0 : 1), 0),
    bestPartner: (stems) => {
      const touched: number[] = []
      for (const stem of stems) {
        const number = stemSlots.numberOf(stem)
        if (number < 0) continue
        for (let at = ends[number - 1] ?? 0; at < (ends[number] ?? 0); at++) {
          const place = places[at] ?? 0
          const count = counts[place] ?? 0
          if (count === 0) touched.push(place)
          counts[place] = count + 1
        }
      }
      const [best, most] = bestOf(touched)
      for (const place of touched) counts[place] = 0
      if (most < Math.max(1, Math.min(3, stems.length))) return [-1, 0]
      return [sentences[best]?.number ?? -1, most / Math.max(3, stems.length)]
    }
  }
}

/** Hashes → their numbers in the order in which they came: a table with open places, several times faster than a Map and a tenth of it. */
class Slots {
  readonly #hashes: Int32Array
  /** One more than the number; 0 where the place is free. */
  readonly #numbers: Int32Array
  readonly #mask: number
  size = 0

  /** @param most never more different hashes are added */
  constructor(most: number) {
    const length = 2 ** Math.ceil(Math.log2(2 * most + 2))
    this.#hashes = new Int32Array(length)
    this.#numbers = new Int32Array(length)
    this.#mask = length - 1
  }

  add(hash: number): void {
    const at = this.#placeOf(hash)
    if (this.#numbers[at] !== 0) return
    this.#hashes[at] = hash
    this.#numbers[at] = ++this.size
  }

  /** -1 where it was never added. */
  numberOf(hash: number): number {
    return (this.#numbers[this.#placeOf(hash)] ?? 0) - 1
  }

  #placeOf(hash: number): number {
    let at = mix(hash) & this.#mask
    while (this.#numbers[at] !== 0 && this.#hashes[at] !== hash) at = (at + 1) & this.#mask
    return at
  }
}
