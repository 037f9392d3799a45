/**
 * Numbers, put in one by one → the same numbers sorted, each once. Four bytes a number where a Set takes ten times that, and as many as
 * fit into memory where a Set ends at sixteen million. All must be whole and below 2^53, and lie close rather than anywhere.
 */
export class NumberSet implements Iterable<number> {
  /** By what a number has above its last 32 bits. */
  readonly #parts = new Map<number, Part>()
  /** The part of the last number: the next one mostly lies in it too. */
  #high = Number.NaN
  #last = new Part()

  add(number: number): void {
    const high = Math.floor(number / part)
    if (high !== this.#high) {
      this.#high = high
      this.#last = this.#parts.get(high) ?? new Part()
      this.#parts.set(high, this.#last)
    }
    this.#last.add(number - high * part)
  }

  /** Sorted. */
  *[Symbol.iterator](): Iterator<number> {
    const highs = [...this.#parts.keys()].sort((a, b) => a - b)
    for (const high of highs) for (const low of this.#parts.get(high)?.sorted() ?? []) yield high * part + low
  }

  /** All at once, eight bytes each. */
  sorted(): Float64Array {
    return Float64Array.from(this)
  }
}

const part = 2 ** 32

/** Numbers of 32 bits. */
class Part {
  #numbers = new Uint32Array(1 << 10)
  #count = 0

  add(number: number): void {
    if (this.#count === this.#numbers.length) this.#compact()
    this.#numbers[this.#count++] = number
  }

  /** May change when more are put in. */
  sorted(): Uint32Array {
    this.#unite()
    return this.#numbers.subarray(0, this.#count)
  }

  /** Grows only where half of the room is taken by different numbers, so that each is sorted a few times at most. */
  #compact(): void {
    this.#unite()
    if (this.#count <= this.#numbers.length / 2) return
    const larger = new Uint32Array(2 * this.#numbers.length)
    larger.set(this.#numbers)
    this.#numbers = larger
  }

  #unite(): void {
    const numbers = this.#numbers.subarray(0, this.#count).sort()
    let kept = 0
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i] ?? 0
      if (i === 0 || number !== numbers[kept - 1]) numbers[kept++] = number
    }
    this.#count = kept
  }
}
