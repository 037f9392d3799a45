/** Quads about one subject, told one after another. */
import type { NamedNode, Quad, Term } from '@rdfjs/types'
import { DataFactory } from 'n3'

/**
 * Adds what is said of a subject to a list. A list, and not a generator: one that yields all of an article grows so long that V8 takes
 * longer to compile it, again and again, than to run it.
 *
 * @example teller(quads, article)(rdf:type, schema:NewsArticle)
 */
export function teller(
  quads: Quad[],
  subject: NamedNode,
  graph?: NamedNode
): (predicate: NamedNode, object: Term) => void {
  return (predicate, object) => {
    quads.push(DataFactory.quad(subject, predicate, object as NamedNode, graph) as Quad)
  }
}
