/**
 * Cards and the pairs that are one → entities over all articles, and why each name is its entity's.
 *
 * Better pairs go first; a pair that would join what the user keeps apart is not made. An entity's id is the slug of its
 * best full name, or the gazetteer's; the nameless keep to their article and carry its hash.
 */
import type { ArticleId, Entity, EntityId, EntityType, Merge } from '../model.js'
import { slug } from '../names/slug.js'
import type { Card } from './cards.js'
import { findComponents } from './components.js'
import { type Decision, means } from './decisions.js'
import { type CardPair, matchCards, nameKeys } from './identity.js'
import { addTo, groupBy, sortBy, sortedTexts } from './order.js'

export interface Identity {
  readonly entities: readonly Entity[]
  readonly entityOf: Readonly<Record<ArticleId, Readonly<Record<EntityId, EntityId>>>>
  readonly merges: readonly Merge[]
}

/** Under this no pair is joined. */
const enough = 0.7

export function resolveIdentity(cards: readonly Card[], decisions: readonly Decision[] = []): Identity {
  const ordered = sortBy(
    cards,
    (card) => card.article,
    (card) => card.local
  )
  const numberOf = new Map(ordered.map((card, i) => [card, i]))
  const byKey = new Map<string, Card[]>()
  for (const card of ordered) for (const key of nameKeys(card)) addTo(byKey, key, card)
  const vetoes = decisions.filter((each) => !each.same)
  const pairs: CardPair[] = []
  for (const key of sortedTexts(byKey.keys())) {
    const group = byKey.get(key) ?? []
    if (group.length < 2) continue
    for (const part of partsOf(group, vetoes)) pairs.push(...matchCards(key, part))
  }
  pairs.push(...forced(ordered, decisions))
  return project(ordered, joinPairs(ordered, numberOf, pairs, vetoes))
}

/** Cards on the two sides of a veto are matched apart, each side with the cards that no veto names. */
function partsOf(cards: readonly Card[], vetoes: readonly Decision[]): readonly (readonly Card[])[] {
  if (vetoes.length === 0) return [cards]
  const sides = groupBy(cards, (card) => sidesOf(card, vetoes).join(' '))
  if (sides.size < 2) return [cards]
  const free = sides.get('') ?? []
  return sortBy(sides, ([side]) => side).flatMap(([side, part]) => (side === '' ? [] : [[...part, ...free]]))
}

/** `3a`: the first side of the fourth veto. */
function sidesOf(card: Card, vetoes: readonly Decision[]): string[] {
  return vetoes.flatMap((veto, i) => (means(veto.a, card) ? [`${i}a`] : means(veto.b, card) ? [`${i}b`] : []))
}

function forced(cards: readonly Card[], decisions: readonly Decision[]): CardPair[] {
  return decisions.flatMap((decision) => {
    if (!decision.same) return []
    const meant = cards.filter((card) => means(decision.a, card) || means(decision.b, card))
    const [first, ...rest] = meant
    if (first === undefined) return []
    return rest.map((b): CardPair => ({ a: first, b, reason: `user: "${decision.a}" is "${decision.b}"`, score: 1 }))
  })
}

interface Joined {
  readonly cards: readonly Card[]
  /** Why each card is there: the pair that brought it in. */
  readonly why: ReadonlyMap<Card, CardPair>
}

function joinPairs(
  cards: readonly Card[],
  numberOf: ReadonlyMap<Card, number>,
  pairs: readonly CardPair[],
  vetoes: readonly Decision[]
): Joined[] {
  const components = findComponents(cards.length)
  const sides = new Map<number, Set<string>>()
  if (vetoes.length > 0) {
    cards.forEach((card, i) => {
      const own = sidesOf(card, vetoes)
      if (own.length > 0) sides.set(i, new Set(own))
    })
  }
  const number = (card: Card): number => numberOf.get(card) ?? 0
  const used: CardPair[] = []
  const ordered = sortBy(
    pairs,
    (pair) => -pair.score,
    (pair) => number(pair.a),
    (pair) => number(pair.b),
    (pair) => pair.reason
  )
  for (const pair of ordered) {
    if (pair.score < enough) continue
    const left = components.rootOf(number(pair.a))
    const right = components.rootOf(number(pair.b))
    if (left === right) continue
    const both = new Set([...(sides.get(left) ?? []), ...(sides.get(right) ?? [])])
    if ([...both].some((side) => side.endsWith('a') && both.has(`${side.slice(0, -1)}b`))) continue
    components.join(left, right)
    if (both.size > 0) sides.set(components.rootOf(left), both)
    used.push(pair)
  }
  const why = new Map<Card, CardPair>()
  for (const pair of used) {
    for (const card of [pair.a, pair.b]) if (!why.has(card)) why.set(card, pair)
  }
  const groups = groupBy(cards, (card) => components.rootOf(number(card)))
  return sortBy(groups, ([root]) => root).map(([, members]) => ({ cards: members, why }))
}

function project(cards: readonly Card[], joined: readonly Joined[]): Identity {
  const drafts = joined.map((group) => ({ ...group, entity: describe(group.cards) }))
  const entities: Entity[] = []
  const idOf = new Map<Card, EntityId>()
  const merges: Merge[] = []
  for (const [, same] of sortBy(
    groupBy(drafts, (draft) => draft.entity.id),
    ([id]) => id
  )) {
    // The one that more articles name keeps the plain id.
    const ranked = sortBy(
      same,
      (draft) => (draft.entity.known ? 0 : 1),
      (draft) => -draft.cards.length,
      (draft) => draft.cards[0]?.article ?? '',
      (draft) => draft.cards[0]?.local ?? ''
    )
    ranked.forEach((draft, i) => {
      const { known: _known, ...entity } = draft.entity
      const id = i === 0 ? entity.id : `${entity.id}-${articleHash(draft.cards[0])}`
      entities.push({ ...entity, id: unique(id, i, draft.cards[0]) })
      for (const card of draft.cards) idOf.set(card, unique(id, i, draft.cards[0]))
      merges.push(...mergesOf(draft.cards, draft.why, unique(id, i, draft.cards[0])))
    })
  }
  const entityOf: Record<ArticleId, Record<EntityId, EntityId>> = {}
  for (const card of cards) {
    const own = entityOf[card.article] ?? {}
    own[card.local] = idOf.get(card) ?? card.local
    entityOf[card.article] = own
  }
  return {
    entities: sortBy(entities, (entity) => entity.id),
    entityOf,
    merges: sortBy(
      merges,
      (merge) => merge.to,
      (merge) => merge.article ?? '',
      (merge) => merge.from,
      (merge) => merge.name
    )
  }
}

/** Two namesakes may stand in one article. */
function unique(id: EntityId, rank: number, card: Card | undefined): EntityId {
  return rank === 0 || card === undefined || id.endsWith(card.local) ? id : `${id}-${card.local}`
}

function articleHash(card: Card | undefined): string {
  return (card?.article ?? '').replace(/^article\//, '').slice(0, 8)
}

function describe(cards: readonly Card[]): Entity & { known: boolean } {
  const first = cards[0]
  const ids = new Set(cards.flatMap((card) => (card.known === null ? [] : [card.known.id])))
  const known = ids.size === 1 ? (cards.find((card) => card.known !== null)?.known ?? null) : null
  const nameless = first?.nameless === true
  const name = known?.name ?? bestName(cards)
  const names = sortedTexts(
    cards.flatMap((card) => (card.nameless ? [card.name] : card.forms.map((form) => form.printed)))
  )
  return {
    id: nameless && first !== undefined ? `${first.local}-${articleHash(first)}` : (known?.id ?? slug(name)),
    type: known?.type ?? commonType(cards),
    name,
    otherNames: names.filter((each) => each !== name),
    exactMatch: known?.exactMatch ?? [],
    latitude: known?.latitude ?? null,
    longitude: known?.longitude ?? null,
    kind: known?.kind ?? null,
    known: known !== null
  }
}

/** A full name that most articles use, rather than an acronym or a surname. */
function bestName(cards: readonly Card[]): string {
  const counts = new Map<string, { printed: string; count: number; full: boolean }>()
  for (const card of cards) {
    const form = card.forms[0]
    const printed = form?.printed ?? card.name
    const full = form !== undefined && !form.acronym && (card.family !== 'person' || form.words.length > 1)
    const known = counts.get(printed) ?? { printed, count: 0, full }
    counts.set(printed, { ...known, count: known.count + 1 })
  }
  const [best] = sortBy(
    counts.values(),
    (each) => (each.full ? 0 : 1),
    (each) => -each.count,
    (each) => -each.printed.length,
    (each) => each.printed
  )
  return best?.printed ?? ''
}

function commonType(cards: readonly Card[]): EntityType {
  const counts = new Map<EntityType, number>()
  for (const card of cards) counts.set(card.type, (counts.get(card.type) ?? 0) + Math.max(1, card.mentions))
  return (
    sortBy(
      counts,
      ([, count]) => -count,
      ([type]) => type
    )[0]?.[0] ?? 'organization'
  )
}

function mergesOf(cards: readonly Card[], why: ReadonlyMap<Card, CardPair>, to: EntityId): Merge[] {
  return cards.flatMap((card): Merge[] => {
    const pair = why.get(card)
    const printed = card.forms[0]?.printed ?? card.name
    const row = { article: card.article, name: card.name, from: card.local, to }
    if (pair !== undefined && (card.known === null || pair.reason.startsWith('user:'))) {
      return [{ ...row, reason: pair.reason, score: pair.score }]
    }
    if (card.known !== null && (cards.length > 1 || card.local !== to)) {
      const name = card.known.name
      return [{ ...row, reason: name === printed ? 'gazetteer' : `gazetteer: a name of "${name}"`, score: 1 }]
    }
    return []
  })
}
