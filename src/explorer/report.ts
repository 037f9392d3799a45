/** The model and what the filters leave → what a desk wants to know first: denials, conflicts, thin support, what nobody could verify. */
import type { Shown } from './filters.js'
import type { Claim, ClaimLink, Model, Statement } from './model.js'

export interface Report {
  readonly denials: readonly Statement[]
  /** Claims of which one contradicts or denies the other. */
  readonly conflicts: readonly { readonly from: Claim; readonly link: ClaimLink }[]
  readonly updates: readonly { readonly from: Claim; readonly link: ClaimLink }[]
  /** Two independent origins or more. */
  readonly supported: readonly Claim[]
  /** Printed by several articles that all come from one origin. */
  readonly repeated: readonly Claim[]
  readonly unverified: readonly Statement[]
  /** Statements in whose chain no one stands. */
  readonly unsourced: readonly Statement[]
}

export function makeReport({ claims }: Model, { statements, has }: Shown): Report {
  const live = claims.filter((claim) => claim.statements.some(has))
  const links = live.flatMap((from) => from.links.map((link) => ({ from, link })))
  const shared = live
    .filter((claim) => claim.statements.length > 1)
    .sort((a, b) => b.origins.length - a.origins.length || b.articles.length - a.articles.length || a.number - b.number)
  return {
    denials: statements.filter(({ act }) => act === 'deny' || act === 'refuse'),
    conflicts: links.filter(({ link }) => link.type === 'contradicts' || link.type === 'denies'),
    updates: links.filter(({ link }) => link.type === 'updates'),
    supported: shared.filter((claim) => claim.origins.length > 1),
    repeated: shared.filter((claim) => claim.origins.length <= 1 && claim.articles.length > 1),
    unverified: statements.filter(({ act }) => act === 'cannot-verify' || act === 'doubt'),
    unsourced: statements.filter(({ chain, source }) => chain.length === 0 && source.length === 0)
  }
}
