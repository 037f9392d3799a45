/**
 * Records of many articles → who is who, which article repeats which, and which statements make one claim.
 *
 * Sees records and the gazetteer, nothing else; the order of the records does not matter. The records are read twice, one after the
 * other, and only cards of them are kept: an iterable that begins anew each time (an array, a file) may hold more than fits into memory.
 */
import type { ArticleId, ArticleRecord, Claim, ClaimId, EntityId, Resolution } from '../model.js'
import type { Gazetteer, GazetteerEntry } from '../names/types.js'
import { type Card, cardsOf } from './cards.js'
import { type Group, groupPropositions, inOrder, originalsOf } from './claims.js'
import { type ArticleCard, articleCardOf, findCopies } from './copies.js'
import type { Decision } from './decisions.js'
import { type Identity, resolveIdentity } from './entities.js'
import { hashText, hex } from './hash.js'
import { linkClaims } from './links.js'
import { byText, sortBy, sortedTexts } from './order.js'
import { originsOf } from './origins.js'
import { type Identified, type Proposition, propositionsOf } from './propositions.js'
import { sidesOf, type Tie, tiesOf } from './sides.js'

export interface ResolveOptions {
  readonly gazetteer?: Gazetteer
  /** What the user forces and forbids, from `parseDecisions`. */
  readonly decisions?: readonly Decision[]
}

const nothingKnown: Gazetteer = { lookup: () => [] }

/** @throws Error if two records are of the same article */
export function resolve(records: Iterable<ArticleRecord>, options: ResolveOptions = {}): Resolution {
  const { gazetteer = nothingKnown, decisions = [] } = options
  const cards: Card[] = []
  const articles: ArticleCard[] = []
  const localTies: { readonly article: ArticleId; readonly ties: readonly Tie[] }[] = []
  const docs = new Map<ArticleId, string>()
  for (const record of records) {
    const { id, doc } = record.article
    if (docs.has(id)) throw new Error(`two records of the article ${doc} (${id}): leave one out`)
    docs.set(id, doc)
    cards.push(...cardsOf(record, gazetteer))
    articles.push(articleCardOf(record))
    localTies.push({ article: id, ties: tiesOf(record) })
  }
  const identity = resolveIdentity(cards, decisions)
  const copies = findCopies(articles)
  const identified = lookupsOf(identity, cards, localTies)
  const propositions: Proposition[] = []
  for (const record of records) {
    const idOf = idsOf(identity, record.article.id)
    propositions.push(...propositionsOf(record, { ...identified, idOf }))
  }
  const copyOf = new Map(copies.map((copy) => [copy.from, copy.of]))
  const originalOf = (article: ArticleId): ArticleId => {
    let at = article
    for (let next = copyOf.get(at); next !== undefined; next = copyOf.get(at)) at = next
    return at
  }
  const groups = groupPropositions(propositions, originalsOf(copies))
  const claims = groups.map((group) => claimOf(group, originalOf))
  const links = linkClaims(groups.map((group, i) => ({ id: claims[i]?.id ?? 'claim/', members: group.members })))
  return {
    entities: identity.entities,
    entityOf: identity.entityOf,
    merges: identity.merges,
    claims: sortBy(claims, (claim) => claim.id).map((claim) => ({ ...claim, links: links.get(claim.id) ?? [] })),
    copies
  }
}

function idsOf(identity: Identity, article: ArticleId): (local: EntityId) => EntityId {
  const ids = identity.entityOf[article] ?? {}
  return (local) => ids[local] ?? local
}

function lookupsOf(
  identity: Identity,
  cards: readonly Card[],
  localTies: readonly { readonly article: ArticleId; readonly ties: readonly Tie[] }[]
): Omit<Identified, 'idOf'> {
  const entries = new Map<EntityId, GazetteerEntry>()
  const named = new Set<EntityId>()
  const typeOf = new Map(identity.entities.map((entity) => [entity.id, entity.type]))
  for (const card of cards) {
    const id = idsOf(identity, card.article)(card.local)
    if (card.known !== null) entries.set(id, card.known)
    if (!card.nameless) named.add(id)
  }
  const ties = localTies.flatMap((each) => {
    const idOf = idsOf(identity, each.article)
    return each.ties.map((tie) => ({ from: idOf(tie.from), to: idOf(tie.to) }))
  })
  return {
    sideOf: sidesOf(ties, entries),
    isNamed: (id) => named.has(id),
    isCountry: (id) => entries.get(id)?.kind === 'country',
    isPlace: (id) => typeOf.get(id) === 'place',
    isOutlet: (id) => typeOf.get(id) === 'outlet'
  }
}

function claimOf({ members, joins }: Group, originalOf: (article: ArticleId) => ArticleId): Claim {
  const [first] = sortBy(
    inOrder(members),
    (each) => (each.published === '' ? '9' : each.published),
    (each) => (originalOf(each.article) === each.article ? 0 : 1),
    // Whoever passes it on says it later.
    (each) => (members.some((other) => other.inside === each.id) ? 1 : 0)
  )
  return {
    id: claimId(members),
    text: textOf(members),
    statements: sortedTexts(members.map((each) => each.id)),
    articles: sortedTexts(members.map((each) => each.article)),
    origins: originsOf(members, originalOf),
    firstSaid: first === undefined || first.published === '' ? null : first.published,
    firstSaidBy: first?.speakers[0]?.id ?? null,
    deniedBy: sortedTexts(
      members.filter((each) => each.act === 'deny').flatMap((each) => each.speakers.map((speaker) => speaker.id))
    ),
    joins: sortBy(
      joins,
      (join) => join.a,
      (join) => join.b
    ),
    links: []
  }
}

/** The fullest of the statements that hold no other, in words that need no other sentence where there is one. */
function textOf(members: readonly Proposition[]): string {
  const outer = new Set(members.flatMap((each) => each.inside ?? []))
  const [fullest] = sortBy(
    members,
    (each) => (outer.has(each.id) ? 1 : 0),
    (each) => (each.act === 'deny' ? 1 : 0),
    (each) => (/^["“']?(?:he|it|she|they|to)\b/i.test(each.text) ? 1 : 0),
    (each) => -Math.min(each.tokens.length, 12),
    (each) => each.text.length,
    (each) => each.text
  )
  return fullest?.text ?? ''
}

/** From the smallest statement id, so that a claim keeps its id while its first statement stays. */
function claimId(members: readonly Proposition[]): ClaimId {
  const [first = ''] = members.map((each) => each.id).sort(byText)
  return `claim/${hex(hashText(first))}${hex(hashText(first, 1))}${hex(hashText(first, 2)).slice(0, 4)}`
}
