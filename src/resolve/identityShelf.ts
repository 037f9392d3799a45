/** Entities with all their names → what a resolution tells of them: in memory, or as lines wherever somebody keeps them. */
import type { ArticleId, Entity, EntityId, Merge, Resolution, Sequence } from '../model.js'
import { mergesOf, type Named } from './entities.js'
import { addTo } from './order.js'
import type { Shelf } from './shelf.js'

type Ids = Readonly<Record<EntityId, EntityId>>

/** Takes entities in the order of their ids. */
export type KeepIdentity<Entities extends Sequence<Entity>, Merges extends Sequence<Merge>> = (
  named: readonly Named[]
) => Pick<Resolution<never, Entities, Merges>, 'entities' | 'merges' | 'entityOf'>

export const identityInMemory: KeepIdentity<readonly Entity[], readonly Merge[]> = (named) => ({
  entities: named.map(({ entity }) => entity),
  merges: named.flatMap(mergesOf),
  entityOf: Object.fromEntries([...idsByArticle(named)].map(([article, ids]) => [article, Object.fromEntries(ids)]))
})

/** Reads them anew whenever they are asked for. */
export function identityOn(shelf: Shelf): KeepIdentity<Sequence<Entity>, Sequence<Merge>> {
  return (named) => {
    const byArticle = idsByArticle(named)
    for (const [article, ids] of byArticle) shelf.put(idsKey(article), JSON.stringify(Object.fromEntries(ids)))
    const articles = [...byArticle.keys()]
    return {
      entities: kept(shelf, 'entities', named, ({ entity }) => [entity]),
      merges: kept(shelf, 'merges', named, mergesOf),
      entityOf: readBy(articles, (article): Ids => JSON.parse(shelf.get(idsKey(article))))
    }
  }
}

const idsKey = (article: string): string => `ids ${article}`

function idsByArticle(named: readonly Named[]): Map<ArticleId, [EntityId, EntityId][]> {
  const found = new Map<ArticleId, [EntityId, EntityId][]>()
  for (const { entity, members } of named) {
    for (const { article, local } of members) addTo(found, article, [local, entity.id])
  }
  return found
}

/** So many entities stand in one line, so that few keys are held. */
const entitiesPerLine = 100

function kept<Item>(
  shelf: Shelf,
  what: string,
  named: readonly Named[],
  itemsOf: (each: Named) => readonly Item[]
): Sequence<Item> {
  let length = 0
  let lines = 0
  for (let from = 0; from < named.length; from += entitiesPerLine) {
    const items = named.slice(from, from + entitiesPerLine).flatMap(itemsOf)
    shelf.put(`${what} ${lines++}`, JSON.stringify(items))
    length += items.length
  }
  return {
    length,
    *[Symbol.iterator]() {
      for (let line = 0; line < lines; line++) {
        const items: readonly Item[] = JSON.parse(shelf.get(`${what} ${line}`))
        yield* items
      }
    }
  }
}

/** What looks like an object with these keys, and reads each value when it is asked for. */
function readBy<Value>(keys: readonly string[], read: (key: string) => Value): Readonly<Record<string, Value>> {
  const known = new Set<string | symbol>(keys)
  const valueUnder = (key: string | symbol): Value | undefined =>
    typeof key === 'string' && known.has(key) ? read(key) : undefined
  return new Proxy<Record<string, Value>>(
    {},
    {
      get: (_, key) => valueUnder(key),
      has: (_, key) => known.has(key),
      ownKeys: () => [...keys],
      getOwnPropertyDescriptor: (_, key) =>
        known.has(key) ? { configurable: true, enumerable: true, value: valueUnder(key) } : undefined
    }
  )
}
