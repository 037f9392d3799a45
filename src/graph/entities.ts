/** Records and their resolution → what both graphs say of an entity: name, kind, how often it speaks, in how many articles. */
import type { ArticleRecord, Entity, EntityId, Resolved } from '../model.js'
import { nodeColors, nodeSize } from './look.js'
import { compareText } from './order.js'
import type { NodeAttributes } from './types.js'

export function entityNode(id: EntityId): string {
  return `entity/${id}`
}

/** Attributes of every entity that the records or the resolution know, by node id. */
export function entityNodes(records: readonly ArticleRecord[], resolution: Resolved): Map<string, NodeAttributes> {
  const counts = countEntities(records)
  const found = new Map<string, NodeAttributes>()
  for (const entity of knownEntities(records, resolution)) {
    const count = counts.get(entity.id)
    found.set(entityNode(entity.id), {
      label: entity.name === '' ? entity.id : entity.name,
      kind: entity.type,
      text: entity.otherNames.join('; '),
      act: '',
      mode: '',
      confidence: 1,
      article: '',
      said: '',
      statements: count?.statements ?? 0,
      articles: count?.articles.size ?? 0,
      origins: 0,
      size: nodeSize(count?.statements ?? 0),
      color: nodeColors[entity.type],
      x: 0,
      y: 0
    })
  }
  return found
}

type Known = Pick<Entity, 'id' | 'type' | 'name' | 'otherNames'>

/** The entities that the records name, as the resolution knows them; what only a record knows is there under the record's name. */
function knownEntities(records: readonly ArticleRecord[], resolution: Resolved): Known[] {
  const found = new Map<EntityId, Known>()
  for (const { entities, statements, mentions, relations } of records) {
    for (const entity of entities) if (!found.has(entity.id)) found.set(entity.id, entity)
    const bare = [
      ...mentions.map(({ entity }) => entity),
      ...statements.flatMap(({ chain, about }) => [...chain.map(({ entity }) => entity), ...about]),
      ...relations.flatMap(({ subject, object }) => (object === null ? [subject] : [subject, object]))
    ]
    for (const id of bare) if (!found.has(id)) found.set(id, { id, type: 'unnamed', name: id, otherNames: [] })
  }
  // A picture shows a part of a large corpus.
  for (const entity of resolution.entities) if (found.has(entity.id)) found.set(entity.id, entity)
  return [...found.values()].sort((a, b) => compareText(a.id, b.id))
}

function countEntities(records: readonly ArticleRecord[]) {
  const counts = new Map<EntityId, { statements: number; articles: Set<string> }>()
  const count = (id: EntityId, statements: number, article: string) => {
    const known = counts.get(id) ?? { statements: 0, articles: new Set<string>() }
    known.statements += statements
    known.articles.add(article)
    counts.set(id, known)
  }
  for (const { article, mentions, statements } of records) {
    for (const mention of mentions) count(mention.entity, 0, article.id)
    for (const statement of statements) {
      for (const entity of new Set(statement.chain.map((hop) => hop.entity))) count(entity, 1, article.id)
    }
  }
  return counts
}
