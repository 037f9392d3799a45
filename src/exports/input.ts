/** What every export starts from: records with global entity ids, and the claims made of their statements. */
import { HearsayError } from '../errors.js'
import type { ArticleId, ArticleRecord, Claim, EntityId, LocalEntity } from '../model.js'

export interface ExportInput {
  readonly records: readonly ArticleRecord[]
  readonly claims: readonly Claim[]
}

export interface ExportOptions {
  /** Under which the graph names its data. Default `https://w3id.org/hearsay/id/`. */
  readonly base?: string
}

/** A file of an export. Its name may lie in a folder (`a/b.txt`). */
export interface ExportFile {
  readonly name: string
  readonly text: string
}

/** The lines of `claims.ndjson` → claims. @throws HearsayError `malformed` with the line's number */
export function readClaims(text: string, name: string): Claim[] {
  const claims: Claim[] = []
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const value = parseLine(line)
    if (!isClaimLine(value)) {
      throw new HearsayError('malformed', 'this is no claim: write it again with hearsay build', {
        input: `${name}:${i + 1}`
      })
    }
    const { claim, ...rest } = value
    claims.push({ ...rest, id: claim })
  }
  return claims
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function isClaimLine(value: unknown): value is Omit<Claim, 'id'> & { readonly claim: Claim['id'] } {
  if (typeof value !== 'object' || value === null || !('claim' in value) || !('text' in value)) return false
  const lists = ['statements', 'articles', 'origins', 'deniedBy', 'links'] as const
  return (
    typeof value.claim === 'string' &&
    typeof value.text === 'string' &&
    lists.every((key) => Array.isArray(Reflect.get(value, key)))
  )
}

/** Records in the order of their articles' ids. */
export function inOrder(records: readonly ArticleRecord[]): ArticleRecord[] {
  return [...records].sort((a, b) => byText(a.article.id, b.article.id))
}

export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export interface KnownEntity extends LocalEntity {
  readonly articles: readonly ArticleId[]
}

/** Each entity once, with all its names and the articles that name it, by id. */
export function entitiesOf(records: readonly ArticleRecord[]): Map<EntityId, KnownEntity> {
  const found = new Map<EntityId, KnownEntity>()
  for (const { article, entities } of inOrder(records)) {
    for (const entity of entities) {
      const known = found.get(entity.id)
      const names = [...(known?.otherNames ?? []), ...entity.otherNames, entity.name]
      const name = known?.name ?? entity.name
      found.set(entity.id, {
        ...(known ?? entity),
        otherNames: [...new Set(names)].filter((other) => other !== name).sort(byText),
        articles: [...(known?.articles ?? []), article.id]
      })
    }
  }
  return new Map([...found].sort(([a], [b]) => byText(a, b)))
}
