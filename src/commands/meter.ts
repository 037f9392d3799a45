/** How much of the inputs has been given out as articles, by their bytes: what a progress bar and its remaining time are made of. */
import type { InputSource } from '../inputs/index.js'

/** An input and how many bytes it has; null where nobody knows before it has gone by. */
export interface Sized {
  readonly source: InputSource
  readonly bytes: number | null
}

export class Meter {
  readonly #total: number | null
  #before = 0
  #within = 0

  constructor(inputs: readonly Sized[]) {
    this.#total = inputs.reduce<number | null>(
      (sum, { bytes }) => (sum === null || bytes === null ? null : sum + bytes),
      0
    )
  }

  /** 0 to 1, or null where nobody knows how much there is. */
  get share(): number | null {
    if (this.#total === null) return null
    return this.#total === 0 ? 1 : Math.min(1, (this.#before + this.#within) / this.#total)
  }

  /** The same source, measured as it is read. */
  measured({ source, bytes }: Sized): InputSource {
    const size = bytes ?? 0
    const reach = (within: number): void => {
      this.#within = within
    }
    return {
      name: source.name,
      *chunks() {
        let read = 0
        for (const chunk of source.chunks()) {
          yield chunk
          // Whoever asks for the next one is done with this one; who looks at the beginning only never does.
          read += chunk.length
          reach(read)
        }
      },
      passed: (share) => reach(share * size)
    }
  }

  /** All that was in an input has been given out. */
  finish({ bytes }: Sized): void {
    this.#before += bytes ?? 0
    this.#within = 0
  }
}
