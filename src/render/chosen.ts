/**
 * The actor graph → the part of it that a picture can show: the actors who speak most and are spoken of most, and what ties them. A picture
 * of everything shows nothing.
 */
import {
  type EdgeAttributes,
  groupOf,
  type HearsayGraph,
  type NodeAttributes,
  type RelationGroup
} from '../graph/index.js'

export interface Actor extends NodeAttributes {
  readonly id: string
  /** Statements by and about it. */
  readonly score: number
}

export interface Tie extends EdgeAttributes {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly group: RelationGroup
}

export interface Chosen {
  /** Most important first. */
  readonly actors: readonly Actor[]
  readonly ties: readonly Tie[]
  /** How many actors the whole graph has. */
  readonly of: number
}

/** Who speaks counts twice as much as who is spoken of. */
const speaking = 2

export function choose(graph: HearsayGraph, most: number): Chosen {
  const ties: Tie[] = graph.mapEdges((id, edge, source, target) => {
    return { ...edge, id, source, target, group: groupOf(edge.relation) }
  })
  const scores = new Map<string, number>()
  const count = (id: string, points: number) => scores.set(id, (scores.get(id) ?? 0) + points)
  for (const { source, target, weight, group } of ties) {
    if (group === 'fact') continue
    count(source, weight * speaking)
    count(target, weight)
  }
  const ranked = [...scores].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([id]) => id)
  const ids = tied(ranked.slice(0, most), ties)
  const actors = ranked
    .filter((id) => ids.has(id))
    .map((id) => ({ ...graph.getNodeAttributes(id), id, score: scores.get(id) ?? 0 }))
  return { actors, ties: ties.filter(({ source, target }) => ids.has(source) && ids.has(target)), of: graph.order }
}

/** Of some actors those that something said ties to another of them. */
function tied(ids: readonly string[], ties: readonly Tie[]): Set<string> {
  const among = new Set(ids)
  const found = new Set<string>()
  for (const { source, target, group } of ties) {
    if (group !== 'fact' && among.has(source) && among.has(target)) found.add(source).add(target)
  }
  return found
}
