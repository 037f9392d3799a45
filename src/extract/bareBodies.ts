/**
 * "The Defence Ministry" in an article that tells of "Moscow's defence ministry" and of no other: one body. Which state's it is may stand in
 * common nouns, which are understood after all names have been linked.
 */
import { gather } from '../gather.js'
import type { ArticleRecord, EntityId } from '../model.js'
import { bareBodyOf, stateBodyOf } from '../names/index.js'

export function withBareBodies(record: ArticleRecord): ArticleRecord {
  const into = meantBy(record)
  if (into.size === 0) return record
  const idOf = (id: EntityId): EntityId => into.get(id) ?? id
  const gone = record.entities.filter(({ id }) => into.has(id))
  return {
    ...record,
    entities: gather(record.entities, (entity) => {
      if (into.has(entity.id)) return []
      const same = gone.filter(({ id }) => into.get(id) === entity.id)
      if (same.length === 0) return [entity]
      return [
        {
          ...entity,
          otherNames: [...new Set([...entity.otherNames, ...same.map(({ name }) => name)])].sort(),
          reasons: [...entity.reasons, ...same.map(({ name }) => `${name}: the only such body of the article`)]
        }
      ]
    }),
    mentions: record.mentions.map((mention) => ({ ...mention, entity: idOf(mention.entity) })),
    statements: record.statements.map((statement) => ({
      ...statement,
      chain: statement.chain.map((hop) => ({ ...hop, entity: idOf(hop.entity) })),
      about: [...new Set(statement.about.map(idOf))].sort()
    })),
    relations: record.relations.map((relation) => ({
      ...relation,
      subject: idOf(relation.subject),
      object: relation.object === null ? null : idOf(relation.object)
    }))
  }
}

/** Bodies without a state → the body of a state that each of them means. */
function meantBy({ entities }: ArticleRecord): Map<EntityId, EntityId> {
  const bodies = entities.filter(({ type }) => type === 'governmentbody')
  const owned = new Map<string, EntityId[]>()
  for (const { id, name } of bodies) {
    const body = stateBodyOf(name)?.body
    if (body !== undefined) owned.set(body, [...(owned.get(body) ?? []), id])
  }
  const found = new Map<EntityId, EntityId>()
  for (const { id, name, otherNames } of bodies) {
    const body = otherNames.length === 0 ? bareBodyOf(name) : undefined
    const [only, second] = (body === undefined ? undefined : owned.get(body)) ?? []
    if (only !== undefined && second === undefined) found.set(id, only)
  }
  return found
}
