/** A record and what was resolved of it → its parts of the files that hold every article. */
import type { ArticleId, EntityId } from '../model.js'
import {
  type ArticleSlice,
  articlePartQuads,
  type GraphFile,
  type GraphOptions,
  graphFiles,
  partWriter
} from '../rdf/index.js'
import { readRecord, recordLine } from '../record/index.js'
import { globalRecord } from '../resolve/index.js'

export interface ProjectTask {
  readonly id: ArticleId
  /** The record with the ids of its article alone. */
  readonly line: string
  /** Those ids → the ids over all articles. */
  readonly entityOf: Readonly<Record<EntityId, EntityId>>
  readonly slice: ArticleSlice
}

/** The files that grow with every article. */
export const articleFiles = ['records.ndjson', ...graphFiles] as const
export type ArticleFile = GraphFile | 'records.ndjson'
export type ArticleTexts = Readonly<Record<ArticleFile, string>>

export function projector(options: GraphOptions): (tasks: readonly ProjectTask[]) => ArticleTexts[] {
  const write = partWriter(options)
  return (tasks) =>
    tasks.map(({ id, line, entityOf, slice }) => {
      const record = globalRecord(readRecord(line), { entityOf: { [id]: entityOf } })
      const bodies = write(articlePartQuads(record, slice, options))
      return { 'records.ndjson': `${recordLine(record)}\n`, ...bodies }
    })
}
