/**
 * Cards and the pairs that are one → entities over all articles, and why each name is its entity's.
 *
 * Four steps that a cluster can run apart: keys of each card, pairs under each key, one component of pairs after the other made into
 * entities, and ids for those that would bear one id. Better pairs go first; a pair that would join what the user keeps apart is not
 * made. An entity's id is the slug of its best full name, or the gazetteer's; the nameless keep to their article and carry its hash.
 */
import type { ArticleId, Entity, EntityId, EntityType, Merge } from '../model.js'
import { slug } from '../names/slug.js'
import type { GazetteerEntry } from '../names/types.js'
import type { Card } from './cards.js'
import { findComponents, listsBy } from './components.js'
import { type Decision, means } from './decisions.js'
import { type CardPair, matchCards, nameKeys } from './identity.js'
import { NumberedPairs } from './numberedPairs.js'
import { addTo, groupBy, listOf, sortBy, sortedTexts } from './order.js'

/** An entity before it has its id: another one may have the same name. */
export interface Draft {
  /** With the id that it would like to have. */
  readonly entity: Entity
  /** The gazetteer has it, and says what it is. */
  readonly known: boolean
  /** What the gazetteer says of the last of its cards that it knows. */
  readonly entry: GazetteerEntry | null
  /** Some article gives it a name. */
  readonly named: boolean
  /** Ordered by article and local id. */
  readonly members: readonly Member[]
}

/** A card of an entity, and why it is there. */
export interface Member {
  readonly article: ArticleId
  readonly local: EntityId
  readonly name: string
  readonly reason: string | null
  readonly score: number
  /** The reason is worth a word only where the entity has another id than its article gives it. */
  readonly ifRenamed: boolean
}

/** An entity with the id that it has over all articles. */
export type Named = Omit<Draft, 'known'>

/** Under this no pair is joined. */
const enough = 0.7

/** All steps on one machine: the entities in the order of their ids. */
export function nameCards(cards: readonly Card[], decisions: readonly Decision[] = []): Named[] {
  const drafts = draftsOf(inOrder(cards), decisions)
  const named = [...groupBy(drafts, (draft) => draft.entity.id).values()].flatMap(nameEntities)
  return sortBy(named, (each) => each.entity.id)
}

function draftsOf(ordered: readonly Card[], decisions: readonly Decision[]): Draft[] {
  const numberOf = new Map(ordered.map((card, i) => [card, i]))
  const number = (card: Card): number => numberOf.get(card) ?? 0
  const pairs = new NumberedPairs()
  for (const [key, group] of sharedKeys(ordered, decisions)) {
    for (const { a, b, reason, score } of matchIdentity(key, group, decisions)) {
      pairs.add(number(a), number(b), score, reason)
    }
  }
  const components = findComponents(ordered.length)
  for (let pair = 0; pair < pairs.length; pair++) components.join(pairs.firstOf(pair), pairs.secondOf(pair))
  const cardsOf = listsBy(ordered.length, ordered.length, (card) => components.rootOf(card))
  const pairsOf = listsBy(ordered.length, pairs.length, (pair) => components.rootOf(pairs.firstOf(pair)))
  const drafts: Draft[] = []
  for (let root = 0; root < ordered.length; root++) {
    if (components.rootOf(root) !== root) continue
    const own = cardsOf(root).flatMap((card) => ordered[card] ?? [])
    const reasons = pairsOf(root).flatMap((pair): CardPair[] => {
      const [a, b] = [ordered[pairs.firstOf(pair)], ordered[pairs.secondOf(pair)]]
      return a === undefined || b === undefined
        ? []
        : [{ a, b, score: pairs.scoreOf(pair), reason: pairs.reasonOf(pair) }]
    })
    for (const draft of mergeCards(own, reasons, decisions)) drafts.push(draft)
  }
  return drafts
}

/**
 * The cards under each key that several have. Keys are made once for all cards that share their forms, and so are of one name: a well-known
 * one has a card in every article.
 */
function* sharedKeys(cards: readonly Card[], decisions: readonly Decision[]): Iterable<[string, readonly Card[]]> {
  const numberOf = new Map<Card['forms'], number>()
  const first = new Map<string, number>()
  const others = new Map<string, number[]>()
  for (const card of cards) {
    if (numberOf.has(card.forms)) continue
    const number = numberOf.size
    numberOf.set(card.forms, number)
    for (const key of nameKeys(card)) {
      if (first.has(key)) addTo(others, key, number)
      else first.set(key, number)
    }
  }
  const cardsOf = listsBy(numberOf.size, cards.length, (card) => numberOf.get(cards[card]?.forms ?? []) ?? 0)
  for (const [key, number] of first) {
    const group = [number, ...(others.get(key) ?? [])].flatMap(cardsOf).flatMap((card) => cards[card] ?? [])
    if (group.length > 1) yield [key, group]
  }
  for (const [i, decision] of decisions.entries()) {
    if (!decision.same) continue
    yield [`${byUser}${i}`, cards.filter((card) => means(decision.a, card) || means(decision.b, card))]
  }
}

function inOrder(cards: readonly Card[]): Card[] {
  return sortBy(
    cards,
    (card) => card.article,
    (card) => card.local
  )
}

const byUser = 'user '

/** The keys under which a card can meet another that is the same, or that the user says is. */
export function identityKeys(card: Card, decisions: readonly Decision[]): string[] {
  const meant = decisions.flatMap((decision, i) =>
    decision.same && (means(decision.a, card) || means(decision.b, card)) ? [`${byUser}${i}`] : []
  )
  return [...nameKeys(card), ...meant]
}

/** The pairs under one key that are good enough to join. The cards may come in any order. */
export function matchIdentity(key: string, cards: readonly Card[], decisions: readonly Decision[]): CardPair[] {
  if (cards.length < 2) return []
  if (key.startsWith(byUser)) return forced(inOrder(cards), decisions[Number(key.slice(byUser.length))])
  const vetoes = decisions.filter((each) => !each.same)
  return partsOf(inOrder(cards), vetoes)
    .flatMap((part) => matchCards(key, part))
    .filter((pair) => pair.score >= enough)
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

function forced([first, ...rest]: readonly Card[], decision: Decision | undefined): CardPair[] {
  if (first === undefined || decision === undefined) return []
  return rest.map((b): CardPair => ({ a: first, b, reason: `user: "${decision.a}" is "${decision.b}"`, score: 1 }))
}

/** One component of pairs → its entities. */
export function mergeCards(
  cards: readonly Card[],
  pairs: readonly CardPair[],
  decisions: readonly Decision[]
): Draft[] {
  // Most stand alone.
  if (cards.length === 1) return [draftFrom(cards, new Map())]
  const vetoes = decisions.filter((each) => !each.same)
  const ordered = inOrder(cards)
  const numberOf = new Map(ordered.map((card, i) => [card, i]))
  const number = (card: Card): number => numberOf.get(card) ?? 0
  const components = findComponents(ordered.length)
  const sides = new Map<number, Set<string>>()
  if (vetoes.length > 0) {
    ordered.forEach((card, i) => {
      const own = sidesOf(card, vetoes)
      if (own.length > 0) sides.set(i, new Set(own))
    })
  }
  const why = new Map<Card, CardPair>()
  const bestFirst = sortBy(
    pairs,
    (pair) => -pair.score,
    (pair) => number(pair.a),
    (pair) => number(pair.b),
    (pair) => pair.reason
  )
  for (const pair of bestFirst) {
    const left = components.rootOf(number(pair.a))
    const right = components.rootOf(number(pair.b))
    if (left === right) continue
    const both = new Set([...(sides.get(left) ?? []), ...(sides.get(right) ?? [])])
    if ([...both].some((side) => side.endsWith('a') && both.has(`${side.slice(0, -1)}b`))) continue
    components.join(left, right)
    if (both.size > 0) sides.set(components.rootOf(left), both)
    for (const card of [pair.a, pair.b]) if (!why.has(card)) why.set(card, pair)
  }
  const groups = groupBy(ordered, (card) => components.rootOf(number(card)))
  return [...groups.values()].map((group) => draftFrom(group, why))
}

function draftFrom(cards: readonly Card[], why: ReadonlyMap<Card, CardPair>): Draft {
  const ids = new Set(cards.flatMap((card) => (card.known === null ? [] : [card.known.id])))
  const known = ids.size === 1 ? (cards.find((card) => card.known !== null)?.known ?? null) : null
  return {
    entity: describe(cards, known),
    known: known !== null,
    entry: cards.findLast((card) => card.known !== null)?.known ?? null,
    named: cards.some((card) => !card.nameless),
    members: cards.map((card) => memberOf(card, why.get(card), cards.length > 1))
  }
}

function memberOf(card: Card, pair: CardPair | undefined, shared: boolean): Member {
  const own = { article: card.article, local: card.local, name: card.name }
  if (pair !== undefined && (card.known === null || pair.reason.startsWith('user:'))) {
    return { ...own, reason: pair.reason, score: pair.score, ifRenamed: false }
  }
  if (card.known === null) return { ...own, reason: null, score: 0, ifRenamed: false }
  const { name } = card.known
  const printed = card.forms[0]?.printed ?? card.name
  const reason = name === printed ? 'gazetteer' : `gazetteer: a name of "${name}"`
  return { ...own, reason, score: 1, ifRenamed: !shared }
}

/** Those that would bear one id → each with its own: the one that more articles name keeps the plain id. */
export function nameEntities(drafts: readonly Draft[]): Named[] {
  const ranked = sortBy(
    drafts,
    (draft) => (draft.known ? 0 : 1),
    (draft) => -draft.members.length,
    (draft) => draft.members[0]?.article ?? '',
    (draft) => draft.members[0]?.local ?? ''
  )
  return ranked.map(({ entity, entry, named, members }, i): Named => {
    const [first] = members
    if (i === 0 || first === undefined) return { entity, entry, named, members }
    const id = `${entity.id}-${articleHash(first.article)}`
    // Two namesakes may stand in one article.
    const own = { ...entity, id: id.endsWith(first.local) ? id : `${id}-${first.local}` }
    return { entity: own, entry, named, members }
  })
}

/** Why each name is its entity's, where there is something to tell; by article. */
export function mergesOf({ entity, members }: Named): Merge[] {
  const merges = members.flatMap(({ article, local, name, reason, score, ifRenamed }): Merge[] =>
    reason === null || (ifRenamed && local === entity.id)
      ? []
      : [{ article, name, from: local, to: entity.id, reason, score }]
  )
  return sortBy(
    merges,
    (merge) => merge.article ?? '',
    (merge) => merge.from,
    (merge) => merge.name
  )
}

function articleHash(article: ArticleId): string {
  return article.replace(/^article\//, '').slice(0, 8)
}

function describe(cards: readonly Card[], known: GazetteerEntry | null): Entity {
  const first = cards[0]
  const nameless = first?.nameless === true
  const name = known?.name ?? bestName(cards)
  const names = sortedTexts(
    cards.flatMap((card) => (card.nameless ? [card.name] : card.forms.map((form) => form.printed)))
  )
  return {
    id: nameless && first !== undefined ? `${first.local}-${articleHash(first.article)}` : (known?.id ?? slug(name)),
    type: known?.type ?? commonType(cards),
    name,
    otherNames: listOf(names.filter((each) => each !== name)),
    exactMatch: known?.exactMatch ?? listOf([]),
    latitude: known?.latitude ?? null,
    longitude: known?.longitude ?? null,
    kind: known?.kind ?? null
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
