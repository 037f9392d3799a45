/** What is claimed, as stages: propositions of one key → pairs, a component → claims, claims of one key → links, a claim → its links. */
import type { ClaimId, EntityId, StatementId } from '../model.js'
import { readRecord } from '../record/index.js'
import { claimOf } from '../resolve/claimOf.js'
import {
  claimBuckets,
  inOrder,
  type LikePair,
  likePairOf,
  matchClaims,
  mergeClaims,
  relayPairs
} from '../resolve/claims.js'
import { findComponents } from '../resolve/components.js'
import { idsOf } from '../resolve/ids.js'
import type { Comparable } from '../resolve/likeness.js'
import {
  blamingSides,
  type FoundBlame,
  type FoundDenial,
  type FoundLink,
  linkBuckets,
  matchBlames,
  matchLinks,
  mergeLinks,
  sidesIn,
  type Told,
  toldOf,
  withLinks
} from '../resolve/links.js'
import { groupBy } from '../resolve/order.js'
import { type Copied, type Proposition, propositionsOf } from '../resolve/propositions.js'
import type { Identified } from '../resolve/tokens.js'
import { readCopied } from './copies.js'
import { type IdValue, idTable, readId, readSide, type SideValue } from './identity.js'
import { fieldsOf, jsonLine, keyOf, type Stage, Tables } from './lines.js'

const comparable = [
  'id',
  'article',
  'published',
  'act',
  'tokens',
  'parts',
  'quantities',
  'quotes',
  'negative',
  'speakers',
  'inside',
  'company',
  'original'
] as const satisfies readonly (keyof Comparable)[]
const readComparable = fieldsOf<Comparable>(comparable)
const readProposition = fieldsOf<Proposition>([
  ...comparable,
  'text',
  'deed',
  'denied',
  'contrary',
  'originalArticle',
  'chain',
  'doers',
  'isAnswered'
])
export const readClaim = fieldsOf<ReturnType<typeof claimOf>>(['id', 'text', 'statements', 'origins', 'joins', 'links'])

/** What an article's lines tell of its entities. */
function identifiedBy(ids: readonly IdValue[], sides: ReadonlyMap<EntityId, SideValue>): Identified {
  const byId = new Map(ids.map((each) => [each.id, each]))
  return {
    idOf: idsOf(idTable(ids)),
    bodyOf: (id) => sides.get(id)?.body ?? id,
    sideOf: (id) => sides.get(id)?.side ?? id,
    isNamed: (id) => byId.get(id)?.named === true,
    isCountry: (id) => byId.get(id)?.country === true,
    isPlace: (id) => byId.get(id)?.type === 'place',
    isOutlet: (id) => byId.get(id)?.type === 'outlet'
  }
}

/** An article's `record`, `id`s, `side`s and what of it is `copied` → `claim` under each key, `proposition` once, relays as `pair`s. */
export const claimKeysStage: Stage = function* (key, lines) {
  const tables = new Tables(key, lines)
  const sides = new Map(tables.all('side', readSide).map((each) => [each.id, each]))
  const identified = identifiedBy(tables.all('id', readId), sides)
  const [copied] = tables
    .all('copied', readCopied)
    .map(({ article, sentences }): Copied => ({ article, sentences: new Map(sentences) }))
  for (const text of tables.texts('record')) {
    const propositions = propositionsOf(readRecord(text, key), identified, copied)
    for (const each of propositions) {
      yield jsonLine('proposition', each.id, each)
      const value = JSON.stringify(Object.fromEntries(comparable.map((name) => [name, each[name]])))
      for (const bucket of claimBuckets(each)) yield { kind: 'claim', key: keyOf(bucket), value }
    }
    for (const { a, b, score, reason } of relayPairs(propositions)) {
      yield jsonLine('pair', a.id, { a: a.id, b: b.id, reason, score })
    }
  }
}

/** Statements that a key shows to be alike. */
interface AlikeValue {
  /** In order. */
  readonly ids: readonly StatementId[]
  /** Which two of them are a likely pair, by their places; left out where any two are. */
  readonly pairs?: readonly (readonly [number, number])[]
}
const readAlike = fieldsOf<AlikeValue>(['ids'])

/**
 * The `claim` lines of one key → `alike`, once for those that likely pairs hold together. What repeats itself meets under many keys:
 * as one line it is the same line under each, and is easily left out where it came before.
 */
export const claimMatchStage: Stage = function* (key, lines) {
  if (lines.length < 2) return
  const ordered = inOrder(new Tables(key, lines).all('claim', readComparable))
  const pairs = matchClaims(ordered)
  const components = findComponents(ordered.length)
  for (const [a, b] of pairs) components.join(a, b)
  for (const own of groupBy(pairs, ([a]) => components.rootOf(a)).values()) {
    const alike = alikeOf(own, ordered)
    yield jsonLine('alike', alike.ids[0] ?? '', alike)
  }
}

function alikeOf(pairs: readonly (readonly [number, number])[], ordered: readonly Comparable[]): AlikeValue {
  const members = [...new Set(pairs.flat())].sort((a, b) => a - b)
  const placeOf = new Map(members.map((member, place) => [member, place]))
  const ids = members.flatMap((member) => ordered[member]?.id ?? [])
  if (pairs.length === (ids.length * (ids.length - 1)) / 2) return { ids }
  return { ids, pairs: pairs.map(([a, b]) => [placeOf.get(a) ?? 0, placeOf.get(b) ?? 0]) }
}

function pairsIn({ ids, pairs }: AlikeValue): readonly (readonly [number, number])[] {
  return pairs ?? ids.flatMap((_, b) => Array.from({ length: b }, (_, a): [number, number] => [a, b]))
}

const readRelay = fieldsOf<{ a: StatementId; b: StatementId; score: number; reason: string }>([
  'a',
  'b',
  'score',
  'reason'
])

/** Relays, and likely pairs that are none, each once, in order. */
function likePairs(tables: Tables, members: readonly Proposition[]): LikePair[] {
  const known = new Map<string | undefined, Proposition>(members.map((each) => [each.id, each]))
  const relays = tables.all('pair', readRelay).map(({ a, b, ...why }) => ({ a: { id: a }, b: { id: b }, ...why }))
  const found = new Map<string, LikePair>(relays.map((relay) => [`${relay.a.id} ${relay.b.id}`, relay]))
  for (const alike of tables.all('alike', readAlike)) {
    for (const [first, second] of pairsIn(alike)) {
      const [a, b] = [known.get(alike.ids[first]), known.get(alike.ids[second])]
      if (a === undefined || b === undefined) continue
      const name = `${a.id} ${b.id}`
      if (!found.has(name)) found.set(name, likePairOf(a, b))
    }
  }
  return [...found.values()]
}

/** The `proposition`s, `alike`s and relays of one component → `claim`s, each as links need it (`told`), and the claim `of` each statement. */
export const claimMergeStage: Stage = function* (key, lines) {
  const tables = new Tables(key, lines)
  const members = tables.all('proposition', readProposition)
  for (const group of mergeClaims(members, likePairs(tables, members))) {
    const claim = claimOf(group)
    yield jsonLine('claim', claim.id, claim)
    yield jsonLine('told', claim.id, toldOf(claim.id, group.members))
    for (const { id, article } of group.members) yield jsonLine('of', article, { statement: id, claim: claim.id })
  }
}

const readTold = fieldsOf<Told>(['id', 'published', 'articles', 'members'])

/** `told` → `told` under each of its keys, `blamer` under each side that lays something on somebody in it. */
export const linkKeysStage: Stage = function* (key, lines) {
  for (const told of new Tables(key, lines).all('told', readTold)) {
    const value = JSON.stringify(told)
    for (const bucket of linkBuckets(told)) yield { kind: 'told', key: keyOf(bucket), value }
    for (const side of blamingSides(told)) yield { kind: 'blamer', key: side, value }
  }
}

/** The `told` lines of one key → `link`s by the claim that they start from, and `denial`s by the sides of those who deny. */
export const linkMatchStage: Stage = function* (key, lines) {
  if (lines.length < 2) return
  for (const found of matchLinks(new Tables(key, lines).all('told', readTold))) {
    yield jsonLine('link', found.link.from, found.link)
    if (found.link.type !== 'denies') continue
    for (const side of sidesIn(found.by)) yield jsonLine('denial', side, found)
  }
}

const readDenial = fieldsOf<FoundDenial>(['link', 'by', 'on'])

/** The `denial`s and `blamer`s of one side → `blame`s. */
export const blameMatchStage: Stage = function* (key, lines) {
  const tables = new Tables(key, lines)
  const denials = tables.all('denial', readDenial)
  if (denials.length === 0) return
  for (const blame of matchBlames(denials, tables.all('blamer', readTold))) {
    yield jsonLine('blame', blame.link.from, blame)
  }
}

const readLink = fieldsOf<FoundLink>(['from', 'type', 'to', 'reason', 'evidence'])
const readBlame = fieldsOf<FoundBlame>(['link', 'rank'])

/** A `claim`, its `link`s and `blame`s → the whole `claim`. */
export const linkMergeStage: Stage = function* (key, lines) {
  const tables = new Tables(key, lines)
  const links = mergeLinks(tables.all('link', readLink), tables.all('blame', readBlame))
  for (const claim of tables.all('claim', readClaim)) yield jsonLine('claim', claim.id, withLinks(claim, links))
}

export const readOf = fieldsOf<{ statement: Proposition['id']; claim: ClaimId }>(['statement', 'claim'])
