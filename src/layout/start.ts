/**
 * Node ids and edges → where each node starts: strewn over a square by a hash of its id, so that the order of nodes does not matter and
 * a node that is added leaves the others where they were; then drawn some rounds to the middle of its neighbours.
 */
import type { Springs } from './forces.js'

const rounds = 4

export function startAt(ids: readonly string[], { from, to }: Springs): [Float64Array, Float64Array] {
  const side = 40 * Math.sqrt(ids.length)
  const hashes = ids.map(hash)
  const xs = Float64Array.from(hashes, (value) => ((value >>> 16) / 65536 - 0.5) * side)
  const ys = Float64Array.from(hashes, (value) => ((value & 65535) / 65536 - 0.5) * side)
  const degree = new Float64Array(ids.length)
  for (const ends of [from, to]) for (const end of ends) degree[end] = (degree[end] ?? 0) + 1
  for (let round = 0; round < rounds; round++) {
    const [sumX, sumY] = [new Float64Array(ids.length), new Float64Array(ids.length)]
    for (let e = 0; e < from.length; e++) {
      const [i, j] = [from[e] ?? 0, to[e] ?? 0]
      sumX[i] = (sumX[i] ?? 0) + (xs[j] ?? 0)
      sumY[i] = (sumY[i] ?? 0) + (ys[j] ?? 0)
      sumX[j] = (sumX[j] ?? 0) + (xs[i] ?? 0)
      sumY[j] = (sumY[j] ?? 0) + (ys[i] ?? 0)
    }
    for (let i = 0; i < ids.length; i++) {
      const count = degree[i] ?? 0
      if (count === 0) continue
      // Half way only, so that two nodes do not change places for ever, and no two fall on one point.
      xs[i] = ((xs[i] ?? 0) + (sumX[i] ?? 0) / count) / 2
      ys[i] = ((ys[i] ?? 0) + (sumY[i] ?? 0) / count) / 2
    }
  }
  return [xs, ys]
}

/** 32 bits of an id, well mixed. */
function hash(id: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < id.length; i++) value = Math.imul(value ^ id.charCodeAt(i), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
