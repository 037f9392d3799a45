/**
 * A graph in memory that answers SPARQL queries. It cannot be written to, and knows neither files nor the network.
 *
 * A query runs to its end before anything else does: whoever must be able to stop one runs it in a thread of its own (`src/serve`).
 */
import { defaultGraph, namedNode, Store } from 'oxigraph'
import { HearsayError } from '../errors.js'
import { type Answer, type Row, writeAnswer } from './answers.js'
import { explainQueryError } from './queryError.js'
import { readQueryText } from './queryText.js'

export interface StoreText {
  readonly text: string | Uint8Array
  readonly format: 'turtle' | 'trig' | 'nquads'
  /** For messages. */
  readonly name: string
}

export interface Query {
  readonly query: string
  /** Ask the union of all graphs where the query names none. */
  readonly union?: boolean
  /** IRIs of graphs that take the default graph's place, together. With this or the next, all others are out of sight. */
  readonly defaultGraphs?: readonly string[]
  readonly namedGraphs?: readonly string[]
  /** At most so many rows or triples. */
  readonly limit?: number
}

const mediaTypes = { turtle: 'text/turtle', trig: 'application/trig', nquads: 'application/n-quads' } as const

export class GraphStore {
  readonly #store: Store

  /** @throws HearsayError `malformed` with the line where the text is not valid RDF */
  constructor(texts: readonly StoreText[]) {
    this.#store = new Store()
    for (const { text, format, name } of texts) {
      try {
        this.#store.load(text, { format: mediaTypes[format], no_transaction: true })
      } catch (cause) {
        throw new HearsayError('malformed', `it is no valid RDF: ${messageOf(cause)}`, { input: name, cause })
      }
    }
  }

  get size(): number {
    return this.#store.size
  }

  /**
   * @throws HearsayError `malformed` where it is no query; `usage` where it asks for what is refused; `too-large` where it needs more
   * memory than there is: then this store is broken too, and must not be asked again
   * @example new GraphStore([{ text: '<a:a> <a:b> "c" .', format: 'turtle', name: 'a' }]).ask({ query: 'ASK {?s ?p "c"}' })
   */
  ask(request: Query): Answer {
    const { form, callsService, limitedTo } = readQueryText(request.query)
    if (callsService) throw new HearsayError('usage', 'SERVICE is not available: no query may reach another server')
    const most = request.limit
    const query = most === undefined || form === 'ask' || form === null ? request.query : limitedTo(most + 1)
    const asGraph = form === 'construct' || form === 'describe'
    const text = this.#run(query, asGraph ? 'application/n-triples' : 'application/sparql-results+json', request)
    return asGraph ? triples(text, most) : told(text, most)
  }

  #run(query: string, format: string, { union, defaultGraphs, namedGraphs }: Query): string {
    const chosen = defaultGraphs !== undefined || namedGraphs !== undefined
    const dataset = chosen
      ? { default_graph: (defaultGraphs ?? []).map(graphName), named_graphs: (namedGraphs ?? []).map(graphName) }
      : {}
    try {
      const answer = this.#store.query(query, {
        results_format: format,
        use_default_graph_as_union: union === true && !chosen,
        ...dataset
      })
      if (typeof answer === 'string') return answer
    } catch (cause) {
      // Oxigraph reports what is wrong with a query as a plain Error; all else is its machine at its end.
      if (cause instanceof Error && cause.constructor === Error)
        throw new HearsayError('malformed', explainQueryError(cause.message, query), { cause })
      throw new HearsayError('too-large', 'the query needs more memory than one query may have', { cause })
    }
    throw new HearsayError('internal', `the store gave no text for ${format}`)
  }
}

/** An answer in a form of its kind; JSON-LD and RDF/XML too, which the store's own writers make. */
export function formatAnswer(answer: Answer, mediaType: string): string {
  const own = mediaType !== 'application/ld+json' && mediaType !== 'application/rdf+xml'
  if (answer.kind !== 'triples' || own) return writeAnswer(answer, mediaType)
  const store = new Store()
  store.load(answer.lines.join('\n'), { format: 'application/n-triples' })
  return store.dump({ format: mediaType, from_graph_name: defaultGraph() })
}

function graphName(iri: string) {
  try {
    return namedNode(iri)
  } catch (cause) {
    throw new HearsayError('malformed', `${JSON.stringify(iri)} is no absolute IRI of a graph`, { cause })
  }
}

function triples(text: string, most: number | undefined): Answer {
  const lines = [...new Set(text.split('\n'))].filter((line) => line !== '')
  const cut = most !== undefined && lines.length > most
  return { kind: 'triples', lines: cut ? lines.slice(0, most) : lines, cut }
}

/** What Oxigraph writes is SPARQL's own JSON. */
interface ResultsJson {
  readonly head: { readonly vars?: readonly string[] }
  readonly boolean?: boolean
  readonly results?: { readonly bindings: readonly Row[] }
}

function told(text: string, most: number | undefined): Answer {
  const value: ResultsJson = JSON.parse(text)
  if (value.boolean !== undefined) return { kind: 'boolean', value: value.boolean, cut: false }
  const all = value.results?.bindings ?? []
  const cut = most !== undefined && all.length > most
  return { kind: 'rows', variables: value.head.vars ?? [], rows: cut ? all.slice(0, most) : all, cut }
}

function messageOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause)
  // Its parser lists every character range that could have come next.
  return text.length > 300 ? `${text.slice(0, 300)} …` : text
}
