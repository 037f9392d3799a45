/** Entities over all articles → what propositions ask of them. */
import type { EntityId } from '../model.js'
import type { GazetteerEntry } from '../names/types.js'
import type { Named } from './entities.js'
import { sidesOf, type Tie } from './sides.js'
import type { Identified } from './tokens.js'

/** @param ties by ids over all articles */
export function identifiedBy(known: readonly Named[], ties: Iterable<Tie>): Omit<Identified, 'idOf'> {
  const entries = new Map<EntityId, GazetteerEntry>()
  const byId = new Map<EntityId, Named>()
  for (const each of known) {
    byId.set(each.entity.id, each)
    if (each.entry !== null) entries.set(each.entity.id, each.entry)
  }
  return {
    ...sidesOf(ties, entries),
    isNamed: (id) => byId.get(id)?.named === true,
    isCountry: (id) => entries.get(id)?.kind === 'country',
    isPlace: (id) => byId.get(id)?.entity.type === 'place',
    isOutlet: (id) => byId.get(id)?.entity.type === 'outlet'
  }
}
