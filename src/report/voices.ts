/** Quotes, one after another → voices: what one speaker says in the same words in several articles is one line with several places. */
import { hashText } from '../resolve/hash.js'
import type { Quote } from './quotes.js'

export type Voice = readonly Quote[]

/** Keeps the first few, and of the others only how many there are. */
export class Voices {
  readonly #most: number
  readonly #first = new Map<string, Quote[]>()
  /** The others as numbers of 53 bits: that two of some millions share one is as good as never. */
  readonly #others = new Set<number>()

  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most
  }

  add(quote: Quote): void {
    const { speakers, through, cue, text } = quote
    const key = JSON.stringify([speakers, through, cue, text].map((each) => String(each).toLowerCase()))
    const known = this.#first.get(key)
    if (known !== undefined) known.push(quote)
    else if (this.#first.size < this.#most) this.#first.set(key, [quote])
    else this.#others.add(hashText(key) * 2 ** 21 + (hashText(key, 1) >>> 11))
  }

  get first(): readonly Voice[] {
    return [...this.#first.values()]
  }

  get count(): number {
    return this.#first.size + this.#others.size
  }
}

export function voicesOf(quotes: Iterable<Quote>): readonly Voice[] {
  const voices = new Voices()
  for (const quote of quotes) voices.add(quote)
  return voices.first
}
