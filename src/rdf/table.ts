/**
 * A section's quads, spelt and grouped: graph → subject → predicate and object. What Turtle, TriG and N-Quads are written from, so that
 * for all three each term is spelt once.
 */
import type { Quad, Quad_Graph, Term } from '@rdfjs/types'
import type { Speller, Spelling } from './spell.js'

export interface Row {
  readonly predicate: Spelling
  readonly object: Spelling
}

export interface Subject {
  readonly spelt: Spelling
  readonly rows: Row[]
}

export interface Graph {
  /** Null for the default graph. */
  readonly spelt: Spelling | null
  /** By how N-Quads spell them, in the order of the quads. */
  readonly subjects: ReadonlyMap<string, Subject>
}

/** @returns the default graph first, though it be empty, and the others in the order of the quads */
export function tableOf(quads: readonly Quad[], speller: Speller): Graph[] {
  const graphs = new Map<string, Graph & { readonly subjects: Map<string, Subject> }>()
  const graphOf = (spelt: Spelling | null): Map<string, Subject> => {
    const key = spelt?.full ?? ''
    const found = graphs.get(key)
    if (found !== undefined) return found.subjects
    const subjects = new Map<string, Subject>()
    graphs.set(key, { spelt, subjects })
    return subjects
  }
  const theDefault = graphOf(null)
  let last: Term | null = null
  let rows: Row[] = []
  for (const { subject, predicate, object, graph } of quads) {
    const isDefault = graph.termType === 'DefaultGraph'
    // Quads about one thing mostly come together.
    if (!isDefault || subject !== last) {
      rows = rowsOf(isDefault ? theDefault : graphOf(speller.term(graph as Quad_Graph)), speller.term(subject))
      last = isDefault ? subject : null
    }
    rows.push({ predicate: speller.predicate(predicate), object: speller.term(object) })
  }
  return [...graphs.values()]
}

function rowsOf(subjects: Map<string, Subject>, spelt: Spelling): Row[] {
  const found = subjects.get(spelt.full)
  if (found !== undefined) return found.rows
  const rows: Row[] = []
  subjects.set(spelt.full, { spelt, rows })
  return rows
}
