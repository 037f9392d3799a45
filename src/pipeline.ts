/**
 * The whole program in one place: articles → records → resolution → graphs and quads → files. The only file that knows the order of
 * the stages. Nothing here reads or writes a file.
 */
import type { DatasetCore, Quad } from '@rdfjs/types'
import { HearsayError } from './errors.js'
import { extract } from './extract/index.js'
import { writeEdgesCsv, writeGexf, writeGraphml, writeNodesCsv } from './formats/index.js'
import { actorGraph, type HearsayGraph, provenanceGraph } from './graph/index.js'
import type { Article, ArticleRecord, Failure, Resolution } from './model.js'
import type { Gazetteer } from './names/index.js'
import { defaultGazetteer } from './rdf/gazetteer.js'
import { dataset, graphQuads, writeNQuads, writeTrig, writeTurtle } from './rdf/index.js'
import { type ArticleDetails, articleOf } from './read/index.js'
import { recordLine } from './record/index.js'
import { type Decision, globalRecords, resolutionFiles, resolve } from './resolve/index.js'
import { type Summary, summarize } from './summary.js'

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
  readonly signal?: AbortSignal
}

export interface Build {
  /** In the order of their article ids, with entity ids that hold over all articles. */
  readonly records: readonly ArticleRecord[]
  readonly resolution: Resolution
  /** What could not be read. */
  readonly failures: readonly Failure[]
  readonly summary: Summary
  /** Articles, statements, claims and entities. */
  readonly graph: HearsayGraph
  /** Actor → actor or place, one edge per pair and relation. */
  readonly actors: HearsayGraph
  /** The quads one by one. */
  quads(): Iterable<Quad>
  /** The quads in an RDF/JS dataset of rdf-ext. */
  dataset(): DatasetCore
  /** The names and texts of all files, each in pieces. */
  files(): Iterable<OutputFile>
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
): Build {
  const { articles, failures } = readAll(inputs, unread)
  const records = articles.map((article) => {
    if (options.signal?.aborted) throw new HearsayError('aborted', 'the build was stopped before its end')
    return extractArticle(article, options)
  })
  return buildFromRecords(records, options, failures)
}

/** The extractor as `build` calls it, for one article. */
export function extractArticle(article: Article, options: BuildOptions = {}): ArticleRecord {
  const { gazetteer = defaultGazetteer(), minConfidence } = options
  return extract(article, {
    ...(gazetteer === null ? {} : { gazetteer }),
    ...(minConfidence === undefined ? {} : { minConfidence })
  })
}

/** What comes after extraction: records of one article each, in any order → the build. */
export function buildFromRecords(
  local: readonly ArticleRecord[],
  options: BuildOptions = {},
  failures: readonly Failure[] = []
): Build {
  const { gazetteer = defaultGazetteer(), decisions = [], base, rdf12 } = options
  const resolution = resolve(local, { ...(gazetteer === null ? {} : { gazetteer }), decisions })
  const records = globalRecords(local, resolution)
  const graph = provenanceGraph({ records, resolution })
  const actors = actorGraph({ records, resolution })
  const summary = summarize(records, resolution, failures)
  const quads = (): Iterable<Quad> =>
    graphQuads({ records, resolution }, { ...(base === undefined ? {} : { base }), rdf12: rdf12 ?? false })
  const naming = base === undefined ? {} : { base }
  function* files(): Iterable<OutputFile> {
    yield { name: 'records.ndjson', pieces: recordLines(records) }
    for (const [name, text] of Object.entries(resolutionFiles(local, resolution))) yield { name, pieces: [text] }
    yield { name: 'graph.ttl', pieces: writeTurtle(quads(), naming) }
    yield { name: 'graph.trig', pieces: writeTrig(quads(), naming) }
    yield { name: 'graph.nq', pieces: writeNQuads(quads()) }
    yield { name: 'graph.graphml', pieces: [writeGraphml(graph)] }
    yield { name: 'graph.gexf', pieces: [writeGexf(graph)] }
    yield { name: 'nodes.csv', pieces: [writeNodesCsv(graph)] }
    yield { name: 'edges.csv', pieces: [writeEdgesCsv(graph)] }
    yield { name: 'actors.graphml', pieces: [writeGraphml(actors)] }
    yield { name: 'actors.gexf', pieces: [writeGexf(actors)] }
    yield { name: 'summary.json', pieces: [`${JSON.stringify(summary, null, 2)}\n`] }
  }
  return { records, resolution, failures, summary, graph, actors, quads, dataset: () => dataset(quads()), files }
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
      const article = 'marks' in input ? input : articleOf(input.text, input.name, input)
      const known = found.get(article.id)
      if (known !== undefined) failures.push(duplicate(known, article))
      if (known === undefined || article.doc < known.doc) found.set(article.id, article)
    } catch (error) {
      failures.push(failureOf(error))
    }
  }
  const articles = [...found.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const byInput = (a: Failure, b: Failure): number => (a.input < b.input ? -1 : a.input > b.input ? 1 : 0)
  return { articles, failures: failures.sort(byInput) }
}

function duplicate(a: Article, b: Article): Failure {
  const [kept = '', left = ''] = [a.doc, b.doc].sort()
  return { input: left, code: 'duplicate', message: `this is byte for byte ${kept}, which is taken: leave one out` }
}

/** @throws what is no HearsayError: a fault of ours must not pass for a bad input */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof HearsayError)) throw error
  return { input: error.input ?? '', code: error.code, message: error.message }
}
