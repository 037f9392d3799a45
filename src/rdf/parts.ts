/**
 * The graph's files in parts, so that several threads can write them: what comes of one article, and what comes of all together.
 * Put one after another between head and tail they are the same bytes as the whole written at once.
 */
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { ArticleId, ArticleRecord, Claim, ClaimId, Copy, Resolved, StatementId } from '../model.js'
import { listsBy } from '../resolve/components.js'
import { PackedTexts } from '../resolve/packedTexts.js'
import { articleQuads } from './articleQuads.js'
import { EvidenceNodes } from './evidenceNodes.js'
import { jsonldContext, jsonldFrame, jsonldTrees } from './jsonld.js'
import { claimsInOrder, type EntityWithMerges, entitiesInOrder, type GraphOptions } from './quads.js'
import { claimQuads, entityQuads, order } from './resolvedQuads.js'
import { sections } from './sections.js'
import { speller } from './spell.js'
import { tableOf } from './table.js'
import { checkBase, defaultBase, idIri } from './terms.js'
import { nquadsOf, prefixesOf, prefixLines, trigOf, turtleOf } from './write.js'

/** What an article's quads need to know beside its record; plain values that can be sent to another thread. */
export interface ArticleSlice {
  /** The claims of its statements. */
  readonly claims: readonly (readonly [StatementId, readonly ClaimId[]])[]
  /** The copies that it is. */
  readonly copies: readonly Copy[]
  /** The IRIs of the sentences of the articles that it copies. */
  readonly originals: readonly (readonly [ArticleId, readonly string[]])[]
}

export const graphFiles = ['graph.ttl', 'graph.trig', 'graph.nq', 'graph.jsonld'] as const
export type GraphFile = (typeof graphFiles)[number]
export type Bodies = Readonly<Record<GraphFile, string>>

/** Writes the quads of an article, or what closes the files. Made once for many: it keeps how the vocabulary is spelt. */
export type PartWriter = (quads: Iterable<Quad>) => Bodies

/** @example partWriter(options)(articleQuadsOf(record, slice, options)) */
export function partWriter({ base = defaultBase }: GraphOptions = {}): PartWriter {
  const spell = speller(prefixesOf(base))
  const context = jsonldContext({ base })
  return (quads) => {
    const bodies = { 'graph.ttl': '', 'graph.trig': '', 'graph.nq': '', 'graph.jsonld': '' }
    for (const section of sections(quads)) {
      const table = tableOf(section.quads, spell)
      const turtle = turtleOf(table)
      bodies['graph.ttl'] += turtle
      bodies['graph.trig'] += trigOf(table, turtle)
      bodies['graph.nq'] += nquadsOf(table)
      spell.forget()
      for (const tree of jsonldTrees(section, context)) {
        bodies['graph.jsonld'] += bodies['graph.jsonld'] === '' ? tree : `,${tree}`
      }
    }
    return bodies
  }
}

/** @param record with ids that hold over all articles */
export function articlePartQuads(
  record: ArticleRecord,
  slice: ArticleSlice,
  options: GraphOptions = {}
): Iterable<Quad> {
  const base = checkBase(options.base ?? defaultBase)
  const claims = new Map(slice.claims)
  const originals = new Map<string, readonly string[]>(slice.originals)
  const context = {
    base,
    rdf12: options.rdf12 ?? false,
    claimsOf: (statement: StatementId) => claims.get(statement) ?? [],
    copies: slice.copies,
    sentenceOf: (article: string, number: number) => {
      const iri = originals.get(article)?.[number]
      return iri === undefined ? null : DataFactory.namedNode(iri)
    }
  }
  return articleQuads(record, context)
}

/** What is told after all articles, in parts that can be sent to other threads. */
export interface Closing {
  readonly claims: readonly Claim[]
  readonly entities: readonly EntityWithMerges[]
}

/** So many claims or entities are in one part: their quads are about as many as those of a few articles. */
const thingsPerPart = 500

/** Claims, then entities, in as many parts as are needed to hold few of them at a time. */
export function* closingParts(resolution: Resolved): Iterable<Closing> {
  for (const claims of inParts(claimsInOrder(resolution))) yield { claims, entities: [] }
  for (const entities of inParts(entitiesInOrder(resolution))) yield { claims: [], entities }
}

export function closingQuads({ claims, entities }: Closing, options: GraphOptions = {}): Quad[] {
  const base = checkBase(options.base ?? defaultBase)
  return [
    ...claims.flatMap((claim) => claimQuads(claim, base)),
    ...entities.flatMap(({ entity, merges }) => entityQuads(entity, merges, base))
  ]
}

function* inParts<Thing>(things: Iterable<Thing>): Iterable<Thing[]> {
  let part: Thing[] = []
  for (const thing of things) {
    part.push(thing)
    if (part.length < thingsPerPart) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}

/** What stands before the first part of each file, and after the last. */
export function framesOf({ base = defaultBase }: GraphOptions = {}): Readonly<Record<GraphFile, Frame>> {
  const turtle = { head: prefixLines(base), tail: '' }
  return {
    'graph.ttl': turtle,
    'graph.trig': turtle,
    'graph.nq': { head: '', tail: '' },
    'graph.jsonld': jsonldFrame(jsonldContext({ base }))
  }
}

export interface Frame {
  readonly head: string
  readonly tail: string
}

/** In JSON a comma stands between parts. */
export function joint(file: GraphFile, isFirst: boolean): string {
  return file === 'graph.jsonld' && !isFirst ? ',' : ''
}

/**
 * The slices of all articles, by article. Holds little more than the ids of claims and statements, packed.
 *
 * @param originalOf the record of an article that others copy
 */
export function slicesOf(
  resolution: Resolved,
  originalOf: (article: ArticleId) => ArticleRecord | undefined,
  options: GraphOptions = {}
): (article: ArticleId) => ArticleSlice {
  const base = checkBase(options.base ?? defaultBase)
  const claimsIn = claimsByArticle(resolution.claims)
  const copiesOf = new Map<ArticleId, Copy[]>()
  for (const copy of [...resolution.copies].sort((a, b) => order(a.of, b.of))) {
    copiesOf.set(copy.from, [...(copiesOf.get(copy.from) ?? []), copy])
  }
  return (article) => {
    const copies = copiesOf.get(article) ?? []
    return {
      claims: claimsIn(article),
      copies,
      originals: copies.flatMap(({ of }) => {
        const record = originalOf(of)
        return record === undefined ? [] : [[of, sentenceIris(record, base)] as const]
      })
    }
  }
}

const behindArticle = '#statement='

/** The claims of an article's statements, each statement's in order. */
function claimsByArticle(claims: Iterable<Claim>): (article: ArticleId) => [StatementId, ClaimId[]][] {
  const numberOf = new Map<string, number>()
  // One of each for every statement of a claim: its article, its claim, and what its id has behind the article's.
  const articleOf: number[] = []
  const claimOf: number[] = []
  const rests = new PackedTexts()
  const ids = new PackedTexts()
  for (const { id, statements } of claims) {
    const claim = ids.add(id.slice('claim/'.length))
    for (const statement of statements) {
      const at = statement.indexOf(behindArticle)
      const article = statement.slice(0, at)
      const number = numberOf.get(article) ?? numberOf.size
      numberOf.set(article, number)
      articleOf.push(number)
      claimOf.push(claim)
      rests.add(statement.slice(at + behindArticle.length))
    }
  }
  const placesOf = listsBy(numberOf.size, articleOf.length, (place) => articleOf[place] ?? 0)
  return (article) => {
    const number = numberOf.get(article)
    const found = new Map<StatementId, ClaimId[]>()
    for (const place of number === undefined ? [] : placesOf(number)) {
      const statement: StatementId = `${article}${behindArticle}${rests.at(place)}`
      const claim: ClaimId = `claim/${ids.at(claimOf[place] ?? 0)}`
      found.set(statement, [...(found.get(statement) ?? []), claim].sort(order))
    }
    return [...found]
  }
}

function sentenceIris({ article, sentences }: ArticleRecord, base: string): string[] {
  const nodes = new EvidenceNodes(article, sentences, DataFactory.namedNode(idIri(base, article.id).value))
  return sentences.map((sentence) => nodes.node(sentence).value)
}
