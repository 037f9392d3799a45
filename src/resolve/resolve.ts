/**
 * Records of many articles → who is who, which article repeats which, and which statements make one claim.
 *
 * Sees records and the gazetteer, nothing else; the order of the records does not matter. The records are read twice, one after the
 * other, and only cards of them are kept: an iterable that begins anew each time (an array, a file) may hold more than fits into memory.
 */
import { HearsayError } from '../errors.js'
import type { ArticleId, ArticleRecord, Claim, Copy, Entity, Merge, Resolution, Resolved, Sequence } from '../model.js'
import type { Gazetteer } from '../names/types.js'
import { type Card, cardMaker } from './cards.js'
import { claimOf } from './claimOf.js'
import { groupPropositions } from './claims.js'
import { type ArticleCard, articleCardOf, type CopySearch, copiedIn, searchHere } from './copies.js'
import type { Decision } from './decisions.js'
import { ownTexts } from './detached.js'
import { type Named, nameCards } from './entities.js'
import { identifiedBy } from './identified.js'
import { identityInMemory, identityOn, type KeepIdentity } from './identityShelf.js'
import { idsOf } from './ids.js'
import { linkClaims, type Told, toldOf, withLinks } from './links.js'
import { asCopied, type Proposition, propositionsOf } from './propositions.js'
import { type ClaimShelf, claimsInMemory, claimsOn, type Shelf } from './shelf.js'
import { type Tie, tiesBetween, tiesOf } from './sides.js'

export interface ResolveOptions {
  readonly gazetteer?: Gazetteer
  /** What the user forces and forbids, from `parseDecisions`. */
  readonly decisions?: readonly Decision[]
  /** Where copies are looked for meanwhile; here if left out. */
  readonly search?: CopySearch
}

const nothingKnown: Gazetteer = { lookup: () => [] }

/**
 * Records of one article each → entities, claims and copies over all of them.
 *
 * @param records may be read several times
 * @throws HearsayError `duplicate` if two records are of the same article
 * @example resolve(records).claims.filter((claim) => claim.origins.length > 1)
 */
export function resolve(records: Iterable<ArticleRecord>, options: ResolveOptions = {}): Resolution {
  return resolveInto(claimsInMemory(), identityInMemory, records, options)
}

/** As `resolve`, with what is found on a shelf, where it is read anew whenever it is asked for. It must be empty. */
export function resolveOnto(shelf: Shelf, records: Iterable<ArticleRecord>, options: ResolveOptions = {}): Resolved {
  return resolveInto(claimsOn(shelf), identityOn(shelf), records, options)
}

function resolveInto<Claims extends Sequence<Claim>, Entities extends Sequence<Entity>, Merges extends Sequence<Merge>>(
  shelf: ClaimShelf<Claims>,
  keep: KeepIdentity<Entities, Merges>,
  records: Iterable<ArticleRecord>,
  options: ResolveOptions
): Resolution<Claims, Entities, Merges> {
  const { identified, copies: search, ...identity } = identify(records, keep, options)
  const propositions = propositionsIn(records, identity.entityOf, identified)
  const copies = search()
  markCopied(propositions, copies)
  putClaims(propositions, shelf)
  return { ...identity, copies, claims: shelf.all() }
}

function propositionsIn(
  records: Iterable<ArticleRecord>,
  entityOf: Resolved['entityOf'],
  identified: ReturnType<typeof identifiedBy>
): Proposition[] {
  const own = ownTexts()
  const propositions: Proposition[] = []
  for (const record of records) {
    const ids = Object.entries(entityOf[record.article.id] ?? {})
    const idOf = idsOf(Object.fromEntries(ids.map(([local, id]) => [local, own(id)])))
    propositions.push(...propositionsOf(record, { ...identified, idOf }, undefined, own))
  }
  return propositions
}

/** Of few articles anything is copied. Those of one article stand side by side. */
function markCopied(propositions: Proposition[], copies: readonly Copy[]): void {
  const copied = copiedIn(copies)
  for (let from = 0, to = 0; from < propositions.length; from = to) {
    const article = propositions[from]?.article
    while (to < propositions.length && propositions[to]?.article === article) to++
    const known = article === undefined ? undefined : copied.get(article)
    if (known !== undefined) propositions.splice(from, to - from, ...asCopied(propositions.slice(from, to), known))
  }
}

/** What it names falls away at its end: it would be half of what is in memory when the claims are made. */
function identify<Entities extends Sequence<Entity>, Merges extends Sequence<Merge>>(
  records: Iterable<ArticleRecord>,
  keep: KeepIdentity<Entities, Merges>,
  options: ResolveOptions
) {
  const { named, localTies, copies } = nameAll(records, options)
  const identity = keep(named)
  const ties = localTies.flatMap((each) => tiesBetween(each.ties, identity.entityOf[each.article] ?? {}))
  return { ...identity, identified: identifiedBy(named, ties), copies }
}

/** The cards fall away at its end. */
function nameAll(
  records: Iterable<ArticleRecord>,
  options: ResolveOptions
): { named: Named[]; localTies: LocalTies[]; copies: () => readonly Copy[] } {
  const { cards, ...rest } = readCards(records, options)
  return { named: nameCards(cards, options.decisions), ...rest }
}

interface LocalTies {
  readonly article: ArticleId
  readonly ties: readonly Tie[]
}

/** The search for copies has the cards of articles at once, so that they are gone before those of entities are compared. */
function readCards(
  records: Iterable<ArticleRecord>,
  { gazetteer = nothingKnown, search = searchHere }: ResolveOptions
): { cards: Card[]; localTies: LocalTies[]; copies: () => readonly Copy[] } {
  const cardsOf = cardMaker(gazetteer, ownTexts())
  const cards: Card[] = []
  const articles: ArticleCard[] = []
  const localTies: LocalTies[] = []
  const seen = new Set<ArticleId>()
  for (const record of records) {
    const { id, doc } = record.article
    if (seen.has(id))
      throw new HearsayError('duplicate', `two records of this article (${id}): leave one out`, { input: doc })
    seen.add(id)
    for (const card of cardsOf(record)) cards.push(card)
    articles.push(articleCardOf(record))
    const ties = tiesOf(record)
    if (ties.length > 0) localTies.push({ article: id, ties })
  }
  return { cards, localTies, copies: search(articles) }
}

function putClaims(propositions: readonly Proposition[], shelf: ClaimShelf<Sequence<Claim>>): void {
  const told: Told[] = []
  for (const group of groupPropositions(propositions)) {
    const claim = claimOf(group)
    shelf.put(claim)
    told.push(toldOf(claim.id, group.members))
  }
  for (const [id, links] of linkClaims(told)) shelf.change(id, (claim) => withLinks(claim, links))
}
