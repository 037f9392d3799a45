/** Propositions → claims: which statements say the same, each join with its reason. */
import type { Join, StatementId } from '../model.js'
import { findComponents } from './components.js'
import { hashText } from './hash.js'
import { addTo, groupBy, sortBy, sortedTexts } from './order.js'
import type { Proposition } from './propositions.js'

/** Under this two statements stay two claims. */
const enough = 0.5
/** A bucket with more statements compares each only with its first few and its neighbours. */
const crowded = 40

export interface Group {
  readonly members: readonly Proposition[]
  readonly joins: readonly Join[]
}

/** Two of its longest stems: who shares two rare words may say the same. */
export function claimKeys(proposition: Proposition): string[] {
  const stems = sortBy(
    proposition.stems,
    (stem) => -stem.length,
    (stem) => stem
  ).slice(0, 6)
  const keys: string[] = []
  for (let i = 0; i < stems.length; i++) {
    for (let j = i + 1; j < stems.length; j++) keys.push(sortedTexts([stems[i] ?? '', stems[j] ?? '']).join(' '))
  }
  if (stems.length === 1) keys.push(`${stems[0]} ${proposition.speakers.join(' ')}`)
  return keys
}

export function likenessOf(a: Proposition, b: Proposition): { score: number; reason: string } {
  let shared = 0
  for (const stem of a.stems) if (b.stems.has(stem)) shared++
  const least = Math.max(1, Math.min(a.stems.size, b.stems.size))
  const dice = (2 * shared) / Math.max(1, a.stems.size + b.stems.size)
  const speaker = a.speakers.some((each) => b.speakers.includes(each))
  const sameNumbers = a.numbers.size === 0 || b.numbers.size === 0 || [...a.numbers].some((each) => b.numbers.has(each))
  const score = (0.6 * dice + 0.4 * (shared / least)) * (speaker ? 1 : 0.85) * (sameNumbers ? 1 : 0.4)
  return { score, reason: `${shared} words in common${speaker ? ', same speaker' : ''}` }
}

export function groupPropositions(propositions: readonly Proposition[]): Group[] {
  const ordered = sortBy(
    propositions,
    (each) => each.published,
    (each) => each.id
  )
  const numberOf = new Map<StatementId, number>(ordered.map((each, i) => [each.id, i]))
  const components = findComponents(ordered.length)
  const joins: Join[] = []
  const join = (a: number, b: number, reason: string, score: number): void => {
    const left = ordered[a]
    const right = ordered[b]
    if (left === undefined || right === undefined) return
    if (components.rootOf(a) === components.rootOf(b)) return
    components.join(a, b)
    joins.push({ a: left.id, b: right.id, reason, score: Math.round(score * 100) / 100 })
  }
  ordered.forEach((each, i) => {
    const outer = each.statement.inside === null ? undefined : numberOf.get(each.statement.inside)
    const holder = outer === undefined ? undefined : ordered[outer]
    if (outer !== undefined && holder !== undefined && relays(holder, each)) join(outer, i, 'passes it on', 1)
  })
  const buckets = new Map<number, number[]>()
  ordered.forEach((each, i) => {
    for (const key of claimKeys(each)) addTo(buckets, hashText(key), i)
  })
  const candidates: { a: number; b: number; score: number; reason: string }[] = []
  const seen = new Set<number>()
  for (const bucket of buckets.values()) {
    for (let i = 1; i < bucket.length; i++) {
      for (let j = 0; j < i; j++) {
        if (bucket.length > crowded && j > 2 && j < i - 3) continue
        const a = bucket[j] ?? 0
        const b = bucket[i] ?? 0
        const key = a * ordered.length + b
        if (a === b || seen.has(key)) continue
        seen.add(key)
        const left = ordered[a]
        const right = ordered[b]
        if (left === undefined || right === undefined) continue
        const found = likenessOf(left, right)
        if (found.score >= enough) candidates.push({ a, b, ...found })
      }
    }
  }
  for (const found of sortBy(
    candidates,
    (each) => -each.score,
    (each) => each.a,
    (each) => each.b
  )) {
    join(found.a, found.b, found.reason, found.score)
  }
  const groups = groupBy(ordered, (each) => components.rootOf(numberOf.get(each.id) ?? 0))
  const joinsOf = groupBy(joins, (each) => components.rootOf(numberOf.get(each.a) ?? 0))
  return sortBy(groups, ([root]) => root).map(([root, members]) => ({ members, joins: joinsOf.get(root) ?? [] }))
}

/** Is the whole of the inner statement what the outer one says? */
function relays(outer: Proposition, inner: Proposition): boolean {
  const start = Math.min(
    ...[...inner.statement.content, ...inner.statement.cue, ...inner.statement.source].map((span) => span.start)
  )
  const end = Math.max(...[...inner.statement.content, ...inner.statement.cue].map((span) => span.end))
  const from = Math.min(...outer.statement.content.map((span) => span.start))
  const to = Math.max(...outer.statement.content.map((span) => span.end))
  return end - start >= 0.7 * (to - from)
}
