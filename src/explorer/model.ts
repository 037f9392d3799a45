/** The page's things, pointing at one another. Nothing is changed after `readModel` made them. */
import type { Act, EntityType, HopRole, LinkType, Mode } from '../model.js'
import type { PageArticle, PageCopy, Range } from '../render/pageData.js'

export interface Actor {
  readonly number: number
  readonly id: string
  readonly type: EntityType
  readonly name: string
  readonly otherNames: readonly string[]
  readonly exactMatch: readonly string[]
  /** Statements in whose chain it stands. */
  readonly says: Statement[]
  /** Statements whose content is about it. */
  readonly told: Statement[]
  readonly edges: Edge[]
}

export interface Hop {
  readonly role: HopRole
  readonly actor: Actor
  readonly range: Range
}

export interface Statement {
  readonly number: number
  readonly id: string
  /** The id as it stands in a link. */
  readonly key: string
  readonly article: Article
  readonly sentence: number
  readonly source: readonly Range[]
  readonly cue: readonly Range[]
  readonly content: readonly Range[]
  readonly hedges: readonly Range[]
  readonly mode: Mode
  readonly act: Act
  readonly confidence: number
  readonly chain: readonly Hop[]
  readonly about: readonly Actor[]
  readonly times: readonly Time[]
  /** The first day it may have been said: told by the text, else the article's date. Empty if nobody gives one. */
  readonly day: string
  /** That day, or the month or year that is all the text gives, as one reads it. */
  readonly dayWords: string
  readonly dayFrom: 'text' | 'article' | 'nowhere'
  inside: Statement | null
  claim: Claim | null
  /** What is said, on one line. */
  readonly text: string
  /** Who says it, as the text has it: the first hop's name, or the words of the source. */
  readonly who: string
}

export interface Time {
  readonly of: 'said' | 'happened'
  readonly words: string
  readonly from: string | null
  readonly to: string | null
  readonly precision: string
}

export interface Article extends Omit<PageArticle, 'names'> {
  readonly number: number
  /** Its title, or its first words, or its file's name. */
  readonly label: string
  readonly names: readonly { readonly start: number; readonly end: number; readonly actor: Actor }[]
  readonly statements: Statement[]
}

export interface Claim {
  readonly number: number
  readonly id: string
  readonly key: string
  readonly text: string
  readonly statements: readonly Statement[]
  readonly articles: readonly Article[]
  readonly origins: readonly { readonly actors: readonly Actor[]; readonly articles: readonly Article[] }[]
  readonly firstSaid: string | null
  readonly firstSaidBy: Actor | null
  readonly deniedBy: readonly Actor[]
  links: readonly ClaimLink[]
  /** Links of other claims that point here. */
  readonly linkedFrom: (ClaimLink & { readonly from: Claim })[]
}

export interface ClaimLink {
  readonly type: LinkType
  readonly to: Claim
  readonly reason: string
  readonly evidence: readonly Statement[]
}

export interface Evidence {
  readonly article: Article
  readonly sentence: number
  readonly range: Range
  readonly statement: Statement | null
}

export interface Edge {
  readonly number: number
  readonly from: Actor
  readonly to: Actor
  readonly relation: string
  readonly evidence: readonly Evidence[]
}

export interface Copy extends Omit<PageCopy, 'from' | 'of'> {
  readonly from: Article
  readonly of: Article
}

export interface Model {
  readonly title: string
  readonly articles: readonly Article[]
  readonly actors: readonly Actor[]
  readonly statements: readonly Statement[]
  readonly claims: readonly Claim[]
  readonly copies: readonly Copy[]
  readonly nodes: readonly { readonly actor: Actor; readonly x: number; readonly y: number; readonly size: number }[]
  readonly edges: readonly Edge[]
}
