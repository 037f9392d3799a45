/**
 * Features of a few small numbers each ("a verb, after a noun, in quotation marks"): the weights of all there can be are added up once,
 * when a model is read, so that a position costs one reading of a small table for several features, and no hash.
 *
 * Training takes the same groups apart into features of their own (`FeatureRows.addSmall`), so that what is learned is the same.
 */
import { FeatureRows, grown } from './features.js'
import { PackedWeights, type WeightRows } from './packed.js'

/** Adds the features of one combination of numbers; takes as many of them as the group has. */
export type AddSmall = (rows: FeatureRows, a: number, b: number, c: number, d: number) => void

/** Features of up to four whole numbers, each from 0 to below its size. */
export class SmallFeatures {
  readonly second: number
  readonly third: number
  readonly fourth: number
  /** How many combinations there are. */
  readonly size: number

  /** @param number the place of the group among those of its model */
  constructor(
    readonly number: number,
    [first, second = 1, third = 1, fourth = 1]: readonly number[],
    readonly add: AddSmall
  ) {
    this.second = second
    this.third = third
    this.fourth = fourth
    this.size = (first ?? 1) * second * third * fourth
  }
}

/** For each group, by its number, the sums of all combinations, two numbers each; the last of the group's numbers changes fastest. */
export type SmallSums = readonly Int16Array[]

/** The groups of one model. */
export class SmallGroups {
  private readonly groups: SmallFeatures[] = []

  /** @param sizes one to four */
  define(sizes: readonly number[], add: AddSmall): SmallFeatures {
    const group = new SmallFeatures(this.groups.length, sizes, add)
    this.groups.push(group)
    return group
  }

  sum(weights: PackedWeights): SmallSums {
    return this.groups.map(({ second, third, fourth, size, add }) => {
      const rows = new FeatureRows()
      for (let i = 0; i < size; i++) {
        const ofThird = Math.floor(i / fourth)
        const ofSecond = Math.floor(ofThird / third)
        add(rows, Math.floor(ofSecond / second), ofSecond % second, ofThird % third, i % fourth)
        rows.endRow()
      }
      const sums = new Int32Array(2 * size)
      weights.sumRows(rows, sums)
      return Int16Array.from(sums)
    })
  }
}

/** Weights with which features are scored: those of small numbers are added up, the others are looked up. */
export class SummedWeights {
  readonly packed: PackedWeights
  readonly small: SmallSums
  /** What one unit of a sum is worth. */
  readonly unit: number

  constructor(rows: WeightRows, groups: SmallGroups) {
    this.packed = new PackedWeights(rows)
    this.small = groups.sum(this.packed)
    this.unit = this.packed.unit
  }
}

/** Rows of which only those features are kept whose weights have to be looked up; the others are added at once. */
export class SummedRows {
  private readonly rows = new FeatureRows()
  private sums = new Int32Array(256)
  private first = 0
  private second = 0
  private weights: PackedWeights | null = null
  private small: SmallSums = []

  /** How many rows are finished. */
  get count(): number {
    return this.rows.rows
  }

  /** Empties the rows; what is added from now on is scored with these weights. */
  begin(weights: SummedWeights): void {
    this.weights = weights.packed
    this.small = weights.small
    this.rows.clear()
    this.first = 0
    this.second = 0
  }

  add(hash: number): void {
    this.rows.add(hash)
  }

  addSmall(group: SmallFeatures, a: number, b = 0, c = 0, d = 0): void {
    const table = this.small[group.number] as Int16Array
    const at = 2 * (((a * group.second + b) * group.third + c) * group.fourth + d)
    this.first += table[at] as number
    this.second += table[at + 1] as number
  }

  endRow(): void {
    const at = 2 * this.rows.rows
    if (at + 2 > this.sums.length) this.sums = grown(this.sums)
    this.sums[at] = this.first
    this.sums[at + 1] = this.second
    this.first = 0
    this.second = 0
    this.rows.endRow()
  }

  /** The sums of every row, two numbers a row. */
  sumInto(sums: Int32Array): void {
    this.weights?.sumRows(this.rows, sums)
    for (let i = 2 * this.rows.rows - 1; i >= 0; i--) sums[i] = (sums[i] as number) + (this.sums[i] as number)
  }
}

/** What features are added to: `FeatureRows` to train, `SummedRows` to find. */
export interface FeatureSink {
  add(hash: number): void
  addSmall(group: SmallFeatures, a: number, b?: number, c?: number, d?: number): void
  endRow(): void
}
