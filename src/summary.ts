/** Records and their resolution → the figures that a user sees first. Counts everything, what is missing too. */
import type { Act, ArticleRecord, Failure, Mode, Resolved } from './model.js'

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
  /** Articles in the graph files and the page, where there are too many for all to be drawn; the other files hold all. */
  readonly drawn: number
  readonly failures: readonly Failure[]
}

export function summarize(
  records: Iterable<ArticleRecord>,
  resolution: Resolved,
  failures: readonly Failure[]
): Omit<Summary, 'drawn'> {
  const total = { articles: 0, sentences: 0, statements: 0, withoutSource: 0, withoutDate: 0, withoutPublisher: 0 }
  const modes = new Map<Mode, number>()
  const acts = new Map<Act, number>()
  for (const { article, sentences, statements } of records) {
    total.articles++
    total.sentences += sentences.length
    total.statements += statements.length
    if (article.published === null) total.withoutDate++
    if (article.publisher === null) total.withoutPublisher++
    for (const { mode, act, source } of statements) {
      modes.set(mode, (modes.get(mode) ?? 0) + 1)
      acts.set(act, (acts.get(act) ?? 0) + 1)
      if (source.length === 0) total.withoutSource++
    }
  }
  let [shared, links] = [0, 0]
  for (const claim of resolution.claims) {
    if (claim.articles.length > 1) shared++
    links += claim.links.length
  }
  const count = (...types: string[]): number => resolution.entities.filter(({ type }) => types.includes(type)).length
  return {
    articles: total.articles,
    sentences: total.sentences,
    statements: total.statements,
    modes: mostFirst(modes),
    acts: mostFirst(acts),
    actors: count('person', 'organization', 'armedgroup', 'governmentbody', 'outlet'),
    places: count('place'),
    channels: count('channel'),
    unnamedSources: count('unnamed'),
    withoutSource: total.withoutSource,
    claims: resolution.claims.length,
    sharedClaims: shared,
    links,
    copies: resolution.copies.length,
    withoutDate: total.withoutDate,
    withoutPublisher: total.withoutPublisher,
    failures
  }
}

function mostFirst<Key extends string>(counts: ReadonlyMap<Key, number>): Partial<Record<Key, number>> {
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const tallied: Partial<Record<Key, number>> = {}
  for (const [key, number] of sorted) tallied[key] = number
  return tallied
}
