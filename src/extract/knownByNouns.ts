/** Bodies, groups and channels that common nouns name as surely as a name would: "Ukraine's military intelligence". */
import type { EntityId, EntityType } from '../model.js'
import { type Gazetteer, namesOfBody, slug, standsForState, stateBodyOf } from '../names/index.js'

export interface Known {
  readonly id: EntityId
  readonly type: EntityType
  readonly name: string
  /** Why: as in an entity's `reasons`. */
  readonly reason: string
}

/** @param words a noun phrase without its article */
export function knownByNouns(words: string, gazetteer: Gazetteer | undefined): Known | undefined {
  const listed = onlyEntry(words, gazetteer)
  if (listed !== undefined) return listed
  const body = stateBodyOf(words)
  if (body === undefined) return undefined
  const names = namesOfBody(body)
  for (const name of names) {
    const entry = onlyEntry(name, gazetteer)
    if (entry !== undefined) return { ...entry, reason: `${words}: ${entry.reason}` }
  }
  const [name = words] = names
  const type = standsForState(body.body) ? 'place' : 'governmentbody'
  return { id: slug(name), type, name, reason: `${words}: body of ${body.country.name}` }
}

function onlyEntry(words: string, gazetteer: Gazetteer | undefined): Known | undefined {
  const entries = gazetteer?.lookup(words) ?? []
  const [entry] = entries
  if (entry === undefined || entries.length > 1) return undefined
  return { id: entry.id, type: entry.type, name: entry.name, reason: 'gazetteer' }
}
