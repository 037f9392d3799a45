/** Records and their resolution → the same records with the ids that entities have over all articles. */
import type { ArticleRecord, EntityId, LocalEntity, Resolved } from '../model.js'
import { idsOf } from './ids.js'
import { sortBy, sortedTexts } from './order.js'

/**
 * @param records as they were resolved
 * @example globalRecords(records, resolve(records))[0]?.entities
 */
export function globalRecords(records: readonly ArticleRecord[], resolution: Resolved): ArticleRecord[] {
  return records.map((record) => globalRecord(record, resolution))
}

/** Two local entities that are one over all articles become one, with all names and reasons of both. */
export function globalRecord(record: ArticleRecord, resolution: Pick<Resolved, 'entityOf'>): ArticleRecord {
  const idOf = idsOf(resolution.entityOf[record.article.id] ?? {})
  const entities = new Map<EntityId, LocalEntity>()
  for (const entity of sortBy(record.entities, (each) => each.id)) {
    const id = idOf(entity.id)
    const known = entities.get(id)
    entities.set(id, known === undefined ? { ...entity, id } : joined(known, entity))
  }
  return {
    ...record,
    entities: sortBy(entities.values(), (entity) => entity.id),
    mentions: record.mentions.map((mention) => ({ ...mention, entity: idOf(mention.entity) })),
    statements: record.statements.map((statement) => ({
      ...statement,
      chain: statement.chain.map((hop) => ({ ...hop, entity: idOf(hop.entity) })),
      about: sortedTexts(statement.about.map(idOf))
    })),
    relations: record.relations.map((relation) => ({
      ...relation,
      subject: idOf(relation.subject),
      object: relation.object === null ? null : idOf(relation.object)
    }))
  }
}

function joined(a: LocalEntity, b: LocalEntity): LocalEntity {
  return {
    ...a,
    otherNames: sortedTexts([...a.otherNames, b.name, ...b.otherNames].filter((name) => name !== a.name)),
    reasons: sortedTexts([...a.reasons, ...b.reasons])
  }
}
