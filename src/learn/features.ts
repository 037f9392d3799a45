/**
 * Hashed features of many positions, flat, and the table that gives each hash its row of weights.
 *
 * A position's features are the hashes added before its `endRow`. The same class serves training (all sequences one
 * after another) and decoding (cleared and filled again for each sequence).
 */
import type { SmallFeatures } from './small.js'

const mostKept = 2 ** 18

export class FeatureRows {
  hashes = new Int32Array(1024)
  starts = new Int32Array(128)
  /** How many positions are finished. */
  rows = 0
  size = 0

  add(hash: number): void {
    if (this.size === this.hashes.length) this.hashes = grown(this.hashes)
    this.hashes[this.size++] = hash
  }

  addSmall(group: SmallFeatures, a: number, b = 0, c = 0, d = 0): void {
    group.add(this, a, b, c, d)
  }

  endRow(): void {
    if (this.rows + 2 > this.starts.length) this.starts = grown(this.starts)
    this.starts[++this.rows] = this.size
  }

  /** The largest number of features in a row. */
  longest(): number {
    let most = 0
    for (let row = 0; row < this.rows; row++)
      most = Math.max(most, (this.starts[row + 1] ?? 0) - (this.starts[row] ?? 0))
    return most
  }

  clear(): void {
    this.rows = 0
    this.size = 0
    // One that is used again and again must not keep what a single endless text needed.
    if (this.hashes.length > mostKept) this.hashes = new Int32Array(1024)
  }
}

/** The same numbers in an array of twice the length. */
export function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

/**
 * A sorted set of hashes cut to `bits` bits; the place in the order is the row of weights.
 *
 * A bit map in which every word of bits is followed by how many bits stand before it: both come with one reading of memory, which is what
 * looking up costs.
 */
export class FeatureTable {
  readonly bits: number
  readonly size: number
  private readonly map: Int32Array

  /** `keys` must be ascending, without doubles, and below 2^bits. */
  constructor(bits: number, keys: Int32Array) {
    this.bits = bits
    this.size = keys.length
    this.map = new Int32Array(2 * Math.max(1, 2 ** bits / 32))
    for (const key of keys) this.map[(key >>> 5) << 1] = (this.map[(key >>> 5) << 1] ?? 0) | (1 << (key & 31))
    let count = 0
    for (let i = 0; i < this.map.length; i += 2) {
      this.map[i + 1] = count
      count += countBits(this.map[i] ?? 0)
    }
  }

  /**
   * The row of a feature; for one that is not in the table the row after the last, which weights keep empty. Without a branch: half of
   * the features of a new text are unknown, and a processor that guesses wrongly waits for memory each time.
   */
  rowOf(hash: number): number {
    const key = hash >>> (32 - this.bits)
    const at = (key >>> 5) << 1
    const word = this.map[at] ?? 0
    const row = (this.map[at + 1] ?? 0) + countBits(word & ((1 << (key & 31)) - 1))
    const known = (word >>> (key & 31)) & 1
    return this.size ^ ((row ^ this.size) & -known)
  }

  keys(): Int32Array {
    const keys = new Int32Array(this.size)
    let count = 0
    for (let key = 0; key < 2 ** this.bits; key++) {
      if (((this.map[(key >>> 5) << 1] ?? 0) & (1 << (key & 31))) !== 0) keys[count++] = key
    }
    return keys
  }
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The table of all hashes that were added at least `minimum` times. */
export function indexFeatures(features: FeatureRows, bits: number, minimum: number): FeatureTable {
  const counts = new Uint16Array(2 ** bits)
  for (let i = 0; i < features.size; i++) {
    const key = (features.hashes[i] ?? 0) >>> (32 - bits)
    const count = counts[key] ?? 0
    if (count < 65535) counts[key] = count + 1
  }
  let size = 0
  for (let key = 0; key < counts.length; key++) if ((counts[key] ?? 0) >= minimum) size++
  const keys = new Int32Array(size)
  let at = 0
  for (let key = 0; key < counts.length; key++) if ((counts[key] ?? 0) >= minimum) keys[at++] = key
  return new FeatureTable(bits, keys)
}
