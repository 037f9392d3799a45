/** Records and what was resolved of them, then claims and entities → their parts of the files that hold everything; graphs → their layouts. */
import type { Quad } from '@rdfjs/types'
import { type Places, placesOf, type Shape } from '../layout/index.js'
import type { ArticleId, EntityId } from '../model.js'
import {
  type ArticleSlice,
  articlePartQuads,
  type Closing,
  closingQuads,
  type GraphFile,
  graphFiles,
  joint,
  partWriter
} from '../rdf/parts.js'
import type { GraphOptions } from '../rdf/quads.js'
import { readRecord, recordLine } from '../record/index.js'
import { globalRecord } from '../resolve/index.js'
import { Encoder } from './encoder.js'

export interface ArticleTask {
  readonly id: ArticleId
  /** The record with the ids of its article alone. */
  readonly line: string
  /** Those ids → the ids over all articles. */
  readonly entityOf: Readonly<Record<EntityId, EntityId>>
  readonly slice: ArticleSlice
}

/** Some articles, or what comes after all of them. */
export type ProjectTask = { readonly articles: readonly ArticleTask[] } | { readonly closing: Closing }

/** All that the threads that write are asked for: a graph may be laid out meanwhile. */
export type WriteTask = ProjectTask | { readonly shape: Shape }
export type Written = Projected | { readonly places: Places }

/** The files that grow with every article. */
export const articleFiles = ['records.ndjson', ...graphFiles] as const
export type ArticleFile = GraphFile | 'records.ndjson'

/** What a task adds to the files, in UTF-8. */
export interface Projected {
  readonly articles: number
  readonly files: Readonly<Record<ArticleFile, Uint8Array<ArrayBuffer>>>
}

function projector(options: GraphOptions): (task: ProjectTask) => Projected {
  const write = partWriter(options)
  const encoders = new Map(articleFiles.map((file) => [file, new Encoder()]))
  const add = (file: ArticleFile, text: string): void => encoders.get(file)?.add(text)
  const addPart = (quads: Iterable<Quad>, isFirst: boolean): void => {
    const bodies = write(quads)
    for (const file of graphFiles) add(file, joint(file, isFirst) + bodies[file])
  }
  const taken = (file: ArticleFile): Uint8Array<ArrayBuffer> => encoders.get(file)?.take() ?? new Uint8Array()
  return (task) => {
    const articles = 'articles' in task ? task.articles : []
    for (const [i, { id, line, entityOf, slice }] of articles.entries()) {
      const record = globalRecord(readRecord(line), { entityOf: { [id]: entityOf } })
      add('records.ndjson', `${recordLine(record)}\n`)
      addPart(articlePartQuads(record, slice, options), i === 0)
    }
    if ('closing' in task) addPart(closingQuads(task.closing, options), true)
    return {
      articles: articles.length,
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

/** A writer of both kinds of tasks. */
export function writerOf(options: GraphOptions): (task: WriteTask) => Written {
  const project = projector(options)
  return (task) => ('shape' in task ? { places: placesOf(task.shape) } : project(task))
}

/** What can be given to another thread rather than copied. */
export function buffersOf(written: Written): ArrayBuffer[] {
  return 'files' in written ? Object.values(written.files).map((bytes) => bytes.buffer) : []
}
