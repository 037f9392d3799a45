/**
 * Two built folders → what the newer one has more, less and otherwise: articles, statements, claims, entities.
 *
 * A changed article has another hash, and with it other ids; so articles are known by their names here, and statements by their words.
 */
import type { ArticleRecord } from '../model.js'

export const comparedKinds = ['articles', 'statements', 'claims', 'entities'] as const
export type ComparedKind = (typeof comparedKinds)[number]

export interface Difference {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
}
export type Comparison = Readonly<Record<ComparedKind, Difference>>

/** What is kept of a build to compare it: for each kind, from what a thing is known by to what it is like. */
export type Fingerprint = Readonly<Record<ComparedKind, ReadonlyMap<string, string>>>

/** @param claimLines the lines of `claims.ndjson` */
export function fingerprint(records: Iterable<ArticleRecord>, claimLines: Iterable<string>): Fingerprint {
  const articles = new Map<string, string>()
  const statements = new Map<string, string>()
  const entities = new Map<string, string>()
  const labelOf = new Map<string, string>()
  for (const record of records) {
    const { article } = record
    const { doc, text } = article
    articles.set(doc, JSON.stringify([article.sha256, article.published, article.publisher, article.title]))
    const words = (spans: readonly { start: number; end: number }[]): string =>
      spans.map((span) => text.slice(span.start, span.end).replace(/\s+/g, ' ')).join(' … ')
    for (const statement of record.statements) {
      const { source, cue, content, act, mode, chain } = statement
      const label = unused(statements, `${doc}: ${words(content)} (${words(cue)})`)
      labelOf.set(statement.id, label)
      const hops = chain.map((hop) => `${hop.role} ${hop.entity}`)
      statements.set(label, JSON.stringify([words(source), act, mode, hops]))
    }
    for (const entity of record.entities) {
      const known = entities.get(entity.id) ?? ''
      const own = [entity.type, entity.name, ...entity.otherNames].map((each) => JSON.stringify(each))
      entities.set(entity.id, [...new Set([...known.split('\n'), ...own])].sort().join('\n'))
    }
  }
  const claims = new Map<string, string>()
  for (const line of claimLines) {
    if (line.trim() === '') continue
    const claim: unknown = JSON.parse(line)
    const label = unused(claims, String(read(claim, 'text')))
    const told = list(read(claim, 'statements')).map((id) => labelOf.get(String(id)) ?? String(id))
    const origins = list(read(claim, 'origins')).map((origin) => list(origin).filter((id) => !String(id).includes('/')))
    const links = list(read(claim, 'links')).map((link) => String(read(link, 'type')))
    claims.set(label, JSON.stringify([told.sort(), origins, links.sort(), read(claim, 'deniedBy')]))
  }
  return { articles, statements, claims, entities }
}

export function compareBuilds(older: Fingerprint, newer: Fingerprint): Comparison {
  const compare = (kind: ComparedKind): Difference => differ(older[kind], newer[kind])
  return {
    articles: compare('articles'),
    statements: compare('statements'),
    claims: compare('claims'),
    entities: compare('entities')
  }
}

function differ(older: ReadonlyMap<string, string>, newer: ReadonlyMap<string, string>): Difference {
  const keys = [...new Set([...older.keys(), ...newer.keys()])].sort()
  return {
    added: keys.filter((key) => !older.has(key)),
    removed: keys.filter((key) => !newer.has(key)),
    changed: keys.filter((key) => older.has(key) && newer.has(key) && older.get(key) !== newer.get(key))
  }
}

/** Two statements of one article may have the same words: the second is told apart by a number. */
function unused(known: ReadonlyMap<string, string>, label: string): string {
  let free = label
  for (let i = 2; known.has(free); i++) free = `${label} (${i})`
  return free
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
