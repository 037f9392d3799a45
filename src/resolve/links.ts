/** Claims → the links between them. */
import type { ClaimId, ClaimLink } from '../model.js'
import type { Proposition } from './propositions.js'

export interface Told {
  readonly id: ClaimId
  readonly members: readonly Proposition[]
}

export function linkClaims(_claims: readonly Told[]): ReadonlyMap<ClaimId, readonly ClaimLink[]> {
  return new Map()
}
