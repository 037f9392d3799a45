/** Strings and numbers → 32-bit hashes, the same on every machine. */

/** FNV-1a over UTF-16 code units, then mixed so that all bits matter. */
export function hashText(text: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix(hash)
}

/** A second hash of a hash: MurmurHash3's finaliser. */
export function mix(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

export function hex(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, '0')
}
