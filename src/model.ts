/**
 * The words of Hearsay as types: what every stage takes and gives. Imports nothing, does nothing.
 *
 * Inside JavaScript every offset is a UTF-16 index into `Article.text`, end exclusive; in every file that Hearsay
 * writes it is a Unicode code point (RFC 5147). `offsets.ts` converts, and nothing else does arithmetic between them.
 */

/** `article/<first 20 hex digits of the SHA-256 of the bytes>` */
export type ArticleId = `article/${string}`
/** `<article id>#statement=<content start>,<content end>,<cue start>`, in code points; without a cue the last is the content start. */
export type StatementId = `${ArticleId}#statement=${string}`
/** `claim/<20 hex digits>` */
export type ClaimId = `claim/${string}`
/** The slug of an entity's best full name: `vyacheslav-gladkov`. */
export type EntityId = string

/** A stretch of `Article.text`: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What is in a text besides the news itself. It is marked, never cut out. */
export type MarkKind = 'date' | 'dateline' | 'credit' | 'debris' | 'caption' | 'title' | 'heading' | 'byline'

/** A stretch of metadata in the text, with what was read from it (an ISO date, a publisher's name, …). */
export interface Mark extends Span {
  readonly kind: MarkKind
  readonly value?: string
}

/** A news text as it was read. Nobody changes `text` afterwards. */
export interface Article {
  readonly id: ArticleId
  /** The file's name without folder and extension; names the article in messages, records and gold files. */
  readonly doc: string
  readonly text: string
  /** Of the bytes as they were read, in hex. */
  readonly sha256: string
  readonly title: string | null
  /** ISO 8601, any precision: `2023`, `2023-05`, `2023-05-23` or a full date and time. */
  readonly published: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly authors: readonly string[]
  /** BCP 47, `en` unless told otherwise. */
  readonly language: string
  readonly marks: readonly Mark[]
}

export interface Token extends Span {
  /** Exactly `text.slice(start, end)`. */
  readonly text: string
  /** `text` in small letters, which most rules ask for. */
  readonly lower: string
  /** In small letters. */
  readonly lemma: string
  /** Universal part of speech, as wink-nlp gives it: NOUN, PROPN, VERB, AUX, PRON, DET, ADP, PUNCT, … */
  readonly pos: string
}

/** A sentence and its tokens. Sentences never overlap, are never empty, and neither start nor end with white space. */
export interface Sentence extends Span {
  readonly tokens: readonly Token[]
  /** The number of its paragraph (a run of lines without a line break inside), counted from 0. */
  readonly paragraph: number
  /** The metadata that this sentence is, or null for running text. */
  readonly mark: MarkKind | null
}

export type EntityType =
  | 'person'
  | 'organization'
  | 'armedgroup'
  | 'governmentbody'
  | 'outlet'
  | 'place'
  | 'channel'
  | 'unnamed'

/** A place in the text that names an entity, or points at one. */
export interface Mention extends Span {
  readonly type: EntityType
  readonly kind: 'name' | 'nominal' | 'pronoun'
  readonly entity: EntityId
}

export type Mode = 'direct' | 'indirect' | 'mixed'

export type Act =
  | 'assert'
  | 'claim'
  | 'deny'
  | 'confirm'
  | 'doubt'
  | 'cannot-verify'
  | 'announce'
  | 'believe'
  | 'question'
  | 'order'
  | 'attribute'
  | 'refuse'
  | 'other'

export type HopRole = 'speaker' | 'relayer' | 'channel' | 'outlet'

/** One telling, from whoever said it first (`chain[0]`) outwards. The article itself is not listed. */
export interface Hop extends Span {
  readonly role: HopRole
  readonly entity: EntityId
}

/** A time that the text gives, resolved against the article's date. The span holds the words. */
export interface When extends Span {
  /** What it dates: the saying, or what is told. */
  readonly of: 'said' | 'happened'
  /** First day and last day, ISO 8601 dates, both inclusive; null where the words give no such end. */
  readonly from: string | null
  readonly to: string | null
  readonly precision: 'part-of-day' | 'day' | 'week' | 'month' | 'season' | 'year' | 'vague'
}

/** A count or measure in a content: "at least three people". */
export interface Quantity extends Span {
  readonly number: number
  readonly bound: 'exactly' | 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'about'
  /** The lemma of what is counted: `person`, `house`, `percent`. */
  readonly unit: string
}

/** A word that takes back some of the certainty or turns it round: "reportedly", "has not", "apparently". */
export interface Hedge extends Span {
  readonly kind: 'negation' | 'hedge'
}

/** What the text shows: a source, by a cue, is given a content. Source and cue may be empty, content never is. */
export interface Statement {
  readonly id: StatementId
  /** The number of the sentence that holds the cue (or, without a cue, the content's start). */
  readonly sentence: number
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  readonly mode: Mode
  readonly act: Act
  readonly chain: readonly Hop[]
  /** The calibrated probability that this statement is right, 0 to 1. */
  readonly confidence: number
  readonly when: readonly When[]
  readonly quantities: readonly Quantity[]
  readonly hedges: readonly Hedge[]
  /** Entities that the content names or points at. */
  readonly about: readonly EntityId[]
  /** The statement whose content this one lies in, where there is one: "RIA said that Peskov said that …". */
  readonly inside: StatementId | null
  /** The rule or the model that found it. */
  readonly rule: string
}

export type RelationType =
  | 'holds-role'
  | 'leads'
  | 'spokesperson-of'
  | 'member-of'
  | 'located-in'
  | 'near'
  | 'part-of'
  | 'linked-to'

/** A small fact the text states, in the article's own voice (`statement: null`) or inside a statement. */
export interface Relation extends Span {
  readonly type: RelationType
  readonly subject: EntityId
  /** Null where the text gives a role and no body: "the adviser Mykhailo Podolyak". */
  readonly object: EntityId | null
  /** The words of the role: `governor`, `presidential adviser`. */
  readonly role: string | null
  readonly statement: StatementId | null
}

/** An entity as one article knows it. */
export interface LocalEntity {
  readonly id: EntityId
  readonly type: EntityType
  /** The best full name; for an unnamed source its words: "one woman". */
  readonly name: string
  /** Other names in this article, sorted. */
  readonly otherNames: readonly string[]
  /** How the article's mentions came to be one: "surname of …", "acronym of …", "gazetteer". */
  readonly reasons: readonly string[]
}

/** All that was found in one article, by itself. The unit of caching, exchange and distribution. */
export interface ArticleRecord {
  readonly article: Article
  readonly sentences: readonly Sentence[]
  readonly entities: readonly LocalEntity[]
  readonly mentions: readonly Mention[]
  readonly statements: readonly Statement[]
  readonly relations: readonly Relation[]
}

/** An entity over all articles. */
export interface Entity {
  readonly id: EntityId
  readonly type: EntityType
  readonly name: string
  readonly otherNames: readonly string[]
  /** IRIs of the same thing elsewhere (Wikidata). */
  readonly exactMatch: readonly string[]
  readonly latitude: number | null
  readonly longitude: number | null
  /** Whether it is a country, a region, a city, …, where the gazetteer says so. */
  readonly kind: string | null
}

/** Why two names are one entity (or are kept apart). One row of `identity.tsv`. */
export interface Merge {
  /** A name as an article has it, and where. */
  readonly article: ArticleId | null
  readonly name: string
  readonly from: EntityId
  readonly to: EntityId
  /** `gazetteer`, `same name`, `spelling`, `acronym`, `surname`, `user`, … */
  readonly reason: string
  /** 0 to 1. */
  readonly score: number
}

export type LinkType = 'contradicts' | 'denies' | 'updates' | 'supports'

export interface ClaimLink {
  readonly type: LinkType
  readonly to: ClaimId
  readonly reason: string
  /** One statement on either side that shows it. */
  readonly evidence: readonly [StatementId, StatementId]
}

/** Why two statements are one claim. */
export interface Join {
  readonly a: StatementId
  readonly b: StatementId
  readonly reason: string
  readonly score: number
}

/** What is said, shared by the statements that say it; and how many independent origins it has. */
export interface Claim {
  readonly id: ClaimId
  /** The words of the fullest statement. */
  readonly text: string
  readonly statements: readonly StatementId[]
  readonly articles: readonly ArticleId[]
  /** Each origin is the entities and articles through which one independent telling came. */
  readonly origins: readonly (readonly (EntityId | ArticleId)[])[]
  readonly firstSaid: string | null
  readonly firstSaidBy: EntityId | null
  readonly deniedBy: readonly EntityId[]
  readonly joins: readonly Join[]
  readonly links: readonly ClaimLink[]
}

/** One article repeats another: verbatim (reprint) or in other words (rewrite). */
export interface Copy {
  readonly from: ArticleId
  readonly of: ArticleId
  readonly kind: 'reprint' | 'rewrite'
  /** Pairs of sentence numbers, `from` first. */
  readonly sentences: readonly (readonly [number, number])[]
  readonly reason: string
}

/** Items one after another, as often as one likes: an array, or lines of a file that are read when they are asked for. */
export interface Sequence<Item> extends Iterable<Item> {
  readonly length: number
}

/** What `resolve` makes of many records. Statement and article ids point into the records. */
export interface Resolution<
  Claims extends Sequence<Claim> = readonly Claim[],
  Entities extends Sequence<Entity> = readonly Entity[],
  Merges extends Sequence<Merge> = readonly Merge[]
> {
  /** As claims. */
  readonly entities: Entities
  /** From an article's local entity id to the entity over all articles: `entityOf[articleId][localId]`. */
  readonly entityOf: Readonly<Record<ArticleId, Readonly<Record<EntityId, EntityId>>>>
  /** As claims; what is no array comes ordered by the entity's id. */
  readonly merges: Merges
  /** An array may be in any order; what is no array comes ordered by id. */
  readonly claims: Claims
  readonly copies: readonly Copy[]
}

/** A resolution that need not be in memory. */
export type Resolved = Resolution<Sequence<Claim>, Sequence<Entity>, Sequence<Merge>>

/** An input that could not be used, or a part of one that was set aside. */
export interface Failure {
  /** The file's name as it was given. */
  readonly input: string
  readonly code: string
  /** What is wrong and what to do, in one sentence. */
  readonly message: string
}
