/** Records, read one after the other, and a resolution → what the report says of the statements that it names. */
import type { ArticleId, ArticleRecord, Entity, EntityId, Resolved, Statement, StatementId } from '../model.js'
import { detached } from '../resolve/detached.js'
import { PackedTexts } from '../resolve/packedTexts.js'
import { Voices } from './voices.js'

export interface Quote {
  readonly id: StatementId
  readonly doc: string
  readonly article: ArticleId
  readonly published: string | null
  /** Counted from 1. */
  readonly sentence: number
  readonly act: Statement['act']
  readonly text: string
  readonly cue: string
  /** Who says it; empty where the article names nobody. */
  readonly speakers: readonly string[]
  /** Who passes it on, from inside outwards. */
  readonly through: readonly string[]
  /** The first speaker bears no name. */
  readonly unnamed: boolean
  /** It holds another statement of the same article. */
  readonly passesOn: boolean
}

export interface Gathered {
  readonly quotes: ReadonlyMap<StatementId, Quote>
  readonly docOf: ReadonlyMap<ArticleId, string>
  readonly titleOf: ReadonlyMap<ArticleId, string>
  readonly entities: Names
  readonly unverified: Voices
  readonly unnamed: Voices
  readonly statements: number
}

/** `wanted` are kept, and the first few that could not be verified or have a speaker without a name; all others are only counted. */
export function gatherQuotes(
  records: Iterable<ArticleRecord>,
  resolution: Resolved,
  wanted: ReadonlySet<StatementId>,
  few: number
): Gathered {
  const entities = namesOf(resolution.entities)
  const quotes = new Map<StatementId, Quote>()
  const docOf = new Map<ArticleId, string>()
  const titleOf = new Map<ArticleId, string>()
  const [unverified, unnamed] = [new Voices(few), new Voices(few)]
  let statements = 0
  for (const record of records) {
    const { article } = record
    docOf.set(article.id, article.doc)
    if (article.title !== null) titleOf.set(article.id, article.title)
    const ids = resolution.entityOf[article.id] ?? {}
    const outer = new Set(record.statements.flatMap((each) => each.inside ?? []))
    const entityOf = (local: EntityId) => entities.get(ids[local] ?? local)
    for (const statement of record.statements) {
      statements++
      const [first] = statement.chain
      const nameless = first !== undefined && entityOf(first.entity)?.unnamed === true
      const open = statement.act === 'cannot-verify' || statement.act === 'doubt'
      if (!nameless && !open && !wanted.has(statement.id)) continue
      const words = (spans: Statement['content']): string =>
        detached(spans.map((span) => article.text.slice(span.start, span.end)).join(' … '))
      const quote: Quote = {
        id: statement.id,
        doc: article.doc,
        article: article.id,
        published: article.published,
        sentence: statement.sentence + 1,
        act: statement.act,
        text: words(statement.content),
        cue: words(statement.cue),
        ...tellersOf(statement, (local) => entityOf(local)?.name ?? local),
        unnamed: nameless,
        passesOn: outer.has(statement.id)
      }
      if (wanted.has(quote.id)) quotes.set(quote.id, quote)
      if (open) unverified.add(quote)
      else if (nameless && !quote.passesOn) unnamed.add(quote)
    }
  }
  return { quotes, docOf, titleOf, entities, unverified, unnamed, statements }
}

export interface Names {
  get(id: string): { readonly name: string; readonly unnamed: boolean } | undefined
}

/** Of all entities, packed: there are more of them than of articles. */
function namesOf(entities: Iterable<Entity>): Names {
  const numberOf = new Map<string, number>()
  const names = new PackedTexts()
  for (const { id, name, type } of entities) numberOf.set(id, names.add(`${type === 'unnamed' ? '-' : '+'}${name}`))
  return {
    get: (id) => {
      const number = numberOf.get(id)
      const text = number === undefined ? undefined : names.at(number)
      return text === undefined ? undefined : { name: text.slice(1), unnamed: text.startsWith('-') }
    }
  }
}

/** Those who speak together stand first in the chain; a chain without a speaker begins with whoever passes it on. */
function tellersOf(
  { chain }: Statement,
  nameOf: (local: EntityId) => string
): { speakers: readonly string[]; through: readonly string[] } {
  const other = chain.findIndex((hop) => hop.role !== 'speaker')
  const end = other === -1 ? chain.length : Math.max(1, other)
  const names = chain.map((hop) => nameOf(hop.entity))
  return { speakers: [...new Set(names.slice(0, end))], through: [...new Set(names.slice(end))] }
}
