/** Ids within one article → ids over all articles. */
import type { EntityId } from '../model.js'

/** What the list does not name keeps its own. */
export function idsOf(ids: Readonly<Record<EntityId, EntityId>>): (local: EntityId) => EntityId {
  return (local) => (Object.hasOwn(ids, local) ? (ids[local] ?? local) : local)
}
