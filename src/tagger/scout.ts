/**
 * A page → the few stretches in which cues can be: a small model looks at every word first, so that the larger one that finds the cues
 * need only look at one word in five. Far more pass than are cues.
 */
import { beside, type FeatureSink, hash1, hash2, SmallGroups, SummedRows, type SummedWeights } from '../learn/index.js'
import type { Page } from './page.js'
import { kinds, levelParts, partsOfSpeech } from './sizes.js'
import type { TokenSpan } from './window.js'

/** How much the scout lets pass. */
export interface Scouting {
  /** Words of lemmas with a lower prior, 0 apart, which says nothing, are not asked. */
  readonly leastPrior: number
  /** Words whose log odds of being a part of a cue are lower are not looked at further. */
  readonly leastOdds: number
}

/**
 * What is learned from is more than what is looked at later: a tagger that has seen no more than the likeliest words is worse at these.
 * Half of all words have a prior of 1 or 2, and with them one cue in four hundred is lost.
 */
export const learning: Scouting = { leastPrior: 0, leastOdds: -3.3 }
export const finding: Scouting = { leastPrior: 3, leastOdds: -3 }

export const smallScout = new SmallGroups()
const always = smallScout.define([1], (rows) => rows.add(hash1(1, 0)))
const levelAlone = smallScout.define([levelParts], (rows, levelPart) => rows.add(hash1(7, levelPart)))
const levelQuoted = smallScout.define([levelParts, 2], (rows, levelPart, quoted) =>
  rows.add(beside(hash1(10, levelPart), quoted))
)
const kindPart = smallScout.define([kinds, partsOfSpeech], (rows, kind, p) => rows.add(beside(hash1(11, kind), p)))

/** One row. */
export function addScoutRow(page: Page, i: number, rows: FeatureSink): void {
  const { lemma, pos, suffix, prior, sense, quote, sentenceFrom, sentenceTo } = page
  const l = lemma[i] as number
  const p = pos[i] as number
  const first = i === sentenceFrom[i]
  const last = i + 1 === sentenceTo[i]
  const l1 = first ? 0 : (lemma[i - 1] as number)
  const p1 = first ? 0 : (pos[i - 1] as number)
  const r1 = last ? 0 : (lemma[i + 1] as number)
  const q1 = last ? 0 : (pos[i + 1] as number)
  const before = first ? 0 : (prior[i - 1] as number)
  const after = last ? 0 : (prior[i + 1] as number)
  const levelPart = ((prior[i] as number) << 5) | p
  rows.addSmall(always, 0)
  rows.add(beside(hash1(2, l), p))
  rows.add(beside(hash1(3, l), p1))
  rows.add(beside(hash1(4, l), q1))
  rows.add(hash2(5, l1, l))
  rows.add(hash2(6, l, r1))
  rows.addSmall(levelAlone, levelPart)
  rows.add(beside(hash2(8, levelPart, p1), q1))
  rows.add(beside(hash2(9, levelPart, before), after))
  rows.addSmall(levelQuoted, levelPart, (quote[i] as number) > 0 ? 1 : 0)
  rows.addSmall(kindPart, (sense[i] as number) & 63, p)
  rows.add(beside(hash1(12, suffix[i] as number), p))
  rows.endRow()
}

/** Runs of likely words in a stretch of a page; a single unlikely word between two likely ones is taken along. */
export function findLikely(odds: Float64Array, leastOdds: number, { from, to }: TokenSpan): TokenSpan[] {
  const found: TokenSpan[] = []
  let first = -1
  let last = -1
  for (let i = from; i < to; i++) {
    if ((odds[i] as number) < leastOdds) continue
    if (first < 0 || i - last > 2) {
      if (first >= 0) found.push({ from: first, to: last + 1 })
      first = i
    }
    last = i
  }
  if (first >= 0) found.push({ from: first, to: last + 1 })
  return found
}

const atOnce = 512
const rows = new SummedRows()
const asked = new Int32Array(atOnce)
const sums = new Int32Array(2 * atOnce)

/** For each token the log odds that it is a part of a cue; -Infinity for those that are not asked. */
export function scoutOdds(page: Page, scout: SummedWeights, { leastPrior }: Scouting): Float64Array {
  const { prior, length } = page
  const odds = new Float64Array(length).fill(Number.NEGATIVE_INFINITY)
  for (let next = 0; next < length; ) {
    rows.begin(scout)
    for (; next < length && rows.count < atOnce; next++) {
      if ((prior[next] as number) > 0 && (prior[next] as number) < leastPrior) continue
      asked[rows.count] = next
      addScoutRow(page, next, rows)
    }
    rows.sumInto(sums)
    for (let row = 0; row < rows.count; row++) odds[asked[row] as number] = (sums[2 * row] as number) * scout.unit
  }
  return odds
}
