/** Claims → which of them cannot both hold: what an article sets against each other, blame on both sides, opposites in the same words. */
import type { ClaimId, EntityId } from '../model.js'
import { isName } from './deeds.js'
import { areOfOtherSides, commonTokens, sameStory } from './likeness.js'
import { type FoundLink, linkOf, sidesIn, sidesOf, type Told } from './linking.js'
import { hasOpposite, oppositeIn } from './opposites.js'
import { sortBy } from './order.js'
import type { Proposition } from './propositions.js'
import { weightOf } from './weights.js'

/** "A said …, although B said …"; "A said …. B said the contrary." */
export function contrastOf(left: Told, right: Told): FoundLink | null {
  for (const [one, other] of [
    [left, right],
    [right, left]
  ] as const) {
    for (const b of one.members) {
      const a = b.contrary === null ? undefined : other.members.find((each) => each.id === b.contrary)
      if (a !== undefined) return linkOf('contradicts', one, other, 'the article puts one against the other', b, a)
    }
  }
  return null
}

/** Two sides say opposite things of the same, in much the same words. */
export function oppositionOf(left: Told, right: Told): FoundLink | null {
  const others = right.members.filter(mayOppose)
  if (others.length === 0) return null
  for (const a of left.members.filter(mayOppose)) {
    for (const b of others) {
      // What takes longest to find out is asked last.
      const opposite = a.negative === b.negative ? oppositeIn(a.tokens, b.tokens) : undefined
      if (opposite === undefined || !areOfOtherSides(a, b) || !sameStory(a, b)) continue
      const common = commonTokens(a.tokens, b.tokens)
      const sum = (tokens: readonly string[]): number => tokens.reduce((total, token) => total + weightOf(token), 0)
      // Of two that win and lose, all but the opposites must be said of both; states of a thing cannot both be.
      const most = opposite.ofState ? Math.min : Math.max
      const rest = most(sum(a.tokens), sum(b.tokens)) - 1
      if (common.length < 3 || !common.some(isName) || sum(common) < 0.6 * rest) continue
      const reason = `one says ${opposite.words.map((word) => `"${word}"`).join(', the other ')}, of the same: ${common.map((token) => token.replace(/^[#@~^]/, '')).join(', ')}`
      return linkOf('contradicts', left, right, reason, a, b)
    }
  }
  return null
}

function mayOppose({ act, tokens }: Proposition): boolean {
  return act !== 'deny' && hasOpposite(tokens)
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
  /** Of the denial's claim, most articles first; then how much it says; then by the ids of the denial. */
  readonly rank: readonly [number, number, ClaimId, ClaimId]
}

/** A side with more denials sets blames only beside those that most articles have. */
const mostDenials = 200

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
    denials.filter(({ by, on }) => by.id !== on.id),
    ({ on }) => -on.articles,
    lengthOf,
    ({ link }) => link.to,
    ({ link }) => link.from
  ).slice(0, mostDenials)
  return blames.flatMap((blame): FoundBlame[] => {
    for (const denial of ranked) {
      const link = blameOf(blame, denial)
      if (link !== null)
        return [{ link, rank: [-denial.on.articles, lengthOf(denial), denial.link.to, denial.link.from] }]
    }
    return []
  })
}

/** Where what is denied says little else, the blame is what it says. */
function lengthOf({ link, on }: FoundDenial): number {
  return on.members.find((each) => each.id === link.evidence[1])?.tokens.length ?? 0
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
