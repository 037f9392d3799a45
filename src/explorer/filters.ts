/** What the reader has narrowed the page down to, and whether a statement is in it. No choice of a kind means all of that kind. */
import type { Act } from '../model.js'
import type { Edge, Model, Statement } from './model.js'

export interface Filters {
  readonly acts: ReadonlySet<Act>
  /** Numbers of actors: who says it or passes it on. */
  readonly actors: ReadonlySet<number>
  readonly articles: ReadonlySet<number>
  /** ISO days, inclusive; empty is open. */
  readonly from: string
  readonly to: string
}

export const noFilters: Filters = { acts: new Set(), actors: new Set(), articles: new Set(), from: '', to: '' }

export function isFiltering({ acts, actors, articles, from, to }: Filters): boolean {
  return acts.size + actors.size + articles.size > 0 || from !== '' || to !== ''
}

export function passes(statement: Statement, { acts, actors, articles, from, to }: Filters): boolean {
  if (acts.size > 0 && !acts.has(statement.act)) return false
  if (articles.size > 0 && !articles.has(statement.article.number)) return false
  if (actors.size > 0 && !statement.chain.some(({ actor }) => actors.has(actor.number))) return false
  if (from !== '' && !(statement.day >= from)) return false
  return to === '' || (statement.day !== '' && statement.day <= to)
}

export interface Shown {
  readonly statements: readonly Statement[]
  readonly has: (statement: Statement) => boolean
  /** Whether any place that says this edge is in. A fact in the article's own voice is in with its article and day. */
  readonly hasEdge: (edge: Edge) => boolean
}

export function applyFilters(model: Model, filters: Filters): Shown {
  if (!isFiltering(filters)) {
    return { statements: model.statements, has: () => true, hasEdge: () => true }
  }
  const statements = model.statements.filter((statement) => passes(statement, filters))
  const kept = new Set(statements)
  const own = filters.acts.size === 0
  return {
    statements,
    has: (statement) => kept.has(statement),
    hasEdge: ({ evidence, from, to }) =>
      evidence.some(({ article, statement }) => {
        if (statement) return kept.has(statement)
        const day = (article.published ?? '').slice(0, 10)
        if (!own || (filters.from !== '' && !(day >= filters.from))) return false
        if (filters.to !== '' && !(day !== '' && day <= filters.to)) return false
        if (filters.articles.size > 0 && !filters.articles.has(article.number)) return false
        return filters.actors.size === 0 || filters.actors.has(from.number) || filters.actors.has(to.number)
      })
  }
}

/** The set without the value if it was in, else with it. */
export function toggled<Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const changed = new Set(set)
  if (!changed.delete(value)) changed.add(value)
  return changed
}
