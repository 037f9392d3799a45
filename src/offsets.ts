/**
 * UTF-16 offsets to Unicode code points and back, for one text. The only place that converts between them.
 *
 * A lone surrogate is one code point, as it is for JavaScript's string iterator (and for Python reading the same file
 * with `surrogatepass`).
 */

export interface OffsetMap {
  /** UTF-16 index → code point index. An index inside a surrogate pair counts as its start. */
  toCodePoint(index: number): number
  /** Code point index → UTF-16 index. */
  toUtf16(index: number): number
}

const identity: OffsetMap = { toCodePoint: (index) => index, toUtf16: (index) => index }

/**
 * The map for one text; costs one pass, and memory only per astral character.
 *
 * @example mapOffsets('😀a').toCodePoint(2) // 1
 */
export function mapOffsets(text: string): OffsetMap {
  const pairs = findPairs(text)
  if (pairs.length === 0) return identity
  return {
    toCodePoint: (index) => index - countBelow(pairs, index, 0),
    // The n-th pair starts at code point pairs[n] - n, so that a pair lies wholly before `index` once that is smaller.
    toUtf16: (index) => index + countBelow(pairs, index, 1)
  }
}

function findPairs(text: string): number[] {
  const pairs: number[] = []
  for (let i = 0; i + 1 < text.length; i++) {
    const high = text.charCodeAt(i)
    if (high < 0xd800 || high > 0xdbff) continue
    const low = text.charCodeAt(i + 1)
    if (low < 0xdc00 || low > 0xdfff) continue
    pairs.push(i)
    i++
  }
  return pairs
}

/** How many pairs start before `index`, where the n-th counts as lying at `pairs[n] - shift * n`. */
function countBelow(pairs: readonly number[], index: number, shift: 0 | 1): number {
  let low = 0
  let high = pairs.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((pairs[middle] ?? 0) - shift * middle < index) low = middle + 1
    else high = middle
  }
  return low
}
