/** Pairs by the numbers of their two, each with its score and reason, without an object for each: there are millions. */

export class NumberedPairs {
  readonly #a: number[] = []
  readonly #b: number[] = []
  readonly #scores: number[] = []
  /** By the number of a reason, which many pairs share; the first is that none is given. */
  readonly #reasonOf: number[] = []
  readonly #reasons: string[] = ['']
  readonly #numberOf = new Map([['', 0]])

  get length(): number {
    return this.#a.length
  }

  add(a: number, b: number, score: number, reason = ''): void {
    const number = this.#numberOf.get(reason) ?? this.#reasons.push(reason) - 1
    this.#numberOf.set(reason, number)
    this.#reasonOf.push(number)
    this.#a.push(a)
    this.#b.push(b)
    this.#scores.push(score)
  }

  firstOf(pair: number): number {
    return this.#a[pair] ?? 0
  }

  secondOf(pair: number): number {
    return this.#b[pair] ?? 0
  }

  scoreOf(pair: number): number {
    return this.#scores[pair] ?? 0
  }

  /** Empty where none was given. */
  reasonOf(pair: number): string {
    return this.#reasons[this.#reasonOf[pair] ?? 0] ?? ''
  }
}
