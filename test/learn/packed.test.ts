import { describe, expect, it } from 'vitest'
import {
  bestPath,
  FeatureRows,
  findMarginals,
  hash2,
  PackedWeights,
  packedBits,
  randomSource,
  ThreeLabels
} from '../../src/learn/index.js'

const next = randomSource(5)
const between = (low: number, high: number): number => low + ((high - low) * next()) / 2 ** 32

describe('packed weights', () => {
  const hashes = Array.from({ length: 500 }, (_, i) => hash2(3, i, 7))
  const keyOf = (hash: number): number => hash >>> (32 - packedBits)
  const keys = Int32Array.from(hashes.map(keyOf).sort((a, b) => a - b))
  const weights = new Float32Array(3 * keys.length).map((_, i) => (i % 3 === 0 ? 0 : between(-4, 4)))
  const packed = new PackedWeights({ bits: packedBits, width: 3, keys, weights })
  const sumsOf = (own: readonly number[]): [number, number] => {
    const rows = new FeatureRows()
    for (const hash of own) rows.add(hash)
    rows.endRow()
    const sums = new Int32Array(2)
    packed.sumRows(rows, sums)
    return [(sums[0] ?? 0) * packed.unit, (sums[1] ?? 0) * packed.unit]
  }

  it('give nearly the weights that they were made of', () => {
    const wrong = hashes.filter((hash) => {
      const row = keys.indexOf(keyOf(hash))
      const [first, second] = sumsOf([hash])
      return (
        Math.abs(first - (weights[3 * row + 1] ?? 0)) > 0.01 || Math.abs(second - (weights[3 * row + 2] ?? 0)) > 0.01
      )
    })
    // Features that share a bucket with two others are left out, or have the tag of another.
    expect(wrong.length).toBeLessThan(25)
  })

  it('add up, and know nothing of other features', () => {
    const [one, other] = [sumsOf(hashes.slice(0, 1)), sumsOf(hashes.slice(1, 2))]
    expect(sumsOf(hashes.slice(0, 2))[0]).toBeCloseTo(one[0] + other[0], 6)
    const unknown = Array.from({ length: 1000 }, (_, i) => hash2(4, i, 1)).filter((hash) => sumsOf([hash])[0] !== 0)
    expect(unknown.length).toBeLessThan(10)
  })

  it('lose few of a quarter of a million features', () => {
    const all = [...new Set(Array.from({ length: 250_000 }, (_, i) => keyOf(hash2(9, i, 2))))].sort((a, b) => a - b)
    const table = new PackedWeights({
      bits: packedBits,
      width: 2,
      keys: Int32Array.from(all),
      weights: new Float32Array(2 * all.length + 2).map((_, i) => (i % 2 === 0 ? 0 : 1))
    })
    const rows = new FeatureRows()
    for (const key of all) rows.add(key << (32 - packedBits))
    rows.endRow()
    const sums = new Int32Array(2)
    table.sumRows(rows, sums)
    expect(Math.abs((sums[0] ?? 0) * table.unit - all.length)).toBeLessThan(0.03 * all.length)
  })

  it('refuse tables with too few bits or too many labels', () => {
    expect(() => new PackedWeights({ bits: 12, width: 3, keys, weights })).toThrow('cannot be packed')
    expect(() => new PackedWeights({ bits: packedBits, width: 9, keys, weights })).toThrow('cannot be packed')
  })
})

describe('a chain of three labels', () => {
  const length = 40
  const chain = new ThreeLabels()
  chain.reset(length)
  const nodes = new Float64Array(3 * length).map((_, i) => (i % 3 === 0 ? 0 : between(-3, 3)))
  const edges = new Float64Array(9 * length).map(() => between(-2, 2))
  // At one position only the first label is allowed.
  nodes.fill(Number.NEGATIVE_INFINITY, 3 * 7 + 1, 3 * 8)
  chain.nodes.set(nodes)
  chain.steps.set(edges)
  chain.stepWeights.set(edges.map(Math.exp))
  const scores = { length, labels: 3, nodes, edges }

  it('has the probabilities that a conditional random field of any size has', () => {
    const logSum = chain.findProbabilities()
    const expected = findMarginals(scores)
    expect(logSum).toBeCloseTo(expected.logSum, 9)
    for (let i = 0; i < 3 * length; i++) expect(chain.probabilities[i]).toBeCloseTo(expected.nodes[i] ?? 0, 9)
  })

  it('has the same best path', () => {
    const path = new Uint8Array(length)
    chain.findBest(path)
    expect([...path]).toEqual([...bestPath(scores)])
  })
})
