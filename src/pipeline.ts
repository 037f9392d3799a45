/**
 * The whole program in one place: articles → records → resolution → graphs and quads → files. The only file that knows the order of
 * the stages. Nothing here reads or writes a file.
 */
import type { DatasetCore, Quad } from '@rdfjs/types'
import { HearsayError } from './errors.js'
import { extract } from './extract/index.js'
import { writeEdgesCsv, writeGexf, writeGraphml, writeNodesCsv } from './formats/index.js'
import { actorGraph, type HearsayGraph, provenanceGraph } from './graph/index.js'
import { type Places, placesOf, putAt, type Shape, shapeOf } from './layout/index.js'
import type { Article, ArticleId, ArticleRecord, Failure, Resolution, Resolved } from './model.js'
import type { Gazetteer } from './names/index.js'
import { dataset } from './rdf/dataset.js'
// Not by its index, which brings the validator of shapes: that takes longer to load than a thread has time for.
import { defaultGazetteer } from './rdf/gazetteer.js'
import { writeJsonld } from './rdf/jsonld.js'
import { graphQuads } from './rdf/quads.js'
import { writeNQuads, writeTrig, writeTurtle } from './rdf/write.js'
import { type ArticleDetails, articleOf } from './read/index.js'
import { recordLine } from './record/index.js'
import { renderPage, renderSvg } from './render/index.js'
import { reportOf } from './report/index.js'
import {
  type Decision,
  globalRecord,
  type ResolveOptions,
  resolutionFiles,
  resolve,
  resolveOnto,
  type Shelf
} from './resolve/index.js'
import { articlesToDraw } from './select.js'
import { type Summary, summarize, Tally } from './summary.js'

/** An article as a program hands it over: its text, a name for it, and what is known of it. */
export interface ArticleInput extends ArticleDetails {
  readonly text: string
  /** Names the article in records and messages. */
  readonly name: string
}

export interface BuildOptions {
  /** Names that are known beforehand; that of `ontology/actors.ttl` if left out, none if null. */
  readonly gazetteer?: Gazetteer | null
  /** Identities that the user forces or forbids. */
  readonly decisions?: readonly Decision[]
  /** Statements below this probability are left out. Default 0. */
  readonly minConfidence?: number
  /** Under which RDF names its data. Default `https://w3id.org/hearsay/id/`. */
  readonly base?: string
  /** Triple terms of RDF 1.2 in place of reification. */
  readonly rdf12?: boolean
  /** Since when each node and edge is said, in GEXF, so that Gephi's timeline works. */
  readonly timeline?: boolean
  /** Graph files and page hold the articles with the most shared claims, up to about so many statements. Default 2,000. */
  readonly graphLimit?: number
  /** In place of Hearsay's own extractor: for another language, or with rules of one's own. */
  readonly extract?: (article: Article) => ArticleRecord
  /** In place of Hearsay's own resolver. The records are read as often as it likes. */
  readonly resolve?: (records: Iterable<ArticleRecord>) => Resolution
  readonly signal?: AbortSignal
}

/** About what a laptop lays out and a reader takes in. */
export const defaultGraphLimit = 2000

/** What `build` gives: all in memory. */
export interface BuildInMemory extends Build {
  readonly records: readonly ArticleRecord[]
}

export interface Build<Of extends Resolved = Resolution> {
  /** In the order of their article ids, with entity ids that hold over all articles. May be read as often as one likes. */
  readonly records: Iterable<ArticleRecord>
  readonly resolution: Of
  /** What could not be read. */
  readonly failures: readonly Failure[]
  readonly summary: Summary
  /** Articles, statements, claims and entities. Made when it is first asked for. */
  readonly graph: HearsayGraph
  /** Actor → actor or place, one edge per pair and relation. Made when it is first asked for. */
  readonly actors: HearsayGraph
  /** The quads one by one. */
  quads(): Iterable<Quad>
  /** The quads in an RDF/JS dataset of rdf-ext. */
  dataset(): DatasetCore
  /** What a layout of the two graphs needs to know, for whoever computes their places elsewhere and gives them to `drawAt`. */
  shapes(): readonly [Shape, Shape]
  /** Takes places that came of the shapes. Without it they are computed when the graphs are first asked for. */
  drawAt(places: readonly [Places, Places]): void
  /** The names and texts of all files, each in pieces. */
  files(): Iterable<OutputFile>
  /** Those of them that are neither graphs in RDF nor need places: claims, copies, identities, report, summary. */
  tables(): Iterable<OutputFile>
  /** Those that need the places of nodes. */
  pictures(): Iterable<OutputFile>
}

export interface OutputFile {
  readonly name: string
  readonly pieces: Iterable<string>
}

/**
 * Articles → the graph of who says what. What cannot be read is in `failures`, and the others are built.
 *
 * @param unread what could not even be read, to be counted with the rest
 * @throws HearsayError `aborted` where the signal says so
 * @example build([{ name: 'story', text: 'The mayor, Ann Lee, said the bridge would reopen.' }]).records[0]?.statements.length // 1
 */
export function build(
  inputs: Iterable<Article | ArticleInput>,
  options: BuildOptions = {},
  unread: readonly Failure[] = []
): BuildInMemory {
  const { articles, failures } = readAll(inputs, unread)
  const records = articles.map((article) => {
    if (options.signal?.aborted) throw new HearsayError('aborted', 'the build was stopped before its end')
    return extractArticle(article, options)
  })
  const built = buildFromRecords(records, options, failures)
  return Object.assign(built, { records: [...built.records] })
}

/**
 * Articles as they come → their records, one after another, in the same order. Holds one at a time.
 *
 * What cannot be read is told to `onFailure`; without it the first ends the stream.
 * @throws HearsayError `aborted` where the signal says so
 * @example for await (const record of extractEach(articles)) console.log(recordLine(record))
 */
export async function* extractEach(
  inputs: Iterable<Article | ArticleInput> | AsyncIterable<Article | ArticleInput>,
  options: BuildOptions & { readonly onFailure?: (failure: Failure) => void } = {}
): AsyncIterable<ArticleRecord> {
  for await (const input of inputs) {
    if (options.signal?.aborted) throw new HearsayError('aborted', 'the extraction was stopped before its end')
    try {
      yield extractArticle(toArticle(input), options)
    } catch (error) {
      if (options.onFailure === undefined) throw error
      options.onFailure(failureOf(error))
    }
  }
}

const toArticle = (input: Article | ArticleInput): Article =>
  'marks' in input ? input : articleOf(input.text, input.name, input)

/** The extractor as `build` calls it, for one article. */
export function extractArticle(article: Article, options: BuildOptions = {}): ArticleRecord {
  if (options.extract !== undefined) return options.extract(article)
  const { gazetteer = defaultGazetteer(), minConfidence } = options
  return extract(article, {
    ...(gazetteer === null ? {} : { gazetteer }),
    ...(minConfidence === undefined ? {} : { minConfidence })
  })
}

/**
 * What comes after extraction: records of one article each → the build. Holds one record at a time, and those that are drawn.
 *
 * @example buildFromRecords(lines.map((line) => readRecord(line))).resolution.claims.length
 * @param local with ids that hold within their article, ordered by article id; they are read several times
 */
export function buildFromRecords(
  local: Iterable<ArticleRecord>,
  options: BuildOptions = {},
  failures: readonly Failure[] = []
): Build {
  const some = (wanted: ReadonlySet<ArticleId>) => [...local].filter(({ article }) => wanted.has(article.id))
  const inMemory = (records: Iterable<ArticleRecord>) => resolve(records, resolveOptions(options))
  return buildResolved(local, some, options.resolve ?? inMemory, options, failures)
}

/** Records that are read anew whenever they are asked for. */
export interface KeptRecords extends Iterable<ArticleRecord> {
  get(id: ArticleId): ArticleRecord
}

/** As `buildFromRecords`, with what is resolved on a shelf: what is in memory then grows little with the records. */
export function buildOnto(
  shelf: Shelf,
  local: KeptRecords,
  options: BuildOptions & Pick<ResolveOptions, 'search'> = {},
  failures: readonly Failure[] = []
): Build<Resolved> {
  const some = (wanted: ReadonlySet<ArticleId>) => [...wanted].sort().map((id) => local.get(id))
  const onShelf = (records: Iterable<ArticleRecord>) =>
    resolveOnto(shelf, records, {
      ...resolveOptions(options),
      ...(options.search === undefined ? {} : { search: options.search })
    })
  return buildResolved(local, some, options.resolve ?? onShelf, options, failures)
}

function resolveOptions({ gazetteer = defaultGazetteer(), decisions = [] }: BuildOptions): ResolveOptions {
  return { ...(gazetteer === null ? {} : { gazetteer }), decisions }
}

function buildResolved<Of extends Resolved>(
  local: Iterable<ArticleRecord>,
  some: (wanted: ReadonlySet<ArticleId>) => readonly ArticleRecord[],
  resolver: (records: Iterable<ArticleRecord>) => Of,
  options: BuildOptions,
  failures: readonly Failure[]
): Build<Of> {
  const { rdf12 = false, timeline = false, graphLimit = defaultGraphLimit } = options
  const naming = options.base === undefined ? {} : { base: options.base }
  const tally = new Tally()
  const tallied = again(local, (record) => {
    tally.add(record)
    return record
  })
  const resolution = resolver(tallied)
  // A resolver of somebody else's need not have read them all.
  if (options.resolve !== undefined) for (const _ of tallied);
  const records = again(local, (record) => globalRecord(record, resolution))
  const summed = summarize(tally, resolution, failures)
  const chosen = articlesToDraw(tally.statementsOf, resolution, graphLimit)
  let found: readonly ArticleRecord[] | undefined
  const drawn = (): readonly ArticleRecord[] => {
    found ??= some(chosen).map((record) => globalRecord(record, resolution))
    return found
  }
  const summary = { ...summed, drawn: chosen.size, failures: summed.failures }
  const quads = (): Iterable<Quad> => graphQuads({ records, resolution }, { ...naming, rdf12 })
  let pictures: { graph: HearsayGraph; actors: HearsayGraph } | undefined
  let placed = false
  const unplaced = () => {
    if (pictures === undefined) {
      const input = { records: drawn(), resolution }
      pictures = { graph: provenanceGraph(input), actors: actorGraph(input) }
    }
    return pictures
  }
  const drawAt = (places: readonly [Places, Places]): void => {
    const { graph, actors } = unplaced()
    putAt(graph, places[0])
    putAt(actors, places[1])
    placed = true
  }
  const shapes = (): readonly [Shape, Shape] => [shapeOf(unplaced().graph), shapeOf(unplaced().actors)]
  const picture = () => {
    if (!placed) {
      const [graph, actors] = shapes()
      drawAt([placesOf(graph), placesOf(actors)])
    }
    return unplaced()
  }
  function* files(): Iterable<OutputFile> {
    yield { name: 'records.ndjson', pieces: recordLines(records) }
    yield* tables()
    yield { name: 'graph.ttl', pieces: writeTurtle(quads(), naming) }
    yield { name: 'graph.trig', pieces: writeTrig(quads(), naming) }
    yield { name: 'graph.nq', pieces: writeNQuads(quads()) }
    yield { name: 'graph.jsonld', pieces: writeJsonld(quads(), naming) }
    yield* pictureFiles()
  }
  // Apart, so that nothing of them is held while the report is made.
  function* resolvedFiles(): Iterable<OutputFile> {
    for (const [name, pieces] of Object.entries(resolutionFiles(local, resolution))) yield { name, pieces }
  }
  function* tables(): Iterable<OutputFile> {
    yield* resolvedFiles()
    yield { name: 'report.md', pieces: [reportOf(local, resolution)] }
    yield { name: 'summary.json', pieces: [`${JSON.stringify(summary, null, 2)}\n`] }
  }
  function* pictureFiles(): Iterable<OutputFile> {
    const { graph, actors } = picture()
    yield { name: 'graph.graphml', pieces: writeGraphml(graph) }
    yield { name: 'graph.gexf', pieces: writeGexf(graph, { timeline }) }
    yield { name: 'nodes.csv', pieces: writeNodesCsv(graph) }
    yield { name: 'edges.csv', pieces: writeEdgesCsv(graph) }
    yield { name: 'actors.graphml', pieces: writeGraphml(actors) }
    yield { name: 'actors.gexf', pieces: writeGexf(actors, { timeline }) }
    yield { name: 'actors-nodes.csv', pieces: writeNodesCsv(actors) }
    yield { name: 'actors-edges.csv', pieces: writeEdgesCsv(actors) }
    yield { name: 'graph.svg', pieces: [renderSvg(actors)] }
    yield { name: 'index.html', pieces: [renderPage({ records: drawn(), resolution, graph: actors })] }
  }
  return {
    records,
    resolution,
    failures,
    summary,
    get graph() {
      return picture().graph
    },
    get actors() {
      return picture().actors
    },
    quads,
    dataset: () => dataset(quads()),
    shapes,
    drawAt,
    files,
    tables,
    pictures: pictureFiles
  }
}

/** Each item changed as it is read, every time that it is read. */
function again<From, To>(items: Iterable<From>, change: (item: From) => To): Iterable<To> {
  return {
    *[Symbol.iterator]() {
      for (const item of items) yield change(item)
    }
  }
}

function* recordLines(records: Iterable<ArticleRecord>): Iterable<string> {
  for (const record of records) yield `${recordLine(record)}\n`
}

/** One article stands for all that have the same bytes, whatever order they come in: the one whose name sorts first. */
function readAll(
  inputs: Iterable<Article | ArticleInput>,
  unread: readonly Failure[]
): { articles: Article[]; failures: Failure[] } {
  const found = new Map<string, Article>()
  const failures = [...unread]
  for (const input of inputs) {
    try {
      const article = toArticle(input)
      const known = found.get(article.id)
      if (known !== undefined) {
        const [kept = '', left = ''] = [known.doc, article.doc].sort()
        failures.push(duplicateOf(kept, left))
      }
      if (known === undefined || article.doc < known.doc) found.set(article.id, article)
    } catch (error) {
      failures.push(failureOf(error))
    }
  }
  const articles = [...found.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const byInput = (a: Failure, b: Failure): number => (a.input < b.input ? -1 : a.input > b.input ? 1 : 0)
  return { articles, failures: failures.sort(byInput) }
}

/** Two names for the same bytes: one stands for both. */
export function duplicateOf(kept: string, left: string): Failure {
  return { input: left, code: 'duplicate', message: `this is byte for byte ${kept}, which is taken: leave one out` }
}

/** @throws what is no HearsayError: a fault of ours must not pass for a bad input */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof HearsayError)) throw error
  return { input: error.input ?? '', code: error.code, message: error.message }
}
