/** Who is who, as stages: records → keys, cards of one key → pairs, a component's cards → drafts, drafts of one id → entities. */
import type { Entity, EntityId, Merge } from '../model.js'
import type { Gazetteer, GazetteerEntry } from '../names/types.js'
import { readRecord } from '../record/index.js'
import { type Card, cardsOf } from '../resolve/cards.js'
import type { Decision } from '../resolve/decisions.js'
import { type Draft, identityKeys, matchIdentity, mergeCards, mergesOf, nameEntities } from '../resolve/entities.js'
import { type CardPair, needsCompany } from '../resolve/identity.js'
import { sidesOf, type Tie, tiesBetween, tiesOf } from '../resolve/sides.js'
import { fieldsOf, jsonLine, type Line, type Stage, Tables } from './lines.js'

type CardValue = Omit<Card, 'company'> & { readonly company: readonly string[] }
const readCard = fieldsOf<CardValue>(['article', 'local', 'forms', 'known', 'company', 'family'])
const cardOf = (value: unknown): Card => {
  const card = readCard(value)
  return { ...card, company: new Set(card.company) }
}

interface PairValue {
  readonly a: string
  readonly b: string
  readonly reason: string
  readonly score: number
}
export const readPair = fieldsOf<PairValue>(['a', 'b', 'reason', 'score'])

/** What an article's local id stands for. */
export interface IdValue {
  readonly local: EntityId
  readonly id: EntityId
  readonly named: boolean
  readonly type: Entity['type']
  readonly country: boolean
}
export const readId = fieldsOf<IdValue>(['local', 'id', 'named', 'type', 'country'])

/** Names a card; what pairs point at. */
const nodeOf = (card: Card): string => `${card.article} ${card.local}`

/** record → `card` under each of its keys, `own` once a card, `ties` once an article. */
export function identityKeysStage(gazetteer: Gazetteer, decisions: readonly Decision[]): Stage {
  return function* (key, lines) {
    for (const text of new Tables(key, lines).texts('record')) {
      const record = readRecord(text, key)
      for (const card of cardsOf(record, gazetteer)) {
        const bare: CardValue = { ...card, company: [] }
        yield jsonLine('own', nodeOf(card), bare)
        const full = { ...card, company: [...card.company] }
        for (const each of identityKeys(card, decisions)) yield jsonLine('card', each, needsCompany(each) ? full : bare)
      }
      yield jsonLine('ties', record.article.id, tiesOf(record))
    }
  }
}

/** The `card`s of one key → `pair`s. */
export function identityMatchStage(decisions: readonly Decision[]): Stage {
  return function* (key, lines) {
    const cards = new Tables(key, lines).all('card', cardOf)
    for (const { a, b, reason, score } of matchIdentity(key, cards, decisions)) {
      const pair: PairValue = { a: nodeOf(a), b: nodeOf(b), reason, score }
      yield jsonLine('pair', pair.a, pair)
    }
  }
}

/** The `own` cards and the `pair`s of one component → `draft`s under the ids that they would like to have. */
export function identityMergeStage(decisions: readonly Decision[]): Stage {
  return function* (key, lines) {
    const tables = new Tables(key, lines)
    const cards = new Map(tables.all('own', cardOf).map((card) => [nodeOf(card), card]))
    const pairs = tables.all('pair', readPair).flatMap(({ a, b, ...why }): CardPair[] => {
      const [left, right] = [cards.get(a), cards.get(b)]
      return left === undefined || right === undefined ? [] : [{ a: left, b: right, ...why }]
    })
    for (const draft of mergeCards([...cards.values()], pairs, decisions)) {
      yield jsonLine('draft', draft.entity.id, draft)
    }
  }
}

const readDraft = fieldsOf<Draft>(['entity', 'known', 'entry', 'named', 'members'])

/** The `draft`s of one id → `entity`, what the gazetteer says of it (`entry`), its `merge`s, and by article `id` and `merged`. */
export const namesStage: Stage = function* (key, lines) {
  for (const each of nameEntities(new Tables(key, lines).all('draft', readDraft))) {
    const { entity, entry, named, members } = each
    yield jsonLine('entity', entity.id, entity)
    if (entry !== null) yield jsonLine('entry', '', { id: entity.id, entry })
    for (const { article, local } of members) {
      const id: IdValue = { local, id: entity.id, named, type: entity.type, country: entry?.kind === 'country' }
      yield jsonLine('id', article, id)
    }
    for (const merge of mergesOf(each)) {
      yield jsonLine('merge', entity.id, merge)
      if (merge.article !== null) yield jsonLine('merged', merge.article, merge)
    }
  }
}

export const readMerge = fieldsOf<Merge>(['article', 'name', 'from', 'to', 'reason', 'score'])
export const readEntity = fieldsOf<Entity>(['id', 'type', 'name', 'otherNames', 'exactMatch'])
const readTies = (value: unknown): readonly Tie[] => {
  if (!Array.isArray(value)) throw new Error('no list')
  return value
}
const readTie = fieldsOf<Tie>(['from', 'to'])

export function idTable(ids: readonly IdValue[]): Record<EntityId, EntityId> {
  return Object.fromEntries(ids.map(({ local, id }) => [local, id]))
}

/** An article's `ties` and `id`s → `tie`s between entities. */
export const sideKeysStage: Stage = function* (key, lines) {
  const tables = new Tables(key, lines)
  const ids = idTable(tables.all('id', readId))
  for (const ties of tables.all('ties', readTies)) {
    for (const tie of tiesBetween(ties, ids)) yield jsonLine('tie', '', tie)
  }
}

const readEntry = fieldsOf<{ id: EntityId; entry: GazetteerEntry }>(['id', 'entry'])

/** All `tie`s, counted, and `entry`s → the `side` of everybody who has another than himself. */
export const sideMergeStage: Stage = function* (key, lines) {
  const tables = new Tables(key, lines)
  const ties = tables.all('tie', readTie)
  const entries = new Map(tables.all('entry', readEntry).map(({ id, entry }) => [id, entry]))
  const { bodyOf, sideOf } = sidesOf(ties, entries)
  for (const id of new Set([...ties.map((tie) => tie.from), ...entries.keys()])) {
    const [body, side] = [bodyOf(id), sideOf(id)]
    if (side !== id || body !== id) yield sideLine({ id, body, side })
  }
}

export interface SideValue {
  readonly id: EntityId
  readonly body: EntityId
  readonly side: EntityId
}
const sideLine = (value: SideValue): Line => jsonLine('side', value.id, value)
export const readSide = fieldsOf<SideValue>(['id', 'body', 'side'])
