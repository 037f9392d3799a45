/**
 * Records of many articles → who is who, which article repeats which, and which statements make one claim.
 *
 * Sees records and the gazetteer, nothing else; the order of the records does not matter.
 */
import type { ArticleId, ArticleRecord, Claim, ClaimId, EntityId, Resolution } from '../model.js'
import type { Gazetteer } from '../names/types.js'
import { cardsOf } from './cards.js'
import { type Group, groupPropositions } from './claims.js'
import { articleCardOf, findCopies } from './copies.js'
import type { Decision } from './decisions.js'
import { resolveIdentity } from './entities.js'
import { hashText, hex } from './hash.js'
import { byText, sortBy, sortedTexts } from './order.js'
import { originsOf, speakersIn } from './origins.js'
import { type Proposition, propositionsOf } from './propositions.js'

export interface ResolveOptions {
  readonly gazetteer?: Gazetteer
  /** What the user forces and forbids, from `parseDecisions`. */
  readonly decisions?: readonly Decision[]
}

const nothingKnown: Gazetteer = { lookup: () => [] }

/** @throws Error if two records are of the same article */
export function resolve(records: readonly ArticleRecord[], options: ResolveOptions = {}): Resolution {
  const { gazetteer = nothingKnown, decisions = [] } = options
  const ordered = sortBy(records, (record) => record.article.id)
  ordered.forEach((record, i) => {
    if (ordered[i - 1]?.article.id === record.article.id) {
      throw new Error(`two records of the article ${record.article.doc} (${record.article.id}): leave one out`)
    }
  })
  const cards = ordered.map((record) => cardsOf(record, gazetteer))
  const identity = resolveIdentity(cards.flat(), decisions)
  const copies = findCopies(ordered.map(articleCardOf))
  const copyOf = new Map(copies.map((copy) => [copy.from, copy]))
  const propositions = ordered.flatMap((record, i) => propositionsOf(record, cards[i] ?? []))
  const entity = (article: ArticleId, local: EntityId): EntityId => identity.entityOf[article]?.[local] ?? local
  const claims = groupPropositions(propositions).map((group) => claimOf(group, entity, (id) => id, copyOf))
  return {
    entities: identity.entities,
    entityOf: identity.entityOf,
    merges: identity.merges,
    claims: sortBy(claims, (claim) => claim.id),
    copies
  }
}

function claimOf(
  { members, joins }: Group,
  entity: (article: ArticleId, local: EntityId) => EntityId,
  sideOf: (id: EntityId) => EntityId,
  copies: ReadonlyMap<ArticleId, Resolution['copies'][number]>
): Claim {
  const statements = sortedTexts(members.map((each) => each.id))
  const [first] = sortBy(
    members,
    (each) => (each.published === '' ? '9' : each.published),
    (each) => (copies.has(each.article) ? 1 : 0),
    (each) => each.id
  )
  const [fullest] = sortBy(
    members,
    (each) => (each.statement.inside === null ? 1 : 0),
    (each) => -each.stems.size,
    (each) => each.text,
    (each) => each.id
  )
  return {
    id: claimId(members),
    text: (fullest?.text ?? '').replace(/\s+/g, ' '),
    statements,
    articles: sortedTexts(members.map((each) => each.article)),
    origins: originsOf(members, entity, sideOf, copies),
    firstSaid: first === undefined || first.published === '' ? null : first.published,
    firstSaidBy: first === undefined ? null : (speakersIn(first, entity)[0] ?? null),
    deniedBy: sortedTexts(members.filter((each) => each.denies).flatMap((each) => speakersIn(each, entity))),
    joins,
    links: []
  }
}

/** From the smallest statement id, so that a claim keeps its id while its first statement stays. */
function claimId(members: readonly Proposition[]): ClaimId {
  const [first = ''] = members.map((each) => each.id).sort(byText)
  return `claim/${hex(hashText(first))}${hex(hashText(first, 1))}${hex(hashText(first, 2)).slice(0, 4)}`
}
