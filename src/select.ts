/**
 * Which articles a picture shows when there are too many for one: those whose claims most others share. Everything is in the records,
 * the tables of claims and the RDF; a graph of a million edges is queried, not drawn.
 */
import type { ArticleId, Resolved } from './model.js'

/** @param statements how many statements each article has */
export function articlesToDraw(
  statements: ReadonlyMap<ArticleId, number>,
  resolution: Resolved,
  mostStatements: number
): ReadonlySet<ArticleId> {
  const shared = new Map<ArticleId, number>()
  for (const { articles } of resolution.claims) {
    if (articles.length < 2) continue
    for (const article of articles) shared.set(article, (shared.get(article) ?? 0) + articles.length - 1)
  }
  const ranked = [...statements.keys()].sort((a, b) => {
    return (shared.get(b) ?? 0) - (shared.get(a) ?? 0) || (a < b ? -1 : 1)
  })
  const chosen = new Set<ArticleId>()
  let room = mostStatements
  for (const article of ranked) {
    const count = statements.get(article) ?? 0
    // The first is drawn even where it alone is too large: an empty picture helps nobody.
    if (count > room && chosen.size > 0) continue
    chosen.add(article)
    room -= count
  }
  return chosen
}
