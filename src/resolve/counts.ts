/** Two counts → are they of one thing, and can both be true? */

import { isSameUnit } from './people.js'
import type { Count } from './propositions.js'
import { stemOf } from './words.js'

const scaleWords = 'hundred thousand million billion percent total number least'
let scales: ReadonlySet<string> | undefined

/** A name is not what is counted: many things happen to one. */
function isName(token: string): boolean {
  return /^[@~^]/.test(token)
}

interface Counted {
  readonly quantities: readonly Count[]
}

/** Two counts of one unit that differ, of the same thing: what else the one's sentence says, the other's says mostly too. */
export function countsOfOneThing(a: Counted, b: Counted): readonly [Count, Count] | undefined {
  scales ??= new Set(scaleWords.split(' ').map(stemOf))
  const known = scales
  for (const before of a.quantities) {
    for (const after of b.quantities) {
      if (!isSameUnit(before.unit, after.unit) || before.number === after.number) continue
      if (Math.min(before.number, after.number) < 2) continue
      if (b.quantities.some((each) => isSameUnit(each.unit, before.unit) && each.number === before.number)) continue
      const of = before.of.filter((token) => after.of.includes(token) && !isName(token) && !known.has(token))
      const least = Math.min(...[before, after].map((each) => each.of.filter((token) => !isName(token)).length))
      if (of.length > 0 && of.length >= least / 2) return [before, after]
    }
  }
  return undefined
}

/** "At least 35" and "more than 110" may both be true, 20 and 70 may not. About a number is within a tenth of it. */
export function excludeEachOther(a: Count, b: Count): boolean {
  const [left, right] = [rangeOf(a), rangeOf(b)]
  return left[1] < right[0] || right[1] < left[0]
}

function rangeOf({ number, bound }: Count): readonly [number, number] {
  if (bound === 'at-least' || bound === 'more-than') return [number, Number.POSITIVE_INFINITY]
  if (bound === 'at-most' || bound === 'less-than') return [Number.NEGATIVE_INFINITY, number]
  return bound === 'about' ? [0.9 * number, 1.1 * number] : [number, number]
}
