/** Records with global ids and the rows of `identity.tsv` → why the names of an entity are one, as text for a terminal. */
import type { ArticleRecord, EntityId, LocalEntity } from '../model.js'
import { nameKey } from '../names/key.js'

export interface Explanation {
  readonly id: EntityId
  readonly name: string
  readonly type: string
  readonly articles: readonly {
    readonly doc: string
    /** Names as printed, with how often; then the words that point back at it. */
    readonly printed: readonly (readonly [string, number])[]
    /** How the article's mentions came to be one. */
    readonly within: readonly string[]
    /** Why its name is the entity's, from `identity.tsv`. */
    readonly across: readonly { readonly reason: string; readonly score: number; readonly start: number }[]
  }[]
  /** Others that bear a name of it, or its last word, and are kept apart. */
  readonly apart: readonly { readonly id: EntityId; readonly name: string }[]
}

/**
 * @param wanted an entity's id, or a name in any spelling that differs by case, accents and dots
 * @returns one explanation for each entity that is meant; none if nobody bears the name
 */
export function explainEntity(
  records: Iterable<ArticleRecord>,
  identityTsv: string,
  wanted: string
): readonly Explanation[] {
  const all = [...records]
  const entities = new Map<EntityId, LocalEntity[]>()
  for (const { entities: own } of all) {
    for (const entity of own) entities.set(entity.id, [...(entities.get(entity.id) ?? []), entity])
  }
  const key = nameKey(wanted)
  const bears = (bearers: readonly LocalEntity[]): boolean => bearers.some((entity) => keysOf(entity).includes(key))
  const meant = entities.has(wanted)
    ? [wanted]
    : [...entities].flatMap(([id, bearers]) => (bears(bearers) ? [id] : [])).sort()
  const rows = readRows(identityTsv)
  return meant.map((id) => {
    const bearers = entities.get(id) ?? []
    const [first] = bearers
    const articles = all
      .filter((record) => record.entities.some((entity) => entity.id === id))
      .map((record) => ({
        doc: record.article.doc,
        printed: printedIn(record, id),
        within: record.entities.find((entity) => entity.id === id)?.reasons ?? [],
        across: rows.filter((row) => row.to === id && row.doc === record.article.doc)
      }))
      .sort((a, b) => (a.doc < b.doc ? -1 : 1))
    return { id, name: first?.name ?? id, type: first?.type ?? '', articles, apart: namesakes(id, bearers, entities) }
  })
}

function keysOf({ name, otherNames }: LocalEntity): string[] {
  return [name, ...otherNames].map(nameKey)
}

function printedIn({ article, mentions }: ArticleRecord, id: EntityId): (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const mention of mentions) {
    if (mention.entity !== id) continue
    const words = article.text.slice(mention.start, mention.end).replace(/\s+/g, ' ')
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}

function namesakes(
  id: EntityId,
  bearers: readonly LocalEntity[],
  entities: ReadonlyMap<EntityId, readonly LocalEntity[]>
): { id: EntityId; name: string }[] {
  const last = (key: string): string => key.split(' ').at(-1) ?? ''
  const keys = new Set(bearers.filter((entity) => entity.type !== 'unnamed').flatMap(keysOf))
  const surnames = new Set([...keys].map(last))
  const found: { id: EntityId; name: string }[] = []
  for (const [other, [entity]] of entities) {
    if (other === id || entity === undefined || entity.type === 'unnamed') continue
    const own = keysOf(entity)
    const same = own.some((key) => keys.has(key))
    if (same || (entity.type === 'person' && own.some((key) => surnames.has(last(key)))))
      found.push({ id: other, name: entity.name })
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1))
}

interface Row {
  readonly doc: string
  readonly to: string
  readonly start: number
  readonly reason: string
  readonly score: number
}

function readRows(tsv: string): Row[] {
  const [head = '', ...lines] = tsv.split('\n').filter((line) => line !== '')
  const columns = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? ''
    return {
      doc: cell('article'),
      to: cell('to'),
      start: Number(cell('start')),
      reason: cell('reason'),
      score: Number(cell('score'))
    }
  })
}
