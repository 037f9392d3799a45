/** A graph → what is wrong with it, by the shapes in ontology/shapes.ttl. The default graph alone is checked: it is the one that vouches. */
import type { DatasetCore, Quad, Term } from '@rdfjs/types'
import { Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { ontologyFiles } from '../generated/ontology.js'
import { readQuads } from './read.js'
import { order } from './resolvedQuads.js'

export interface ShapeResult {
  /** The IRI of what is wrong. */
  readonly focus: string
  /** The property, or null where a whole node is wrong. */
  readonly path: string | null
  /** The offending value, where there is one. */
  readonly value: string | null
  /** For a person. */
  readonly message: string
}

export interface ShapeReport {
  readonly conforms: boolean
  /** Sorted by focus, then message. */
  readonly results: readonly ShapeResult[]
}

/** @example (await validateShapes(graphQuads(input))).conforms // true */
export async function validateShapes(quads: Iterable<Quad>, shapes: string = hearsayShapes()): Promise<ShapeReport> {
  const data = new Store([...quads].filter((quad) => quad.graph.termType === 'DefaultGraph'))
  const validator = new SHACLValidator(dataset(readQuads(shapes, 'turtle')))
  const report = await validator.validate(dataset(data))
  const results = report.results.map((result): ShapeResult => {
    const value = termValue(result.value)
    return {
      focus: termValue(result.focusNode) ?? '',
      path: termValue(result.path),
      value: value === null ? null : value.slice(0, 200),
      message: result.message.map((message) => message.value).join(' ')
    }
  })
  return { conforms: report.conforms, results: results.sort(byFocus) }
}

export function hearsayShapes(): string {
  return ontologyFiles['shapes.ttl'] ?? ''
}

function dataset(quads: Iterable<Quad>): DatasetCore {
  return new Store([...quads])
}

function termValue(value: unknown): string | null {
  return isTerm(value) ? value.value : null
}

function isTerm(value: unknown): value is Term {
  return typeof value === 'object' && value !== null && 'termType' in value && 'value' in value
}

function byFocus(a: ShapeResult, b: ShapeResult): number {
  return order(a.focus, b.focus) || order(a.message, b.message) || order(a.value ?? '', b.value ?? '')
}
