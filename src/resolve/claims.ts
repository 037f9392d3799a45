/**
 * Propositions → claims: which statements say the same, each join with its reason.
 *
 * Three steps that a cluster can run apart: keys of each proposition, likely pairs under each key, and one component of
 * pairs after the other made into groups.
 */
import type { Join, StatementId } from '../model.js'
import { bucketsOf } from './buckets.js'
import { findComponents, listsBy } from './components.js'
import { hashText } from './hash.js'
import { type Comparable, likenessOf, scoreOf } from './likeness.js'
import { NumberedPairs } from './numberedPairs.js'
import { NumberSet } from './numberSet.js'
import { groupBy, sortBy, sortedTexts } from './order.js'
import type { Proposition } from './propositions.js'
import { weeksOf } from './weeks.js'
import { weightOf } from './weights.js'

/** Under this two statements stay two claims. */
export const enough = 0.5
/** Who says two things in one article mostly means two things. */
const enoughWithin = 0.7
/** Under this two statements of one article are two claims, whatever a third one has in common with both. */
const apart = 0.15
/** A key with more propositions compares each only with its first few and its neighbours in time. */
const crowded = 40
/** Pairs of so many of its most telling tokens are its keys. */
const telling = 6

export interface Group {
  readonly members: readonly Proposition[]
  readonly joins: readonly Join[]
}

/** The keys under which a proposition meets others that may say the same. */
export function claimKeys(proposition: Proposition): string[] {
  const tokens = sortBy(
    proposition.tokens,
    (token) => -weightOf(token),
    (token) => -token.length,
    (token) => token
  )
  const keys = pairsOf(tokens.slice(0, telling))
  for (const part of proposition.parts) {
    keys.push(
      ...pairsOf(
        sortBy(
          part,
          (token) => -weightOf(token),
          (token) => -token.length,
          (token) => token
        ).slice(0, telling - 2)
      )
    )
  }
  const sides = sortedTexts(proposition.speakers.flatMap((speaker) => [speaker.id, speaker.side]))
  if (tokens.length < 4) for (const token of tokens) for (const side of sides) keys.push(`${side} ${token}`)
  if (proposition.act !== 'assert' && proposition.act !== 'claim') {
    for (const side of sides) keys.push(`${side} ${proposition.act}`)
  }
  // A long statement has more telling words than a short one that says the same: one will do, where the speaker is the same.
  for (const { body } of proposition.speakers) {
    const [week = ''] = weeksOf(proposition.published)
    for (const token of tokens.slice(0, telling - 2)) {
      if (weightOf(token) >= 0.8) keys.push(`${body} ${token} ${week}`)
    }
  }
  for (const quote of proposition.quotes) keys.push(`quote ${quote}`)
  if (proposition.original !== null) keys.push(`sentence ${proposition.original}`)
  return sortedTexts(keys)
}

/** The keys as numbers: propositions meet under these. Two keys that share a number only bring more to be compared. */
export function claimBuckets(proposition: Proposition): number[] {
  return [...new Set(claimKeys(proposition).map((key) => hashText(key)))]
}

function pairsOf(tokens: readonly string[]): string[] {
  const keys: string[] = []
  for (const [i, left] of tokens.entries()) {
    for (const right of tokens.slice(i + 1)) keys.push(left < right ? `${left} ${right}` : `${right} ${left}`)
  }
  return keys
}

export interface ClaimPair<Each extends Comparable = Comparable> {
  readonly a: Each
  readonly b: Each
  readonly score: number
  readonly reason: string
}

/** Likely pairs among the propositions of one key, given in a fixed order, by their places in it. */
export function matchClaims(propositions: readonly Comparable[]): [number, number][] {
  const pairs: [number, number][] = []
  eachCompared([...propositions.keys()], (earlier, later) => {
    const [a, b] = [propositions[earlier], propositions[later]]
    if (a !== undefined && b !== undefined && likelyScore(a, b) !== null) pairs.push([earlier, later])
  })
  return pairs
}

/** What makes a likely pair likely. */
export function likePairOf(a: Comparable, b: Comparable): LikePair {
  return { a, b, score: scoreOf(a, b, areCopies(a, b)) }
}

/** Which of those under one key, given in a fixed order, are compared. */
function eachCompared<Each>(bucket: readonly Each[], compare: (earlier: Each, later: Each) => void): void {
  for (const [i, later] of bucket.entries()) {
    for (let j = 0; j < i; j++) {
      if (bucket.length > crowded && j > 2 && j < i - 3) j = i - 3
      const earlier = bucket[j]
      if (earlier !== undefined) compare(earlier, later)
    }
  }
}

/** Null where they are not likely the same. */
function likelyScore(a: Comparable, b: Comparable): number | null {
  if (a.id === b.id || arePartAndWhole(a, b)) return null
  const score = scoreOf(a, b, areCopies(a, b))
  return score >= leastFor(a, b) ? score : null
}

function leastFor(a: Comparable, b: Comparable): number {
  return a.article === b.article ? enoughWithin : enough
}

/** What is only a part of what another says is not the same, however many words they share. */
function arePartAndWhole(a: Comparable, b: Comparable): boolean {
  return a.inside === b.id || b.inside === a.id
}

function areCopies(a: Comparable, b: Comparable): boolean {
  return a.article !== b.article && a.original !== null && a.original === b.original
}

const denies = 'denies it'

/** All propositions of one article in, or of many: who passes on what stands inside. */
export function relayPairs(propositions: readonly Proposition[]): ClaimPair<Proposition>[] {
  const byId = new Map(propositions.map((each) => [each.id, each]))
  return propositions.flatMap((inner): ClaimPair<Proposition>[] => {
    const outer = inner.inside === null ? undefined : byId.get(inner.inside)
    if (outer !== undefined && inner.isAll) {
      return [{ a: outer, b: inner, score: 1, reason: outer.act === 'deny' ? denies : 'passes it on' }]
    }
    const same = inner.sameWords === null ? undefined : byId.get(inner.sameWords)
    return same === undefined ? [] : [{ a: same, b: inner, score: 1, reason: 'the same words' }]
  })
}

/** A pair by the ids of its two. */
export interface LikePair {
  readonly a: { readonly id: StatementId }
  readonly b: { readonly id: StatementId }
  readonly score: number
  /** Found again where it is left out: of millions of pairs few become joins. */
  readonly reason?: string
}

/**
 * A component of pairs → its groups. Two groups become one where their statements are alike on the average, so that a chain of
 * likenesses does not join what is unlike.
 */
export function mergeClaims(members: readonly Proposition[], pairs: readonly LikePair[]): Group[] {
  if (members.length === 1) return [{ members, joins: [] }]
  const ordered = inOrder(members)
  const numberOf = new Map<StatementId, number>(ordered.map((each, i) => [each.id, i]))
  const number = (each: { readonly id: StatementId }): number => numberOf.get(each.id) ?? 0
  const groups = new Map<number, number[]>(ordered.map((_, i) => [i, [i]]))
  const groupOf = ordered.map((_, i) => i)
  const scores = new Map<number, number>()
  const key = (a: number, b: number): number => (a < b ? a * ordered.length + b : b * ordered.length + a)
  for (const pair of pairs) scores.set(key(number(pair.a), number(pair.b)), pair.score)
  const scoreBetween = (a: number, b: number): number => {
    const known = scores.get(key(a, b))
    if (known !== undefined) return known
    const [left, right] = [ordered[a], ordered[b]]
    if (left === undefined || right === undefined || arePartAndWhole(left, right)) return 0
    const score = scoreOf(left, right, areCopies(left, right))
    scores.set(key(a, b), score)
    return score
  }
  // Who passes something on says it in the same words: of the two, what is more like the others counts.
  const tellings = findComponents(ordered.length)
  for (const pair of pairs)
    if (pair.score === 1 && pair.reason !== denies) tellings.join(number(pair.a), number(pair.b))
  const tellingsIn = (group: readonly number[]): number[][] => [
    ...groupBy(group.slice(0, standIns), (each) => tellings.rootOf(each)).values()
  ]
  const bestOf = (one: readonly number[], other: readonly number[]): number => {
    let best = 0
    for (const a of one) for (const b of other) best = Math.max(best, scoreBetween(a, b))
    return best
  }
  const setApart = (left: readonly number[][], right: readonly number[][]): boolean => {
    const articleOf = ([first = 0]: readonly number[]): string | undefined => ordered[first]?.article
    const own = groupBy(left, articleOf)
    return right.some((other) => (own.get(articleOf(other)) ?? []).some((one) => bestOf(one, other) < apart))
  }
  const reasonBetween = (pair: LikePair): string => {
    const [a, b] = [ordered[number(pair.a)], ordered[number(pair.b)]]
    return a === undefined || b === undefined ? '' : likenessOf(a, b, areCopies(a, b)).reason
  }
  const joins: Join[] = []
  const best = sortBy(
    pairs,
    (pair) => -pair.score,
    (pair) => Math.min(number(pair.a), number(pair.b)),
    (pair) => Math.max(number(pair.a), number(pair.b))
  )
  for (const pair of best) {
    const a = groupOf[number(pair.a)] ?? 0
    const b = groupOf[number(pair.b)] ?? 0
    if (a === b) continue
    const [left, right] = [groups.get(a) ?? [], groups.get(b) ?? []]
    if (pair.score < 1) {
      const [ones, others] = [tellingsIn(left), tellingsIn(right)]
      if (averageOf(ones, others, bestOf) < enough || setApart(ones, others)) continue
    }
    groups.set(Math.min(a, b), [...left, ...right])
    groups.delete(Math.max(a, b))
    for (const each of [...left, ...right]) groupOf[each] = Math.min(a, b)
    joins.push({
      a: pair.a.id,
      b: pair.b.id,
      reason: pair.reason ?? reasonBetween(pair),
      score: Math.round(pair.score * 100) / 100
    })
  }
  const joinsOf = groupBy(joins, (join) => groupOf[numberOf.get(join.a) ?? 0] ?? 0)
  return sortBy(groups, ([first]) => first).map(([first, numbers]) => ({
    members: numbers.flatMap((each) => ordered[each] ?? []),
    joins: joinsOf.get(first) ?? []
  }))
}

/** Of large groups the first few stand for the rest, so that a wire story in a thousand papers stays cheap. */
const standIns = 12

function averageOf(
  left: readonly (readonly number[])[],
  right: readonly (readonly number[])[],
  scoreOf: (one: readonly number[], other: readonly number[]) => number
): number {
  let sum = 0
  for (const one of left) for (const other of right) sum += scoreOf(one, other)
  return sum / Math.max(1, left.length * right.length)
}

export function inOrder<Each extends Pick<Proposition, 'published' | 'id'>>(propositions: Iterable<Each>): Each[] {
  return sortBy(
    propositions,
    (each) => each.published,
    (each) => each.id
  )
}

/** All three steps on one machine. A component's groups are made when they are asked for. */
export function* groupPropositions(propositions: Iterable<Proposition>): Iterable<Group> {
  const ordered = inOrder(propositions)
  const pairs = pairsAmong(ordered)
  const components = findComponents(ordered.length)
  for (let pair = 0; pair < pairs.length; pair++) components.join(pairs.firstOf(pair), pairs.secondOf(pair))
  const membersOf = listsBy(ordered.length, ordered.length, (each) => components.rootOf(each))
  const pairsOf = listsBy(ordered.length, pairs.length, (pair) => components.rootOf(pairs.firstOf(pair)))
  for (let root = 0; root < ordered.length; root++) {
    if (components.rootOf(root) !== root) continue
    const members = membersOf(root).flatMap((each) => ordered[each] ?? [])
    yield* mergeClaims(
      members,
      pairsOf(root).flatMap((pair) => pairAt(pairs, pair, ordered))
    )
  }
}

/** By their numbers. What they met under falls away at its end: it is as much as all else that is held. */
function pairsAmong(ordered: readonly Proposition[]): NumberedPairs {
  const numberOf = new Map<StatementId, number>(ordered.map((each, i) => [each.id, i]))
  const number = (each: { readonly id: StatementId }): number => numberOf.get(each.id) ?? 0
  const pairs = new NumberedPairs()
  const relays = relayPairs(ordered)
  for (const { a, b, score, reason } of relays) pairs.add(number(a), number(b), score, reason)
  const relayed = new Set(relays.map(({ a, b }) => number(a) * ordered.length + number(b)))
  const met = new NumberSet()
  for (const bucket of bucketsOf(ordered.length, (i) => bucketsAt(ordered[i]))) {
    eachCompared(bucket, (earlier, later) => met.add(earlier * ordered.length + later))
  }
  for (const pair of met) {
    const [a, b] = [Math.floor(pair / ordered.length), pair % ordered.length]
    const [left, right] = [ordered[a], ordered[b]]
    if (left === undefined || right === undefined || relayed.has(pair)) continue
    const score = likelyScore(left, right)
    if (score !== null) pairs.add(a, b, score)
  }
  return pairs
}

function bucketsAt(proposition: Proposition | undefined): number[] {
  return proposition === undefined ? [] : claimBuckets(proposition)
}

function pairAt(pairs: NumberedPairs, pair: number, ordered: readonly Proposition[]): LikePair[] {
  const [a, b] = [ordered[pairs.firstOf(pair)], ordered[pairs.secondOf(pair)]]
  const [score, reason] = [pairs.scoreOf(pair), pairs.reasonOf(pair)]
  if (a === undefined || b === undefined) return []
  return [{ a, b, score, ...(reason === '' ? {} : { reason }) }]
}
