/** The page's data, as it lies in the file → the same things pointing at one another. */
import type { PageArticle, PageData, PageEvidence, Range } from '../render/pageData.js'
import type { Actor, Article, Claim, Edge, Evidence, Model, Statement } from './model.js'
import { dayInWords } from './words.js'

export function readModel(data: PageData): Model {
  const actors = data.entities.map((entity, number): Actor => ({ ...entity, number, says: [], told: [], edges: [] }))
  const articles = data.articles.map((article, number) => readArticle(article, number, actors))
  const statements = readStatements(data, articles, actors)
  const claims = readClaims(data, statements, articles, actors)
  const edges: Edge[] = []
  for (const { from, to, relation, evidence } of data.edges) {
    const [a, b] = [actors[from], actors[to]]
    const places = evidence.flatMap((place) => readEvidence(place, articles, statements))
    if (!a || !b || places.length === 0) continue
    const edge = { number: edges.length, from: a, to: b, relation, evidence: places }
    edges.push(edge)
    a.edges.push(edge)
    b.edges.push(edge)
  }
  return {
    title: data.title,
    articles,
    actors,
    statements,
    claims,
    copies: data.copies.flatMap((copy) => {
      const [from, of] = [articles[copy.from], articles[copy.of]]
      return from && of ? [{ ...copy, from, of }] : []
    }),
    nodes: data.nodes.flatMap(([entity, x, y, size]) => {
      const actor = actors[entity]
      return actor ? [{ actor, x, y, size }] : []
    }),
    edges
  }
}

function readArticle(article: PageArticle, number: number, actors: readonly Actor[]): Article {
  const label = article.title || article.lead || article.doc
  const names = article.names.flatMap(([start, end, entity]) => {
    const actor = actors[entity]
    return actor ? [{ start, end, actor }] : []
  })
  return { ...article, number, label, names, statements: [] }
}

function readStatements(data: PageData, articles: readonly Article[], actors: readonly Actor[]): Statement[] {
  const statements: Statement[] = []
  for (const row of data.statements) {
    const article = articles[row.article]
    if (!article) continue
    const chain = row.chain.flatMap(([role, entity, start, end]) => {
      const actor = actors[entity]
      return actor ? [{ role, actor, range: [start, end] as const }] : []
    })
    const times = row.when.map(({ of, from, to, precision, start, end }) => {
      return { of, from, to, precision, words: article.text.slice(start, end) }
    })
    const told = times.find(({ of, from }) => of === 'said' && from !== null)
    const said = told?.from ?? ''
    const day = said || (article.published ?? '').slice(0, 10)
    const statement: Statement = {
      ...row,
      number: statements.length,
      key: keyOf(row.id),
      article,
      chain,
      about: row.about.flatMap((entity) => actors[entity] ?? []),
      times,
      day,
      dayWords: dayInWords(
        told?.precision === 'year' ? day.slice(0, 4) : told?.precision === 'month' ? day.slice(0, 7) : day
      ),
      dayFrom: said ? 'text' : day ? 'article' : 'nowhere',
      inside: null,
      claim: null,
      text: wordsAt(article.text, row.content),
      who: chain[0]?.actor.name ?? wordsAt(article.text, row.source)
    }
    statements.push(statement)
    article.statements.push(statement)
    for (const actor of new Set(chain.map((hop) => hop.actor))) actor.says.push(statement)
    for (const actor of new Set(statement.about)) actor.told.push(statement)
  }
  for (const [i, row] of data.statements.entries()) {
    const statement = statements[i]
    if (statement) statement.inside = statements[row.inside] ?? null
  }
  return statements
}

function readClaims(
  data: PageData,
  statements: readonly Statement[],
  articles: readonly Article[],
  actors: readonly Actor[]
): Claim[] {
  const claims = data.claims.map((row, number): Claim => {
    const claim: Claim = {
      ...row,
      number,
      key: row.id.replace('claim/', ''),
      statements: row.statements.flatMap((each) => statements[each] ?? []),
      articles: row.articles.flatMap((each) => articles[each] ?? []),
      origins: row.origins.map((origin) => ({
        actors: origin.entities.flatMap((each) => actors[each] ?? []),
        articles: origin.articles.flatMap((each) => articles[each] ?? [])
      })),
      firstSaidBy: actors[row.firstSaidBy] ?? null,
      deniedBy: row.deniedBy.flatMap((each) => actors[each] ?? []),
      links: [],
      linkedFrom: []
    }
    for (const statement of claim.statements) statement.claim = claim
    return claim
  })
  for (const [i, row] of data.claims.entries()) {
    const claim = claims[i]
    if (!claim) continue
    claim.links = row.links.flatMap(({ type, to, reason, evidence }) => {
      const other = claims[to]
      if (!other) return []
      const link = { type, to: other, reason, evidence: evidence.flatMap((each) => statements[each] ?? []) }
      other.linkedFrom.push({ ...link, from: claim })
      return [link]
    })
  }
  return claims
}

function readEvidence(
  [article, sentence, start, end, statement]: PageEvidence,
  articles: readonly Article[],
  statements: readonly Statement[]
): Evidence[] {
  const found = articles[article]
  return found ? [{ article: found, sentence, range: [start, end], statement: statements[statement] ?? null }] : []
}

function wordsAt(text: string, ranges: readonly Range[]): string {
  const words = ranges.map(([start, end]) => text.slice(start, end)).join(' … ')
  return words.replace(/\s+/g, ' ').trim()
}

/** `article/ab…#statement=1,2,3` → `ab…,1,2,3` */
export function keyOf(id: string): string {
  return id.replace(/^article\//, '').replace('#statement=', ',')
}
