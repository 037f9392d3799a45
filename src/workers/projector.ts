/** A record and what was resolved of it → its parts of the files that hold every article. */
import type { ArticleId, EntityId } from '../model.js'
import { type ArticleSlice, articlePartQuads, type GraphFile, graphFiles, joint, partWriter } from '../rdf/parts.js'
import type { GraphOptions } from '../rdf/quads.js'
import { readRecord, recordLine } from '../record/index.js'
import { globalRecord } from '../resolve/index.js'
import { Encoder } from './encoder.js'

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

/** What some articles add to the files, one after another, in UTF-8. */
export interface Projected {
  readonly articles: number
  readonly files: Readonly<Record<ArticleFile, Uint8Array<ArrayBuffer>>>
}

export function projector(options: GraphOptions): (tasks: readonly ProjectTask[]) => Projected {
  const write = partWriter(options)
  const encoders = new Map(articleFiles.map((file) => [file, new Encoder()]))
  const add = (file: ArticleFile, text: string): void => encoders.get(file)?.add(text)
  const taken = (file: ArticleFile): Uint8Array<ArrayBuffer> => encoders.get(file)?.take() ?? new Uint8Array()
  return (tasks) => {
    for (const [i, { id, line, entityOf, slice }] of tasks.entries()) {
      const record = globalRecord(readRecord(line), { entityOf: { [id]: entityOf } })
      const bodies = write(articlePartQuads(record, slice, options))
      add('records.ndjson', `${recordLine(record)}\n`)
      for (const file of graphFiles) add(file, joint(file, i === 0) + bodies[file])
    }
    return {
      articles: tasks.length,
      files: {
        'records.ndjson': taken('records.ndjson'),
        'graph.ttl': taken('graph.ttl'),
        'graph.trig': taken('graph.trig'),
        'graph.nq': taken('graph.nq'),
        'graph.jsonld': taken('graph.jsonld')
      }
    }
  }
}

/** What can be given to another thread rather than copied. */
export const buffersOf = ({ files }: Projected): ArrayBuffer[] => Object.values(files).map((bytes) => bytes.buffer)
