/**
 * Claims → the links between them: a later count of the same thing, a denial of what another side says, two that cannot both be
 * true. With restraint: what is not told apart from a coincidence gets no link, a contradiction least of all.
 *
 * Claims meet under keys, as statements do; a link needs the two claims and nothing else, but for the blame that a denier lays on
 * the other side, which is a contradiction only beside the denial.
 */
import type { ClaimId, ClaimLink, EntityId, LinkType } from '../model.js'
import { isDenialOfInvolvement, isName } from './denials.js'
import { hashText } from './hash.js'
import { commonTokens, evidenceOf } from './likeness.js'
import { oppositeIn } from './opposites.js'
import { addTo, groupBy, sortBy, sortedTexts } from './order.js'
import type { Count, Proposition } from './propositions.js'
import { weightOf } from './weights.js'

/** A claim as far as links need it. */
export interface Told {
  readonly id: ClaimId
  /** The day of its first member; empty if unknown. */
  readonly published: string
  /** In how many articles it stands. */
  readonly articles: number
  /** The first few stand for all, so that a wire story in a thousand papers stays cheap. */
  readonly members: readonly Proposition[]
}

export interface FoundLink extends ClaimLink {
  readonly from: ClaimId
}

/** A denial with the two claims that it links: what the denier says of the other side is read beside it. */
export interface FoundDenial {
  readonly link: FoundLink
  readonly by: Told
  readonly on: Told
}

/** A blame that is a contradiction beside a denial. Of several the one that sorts first counts. */
export interface FoundBlame {
  readonly link: FoundLink
  /** Of the denial's claim, most articles first; then by the ids of the denial. */
  readonly rank: readonly [number, ClaimId, ClaimId]
}

/** A key with more claims compares each only with its neighbours in time. */
const crowded = 30
/** A side with more denials sets blames only beside those that most articles have. */
const mostDenials = 200
const standIns = 24
const week = 7 * 24 * 60 * 60 * 1000

export function toldOf(id: ClaimId, members: readonly Proposition[]): Told {
  return {
    id,
    published: members[0]?.published ?? '',
    articles: new Set(members.map((each) => each.article)).size,
    members: members.slice(0, standIns)
  }
}

export function linkClaims(claims: readonly Told[]): ReadonlyMap<ClaimId, readonly ClaimLink[]> {
  const buckets = new Map<number, Told[]>()
  for (const claim of inTime(claims)) for (const key of linkBuckets(claim)) addTo(buckets, key, claim)
  const found: FoundLink[] = []
  const denials: FoundDenial[] = []
  const seen = new Set<string>()
  const skip = (left: Told, right: Told): boolean => {
    const pair = `${left.id} ${right.id}`
    if (seen.has(pair)) return true
    seen.add(pair)
    return false
  }
  for (const bucket of buckets.values()) {
    for (const { link, by, on } of matchLinks(bucket, skip)) {
      found.push(link)
      if (link.type === 'denies') denials.push({ link, by, on })
    }
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

/** The links among the claims under one key. `skip` tells pairs that another key has had. */
export function matchLinks(
  claims: readonly Told[],
  skip: (left: Told, right: Told) => boolean = () => false
): FoundDenial[] {
  const ordered = inTime(claims)
  const found: FoundDenial[] = []
  for (const [i, right] of ordered.entries()) {
    for (const left of ordered.slice(ordered.length > crowded ? Math.max(0, i - 6) : 0, i)) {
      if (left.id === right.id || skip(left, right)) continue
      const link =
        denialOf(left, right) ??
        denialOf(right, left) ??
        contrastOf(left, right) ??
        updateOf(left, right) ??
        oppositionOf(left, right)
      if (link !== null)
        found.push({ link, ...(link.from === left.id ? { by: left, on: right } : { by: right, on: left }) })
    }
  }
  return found
}

/** All links from one claim, in order. */
export function mergeLinks(links: readonly FoundLink[], blames: readonly FoundBlame[]): ClaimLink[] {
  const [first] = sortBy(
    blames,
    ({ rank }) => rank[0],
    ({ rank }) => rank[1],
    ({ rank }) => rank[2]
  )
  return sortBy(
    first === undefined ? links : [...links, first.link],
    (link) => link.type,
    (link) => link.to,
    (link) => link.evidence.join(' ')
  ).map(({ type, to, reason, evidence }) => ({ type, to, reason, evidence }))
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

function sidesOf(each: Proposition): EntityId[] {
  return sortedTexts(each.speakers.flatMap((speaker) => (speaker.named ? [speaker.side] : [])))
}

/** Those on whose side the claim is said. */
export function sidesIn(claim: Told): ReadonlySet<EntityId> {
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

/** `by` denies its side's part in a deed that `on`, of another side, lays on it. */
function denialOf(by: Told, on: Told): FoundLink | null {
  const passedOn = new Set(on.members.flatMap((each) => each.inside ?? []))
  for (const denial of by.members) {
    if (!isDenialOfInvolvement(denial)) continue
    const own = sidesOf(denial)
    // A denial of little ("any involvement") is of what its sentence or its claim names.
    const { deed } = denial
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

/** What somebody may be accused of. */
const deeds = new Set(
  'attack bomb bribe enter fire fraud hack hit interfer kill leak poison shot steal threat'.split(' ')
)

/** Those who, in the claim, lay something on somebody. */
export function blamingSides(claim: Told): ReadonlySet<EntityId> {
  return new Set(claim.members.filter(laysBlame).flatMap(sidesOf))
}

/**
 * Who denies a deed and lays it on the other side contradicts what he denies: the claim of it that most articles have. Takes the
 * denials and the claims with a blame of one side.
 */
export function matchBlames(denials: readonly FoundDenial[], blames: readonly Told[]): FoundBlame[] {
  const ranked = sortBy(
    denials,
    ({ on }) => -on.articles,
    ({ link }) => link.to,
    ({ link }) => link.from
  ).slice(0, mostDenials)
  return blames.flatMap((blame): FoundBlame[] => {
    for (const denial of ranked) {
      const link = blameOf(blame, denial)
      if (link !== null) return [{ link, rank: [-denial.on.articles, denial.link.to, denial.link.from] }]
    }
    return []
  })
}

function blameOf(blame: Told, { link, by, on }: FoundDenial): FoundLink | null {
  const target = on.members.find((each) => each.id === link.evidence[1])
  if (blame.id === on.id || blame.id === by.id || target === undefined) return null
  const accusers = [...sidesIn(on)]
  const deniers = sidesIn(by)
  const member = blame.members.find(
    (each) =>
      laysBlame(each) &&
      sidesOf(each).some((side) => deniers.has(side)) &&
      accusers.some((side) => each.tokens.includes(`^${side}`) || each.tokens.includes(`@${side}`)) &&
      by.members.some((other) => sameStory(each, other))
  )
  return member === undefined
    ? null
    : linkOf('contradicts', blame, on, 'each side lays it on the other', member, target)
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
