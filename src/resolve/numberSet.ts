/**
 * Numbers, put in one by one → the same numbers sorted, each once. Eight bytes a number where a Set takes five times that, and as many as
 * fit into memory where a Set ends at sixteen million. All must be whole and below 2^53.
 */
export class NumberSet {
  #numbers = new Float64Array(1 << 10)
  #count = 0

  add(number: number): void {
    if (this.#count === this.#numbers.length) this.#compact()
    this.#numbers[this.#count++] = number
  }

  /** May change when more are put in. */
  sorted(): Float64Array {
    this.#unite()
    return this.#numbers.subarray(0, this.#count)
  }

  /** Grows only where half of the room is taken by different numbers, so that each is sorted a few times at most. */
  #compact(): void {
    this.#unite()
    if (this.#count <= this.#numbers.length / 2) return
    const larger = new Float64Array(2 * this.#numbers.length)
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
