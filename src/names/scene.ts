/** A sentence with the names in it: which token belongs to which mention. What the relation rules read. */
import type { Prose } from '../language/index.js'
import type { EntityId, EntityType, LocalEntity, Mention, Token } from '../model.js'
import { countryOf, countryOfDemonym } from './countries.js'
import { locate } from './locate.js'
import type { LinkedNames } from './types.js'

export interface Actor {
  readonly from: number
  readonly to: number
  readonly mention: Mention
}

export interface Scene {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly actors: readonly Actor[]
  /** The actor whose name token `at` belongs to. */
  actorAt(at: number): Actor | undefined
  /** The country that a demonym ("Ukrainian") stands for, where the article names it. */
  countryOf(word: string): EntityId | undefined
}

/** The sentences that hold names. */
export function findScenes(prose: Prose, linked: LinkedNames): Scene[] {
  const countries = countriesOf(linked.entities)
  const bySentence = new Map<number, Actor[]>()
  const places = locate(prose, linked.mentions)
  linked.mentions.forEach((mention, i) => {
    const place = places[i]
    if (place === undefined || place.from === place.to) return
    const actor = { from: place.from, to: place.to, mention }
    const known = bySentence.get(place.sentence)
    if (known === undefined) bySentence.set(place.sentence, [actor])
    else known.push(actor)
  })
  return [...bySentence].map(([sentence, actors]) => {
    const tokens = prose.sentences[sentence]?.tokens ?? []
    const owner = new Map<number, Actor>()
    for (const actor of actors) for (let at = actor.from; at < actor.to; at++) owner.set(at, actor)
    return {
      text: prose.article.text,
      tokens,
      actors,
      actorAt: (at) => owner.get(at),
      countryOf: (word) => countries.get(countryOfDemonym.get(word)?.name ?? '')
    }
  })
}

/** From a country's name to the entity that it is in this article. */
function countriesOf(entities: readonly LocalEntity[]): Map<string, EntityId> {
  const found = new Map<string, EntityId>()
  for (const entity of entities) {
    const country = entity.type === 'place' ? countryOf.get(entity.name) : undefined
    if (country !== undefined) found.set(country.name, entity.id)
  }
  return found
}

export function isGroup(type: EntityType): boolean {
  return type !== 'person' && type !== 'place' && type !== 'unnamed' && type !== 'channel'
}
