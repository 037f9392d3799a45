/** Records and their resolution → the figures that a user sees first. Counts everything, what is missing too. */
import type { Act, ArticleId, ArticleRecord, Failure, Mode, Resolved } from './model.js'

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

/** What is counted of records as they are read; one that is read again counts once. */
export class Tally {
  /** How many statements each article has. */
  readonly statementsOf = new Map<ArticleId, number>()
  readonly modes = new Map<Mode, number>()
  readonly acts = new Map<Act, number>()
  sentences = 0
  statements = 0
  withoutSource = 0
  withoutDate = 0
  withoutPublisher = 0

  add({ article, sentences, statements }: ArticleRecord): void {
    if (this.statementsOf.has(article.id)) return
    this.statementsOf.set(article.id, statements.length)
    this.sentences += sentences.length
    this.statements += statements.length
    if (article.published === null) this.withoutDate++
    if (article.publisher === null) this.withoutPublisher++
    for (const { mode, act, source } of statements) {
      this.modes.set(mode, (this.modes.get(mode) ?? 0) + 1)
      this.acts.set(act, (this.acts.get(act) ?? 0) + 1)
      if (source.length === 0) this.withoutSource++
    }
  }
}

export function summarize(tally: Tally, resolution: Resolved, failures: readonly Failure[]): Omit<Summary, 'drawn'> {
  let [shared, links] = [0, 0]
  for (const claim of resolution.claims) {
    if (claim.articles.length > 1) shared++
    links += claim.links.length
  }
  const byType = new Map<string, number>()
  for (const { type } of resolution.entities) byType.set(type, (byType.get(type) ?? 0) + 1)
  const count = (...types: string[]): number => types.reduce((sum, type) => sum + (byType.get(type) ?? 0), 0)
  return {
    articles: tally.statementsOf.size,
    sentences: tally.sentences,
    statements: tally.statements,
    modes: mostFirst(tally.modes),
    acts: mostFirst(tally.acts),
    actors: count('person', 'organization', 'armedgroup', 'governmentbody', 'outlet'),
    places: count('place'),
    channels: count('channel'),
    unnamedSources: count('unnamed'),
    withoutSource: tally.withoutSource,
    claims: resolution.claims.length,
    sharedClaims: shared,
    links,
    copies: resolution.copies.length,
    withoutDate: tally.withoutDate,
    withoutPublisher: tally.withoutPublisher,
    failures
  }
}

function mostFirst<Key extends string>(counts: ReadonlyMap<Key, number>): Partial<Record<Key, number>> {
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const tallied: Partial<Record<Key, number>> = {}
  for (const [key, number] of sorted) tallied[key] = number
  return tallied
}
