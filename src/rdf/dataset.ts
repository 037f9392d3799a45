/**
 * Quads → an rdf-ext dataset, for users who want set operations, traversal or a canonical form. Its default environment is not used: that
 * brings what fetches and parses with it, and some of it needs a window, which a worker in a browser has not.
 */
import type { DatasetCore, Quad } from '@rdfjs/types'
import DatasetFactory from 'rdf-ext/DatasetFactory.js'

/** @example dataset(graphQuads(input)).match(null, rdf.namedNode(`${prefixes.hs}saidBy`)).size */
export function dataset(quads: Iterable<Quad>): DatasetCore {
  return new DatasetFactory().dataset([...quads])
}
