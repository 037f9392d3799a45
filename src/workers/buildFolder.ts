/** A spool of records → a folder with all files. Threads write what grows with the articles, and meanwhile others lay the graphs out. */
import { FolderWriter, Spool } from '../files/index.js'
import type { Places, Shape } from '../layout/index.js'
import type { ArticleId, ArticleRecord, Failure, Resolved } from '../model.js'
import { type Build, type BuildOptions, buildOnto, type KeptRecords, type OutputFile } from '../pipeline.js'
import { closingParts, framesOf, graphFiles, joint, slicesOf } from '../rdf/parts.js'
import type { GraphOptions } from '../rdf/quads.js'
import { readRecord } from '../record/index.js'
import { searchInThread } from './copySearch.js'
import { mapBy, Threads } from './pool.js'
import {
  type ArticleTask,
  articleFiles,
  type ProjectTask,
  type WriteTask,
  type Written,
  writerOf
} from './projector.js'
import { Turns } from './turns.js'

/** What a build of a folder does, one after another: it finds out who is who, writes every article, draws the graph. */
export type BuildPart = 'resolve' | 'write' | 'draw'

export interface FolderOptions extends BuildOptions {
  readonly jobs: number
  /** Told when a part begins. */
  readonly onPart?: (part: BuildPart) => void
  /** Told each time that one more article is written. */
  readonly onArticle?: () => void
}

type FolderBuild = Build<Resolved>

/** A task is as many articles as have about so many characters of records. */
const charactersPerTask = 100_000

/**
 * @param spool the records' lines under their articles' ids, each with the ids of its article alone
 * @param failures what could not be read, for the summary
 * @returns what was counted, and what could not be read; all else is in the folder
 * @throws HearsayError `write` or `aborted`; the folder is then as it was
 */
export async function buildFolder(
  folder: string,
  spool: Spool,
  failures: readonly Failure[],
  options: FolderOptions
): Promise<Pick<Build, 'failures' | 'summary'>> {
  const records: KeptRecords = {
    get: (id) => readRecord(spool.get(id)),
    *[Symbol.iterator]() {
      for (const line of spool) yield readRecord(line)
    }
  }
  const shelf = new Spool(folder)
  try {
    options.onPart?.('resolve')
    const search = searchInThread(options.jobs)
    const built = buildOnto(shelf, records, { ...options, search }, failures)
    await writeFolder(folder, spool, built, options)
    return { failures, summary: built.summary }
  } finally {
    shelf.close()
  }
}

/** Tasks that are on their way to each thread while this one makes what comes in one piece, a report or a page. */
const tasksAhead = 6

async function writeFolder(folder: string, spool: Spool, built: FolderBuild, options: FolderOptions): Promise<void> {
  options.onPart?.('write')
  const writer = new FolderWriter(folder)
  const turns = new Turns(options.signal)
  const naming: GraphOptions = {
    ...(options.base === undefined ? {} : { base: options.base }),
    rdf12: options.rdf12 ?? false
  }
  // This thread is one of them.
  const threads: WriteThreads = new Threads(new URL('./writeWorker.js', import.meta.url), {
    settings: naming,
    most: options.jobs - 1,
    ahead: tasksAhead
  })
  try {
    const articles = async (): Promise<void> => {
      await writeArticles(writer, spool, built, { naming, threads, turns, options })
      options.onPart?.('draw')
    }
    const others = (): Promise<void> => writeOthers(writer, built, threads, turns)
    if (threads.most > 0) await turns.all([articles(), others()])
    else {
      await articles()
      await others()
    }
    writer.commit()
  } finally {
    await threads.end()
    writer.discard()
  }
}

type WriteThreads = Threads<WriteTask, Written>

/** What does not come in parts, in the main thread: meanwhile others lay the graphs out and write the articles. */
async function writeOthers(
  writer: FolderWriter,
  built: FolderBuild,
  threads: WriteThreads,
  turns: Turns
): Promise<void> {
  const perArticle = new Set<string>(articleFiles)
  const put = async (files: Iterable<OutputFile>): Promise<void> => {
    for (const { name, pieces } of files) {
      if (perArticle.has(name)) continue
      for (const piece of pieces) {
        writer.append(name, piece)
        await turns.give()
      }
      writer.append(name, '')
    }
  }
  let places: Promise<readonly [Places, Places]> | undefined
  await turns.compute(async () => {
    await turns.give()
    places = layoutsOf(built.shapes(), threads)
    await put(built.tables())
  })
  const found = await places
  await turns.compute(async () => {
    if (found !== undefined) built.drawAt(found)
    await put(built.pictures())
  })
}

/** Below so many nodes a layout takes no longer than a thread to start. */
const large = 100

/** The shapes of large graphs → their places, each computed in another thread; undefined where there is none, or it is not worth it. */
function layoutsOf(
  [graph, actors]: readonly [Shape, Shape],
  threads: WriteThreads
): Promise<readonly [Places, Places]> | undefined {
  if (threads.most === 0 || graph.ids.length < large) return undefined
  const placesOf = async (shape: Shape): Promise<Places> => {
    const written = await threads.run({ shape }, true)
    if ('places' in written) return written.places
    throw new Error('a thread that was asked for a layout gave something else')
  }
  const places = Promise.all([placesOf(graph), placesOf(actors)])
  // Whoever waits for the places is told; where nobody gets that far, an ended thread is no fault.
  places.catch(() => {})
  return places
}

interface ArticleOptions {
  readonly naming: GraphOptions
  readonly threads: WriteThreads
  readonly turns: Turns
  readonly options: FolderOptions
}

async function writeArticles(
  writer: FolderWriter,
  spool: Spool,
  { resolution }: FolderBuild,
  { naming, threads, turns, options }: ArticleOptions
): Promise<void> {
  const recordOf = (id: ArticleId): ArticleRecord | undefined => (spool.has(id) ? readRecord(spool.get(id)) : undefined)
  const sliceOf = slicesOf(resolution, recordOf, naming)
  const frames = framesOf(naming)
  for (const file of graphFiles) writer.append(file, frames[file].head)
  function* tasks(): Iterable<ProjectTask> {
    let articles: ArticleTask[] = []
    let characters = 0
    for (const key of spool.keys()) {
      const id: ArticleId = `article/${key.slice('article/'.length)}`
      const line = spool.get(key)
      articles.push({ id, line, entityOf: resolution.entityOf[id] ?? {}, slice: sliceOf(id) })
      characters += line.length
      if (characters < charactersPerTask) continue
      yield { articles }
      articles = []
      characters = 0
    }
    if (articles.length > 0) yield { articles }
    for (const closing of closingParts(resolution)) yield { closing }
  }
  let isFirst = true
  for await (const written of mapBy<WriteTask, Written>(threads, tasks(), {
    here: writerOf(naming),
    turns,
    signal: options.signal
  })) {
    if (!('files' in written)) continue
    const { articles, files } = written
    turns.check()
    writer.appendBytes('records.ndjson', files['records.ndjson'])
    for (const file of graphFiles) {
      writer.append(file, joint(file, isFirst))
      writer.appendBytes(file, files[file])
    }
    isFirst = false
    for (let i = 0; i < articles; i++) options.onArticle?.()
  }
  for (const file of graphFiles) writer.append(file, frames[file].tail)
}
