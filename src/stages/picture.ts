/** Lines of resolved records, claims and entities → what a picture of them is drawn from. */
import type { ArticleRecord, Claim, Entity, Resolution } from '../model.js'
import { readRecord } from '../record/index.js'
import { byText, sortBy } from '../resolve/order.js'
import { readClaim } from './claims.js'
import { readEntity } from './identity.js'
import { readLine, Tables } from './lines.js'

export interface Picture {
  /** With ids that hold over all articles, ordered by article. */
  readonly records: readonly ArticleRecord[]
  readonly resolution: Resolution
}

/**
 * @param name of where the lines come from
 * @throws HearsayError `malformed` where a line is none of the three
 */
export function pictureOf(texts: Iterable<string>, name: string): Picture {
  const records: ArticleRecord[] = []
  const claims: Claim[] = []
  const entities: Entity[] = []
  let number = 0
  for (const text of texts) {
    number++
    if (text === '') continue
    const line = readLine(text, `${name}, line ${number}`)
    const tables = new Tables(line.key, [line])
    for (const record of tables.texts('record')) records.push(readRecord(record, line.key))
    claims.push(...tables.all('claim', readClaim))
    entities.push(...tables.all('entity', readEntity))
  }
  return {
    records: records.sort((a, b) => byText(a.article.id, b.article.id)),
    resolution: {
      entities: sortBy(entities, (entity) => entity.id),
      claims: sortBy(claims, (claim) => claim.id),
      entityOf: {},
      merges: [],
      copies: []
    }
  }
}
