/** Claims by their ids: in memory, or as lines wherever somebody keeps them. */
import type { Claim, ClaimId, Sequence } from '../model.js'
import { sortBy } from './order.js'

/** Where lines are kept under keys, on disk where there may be more than fit into memory. */
export interface Shelf {
  /** A second line with one key takes the place of the first. */
  put(key: string, line: string): void
  /** @throws where there is none */
  get(key: string): string
  /** Sorted by code unit. */
  keys(): readonly string[]
}

export interface ClaimShelf<Claims extends Sequence<Claim>> {
  put(claim: Claim): void
  change(id: ClaimId, change: (claim: Claim) => Claim): void
  /** In the order of their ids. */
  all(): Claims
}

export function claimsInMemory(): ClaimShelf<readonly Claim[]> {
  const claims = new Map<ClaimId, Claim>()
  return {
    put: (claim) => claims.set(claim.id, claim),
    change: (id, change) => {
      const claim = claims.get(id)
      if (claim !== undefined) claims.set(id, change(claim))
    },
    all: () => sortBy(claims.values(), (claim) => claim.id)
  }
}

/** Reads each claim anew whenever it is asked for. */
export function claimsOn(shelf: Shelf): ClaimShelf<Sequence<Claim>> {
  const read = (id: string): Claim => JSON.parse(shelf.get(id))
  const put = (claim: Claim): void => shelf.put(claim.id, JSON.stringify(claim))
  return {
    put,
    change: (id, change) => put(change(read(id))),
    all: () => {
      const ids = shelf.keys().filter((key) => key.startsWith('claim/'))
      return {
        length: ids.length,
        *[Symbol.iterator]() {
          for (const id of ids) yield read(id)
        }
      }
    }
  }
}
