/**
 * Records and what was resolved from them → one stream of quads: articles by id, claims by id, entities by id. Same input, same
 * quads in the same order, whatever the order of the records in an array. Holds one article at a time.
 */
import type { NamedNode, Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { ArticleRecord, Claim, ClaimId, Copy, Entity, Merge, Resolved, StatementId } from '../model.js'
import { articleQuads } from './articleQuads.js'
import { EvidenceNodes } from './evidenceNodes.js'
import { claimQuads, entityQuads, order } from './resolvedQuads.js'
import { checkBase, defaultBase, idIri } from './terms.js'

export interface GraphInput {
  /** With global entity ids. An array is put in order; any other iterable must come ordered by article id, and allow two passes. */
  readonly records: Iterable<ArticleRecord>
  readonly resolution: Resolved
}

export interface GraphOptions {
  /** Under which the data is named. Default `https://w3id.org/hearsay/id/`. */
  readonly base?: string
  /** Reify relations with RDF 1.2's triple terms. Few tools read them yet. */
  readonly rdf12?: boolean
}

/**
 * @throws where `base` is no absolute IRI
 * @example for (const quad of graphQuads({ records, resolution })) dataset.add(quad)
 */
export function* graphQuads({ records, resolution }: GraphInput, options: GraphOptions = {}): Iterable<Quad> {
  const base = checkBase(options.base ?? defaultBase)
  const claimsOf = claimsByStatement(resolution)
  const copiesOf = groupBy([...resolution.copies].sort(byOriginal), (copy) => copy.from)
  const inOrder = Array.isArray(records) ? [...records].sort(byArticle) : records
  const originals = sentencesOf(inOrder, new Set(resolution.copies.map((copy) => copy.of)), base)
  for (const record of inOrder) {
    yield* articleQuads(record, {
      base,
      rdf12: options.rdf12 ?? false,
      claimsOf: (statement: StatementId): readonly ClaimId[] => claimsOf.get(statement) ?? [],
      copies: copiesOf.get(record.article.id) ?? [],
      sentenceOf: (article, number) => originals.get(article)?.[number] ?? null
    })
  }
  yield* resolutionQuads(resolution, options)
}

/** The claims that each statement makes, by id. */
export function claimsByStatement({ claims }: Resolved): ReadonlyMap<StatementId, readonly ClaimId[]> {
  const found = new Map<StatementId, readonly ClaimId[]>()
  for (const { id, statements } of claims) {
    for (const statement of statements) found.set(statement, [...(found.get(statement) ?? []), id].sort(order))
  }
  return found
}

/** Claims by id, then entities by id with their merges. */
export function* resolutionQuads(resolution: Resolved, options: GraphOptions = {}): Iterable<Quad> {
  const base = checkBase(options.base ?? defaultBase)
  for (const claim of claimsInOrder(resolution)) yield* claimQuads(claim, base)
  for (const { entity, merges } of entitiesInOrder(resolution)) yield* entityQuads(entity, merges, base)
}

export function claimsInOrder({ claims }: Resolved): Iterable<Claim> {
  return Array.isArray(claims) ? [...claims].sort((a, b) => order(a.id, b.id)) : claims
}

export interface EntityWithMerges {
  readonly entity: Entity
  readonly merges: readonly Merge[]
}

export function* entitiesInOrder({ entities, merges }: Resolved): Iterable<EntityWithMerges> {
  const sorted = Array.isArray(entities) ? [...entities].sort((a, b) => order(a.id, b.id)) : entities
  const byEntity = Array.isArray(merges) ? [...merges].sort((a, b) => order(a.to, b.to)) : merges
  const mergesInOrder = byEntity[Symbol.iterator]()
  let next = mergesInOrder.next()
  for (const entity of sorted) {
    const own: Merge[] = []
    for (; next.done !== true && order(next.value.to, entity.id) <= 0; next = mergesInOrder.next()) {
      if (next.value.to === entity.id) own.push(next.value)
    }
    yield { entity, merges: own.sort(byMerge) }
  }
}

/** Only of articles that others copy: a copy's evidence points at their sentences, and its own record has only the numbers. */
function sentencesOf(records: Iterable<ArticleRecord>, wanted: ReadonlySet<string>, base: string) {
  const found = new Map<string, NamedNode[]>()
  if (wanted.size === 0) return found
  for (const { article, sentences } of records) {
    if (!wanted.has(article.id)) continue
    const nodes = new EvidenceNodes(article, sentences, DataFactory.namedNode(idIri(base, article.id).value))
    found.set(
      article.id,
      sentences.map((sentence) => nodes.node(sentence))
    )
  }
  return found
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

function byArticle(a: ArticleRecord, b: ArticleRecord): number {
  return order(a.article.id, b.article.id)
}

function byOriginal(a: Copy, b: Copy): number {
  return order(a.of, b.of)
}

function byMerge(a: Merge, b: Merge): number {
  return order(a.from, b.from) || order(a.name, b.name) || order(a.article ?? '', b.article ?? '')
}
