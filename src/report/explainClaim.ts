/** Records of a built folder and the lines of its `claims.ndjson` → why the statements of a claim are one, and its links to others. */
import type { ArticleRecord, StatementId } from '../model.js'

export interface ClaimExplanation {
  readonly id: string
  readonly text: string
  /** Each origin as the ids of its entities and the names of its articles. */
  readonly origins: readonly (readonly string[])[]
  readonly statements: readonly ToldStatement[]
  /** Which two statements were taken for one, with the reason and a score from 0 to 1. */
  readonly joins: readonly {
    readonly a: string
    readonly b: string
    readonly reason: string
    readonly score: number
  }[]
  readonly links: readonly {
    readonly type: string
    readonly to: string
    readonly reason: string
    /** What shows it on either side. */
    readonly evidence: readonly ToldStatement[]
  }[]
}

export interface ToldStatement {
  readonly id: string
  readonly doc: string
  /** Counted from 1. */
  readonly sentence: number
  readonly source: string
  readonly cue: string
  readonly content: string
}

/**
 * @param wanted the id of a claim, or of a statement in it: `claim/4f…`, `article/ab…#statement=…`
 * @returns undefined if there is none
 */
export function explainClaim(
  records: Iterable<ArticleRecord>,
  claimLines: Iterable<string>,
  wanted: string
): ClaimExplanation | undefined {
  const found = findClaim(claimLines, wanted)
  if (found === undefined) return undefined
  const links = list(read(found, 'links'))
  const ids = list(read(found, 'statements')).map(String)
  const shown = new Set([...ids, ...links.flatMap((link) => list(read(link, 'evidence')).map(String))])
  const told = new Map<string, ToldStatement>()
  const docOf = new Map<string, string>()
  for (const record of records) {
    docOf.set(record.article.id, record.article.doc)
    for (const each of tellAll(record, shown)) told.set(each.id, each)
  }
  return {
    id: String(read(found, 'claim')),
    text: String(read(found, 'text')),
    origins: list(read(found, 'origins')).map((origin) =>
      list(origin).map((id) => docOf.get(String(id)) ?? String(id))
    ),
    statements: ids.flatMap((id) => told.get(id) ?? []),
    joins: list(read(found, 'joins')).map((join) => ({
      a: String(read(join, 'a')),
      b: String(read(join, 'b')),
      reason: String(read(join, 'reason')),
      score: Number(read(join, 'score'))
    })),
    links: links.map((link) => ({
      type: String(read(link, 'type')),
      to: String(read(link, 'to')),
      reason: String(read(link, 'reason')),
      evidence: list(read(link, 'evidence')).flatMap((id) => told.get(String(id)) ?? [])
    }))
  }
}

function findClaim(lines: Iterable<string>, wanted: string): unknown {
  for (const line of lines) {
    // Most lines are of other claims: only one that names it is worth parsing.
    if (!line.includes(JSON.stringify(wanted))) continue
    const claim: unknown = JSON.parse(line)
    if (read(claim, 'claim') === wanted || list(read(claim, 'statements')).includes(wanted)) return claim
  }
  return undefined
}

function tellAll({ article, statements }: ArticleRecord, shown: ReadonlySet<string>): ToldStatement[] {
  const words = (spans: readonly { start: number; end: number }[]): string =>
    spans.map((span) => article.text.slice(span.start, span.end).replace(/\s+/g, ' ')).join(' … ')
  return statements
    .filter((each) => shown.has(each.id satisfies StatementId))
    .map(({ id, sentence, source, cue, content }) => ({
      id,
      doc: article.doc,
      sentence: sentence + 1,
      source: words(source),
      cue: words(cue),
      content: words(content)
    }))
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
