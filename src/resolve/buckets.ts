/**
 * Things under keys → those that share one, bucket after bucket in the order of the keys; the things of a bucket in their own order. Keys are
 * hashes of 32 bits: two that share a number only bring more to be compared. Holds eight bytes for each key of a thing.
 */

/** A number has 53 bits, which key and thing share, so that millions of them sort without an object each. */
const bits = 53
/** Keys lie by their first bits in parts, which are sorted one after the other: only one part is held twice. */
const partBits = 6

/**
 * @param keysOf the keys of a thing, each once
 * @returns the numbers of things, two at least
 */
export function* bucketsOf(things: number, keysOf: (thing: number) => Iterable<number>): Iterable<readonly number[]> {
  const size = 2 ** Math.max(bits - 32, Math.ceil(Math.log2(things)))
  // Beyond two million things a key loses its last bits.
  const shift = Math.max(0, Math.log2(size) - (bits - 32))
  const parts = Array.from({ length: 2 ** partBits }, () => new Pages())
  for (let thing = 0; thing < things; thing++) {
    for (const key of keysOf(thing)) parts[key >>> (32 - partBits)]?.add((key >>> shift) * size + thing)
  }
  for (const part of parts) {
    const sorted = part.takeSorted()
    for (let from = 0; from < sorted.length; ) {
      const end = (Math.floor((sorted[from] ?? 0) / size) + 1) * size
      let to = from + 1
      while ((sorted[to] ?? end) < end) to++
      if (to - from > 1) yield Array.from(sorted.subarray(from, to), (each) => each % size)
      from = to
    }
  }
}

const pageSize = 1 << 12

/** Numbers in pages, so that none is copied while there are more and more. */
class Pages {
  #pages: Float64Array[] = []
  #count = 0

  add(number: number): void {
    const place = this.#count++ % pageSize
    if (place === 0) this.#pages.push(new Float64Array(pageSize))
    const page = this.#pages.at(-1)
    if (page !== undefined) page[place] = number
  }

  takeSorted(): Float64Array {
    const all = new Float64Array(this.#pages.length * pageSize)
    for (const [i, page] of this.#pages.entries()) all.set(page, i * pageSize)
    const taken = all.subarray(0, this.#count)
    this.#pages = []
    this.#count = 0
    return taken.sort()
  }
}
