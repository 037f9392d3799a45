/** What nodes and edges of both graphs carry: flat columns of text and numbers, as every graph file can hold them. Does nothing. */
import type { MultiDirectedGraph } from 'graphology'
import type { ArticleRecord, EntityType, Resolved } from '../model.js'

export type NodeKind = EntityType | 'statement' | 'claim' | 'article'

export interface NodeAttributes {
  /** A name, or the first words of what was said. */
  label: string
  kind: NodeKind
  /** The whole text of a statement's content or of a claim, the title of an article, other names of an entity. */
  text: string
  /** Of a statement; else empty. */
  act: string
  mode: string
  confidence: number
  /** The id of the article a statement stands in, or of the article itself; else empty. */
  article: string
  /** ISO date from which on this is said: of the saying, or the article's own. Empty when nobody gives one. */
  said: string
  /** How many statements an actor makes or relays, how many a claim or an article holds; 1 for a statement. */
  statements: number
  /** In how many articles it stands. */
  articles: number
  /** Independent origins of a claim; else 0. */
  origins: number
  size: number
  /** Hex, from Okabe and Ito's palette. */
  color: string
  x: number
  y: number
}

/** One place in an article: offsets in code points, end exclusive; `sentence` counts from 0 as in the records. */
export interface Evidence {
  readonly article: string
  readonly doc: string
  readonly sentence: number
  readonly start: number
  readonly end: number
  readonly quote: string
}

export interface EdgeAttributes {
  relation: string
  /** The relation as words. */
  label: string
  article: string
  doc: string
  sentence: number
  start: number
  end: number
  quote: string
  /** How many statements (or mentions, or places) say it; always above zero. */
  weight: number
  confidence: number
  act: string
  /** The id of the statement it was read from, where there is one. */
  statement: string
  said: string
  /** JSON: every place that says it, the first one included. In the provenance graph empty where there is only one. */
  evidence: string
  color: string
}

export type HearsayGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>

/** Records whose entity ids are already those of the resolution, and the resolution. */
export interface GraphInput {
  readonly records: readonly ArticleRecord[]
  readonly resolution: Resolved
}
