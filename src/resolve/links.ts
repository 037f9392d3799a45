/**
 * Claims → the links between them: a later count of the same thing, a denial of what another side says, two that cannot both be
 * true. With restraint: what is not told apart from a coincidence gets no link, a contradiction least of all.
 *
 * Claims meet under keys, as statements do; a link needs the two claims and nothing else, but for the blame that a denier lays on
 * the other side, which is a contradiction only beside the denial.
 */
import type { ClaimId, ClaimLink, EntityId, LinkType, StatementId } from '../model.js'
import { hashText } from './hash.js'
import { commonTokens, evidenceOf } from './likeness.js'
import { oppositeIn } from './opposites.js'
import { addTo, groupBy, sortBy, sortedTexts } from './order.js'
import type { Count, Proposition } from './propositions.js'
import { weightOf } from './weights.js'

export interface Told {
  readonly id: ClaimId
  readonly members: readonly Proposition[]
}

interface FoundLink extends ClaimLink {
  readonly from: ClaimId
}

/** A key with more claims compares each only with its neighbours in time. */
const crowded = 30
const week = 7 * 24 * 60 * 60 * 1000

export function linkClaims(claims: readonly Told[]): ReadonlyMap<ClaimId, readonly ClaimLink[]> {
  const ordered = sortBy(
    claims,
    (claim) => firstOf(claim)?.published ?? '',
    (claim) => claim.id
  )
  const buckets = new Map<number, Told[]>()
  for (const claim of ordered) for (const key of linkKeys(claim)) addTo(buckets, hashText(key), claim)
  const deedsOf = deniedDeeds(ordered)
  const found: FoundLink[] = []
  const denials: FoundLink[] = []
  const seen = new Set<string>()
  for (const bucket of buckets.values()) {
    for (const [i, right] of bucket.entries()) {
      for (const left of bucket.slice(bucket.length > crowded ? Math.max(0, i - 6) : 0, i)) {
        const pair = `${left.id} ${right.id}`
        if (left.id === right.id || seen.has(pair)) continue
        seen.add(pair)
        const denied = denialOf(left, right, deedsOf) ?? denialOf(right, left, deedsOf)
        if (denied !== null) denials.push(denied)
        const link = denied ?? contrastOf(left, right) ?? updateOf(left, right) ?? oppositionOf(left, right)
        if (link !== null) found.push(link)
      }
    }
  }
  found.push(...counterBlames(denials, ordered))
  const links = new Map<ClaimId, ClaimLink[]>()
  for (const [from, own] of groupBy(found, (link) => link.from)) {
    const sorted = sortBy(
      own,
      (link) => link.type,
      (link) => link.to
    )
    links.set(
      from,
      sorted.map(({ type, to, reason, evidence }) => ({ type, to, reason, evidence }))
    )
  }
  return links
}

function firstOf(claim: Told): Proposition | undefined {
  return claim.members[0]
}

/** Under these a claim meets the claims that it may be linked with. */
export function linkKeys(claim: Told): string[] {
  const keys: string[] = []
  for (const each of claim.members) {
    const weeks = weeksOf(each.published)
    for (const count of each.quantities) {
      for (const token of count.of) {
        for (const name of weeks.slice(0, 2)) keys.push(`count ${count.unit} ${token} ${name}`)
      }
    }
    for (const token of each.tokens)
      if (isName(token)) keys.push(...weeks.slice(0, 2).map((name) => `${token} ${name}`))
    if (isDenialOfInvolvement(each)) {
      for (const side of sidesOf(each)) for (const name of weeks) keys.push(`^${side} ${name}`, `@${side} ${name}`)
    }
    if (each.against !== null) keys.push(`against ${each.against}`)
    keys.push(`against ${each.id}`)
  }
  return sortedTexts(keys)
}

/** Its week and the next, so that claims of neighbouring weeks meet; then the one before. */
function weeksOf(published: string): string[] {
  const time = Date.parse(published)
  if (published === '' || !Number.isFinite(time)) return ['undated']
  const number = Math.floor(time / week)
  return [number, number + 1, number - 1].map(String)
}

function isName(token: string): boolean {
  return /^[@~^]/.test(token)
}

function sidesOf(each: Proposition): EntityId[] {
  return sortedTexts(each.speakers.flatMap((speaker) => (speaker.named ? [speaker.side] : [])))
}

function sidesIn(claim: Told): ReadonlySet<EntityId> {
  return new Set(claim.members.flatMap(sidesOf))
}

function linkOf(type: LinkType, from: Told, to: Told, reason: string, by: Proposition, on: Proposition): FoundLink {
  return { from: from.id, type, to: to.id, reason, evidence: [by.id, on.id] }
}

/** Do the two tell of one thing at one time, as far as the articles' names and dates show? */
function sameStory(a: Proposition, b: Proposition): boolean {
  if (a.article === b.article) return true
  const { company, contained, apart } = evidenceOf(a, b, false)
  return (company >= 0.3 || contained >= 0.5) && apart <= 0.5
}

/** "A said …, although B said …": the article itself puts one against the other. */
function contrastOf(left: Told, right: Told): FoundLink | null {
  for (const [one, other] of [
    [left, right],
    [right, left]
  ] as const) {
    for (const b of one.members) {
      const a = other.members.find((each) => each.id === b.against)
      if (a === undefined || a.act === 'deny' || b.act === 'deny' || b.act === 'cannot-verify') continue
      const sides = new Set(a.speakers.map((speaker) => speaker.side))
      if (b.speakers.length === 0 || sides.size === 0 || b.speakers.some((speaker) => sides.has(speaker.side))) continue
      // Mostly it only adds: a contradiction says the contrary of a common thing.
      const contrary = a.negative !== b.negative || oppositeIn(a.tokens, b.tokens) !== undefined
      if (!contrary || commonTokens(a.tokens, b.tokens).length === 0) continue
      return linkOf('contradicts', one, other, 'the article puts one against the other', b, a)
    }
  }
  return null
}

/** The same source, later, with another figure for the same thing. */
function updateOf(left: Told, right: Told): FoundLink | null {
  for (const a of left.members) {
    for (const b of right.members) {
      const [early, late] = a.published <= b.published ? [a, b] : [b, a]
      if (early.published === late.published || early.published === '' || !sameStory(a, b)) continue
      const sides = new Set(sidesOf(early))
      if (!sidesOf(late).some((side) => sides.has(side))) continue
      const counts = countsOfOneThing(early, late)
      if (counts === undefined) continue
      const [before, after] = counts
      const reason = `a later count of the same: ${before.number} on ${early.published}, ${after.number} on ${late.published}`
      const [from, to] = late === b ? [right, left] : [left, right]
      return linkOf('updates', from, to, reason, late, early)
    }
  }
  return null
}

/** Two counts of one unit that differ, of the same thing: what else the one's sentence says, the other's says mostly too. */
function countsOfOneThing(a: Proposition, b: Proposition): readonly [Count, Count] | undefined {
  for (const before of a.quantities) {
    for (const after of b.quantities) {
      if (before.unit !== after.unit || before.number === after.number || Math.min(before.number, after.number) < 2)
        continue
      if (b.quantities.some((each) => each.unit === before.unit && each.number === before.number)) continue
      const of = before.of.filter((token) => after.of.includes(token) && !isName(token) && !scales.has(token))
      const least = Math.min(...[before, after].map((each) => each.of.filter((token) => !isName(token)).length))
      if (of.length > 0 && of.length >= least / 2) return [before, after]
    }
  }
  return undefined
}

const scales = new Set(['hundr', 'thousand', 'million', 'billion', 'percent', 'total', 'number', 'least'])

/** Denials of having had a part in something, whoever says they had. */
function isDenialOfInvolvement(each: Proposition): boolean {
  return each.act === 'deny' && each.tokens.includes('involve') && each.speakers.length > 0
}

/** `by` denies its side's part in a deed that `on`, of another side, lays on it. */
function denialOf(by: Told, on: Told, denied: ReadonlyMap<StatementId, readonly string[]>): FoundLink | null {
  const passedOn = new Set(on.members.flatMap((each) => each.inside ?? []))
  for (const denial of by.members) {
    if (!isDenialOfInvolvement(denial)) continue
    const own = sidesOf(denial)
    // A denial of little ("any involvement") is of what its sentence or its claim names.
    const deed = denied.get(denial.id) ?? []
    for (const claim of on.members) {
      if (claim.act === 'deny' || passedOn.has(claim.id) || claim.speakers.length === 0) continue
      if (!own.some((side) => claim.doers.includes(`^${side}`) || claim.doers.includes(`@${side}`))) continue
      if (sidesOf(claim).length === 0 || sidesOf(claim).some((side) => own.includes(side))) continue
      const shared = deed.filter((token) => claim.tokens.includes(token))
      if (!shared.some((token) => deeds.has(token)) || shared.length < Math.min(2, deed.length / 2)) continue
      if (!sameStory(denial, claim)) continue
      const reason = `"${denial.text}" is said by the side that it is laid on; in common: ${shared.join(', ')}`
      return linkOf('denies', by, on, reason, denial, claim)
    }
  }
  return null
}

/** What each denial of involvement denies: its own words and those of the statement that its sentence sets it against. */
function deniedDeeds(claims: readonly Told[]): Map<StatementId, readonly string[]> {
  const wanted = new Set<StatementId>()
  const all = claims.flatMap((claim) => claim.members)
  for (const each of all) if (isDenialOfInvolvement(each) && each.against !== null) wanted.add(each.against)
  const tokensOf = new Map(all.flatMap((each) => (wanted.has(each.id) ? [[each.id, each.tokens] as const] : [])))
  const deedsOf = new Map<StatementId, readonly string[]>()
  for (const each of all) {
    if (!isDenialOfInvolvement(each)) continue
    const words = [...each.tokens, ...(each.against === null ? [] : (tokensOf.get(each.against) ?? []))]
    deedsOf.set(
      each.id,
      sortedTexts(words).filter((token) => token !== 'involve' && !isName(token))
    )
  }
  return deedsOf
}

/** What somebody may be accused of. */
const deeds = new Set(
  'attack bomb bribe enter fire fraud hack hit interfer kill leak poison shot steal threat'.split(' ')
)

/** Who denies a deed and lays it on the other side contradicts what he denies: the claim of it that most articles have. */
function counterBlames(denials: readonly FoundLink[], claims: readonly Told[]): FoundLink[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const blames = claims.filter((claim) => claim.members.some(laysBlame))
  const found = new Map<ClaimId, FoundLink>()
  const most = sortBy(
    denials,
    (denial) => -new Set(byId.get(denial.to)?.members.map((each) => each.article)).size,
    (denial) => denial.to,
    (denial) => denial.from
  )
  for (const denial of most) {
    const [by, on] = [byId.get(denial.from), byId.get(denial.to)]
    if (by === undefined || on === undefined) continue
    const accusers = sidesIn(on)
    const deniers = sidesIn(by)
    const target = on.members.find((each) => each.id === denial.evidence[1])
    for (const blame of blames) {
      if (blame.id === on.id || blame.id === by.id || found.has(blame.id) || target === undefined) continue
      const member = blame.members.find(
        (each) =>
          laysBlame(each) &&
          sidesOf(each).some((side) => deniers.has(side)) &&
          [...accusers].some((side) => each.tokens.includes(`^${side}`) || each.tokens.includes(`@${side}`)) &&
          by.members.some((other) => sameStory(each, other))
      )
      if (member !== undefined) {
        found.set(blame.id, linkOf('contradicts', blame, on, 'each side lays it on the other', member, target))
      }
    }
  }
  return [...found.values()]
}

function laysBlame(each: Proposition): boolean {
  return each.act !== 'deny' && each.tokens.includes('involve') && each.tokens.some(isName)
}

/** Two sides say opposite things of the same, in much the same words. */
function oppositionOf(left: Told, right: Told): FoundLink | null {
  for (const a of left.members) {
    for (const b of right.members) {
      if (a.act === 'deny' || b.act === 'deny' || !sameStory(a, b)) continue
      const { otherSide } = evidenceOf(a, b, false)
      const opposite = oppositeIn(a.tokens, b.tokens)
      if (otherSide === 0 || opposite === undefined || a.negative !== b.negative) continue
      const common = commonTokens(a.tokens, b.tokens)
      const sum = (tokens: readonly string[]): number => tokens.reduce((total, token) => total + weightOf(token), 0)
      const rest = Math.min(sum(a.tokens), sum(b.tokens)) - 1
      if (common.length < 3 || !common.some(isName) || sum(common) < 0.6 * rest) continue
      const reason = `${opposite.join(' against ')}; in common: ${common.map((token) => token.replace(/^[#@~^]/, '')).join(', ')}`
      return linkOf('contradicts', left, right, reason, a, b)
    }
  }
  return null
}
