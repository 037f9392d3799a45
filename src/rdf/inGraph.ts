/** Quads of one named graph, for exports that write graphs of their own. */
import type { NamedNode, Quad, Term } from '@rdfjs/types'
import { DataFactory } from 'n3'

export function inGraph(graph: string): (subject: string, predicate: NamedNode, object: Term) => Quad {
  const name = DataFactory.namedNode(graph)
  return (subject, predicate, object) =>
    DataFactory.quad(DataFactory.namedNode(subject), predicate, object as NamedNode, name) as Quad
}

export function iri(value: string): NamedNode {
  return DataFactory.namedNode(value)
}
