/**
 * A stream of quads → sections small enough to sort: the quads of one article, one claim or one entity, as long as they come
 * together. Inside a section: no quad twice; subjects as they first came, `rdf:type` first, other predicates and objects sorted.
 */
import type { Quad, Term } from '@rdfjs/types'
import { order } from './resolvedQuads.js'
import { prefixes } from './terms.js'

export interface Section {
  /** The IRI that its quads are about, without fragment. */
  readonly about: string
  readonly quads: readonly Quad[]
}

export function* sections(quads: Iterable<Quad>): Iterable<Section> {
  let about = ''
  let held: Quad[] = []
  for (const quad of quads) {
    const key = sectionOf(quad)
    if (key !== about && held.length > 0) {
      yield { about, quads: arrange(held) }
      held = []
    }
    about = key
    held.push(quad)
  }
  if (held.length > 0) yield { about, quads: arrange(held) }
}

function sectionOf({ subject, graph }: Quad): string {
  const iri = graph.termType === 'DefaultGraph' ? subject.value : graph.value
  const hash = iri.indexOf('#')
  return hash < 0 ? iri : iri.slice(0, hash)
}

function arrange(quads: readonly Quad[]): Quad[] {
  const graphs = new Map<string, Map<string, Map<string, Quad>>>()
  for (const quad of quads) {
    const graph = child(graphs, quad.graph.value)
    child(graph, termKey(quad.subject)).set(`${predicateKey(quad)}\n${termKey(quad.object)}`, quad)
  }
  const arranged: Quad[] = []
  for (const subjects of graphs.values()) {
    for (const told of subjects.values()) {
      for (const key of [...told.keys()].sort(order)) {
        const quad = told.get(key)
        if (quad) arranged.push(quad)
      }
    }
  }
  return arranged
}

function child<Value>(map: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const found = map.get(key)
  if (found) return found
  const made = new Map<string, Value>()
  map.set(key, made)
  return made
}

/** `rdf:type` sorts before every IRI. */
function predicateKey({ predicate }: Quad): string {
  return predicate.value === `${prefixes.rdf}type` ? '' : predicate.value
}

/** Equal for equal terms only. Numbers at the end of an IRI or in a literal sort by size as long as they have the same length. */
export function termKey(value: Term): string {
  switch (value.termType) {
    case 'Literal':
      return `"${value.value}"${value.language}^^${value.datatype.value}`
    case 'Quad':
      return `<<${termKey(value.subject)} ${termKey(value.predicate)} ${termKey(value.object)}>>`
    default:
      return `${value.termType} ${value.value}`
  }
}
