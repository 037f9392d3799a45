/**
 * Names that were found against annotated ones → precision, recall and F1 of spans, boundaries and types, and B-cubed of what was
 * taken for one: the same figures as `score_entities.py`. All offsets are code points.
 */
import { type Figure, figure } from './attributions.js'

export type NameType = 'person' | 'organization' | 'place' | 'other'

export interface AnnotatedName {
  readonly start: number
  readonly end: number
  readonly type: NameType
  /** Which names of the article mean the same; null where nobody said. */
  readonly cluster: string | null
  /** Inside another name: neither right nor wrong. */
  readonly nested: boolean
}

/** A mention as records have it. */
export interface FoundName {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly entity: string
}

export interface NamedArticle {
  readonly doc: string
  readonly text: string
  readonly gold: readonly AnnotatedName[]
  readonly predicted: readonly FoundName[]
}

export interface NameError {
  readonly kind: 'missed' | 'spurious' | 'type'
  readonly doc: string
  readonly start: number
  readonly end: number
  /** What the annotation says, or for a spurious one what was found. */
  readonly type: string
  readonly found?: string
}

export interface NamesResult {
  readonly gold: number
  readonly predicted: number
  readonly span: Figure
  readonly exact: Figure
  readonly typed: Figure
  /** Share of the annotated names of a type that were found with it. */
  readonly recall: readonly { readonly type: NameType; readonly of: number; readonly share: number }[]
  readonly bCubed: Figure
  readonly errors: readonly NameError[]
}

/** Types of records → those of the annotation; others cannot be measured. */
const comparable: ReadonlyMap<string, NameType> = new Map([
  ['person', 'person'],
  ['organization', 'organization'],
  ['armedgroup', 'organization'],
  ['governmentbody', 'organization'],
  ['outlet', 'organization'],
  ['place', 'place']
])

const measured: readonly NameType[] = ['person', 'organization', 'place']

/** @param across whether one entity must have one id in all articles and not only within each */
export function scoreNames(articles: readonly NamedArticle[], { across = false } = {}): NamesResult {
  const counts = { gold: 0, predicted: 0, found: 0, exact: 0, typed: 0 }
  const ofType = new Map(measured.map((type) => [type, { all: 0, typed: 0 }]))
  const errors: NameError[] = []
  const linked: (readonly [string, string])[][] = []
  for (const { doc, text, gold, predicted } of articles) {
    const characters = [...text]
    const names = gold.filter((name) => !name.nested && name.type !== 'other')
    const found = predicted.filter((each) => comparable.has(each.type))
    const used = new Set<number>()
    const pairs: (readonly [string, string])[] = []
    for (const name of names) {
      counts.gold++
      const tally = ofType.get(name.type)
      if (tally) tally.all++
      const at = nearest(name, found, used)
      const match = found[at]
      if (match === undefined) {
        errors.push({ kind: 'missed', doc, start: name.start, end: name.end, type: name.type })
        continue
      }
      used.add(at)
      counts.found++
      if (match.start === name.start && match.end === name.end) counts.exact++
      if (comparable.get(match.type) === name.type) {
        counts.typed++
        if (tally) tally.typed++
      } else errors.push({ kind: 'type', doc, start: name.start, end: name.end, type: name.type, found: match.type })
      pairs.push([`${name.cluster}`, match.entity])
    }
    for (const [at, each] of found.entries()) {
      if (used.has(at)) counts.predicted++
      else if (!gold.some((name) => each.start < name.end && name.start < each.end)) {
        if (!characters.slice(each.start, each.end).some((character) => /\p{Lu}/u.test(character))) continue
        counts.predicted++
        errors.push({ kind: 'spurious', doc, start: each.start, end: each.end, type: each.type })
      }
    }
    linked.push(pairs)
  }
  const of = (right: number): Figure => figure(right, counts.predicted, counts.gold)
  return {
    gold: counts.gold,
    predicted: counts.predicted,
    span: of(counts.found),
    exact: of(counts.exact),
    typed: of(counts.typed),
    recall: measured.flatMap((type) => {
      const { all, typed } = ofType.get(type) ?? { all: 0, typed: 0 }
      return all === 0 ? [] : [{ type, of: all, share: typed / all }]
    }),
    bCubed: bCubed(across ? [linked.flat()] : linked),
    errors
  }
}

/** The number of the unused mention that shares most with a name, or -1. */
function nearest(name: AnnotatedName, found: readonly FoundName[], used: ReadonlySet<number>): number {
  let best = -1
  let most = 0
  for (const [at, each] of found.entries()) {
    const both = Math.min(each.end, name.end) - Math.max(each.start, name.start)
    if (both > most && !used.has(at)) {
      best = at
      most = both
    }
  }
  return best
}

/** Amit Bagga and Breck Baldwin 1998; each group of pairs [annotated, found] by itself, every pair counts alike. */
function bCubed(groups: readonly (readonly (readonly [string, string])[])[]): Figure {
  let precision = 0
  let recall = 0
  let count = 0
  for (const pairs of groups) {
    const inGold = tally(pairs.map(([gold]) => gold))
    const inFound = tally(pairs.map(([, found]) => found))
    const inBoth = tally(pairs.map((pair) => JSON.stringify(pair)))
    for (const pair of pairs) {
      const both = inBoth.get(JSON.stringify(pair)) ?? 0
      precision += both / (inFound.get(pair[1]) ?? 1)
      recall += both / (inGold.get(pair[0]) ?? 1)
      count++
    }
  }
  if (count === 0) return { precision: 0, recall: 0, f1: 0 }
  precision /= count
  recall /= count
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
