/** Seeded pseudo-random numbers for training. Nothing that runs for a reader uses them. */

/** Whole numbers from 0 to 2^32 - 1 (xorshift, Marsaglia 2003); the same seed gives the same numbers. */
export function randomSource(seed: number): () => number {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x6d2b79f5) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

/** The numbers 0 to `count` - 1 in an order that the seed decides (Fisher and Yates). */
export function shuffled(count: number, next: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = next() % (i + 1)
    const kept = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = kept
  }
  return order
}
