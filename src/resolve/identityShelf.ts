/** Entities with all their names → what a resolution tells of them: in memory, or as lines wherever somebody keeps them. */
import type { ArticleId, Entity, EntityId, Merge, Resolution, Sequence } from '../model.js'
import { listsBy } from './components.js'
import { mergesOf, type Named } from './entities.js'
import type { Shelf } from './shelf.js'

type Ids = Readonly<Record<EntityId, EntityId>>

/** Takes entities in the order of their ids. */
export type KeepIdentity<Entities extends Sequence<Entity>, Merges extends Sequence<Merge>> = (
  named: readonly Named[]
) => Pick<Resolution<never, Entities, Merges>, 'entities' | 'merges' | 'entityOf'>

export const identityInMemory: KeepIdentity<readonly Entity[], readonly Merge[]> = (named) => ({
  entities: named.map(({ entity }) => entity),
  merges: named.flatMap(mergesOf),
  entityOf: Object.fromEntries(idsByArticle(named))
})

/** Reads them anew whenever they are asked for. */
export function identityOn(shelf: Shelf): KeepIdentity<Sequence<Entity>, Sequence<Merge>> {
  return (named) => {
    const articles: ArticleId[] = []
    for (const [article, ids] of idsByArticle(named)) {
      articles.push(article)
      shelf.put(idsKey(article), JSON.stringify(ids))
    }
    return {
      entities: kept(shelf, 'entities', named, ({ entity }) => [entity]),
      merges: kept(shelf, 'merges', named, mergesOf),
      entityOf: readBy(articles, (article): Ids => JSON.parse(shelf.get(idsKey(article))))
    }
  }
}

const idsKey = (article: string): string => `ids ${article}`

/** The ids of one article after another, without a list for each that is there from the beginning. */
function* idsByArticle(named: readonly Named[]): Iterable<[ArticleId, Ids]> {
  const numberOf = new Map<ArticleId, number>()
  const articleOf: number[] = []
  const locals: EntityId[] = []
  const entities: number[] = []
  for (const [i, { members }] of named.entries()) {
    for (const { article, local } of members) {
      const number = numberOf.get(article) ?? numberOf.size
      numberOf.set(article, number)
      articleOf.push(number)
      locals.push(local)
      entities.push(i)
    }
  }
  const placesOf = listsBy(numberOf.size, articleOf.length, (place) => articleOf[place] ?? 0)
  for (const [article, number] of numberOf) {
    const ids: Record<EntityId, EntityId> = {}
    for (const place of placesOf(number)) {
      const [local, id] = [locals[place], named[entities[place] ?? 0]?.entity.id]
      if (local !== undefined && id !== undefined) ids[local] = id
    }
    yield [article, ids]
  }
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
