/** Records and their resolution → the figures that a user sees first. Counts everything, what is missing too. */
import type { Act, ArticleRecord, Failure, Mode, Resolution } from './model.js'

export interface Summary {
  readonly articles: number
  readonly sentences: number
  readonly statements: number
  /** Statements by mode and by act, most frequent first. */
  readonly modes: Readonly<Partial<Record<Mode, number>>>
  readonly acts: Readonly<Partial<Record<Act, number>>>
  /** Entities that are people, groups, bodies or outlets. */
  readonly actors: number
  readonly places: number
  readonly channels: number
  /** Sources without a name: "one woman". */
  readonly unnamedSources: number
  /** Statements that do not say whose they are. */
  readonly withoutSource: number
  readonly claims: number
  /** Claims that stand in more than one article. */
  readonly sharedClaims: number
  readonly links: number
  readonly copies: number
  /** Articles that give no date, no publisher. */
  readonly withoutDate: number
  readonly withoutPublisher: number
  readonly failures: readonly Failure[]
}

export function summarize(
  records: readonly ArticleRecord[],
  resolution: Resolution,
  failures: readonly Failure[]
): Summary {
  const statements = records.flatMap((record) => record.statements)
  const count = (...types: string[]): number => resolution.entities.filter(({ type }) => types.includes(type)).length
  return {
    articles: records.length,
    sentences: records.reduce((sum, record) => sum + record.sentences.length, 0),
    statements: statements.length,
    modes: tally(statements.map(({ mode }) => mode)),
    acts: tally(statements.map(({ act }) => act)),
    actors: count('person', 'organization', 'armedgroup', 'governmentbody', 'outlet'),
    places: count('place'),
    channels: count('channel'),
    unnamedSources: count('unnamed'),
    withoutSource: statements.filter(({ source }) => source.length === 0).length,
    claims: resolution.claims.length,
    sharedClaims: resolution.claims.filter(({ articles }) => articles.length > 1).length,
    links: resolution.claims.reduce((sum, { links }) => sum + links.length, 0),
    copies: resolution.copies.length,
    withoutDate: records.filter(({ article }) => article.published === null).length,
    withoutPublisher: records.filter(({ article }) => article.publisher === null).length,
    failures
  }
}

function tally<Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const tallied: Partial<Record<Key, number>> = {}
  for (const [key, number] of sorted) tallied[key] = number
  return tallied
}
