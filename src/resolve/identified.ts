/** Entities over all articles → what propositions ask of them. */
import type { EntityId } from '../model.js'
import type { GazetteerEntry } from '../names/types.js'
import type { Named } from './entities.js'
import { sidesOf, type Tie } from './sides.js'
import type { Identified } from './tokens.js'

/** @param ties by ids over all articles */
export function identifiedBy(known: readonly Named[], ties: Iterable<Tie>): Omit<Identified, 'idOf'> {
  const entries = new Map<EntityId, GazetteerEntry>()
  const named = new Set<EntityId>()
  const [places, outlets] = [new Set<EntityId>(), new Set<EntityId>()]
  for (const { entity, entry, named: isNamed } of known) {
    if (isNamed) named.add(entity.id)
    if (entity.type === 'place') places.add(entity.id)
    if (entity.type === 'outlet') outlets.add(entity.id)
    if (entry !== null) entries.set(entity.id, entry)
  }
  return {
    ...sidesOf(ties, entries),
    isNamed: (id) => named.has(id),
    isCountry: (id) => entries.get(id)?.kind === 'country',
    isPlace: (id) => places.has(id),
    isOutlet: (id) => outlets.has(id)
  }
}
