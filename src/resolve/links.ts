/**
 * Claims → the links between them: a later count of the same thing, a denial of what another side says, two that cannot both be
 * true. With restraint: what is not told apart from a coincidence gets no link, a contradiction least of all.
 *
 * Claims meet under keys, as statements do; a link needs the two claims and nothing else, but for the blame that a denier lays on
 * the other side, which is a contradiction only beside the denial.
 */
import type { Claim, ClaimId, ClaimLink, EntityId } from '../model.js'
import { bucketsOf } from './buckets.js'
import {
  blamingSides,
  contrastOf,
  type FoundBlame,
  type FoundDenial,
  matchBlames,
  oppositionOf
} from './contradictions.js'
import { countsOfOneThing } from './counts.js'
import { isDenialOfInvolvement, isName } from './deeds.js'
import { denialOf } from './denials.js'
import { hashText } from './hash.js'
import { sameStory } from './likeness.js'
import { type FoundLink, linkOf, plainLink, sidesIn, sidesOf, type Told } from './linking.js'
import { NumberSet } from './numberSet.js'
import { addTo, groupBy, sortBy, sortedTexts } from './order.js'
import { unitClass } from './people.js'
import type { Proposition } from './propositions.js'
import { weeksOf } from './weeks.js'

export { blamingSides, type FoundBlame, type FoundDenial, matchBlames } from './contradictions.js'
export { type FoundLink, sidesIn, type Told, toldOf } from './linking.js'

/** A key with more claims compares each only with its neighbours in time. */
const crowded = 30

export function linkClaims(claims: readonly Told[]): ReadonlyMap<ClaimId, readonly ClaimLink[]> {
  const ordered = inTime(claims)
  const met = new NumberSet()
  for (const bucket of bucketsOf(ordered.length, (i) => bucketsAt(ordered[i]))) {
    eachCompared(bucket, (earlier, later) => met.add(earlier * ordered.length + later))
  }
  const found: FoundLink[] = []
  const denials: FoundDenial[] = []
  for (const pair of met) {
    const [left, right] = [ordered[Math.floor(pair / ordered.length)], ordered[pair % ordered.length]]
    const link = left === undefined || right === undefined ? null : linkBetween(left, right)
    if (link === null) continue
    found.push(link.link)
    if (link.link.type === 'denies') denials.push(link)
  }
  const deniers = new Map<EntityId, FoundDenial[]>()
  for (const denial of denials) for (const side of sidesIn(denial.by)) addTo(deniers, side, denial)
  const blamers = new Map<EntityId, Told[]>()
  for (const claim of claims) for (const side of blamingSides(claim)) addTo(blamers, side, claim)
  const blames = [...blamers].flatMap(([side, own]) => matchBlames(deniers.get(side) ?? [], own))
  const ofClaim = groupBy(found, (link) => link.from)
  const blamesOf = groupBy(blames, ({ link }) => link.from)
  const ids = sortedTexts([...ofClaim.keys(), ...blamesOf.keys()])
  return new Map(ids.map((id) => [id, mergeLinks(ofClaim.get(id) ?? [], blamesOf.get(id) ?? [])]))
}

function inTime(claims: readonly Told[]): Told[] {
  return sortBy(
    claims,
    (claim) => claim.published,
    (claim) => claim.id
  )
}

function bucketsAt(claim: Told | undefined): number[] {
  return claim === undefined ? [] : linkBuckets(claim)
}

/** The links among the claims under one key. */
export function matchLinks(claims: readonly Told[]): FoundDenial[] {
  const found: FoundDenial[] = []
  eachCompared(inTime(claims), (left, right) => {
    const link = linkBetween(left, right)
    if (link !== null) found.push(link)
  })
  return found
}

/** Which of those under one key, in the order of time, are compared. */
function eachCompared<Each>(bucket: readonly Each[], compare: (earlier: Each, later: Each) => void): void {
  for (const [i, later] of bucket.entries()) {
    for (let j = bucket.length > crowded ? Math.max(0, i - 6) : 0; j < i; j++) {
      const earlier = bucket[j]
      if (earlier !== undefined) compare(earlier, later)
    }
  }
}

function linkBetween(left: Told, right: Told): FoundDenial | null {
  if (left.id === right.id) return null
  const link =
    denialOf(left, right) ??
    denialOf(right, left) ??
    contrastOf(left, right) ??
    updateOf(left, right) ??
    oppositionOf(left, right)
  if (link === null) return null
  return { link, ...(link.from === left.id ? { by: left, on: right } : { by: right, on: left }) }
}

/** A claim with the links that start from it, beside the one that it has within itself. */
export function withLinks(claim: Claim, links: readonly ClaimLink[]): Claim {
  return { ...claim, links: inOrder([...claim.links, ...links]) }
}

/** All links from one claim to others, in order. */
export function mergeLinks(links: readonly FoundLink[], blames: readonly FoundBlame[]): ClaimLink[] {
  const [first] = sortBy(
    blames,
    ({ rank }) => rank[0],
    ({ rank }) => rank[1],
    ({ rank }) => rank[2],
    ({ rank }) => rank[3]
  )
  return inOrder(first === undefined ? links : [...links, first.link])
}

function inOrder(links: readonly ClaimLink[]): ClaimLink[] {
  return sortBy(
    links,
    (link) => link.type,
    (link) => link.to,
    (link) => link.evidence.join(' ')
  ).map(plainLink)
}

/** The keys as numbers, as `claimBuckets`. */
export function linkBuckets(claim: Told): number[] {
  return [...new Set(linkKeys(claim).map((key) => hashText(key)))]
}

/** Under these a claim meets the claims that it may be linked with. */
export function linkKeys(claim: Told): string[] {
  const keys: string[] = []
  for (const each of claim.members) {
    const weeks = weeksOf(each.published)
    for (const count of each.quantities) {
      for (const token of count.of) {
        for (const name of weeks.slice(0, 2)) keys.push(`count ${unitClass(count.unit)} ${token} ${name}`)
      }
    }
    for (const token of each.tokens)
      if (isName(token)) keys.push(...weeks.slice(0, 2).map((name) => `${token} ${name}`))
    if (isDenialOfInvolvement(each)) {
      for (const side of sidesOf(each)) for (const name of weeks) keys.push(`^${side} ${name}`, `@${side} ${name}`)
    }
    for (const id of [each.denied, each.contrary]) if (id !== null) keys.push(`answer ${id}`)
    if (each.isAnswered) keys.push(`answer ${each.id}`)
  }
  return sortedTexts(keys)
}

/** The same source, later, with another figure for the same thing. */
function updateOf(left: Told, right: Told): FoundLink | null {
  const others = right.members.filter(countsSomething)
  if (others.length === 0) return null
  for (const a of left.members.filter(countsSomething)) {
    for (const b of others) {
      const [early, late] = a.published <= b.published ? [a, b] : [b, a]
      if (early.published === late.published || early.published === '') continue
      const counts = countsOfOneThing(early, late)
      if (counts === undefined || !isOneSize(counts[0].number, counts[1].number)) continue
      const sides = new Set(sidesOf(early))
      if (!sidesOf(late).some((side) => sides.has(side)) || !sameStory(a, b)) continue
      const [before, after] = counts
      const reason = `a later count of the same: ${before.number} on ${early.published}, ${after.number} on ${late.published}`
      const [from, to] = late === b ? [right, left] : [left, right]
      return linkOf('updates', from, to, reason, late, early)
    }
  }
  return null
}

function countsSomething({ quantities }: Proposition): boolean {
  return quantities.length > 0
}

/** A count that grows more than tenfold counts something else, or was read wrongly. */
function isOneSize(before: number, after: number): boolean {
  return Math.max(before, after) <= 10 * Math.min(before, after)
}
