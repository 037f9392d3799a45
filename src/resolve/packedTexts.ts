/**
 * Short texts, put in one by one and got back by their numbers, which count from 0. Holds their UTF-8 in pages and eight bytes for each: a
 * string takes three times that, and garbage collection looks at every one. Half a surrogate pair does not come back.
 */

const pageSize = 1 << 16
/** Stands behind each text: no byte of UTF-8 is this. */
const end = 0xff

export class PackedTexts {
  readonly #pages: Uint8Array[] = []
  readonly #starts: number[] = []
  readonly #encoder = new TextEncoder()
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  /** Of the last page. */
  #used = pageSize

  get length(): number {
    return this.#starts.length
  }

  /** @returns its number */
  add(text: string): number {
    const most = 3 * text.length + 1
    let page = this.#pages.at(-1)
    if (page === undefined || this.#used + most > page.length) {
      // A text that no page holds has one to itself.
      page = new Uint8Array(Math.max(pageSize, most))
      this.#pages.push(page)
      this.#used = 0
    }
    this.#starts.push((this.#pages.length - 1) * pageSize + this.#used)
    const { written } = this.#encoder.encodeInto(text, page.subarray(this.#used))
    page[this.#used + written] = end
    this.#used = page.length > pageSize ? page.length : this.#used + written + 1
    return this.#starts.length - 1
  }

  /** Empty where there is none of that number. */
  at(number: number): string {
    const start = this.#starts[number]
    const page = start === undefined ? undefined : this.#pages[Math.floor(start / pageSize)]
    if (start === undefined || page === undefined) return ''
    const from = start % pageSize
    return this.#decoder.decode(page.subarray(from, page.indexOf(end, from)))
  }
}
