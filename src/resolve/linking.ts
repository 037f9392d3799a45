/** What all kinds of links between claims are made with. */
import type { ClaimId, ClaimLink, EntityId, LinkType } from '../model.js'
import { sortedTexts } from './order.js'
import type { Proposition } from './propositions.js'

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

/** As a claim holds it, which knows where it starts. */
export function plainLink({ type, to, reason, evidence }: ClaimLink): ClaimLink {
  return { type, to, reason, evidence }
}

export function linkOf(
  type: LinkType,
  from: Told,
  to: Told,
  reason: string,
  by: Proposition,
  on: Proposition
): FoundLink {
  return { from: from.id, type, to: to.id, reason, evidence: [by.id, on.id] }
}

const standIns = 24

export function toldOf(id: ClaimId, members: readonly Proposition[]): Told {
  return {
    id,
    published: members[0]?.published ?? '',
    articles: new Set(members.map((each) => each.article)).size,
    members: members.slice(0, standIns)
  }
}

/** The states and bodies that speak, as far as they are known. */
export function sidesOf(each: Proposition): EntityId[] {
  return sortedTexts(
    each.speakers.flatMap((speaker) => (speaker.named || speaker.side !== speaker.id ? [speaker.side] : []))
  )
}

/** Those on whose side the claim is said. */
export function sidesIn(claim: Told): ReadonlySet<EntityId> {
  return new Set(claim.members.flatMap(sidesOf))
}
