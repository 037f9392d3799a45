/**
 * Words and small integers → 32-bit hashes for features. Integer arithmetic only, the same on every machine.
 */

/** FNV-1a over UTF-16 units, then mixed. 0 is kept free for "nothing here". */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return finish(hash) || 1
}

/** A feature of one template: `value` is a hash or a small integer. */
export function hash1(template: number, value: number): number {
  return finish(Math.imul(Math.imul(template, 0x9e3779b1) ^ value, 0x85ebca6b))
}

/** A feature that joins two values of one template; their order counts. */
export function hash2(template: number, first: number, second: number): number {
  const hash = Math.imul(Math.imul(template, 0x9e3779b1) ^ first, 0x85ebca6b)
  return finish(Math.imul((hash ^ (hash >>> 15) ^ second) | 0, 0xc2b2ae35))
}

/** A feature that joins three values of one template; their order counts. */
export function hash3(template: number, first: number, second: number, third: number): number {
  let hash = Math.imul(Math.imul(template, 0x9e3779b1) ^ first, 0x85ebca6b)
  hash = Math.imul((hash ^ (hash >>> 15) ^ second) | 0, 0xc2b2ae35)
  return finish(Math.imul((hash ^ (hash >>> 14) ^ third) | 0, 0x27d4eb2f))
}

/**
 * A feature that joins what a hash stands for with a number below 128. Features that differ in that number only lie side by side in
 * packed weights, so that looking one up brings the others nearer: the number should be what changes most from token to token.
 */
export const beside = (hash: number, small: number): number => hash ^ (small << 14)

function finish(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x7feb352d)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x846ca68b)
  return hash ^ (hash >>> 16)
}
