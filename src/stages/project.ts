/** Resolved records, claims and entities → the lines of the output files. N-Quads stand in one line, with tabs between them. */
import type { ClaimId, Copy, StatementId } from '../model.js'
import { mapOffsets } from '../offsets.js'
import {
  type ArticleSlice,
  articlePartQuads,
  claimQuads,
  defaultBase,
  entityQuads,
  type GraphOptions,
  idIri,
  mergeQuads,
  writeNQuads
} from '../rdf/index.js'
import { readRecord, recordLine } from '../record/index.js'
import { claimLine, copyLine, globalRecord, identityRows } from '../resolve/index.js'
import { readClaim, readOf } from './claims.js'
import { readCopy, readWhere, type WhereValue } from './copies.js'
import { idTable, readEntity, readId, readMerge } from './identity.js'
import { type Line, type Stage, Tables } from './lines.js'

/**
 * By article: its `record`, `id`s, `merged` names, claims `of` its statements, the `copy` that it is and `where` the original's
 * sentences are. By claim: the `claim`. By entity: the `entity` and its `merge`s. → `record`, `claims`, `copies` and `identity`: lines
 * of the tables; `nq`: quads.
 */
export function projectStage(options: GraphOptions = {}): Stage {
  const base = options.base ?? defaultBase
  return function* (key, lines) {
    const tables = new Tables(key, lines)
    for (const text of tables.texts('record')) yield* ofArticle(key, readRecord(text, key), tables, options)
    for (const claim of tables.all('claim', readClaim)) {
      yield { kind: 'claims', key, value: JSON.stringify(claimLine(claim)) }
      yield quadsLine(key, claimQuads(claim, base))
    }
    for (const entity of tables.all('entity', readEntity)) yield quadsLine(key, entityQuads(entity, [], base))
    for (const merge of tables.all('merge', readMerge)) yield quadsLine(key, mergeQuads(merge, base))
  }
}

function* ofArticle(
  key: string,
  local: ReturnType<typeof readRecord>,
  tables: Tables,
  options: GraphOptions
): Iterable<Line> {
  const { id, doc, text } = local.article
  const copies = tables.all('copy', readCopy)
  const originals = tables.all('where', readWhere)
  const map = mapOffsets(text)
  const record = globalRecord(local, { entityOf: { [id]: idTable(tables.all('id', readId)) } })
  yield { kind: 'record', key, value: recordLine(record) }
  for (const value of identityRows(local, map, tables.all('merged', readMerge))) yield { kind: 'identity', key, value }
  const own: WhereValue = {
    article: id,
    doc,
    ranges: local.sentences.map(({ start, end }) => [map.toCodePoint(start), map.toCodePoint(end)])
  }
  const places = new Map([own, ...originals].map((each) => [each.article, each]))
  for (const copy of copies) yield { kind: 'copies', key, value: copyLine(copy, (article) => places.get(article)) }
  yield quadsLine(key, articlePartQuads(record, sliceOf(tables.all('of', readOf), copies, originals, options), options))
}

function sliceOf(
  claims: readonly { readonly statement: StatementId; readonly claim: ClaimId }[],
  copies: readonly Copy[],
  originals: readonly WhereValue[],
  { base = defaultBase }: GraphOptions
): ArticleSlice {
  const ofStatement = new Map<StatementId, ClaimId[]>()
  for (const { statement, claim } of claims) {
    ofStatement.set(statement, [...(ofStatement.get(statement) ?? []), claim].sort())
  }
  return {
    claims: [...ofStatement],
    copies,
    originals: originals.map(({ article, ranges }) => {
      const iri = idIri(base, article).value
      return [article, ranges.map(([start, end]) => `${iri}#char=${start},${end}`)]
    })
  }
}

/** A literal's own tabs and line breaks are escaped in N-Quads. */
function quadsLine(key: string, quads: Parameters<typeof writeNQuads>[0]): Line {
  return { kind: 'nq', key, value: [...writeNQuads(quads)].join('').trimEnd().replaceAll('\n', '\t') }
}
