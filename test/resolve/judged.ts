/**
 * Judged stories (`judged/*.json`) and a resolution of them → how far the two agree: pairs of statements in one claim, origins of
 * the claims that stand in several articles, links, copies. A statement is known by its article, a word of its cue and some words of
 * its content, so that a judgement outlives small changes of what is extracted.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type {
  ArticleId,
  ArticleRecord,
  Claim,
  ClaimLink,
  LinkType,
  Resolution,
  Span,
  StatementId
} from '../../src/model.js'
import { extractArticle } from '../../src/pipeline.js'
import { defaultGazetteer } from '../../src/rdf/gazetteer.js'
import { articleOf } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'

export interface Judged {
  readonly claims: readonly {
    readonly name: string
    readonly origins: number
    readonly statements: readonly string[]
    /** Two careful readers may differ on these: their pairs count neither way. */
    readonly perhaps?: readonly string[]
  }[]
  readonly links: readonly JudgedLink[]
  readonly perhapsLinks: readonly JudgedLink[]
  readonly copies: readonly { readonly from: string; readonly of: string; readonly kind: string }[]
  /** Our own; those of the folder `seeds` where there are none. */
  readonly articles?: readonly { doc: string; published: string; publisher: string; text: string }[]
}

/** By the names of claims. */
interface JudgedLink {
  readonly type: LinkType
  readonly from: string
  readonly to: string
}

export interface Share {
  readonly right: number
  readonly found: number
  readonly wanted: number
}

export interface Verdict {
  readonly pairs: Share
  /** Of claims in several articles: those whose number of origins is right in the claim that holds most of its statements. */
  readonly origins: { readonly right: number; readonly of: number }
  readonly links: Share
  readonly falseContradictions: number
  readonly copies: Share
  /** One line for each disagreement. */
  readonly errors: readonly string[]
}

const here = fileURLToPath(new URL('./judged/', import.meta.url))
const seeds = fileURLToPath(new URL('../../seeds/', import.meta.url))

export function judgedStories(): string[] {
  return readdirSync(here)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort()
}

export function judgedOf(story: string): Judged {
  return JSON.parse(readFileSync(join(here, `${story}.json`), 'utf8'))
}

export function recordsOf({ articles }: Judged): ArticleRecord[] {
  const read =
    articles?.map(({ text, doc, published, publisher }) => articleOf(text, doc, { published, publisher })) ??
    readdirSync(seeds)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => articleOf(readFileSync(join(seeds, file), 'utf8'), file.slice(0, 3)))
  return read.map((article) => extractArticle(article))
}

export function resolveJudged(records: readonly ArticleRecord[]): Resolution {
  return resolve(records, { gazetteer: defaultGazetteer() })
}

export function f1({ right, found, wanted }: Share): number {
  return found + wanted === 0 ? 1 : (2 * right) / (found + wanted)
}

export function judge(judged: Judged, records: readonly ArticleRecord[], resolution: Resolution): Verdict {
  const errors: string[] = []
  const find = finderOf(records)
  const sayOf = (id: StatementId): string => find.words.get(id) ?? id
  const resolveAll = (refs: readonly string[]): StatementId[] =>
    refs.flatMap((ref) => {
      const id = find.statement(ref)
      if (id === undefined) errors.push(`no statement: ${ref}`)
      return id ?? []
    })
  const claims = judged.claims.map((claim) => ({
    ...claim,
    ids: resolveAll(claim.statements),
    loose: new Set(resolveAll(claim.perhaps ?? []))
  }))
  const nested = nestedWith(records, new Set(claims.flatMap(({ ids, loose }) => [...ids, ...loose])))
  const claimOf = new Map(resolution.claims.flatMap((claim) => claim.statements.map((id) => [id, claim] as const)))
  return {
    pairs: judgePairs(claims, resolution, nested, sayOf, errors),
    origins: judgeOrigins(claims, claimOf, errors),
    ...judgeLinks(judged, claims, resolution, claimOf, sayOf, errors),
    copies: judgeCopies(judged, records, resolution, errors),
    errors
  }
}

/** Who passes on what a judged statement says, or what it passes on, in the same words: nobody judged those. */
function nestedWith(records: readonly ArticleRecord[], judged: ReadonlySet<StatementId>): ReadonlySet<StatementId> {
  const nested = new Set<StatementId>()
  for (const { statements } of records) {
    for (const each of statements) {
      if (judged.has(each.id)) continue
      const touches = (other: (typeof statements)[number]): boolean =>
        each.content.some((a) => other.content.some((b) => a.start < b.end && b.start < a.end))
      if (statements.some((other) => judged.has(other.id) && touches(other))) nested.add(each.id)
    }
  }
  return nested
}

interface Finder {
  readonly statement: (ref: string) => StatementId | undefined
  readonly words: ReadonlyMap<StatementId, string>
}

function finderOf(records: readonly ArticleRecord[]): Finder {
  const all = records.flatMap(({ article, statements }) => {
    const wordsOf = (spans: readonly Span[]): string =>
      spans
        .map((span) => article.text.slice(span.start, span.end))
        .join(' ')
        .replace(/\s+/g, ' ')
    return statements.map((each) => ({
      id: each.id,
      doc: article.doc,
      cue: wordsOf(each.cue),
      content: wordsOf(each.content)
    }))
  })
  return {
    words: new Map(all.map(({ id, doc, cue, content }) => [id, `${doc}: ${cue}: ${content.slice(0, 100)}`])),
    statement: (ref) => {
      const [doc = '', cue = '', ...rest] = ref.split(': ')
      const [best] = all
        .filter((each) => each.doc === doc && each.content.includes(rest.join(': ')))
        .filter((each) => each.cue.toLowerCase().includes(cue.toLowerCase()))
        .sort((a, b) => a.content.length - b.content.length)
      return best?.id
    }
  }
}

interface Known {
  readonly name: string
  readonly origins: number
  readonly ids: readonly StatementId[]
  readonly loose: ReadonlySet<StatementId>
  readonly statements: readonly string[]
}

type ClaimOf = ReadonlyMap<StatementId, Claim>
type Say = (id: StatementId) => string

function pairsIn(ids: readonly StatementId[]): string[] {
  const sorted = [...new Set(ids)].sort()
  return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => `${a} ${b}`))
}

function judgePairs(
  claims: readonly Known[],
  { claims: made }: Resolution,
  nested: ReadonlySet<StatementId>,
  sayOf: Say,
  errors: string[]
): Share {
  const wanted = new Set(claims.flatMap((claim) => pairsIn(claim.ids)))
  const ignored = new Set(
    claims.flatMap((claim) => pairsIn([...claim.ids, ...claim.loose])).filter((pair) => !wanted.has(pair))
  )
  // A statement that is missing takes its pairs along.
  const lost = claims.reduce((sum, { ids, statements }) => sum + size(statements.length) - size(ids.length), 0)
  const joined = made.flatMap((claim) => pairsIn(claim.statements.filter((id) => !nested.has(id))))
  const found = new Set(joined.filter((pair) => !ignored.has(pair)))
  const right = [...found].filter((pair) => wanted.has(pair))
  const say = (pair: string): string =>
    pair
      .split(' ')
      .map((id) => sayOf(id as StatementId))
      .join('  |  ')
  for (const pair of found) if (!wanted.has(pair)) errors.push(`joined: ${say(pair)}`)
  for (const pair of wanted) if (!found.has(pair)) errors.push(`apart: ${say(pair)}`)
  return { right: right.length, found: found.size, wanted: wanted.size + lost }
}

function size(count: number): number {
  return (count * (count - 1)) / 2
}

function judgeOrigins(claims: readonly Known[], claimOf: ClaimOf, errors: string[]): { right: number; of: number } {
  const shared = claims.filter(({ statements }) => new Set(statements.map((ref) => ref.split(': ')[0])).size > 1)
  let right = 0
  for (const { name, ids, origins } of shared) {
    const counts = new Map<Claim, number>()
    for (const id of ids) {
      const claim = claimOf.get(id)
      if (claim !== undefined) counts.set(claim, (counts.get(claim) ?? 0) + 1)
    }
    const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a.id < b.id ? -1 : 1))
    if (best?.[0].origins.length === origins) right++
    else errors.push(`origins: ${best?.[0].origins.length ?? 'none'} instead of ${origins}: ${name}`)
  }
  return { right, of: shared.length }
}

function judgeLinks(
  judged: Judged,
  claims: readonly Known[],
  resolution: Resolution,
  claimOf: ClaimOf,
  sayOf: Say,
  errors: string[]
): { links: Share; falseContradictions: number } {
  const links = resolution.claims.flatMap((claim) => claim.links)
  const byName = new Map(claims.map((claim) => [claim.name, claim]))
  const has = (name: string, id: StatementId, strict: boolean): boolean => {
    const claim = byName.get(name)
    if (claim === undefined) throw new Error(`no claim is named "${name}"`)
    if (claim.ids.includes(id)) return true
    if (strict) return false
    const made = claimOf.get(id)
    return claim.loose.has(id) || claim.ids.some((each) => claimOf.get(each) === made && made !== undefined)
  }
  const fits = (link: ClaimLink, wanted: JudgedLink, strict = false): boolean => {
    const [by, on] = link.evidence
    if (link.type !== wanted.type) return false
    if (has(wanted.from, by, strict) && has(wanted.to, on, strict)) return true
    return link.type === 'contradicts' && has(wanted.from, on, strict) && has(wanted.to, by, strict)
  }
  const right = judged.links.filter((wanted) => links.some((link) => fits(link, wanted)))
  for (const wanted of judged.links)
    if (!right.includes(wanted)) errors.push(`no link: ${wanted.from} ${wanted.type} ${wanted.to}`)
  const wrong = links.filter((link) => ![...judged.links, ...judged.perhapsLinks].some((wanted) => fits(link, wanted)))
  for (const { type, evidence, reason } of wrong)
    errors.push(`link: ${sayOf(evidence[0])} ${type} ${sayOf(evidence[1])} (${reason})`)
  const falseContradictions = wrong.filter((link) => link.type === 'contradicts').length
  return {
    links: { right: right.length, found: right.length + wrong.length, wanted: judged.links.length },
    falseContradictions
  }
}

function judgeCopies(
  judged: Judged,
  records: readonly ArticleRecord[],
  { copies }: Resolution,
  errors: string[]
): Share {
  const docOf = new Map<ArticleId, string>(records.map(({ article }) => [article.id, article.doc]))
  const found = copies.map((copy) => `${docOf.get(copy.from)} is a ${copy.kind} of ${docOf.get(copy.of)}`)
  const wanted = judged.copies.map((copy) => `${copy.from} is a ${copy.kind} of ${copy.of}`)
  for (const copy of found) if (!wanted.includes(copy)) errors.push(`copy: ${copy}`)
  for (const copy of wanted) if (!found.includes(copy)) errors.push(`no copy: ${copy}`)
  return { right: found.filter((copy) => wanted.includes(copy)).length, found: found.length, wanted: wanted.length }
}
