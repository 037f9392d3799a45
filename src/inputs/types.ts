/** What the readers of the input kinds share. */
import type { Article, Failure } from '../model.js'
import type { ArticleDetails } from '../read/index.js'

export type InputKind = 'text' | 'html' | 'json' | 'jsonl' | 'csv' | 'feed' | 'newsml' | 'warc' | 'zip' | 'gzip'

export const inputKinds: readonly InputKind[] = [
  'text',
  'html',
  'json',
  'jsonl',
  'csv',
  'feed',
  'newsml',
  'warc',
  'zip',
  'gzip'
]

/** A field of an article, as `--map` names it. */
export type FieldName = 'text' | 'html' | 'title' | 'published' | 'publisher' | 'url' | 'authors' | 'language'

export interface InputOptions {
  /** Read it as this, whatever it looks like. */
  readonly kind?: InputKind
  /** Which field of JSON or column of CSV holds what; the usual names are tried where it says nothing. */
  readonly map?: Readonly<Partial<Record<FieldName, string>>>
  /** Take articles in other languages too. */
  readonly anyLanguage?: boolean
}

/** Bytes that are read in pieces, as often as they are asked for. */
export interface InputSource {
  readonly name: string
  chunks(): Iterable<Uint8Array>
  /** Told by readers that need the whole before its first article how much (0 to 1) they have given out. */
  passed?(share: number): void
}

/** An article that was found, before it is read. */
export interface Found {
  /** Names it in messages; its last part names the article. */
  readonly name: string
  readonly text: string
  readonly details: ArticleDetails
}

export type Outcome = Article | Failure

/** Whether `readInput` gave an article or the reason why there is none. */
export const isFailure = (outcome: Outcome): outcome is Failure => 'code' in outcome
