/**
 * What the page carries, as JSON in one data block: articles with their whole texts, statements, claims, entities, copies, and the
 * graph with a place for every node. Entities, articles, statements and claims point at one another by their place in their list; -1 is
 * none. Offsets are UTF-16, because the only reader is the script in the same file.
 */
import type { Act, EntityType, HopRole, LinkType, Mode, When } from '../model.js'

export type Range = readonly [start: number, end: number]

export interface PageArticle {
  readonly id: string
  readonly doc: string
  readonly title: string | null
  /** The first words of the running text: what an article without a title goes by. */
  readonly lead: string
  readonly published: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly authors: readonly string[]
  readonly language: string
  readonly text: string
  readonly sentences: readonly Range[]
  /** Names of actors and places, with the entity's number. */
  readonly names: readonly (readonly [start: number, end: number, entity: number])[]
}

export interface PageEntity {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  readonly otherNames: readonly string[]
  readonly exactMatch: readonly string[]
}

export type PageHop = readonly [role: HopRole, entity: number, start: number, end: number]

export interface PageStatement {
  readonly id: string
  readonly article: number
  readonly sentence: number
  readonly source: readonly Range[]
  readonly cue: readonly Range[]
  readonly content: readonly Range[]
  readonly mode: Mode
  readonly act: Act
  readonly chain: readonly PageHop[]
  readonly confidence: number
  readonly when: readonly When[]
  readonly hedges: readonly Range[]
  readonly about: readonly number[]
  readonly inside: number
}

export interface PageLink {
  readonly type: LinkType
  readonly to: number
  readonly reason: string
  readonly evidence: readonly [number, number]
}

export interface PageClaim {
  readonly id: string
  readonly text: string
  readonly statements: readonly number[]
  readonly articles: readonly number[]
  /** For each origin the names of the entities, and the numbers of the articles, through which it came. */
  readonly origins: readonly { readonly entities: readonly number[]; readonly articles: readonly number[] }[]
  readonly firstSaid: string | null
  readonly firstSaidBy: number
  readonly deniedBy: readonly number[]
  readonly links: readonly PageLink[]
}

export interface PageCopy {
  readonly from: number
  readonly of: number
  readonly kind: 'reprint' | 'rewrite'
  readonly sentences: readonly Range[]
  readonly reason: string
}

export type PageNode = readonly [entity: number, x: number, y: number, size: number]

/** One place that says an edge: the statement where there is one, and the characters. */
export type PageEvidence = readonly [article: number, sentence: number, start: number, end: number, statement: number]

export interface PageEdge {
  readonly from: number
  readonly to: number
  readonly relation: string
  readonly evidence: readonly PageEvidence[]
}

export interface PageData {
  readonly title: string
  readonly articles: readonly PageArticle[]
  readonly entities: readonly PageEntity[]
  readonly statements: readonly PageStatement[]
  readonly claims: readonly PageClaim[]
  readonly copies: readonly PageCopy[]
  readonly nodes: readonly PageNode[]
  /** `from` and `to` are entities. */
  readonly edges: readonly PageEdge[]
}
