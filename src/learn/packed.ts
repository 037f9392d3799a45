/**
 * The weights of a trained table as the fastest thing to look up: one 32-bit number a feature, in buckets of two that lie side by
 * side in memory, so that a feature costs one reading. For models of two or three labels, as what each label has over the first.
 *
 * A number holds 12 bits of either weight and 8 bits that tell features of one bucket apart. Looking up has no branch: half of the
 * features of a new text are unknown, and a processor that guesses wrongly loses more time than both comparisons take.
 */
import type { FeatureRows } from './features.js'

/** Hash bits for tables of features that are to be packed: the first of them tell the bucket, the last eight of them are the tag. */
export const packedBits = 25
/** So many bits of the tag at least are not told by the bucket already. */
const leastTagBits = 6
const mostBucketBits = 19
const largestNumber = 2047

/** What a table has for each of its keys: `width` weights, the first of them 0. */
export interface WeightRows {
  readonly bits: number
  readonly width: number
  /** Ascending. */
  readonly keys: Int32Array
  readonly weights: Float32Array
}

export class PackedWeights {
  /** What one unit of a sum is worth. */
  readonly unit: number
  private readonly slots: Int32Array
  private readonly shift: number
  private readonly tagShift: number

  /** Of features that find their bucket full those with the smallest weights are left out. */
  constructor(rows: WeightRows) {
    const { bits, width, keys } = rows
    if (bits > 32 || bits < 16 || width < 2 || width > 3)
      throw new RangeError(`weights of ${bits} bits and ${width} labels cannot be packed`)
    const bucketBits = Math.min(mostBucketBits, bits - leastTagBits, Math.ceil(Math.log2(keys.length + 2)) + 1)
    this.shift = 31 - bucketBits
    this.tagShift = 32 - bits
    this.slots = new Int32Array(2 ** (bucketBits + 1))
    let most = 0
    for (let row = 0; row < keys.length; row++) most = Math.max(most, sizeOf(rows, row))
    this.unit = most === 0 ? 1 : most / largestNumber
    const bucketOf = (row: number): number => (keys[row] as number) >>> (bits - bucketBits)
    for (let row = 0; row < keys.length; ) {
      let end = row + 1
      while (end < keys.length && bucketOf(end) === bucketOf(row)) end++
      const slot = 2 * bucketOf(row)
      const first = end === row + 1 ? row : largest(rows, row, end, -1)
      this.slots[slot] = this.pack(rows, first)
      const second = end === row + 1 ? -1 : largest(rows, row, end, first)
      if (second >= 0) this.slots[slot + 1] = this.pack(rows, second)
      row = end
    }
  }

  private pack({ width, keys, weights }: WeightRows, row: number): number {
    const first = Math.round((weights[row * width + 1] as number) / this.unit)
    const second = width < 3 ? 0 : Math.round((weights[row * width + 2] as number) / this.unit)
    return (first << 20) | ((second & 0xfff) << 8) | ((keys[row] as number) & 0xff)
  }

  /**
   * The sums of every row of `features`, two numbers a row: of the second label over the first, of the third over it, both in units.
   *
   * All features are looked up before any is added: without the ends of rows between them, at which a processor guesses wrongly, it waits
   * for many readings of memory at once.
   */
  sumRows({ hashes, starts, rows, size }: FeatureRows, sums: Int32Array): void {
    if (found.length < size) found = new Int32Array(hashes.length)
    this.lookUp(hashes, size, found)
    let i = 0
    for (let row = 0; row < rows; row++) {
      let first = 0
      let second = 0
      for (const to = starts[row + 1] as number; i < to; i++) {
        const taken = found[i] as number
        first += taken >> 20
        second += (taken << 12) >> 20
      }
      sums[2 * row] = first
      sums[2 * row + 1] = second
    }
  }

  private lookUp(hashes: Int32Array, size: number, into: Int32Array): void {
    const slots = this.slots
    const shift = this.shift
    const tagShift = this.tagShift
    const last = slots.length - 2
    for (let i = 0; i < size; i++) {
      const hash = hashes[i] as number
      const bucket = (hash >>> shift) & last
      const tag = (hash >>> tagShift) & 0xff
      const one = slots[bucket] as number
      const other = slots[bucket + 1] as number
      into[i] = (one & ((((one ^ tag) & 0xff) - 1) >> 31)) | (other & ((((other ^ tag) & 0xff) - 1) >> 31))
    }
  }
}

/** What was looked up last. */
let found = new Int32Array(1024)

const sizeOf = ({ width, weights }: WeightRows, row: number): number =>
  Math.max(Math.abs(weights[row * width + 1] ?? 0), width < 3 ? 0 : Math.abs(weights[row * width + 2] ?? 0))

/** Of the rows `from` to `to` (exclusive) the one that counts most and has another tag than row `other`; -1 if there is none. */
function largest(rows: WeightRows, from: number, to: number, other: number): number {
  const taken = other < 0 ? -1 : (rows.keys[other] as number) & 0xff
  let best = -1
  for (let row = from; row < to; row++) {
    if (((rows.keys[row] as number) & 0xff) === taken) continue
    if (best < 0 || sizeOf(rows, row) > sizeOf(rows, best)) best = row
  }
  return best
}
