/** Quads → an rdf-ext dataset, for users who want set operations, traversal or a canonical form. */
import type { DatasetCore, Quad } from '@rdfjs/types'
import rdf from 'rdf-ext'

/** @example dataset(graphQuads(input)).match(null, rdf.namedNode(`${prefixes.hs}saidBy`)).size */
export function dataset(quads: Iterable<Quad>): DatasetCore {
  return rdf.dataset([...quads] as never) as unknown as DatasetCore
}
