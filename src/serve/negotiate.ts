/** What a client accepts → which of our media types it gets (RFC 9110, section 12.5.1). */

interface Range {
  readonly type: string
  readonly quality: number
}

/** Ranges beyond these are not read: no client that means well sends so many. */
const mostRanges = 100

/**
 * The offered type with the highest quality, the earlier one among equals; null where the client takes none of them. Without a header
 * the first.
 *
 * @example negotiate('text/turtle;q=0.5, text/csv', ['text/turtle', 'text/csv']) // 'text/csv'
 */
export function negotiate(accept: string | undefined, offered: readonly string[]): string | null {
  const ranges = readRanges(accept ?? '*/*')
  let best: string | null = null
  let highest = 0
  for (const type of offered) {
    const quality = qualityOf(type, ranges)
    if (quality <= highest) continue
    best = type
    highest = quality
  }
  return best
}

function readRanges(accept: string): Range[] {
  const ranges = accept
    .split(',', mostRanges)
    .map((part) => {
      const [type = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase())
      const given = parameters.find((each) => /^q\s*=/.test(each))?.replace(/^q\s*=\s*/, '')
      return { type, quality: given === undefined ? 1 : readQuality(given) }
    })
    .filter(({ type }) => type !== '')
  return ranges.length === 0 ? [{ type: '*/*', quality: 1 }] : ranges
}

/** A quality that is none counts as refused. */
function readQuality(text: string): number {
  return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(text) ? Number(text) : 0
}

/** The most specific range decides, whatever its quality. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const family = `${type.slice(0, type.indexOf('/'))}/*`
  for (const wanted of [type, family, '*/*']) {
    const found = ranges.filter((range) => range.type === wanted)
    if (found.length > 0) return Math.max(...found.map(({ quality }) => quality))
  }
  return 0
}
