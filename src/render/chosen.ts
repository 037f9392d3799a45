/**
 * The actor graph → the part of it that a picture can show: the actors who speak most and are spoken of most, and the strongest of what ties
 * them. A picture of everything shows nothing.
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

/** All edges of one group from one actor to another: one line in the picture. */
export interface Tie {
  readonly source: string
  readonly target: string
  readonly group: RelationGroup
  readonly weight: number
  /** Strongest first. */
  readonly edges: readonly EdgeAttributes[]
}

export interface Chosen {
  /** Most important first. */
  readonly actors: readonly Actor[]
  /** Strongest first. */
  readonly ties: readonly Tie[]
  /** How many actors and places the whole graph has. */
  readonly of: number
}

/** Who speaks counts twice as much as who is spoken of. */
const speaking = 2

export function choose(graph: HearsayGraph, mostActors: number, mostTies: number): Chosen {
  const ties = tiesOf(graph)
  const scores = new Map<string, number>()
  const count = (id: string, points: number) => scores.set(id, (scores.get(id) ?? 0) + points)
  for (const { source, target, weight, group } of ties) {
    if (group === 'fact') continue
    count(source, weight * speaking)
    count(target, weight)
  }
  const ranked = [...scores].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([id]) => id)
  const among = withPartners(ranked, ties, mostActors)
  const between = ties.filter(({ source, target }) => among.has(source) && among.has(target))
  const actors = ranked
    .filter((id) => among.has(id))
    .map((id) => ({ ...graph.getNodeAttributes(id), id, score: scores.get(id) ?? 0 }))
  return { actors, ties: strongest(between, mostTies), of: graph.order }
}

/** The first so many, each with somebody it is tied to: who is nobody's partner here brings the one that it is tied to most. */
function withPartners(ranked: readonly string[], ties: readonly Tie[], most: number): Set<string> {
  const partners = new Map<string, string[]>()
  for (const { source, target, group } of ties) {
    if (group === 'fact' || source === target) continue
    for (const [one, other] of [
      [source, target],
      [target, source]
    ] as const) {
      const known = partners.get(one)
      if (known) known.push(other)
      else partners.set(one, [other])
    }
  }
  const among = new Set<string>()
  for (const id of ranked) {
    if (among.has(id)) continue
    const known = partners.get(id) ?? []
    const brought = known.some((other) => among.has(other)) ? [] : known.slice(0, 1)
    if (among.size + 1 + brought.length > most) continue
    for (const each of [id, ...brought]) among.add(each)
  }
  return among
}

function tiesOf(graph: HearsayGraph): Tie[] {
  const found = new Map<string, { source: string; target: string; group: RelationGroup; edges: EdgeAttributes[] }>()
  graph.forEachEdge((_, edge, source, target) => {
    const group = groupOf(edge.relation)
    const key = JSON.stringify([source, target, group])
    const tie = found.get(key) ?? { source, target, group, edges: [] }
    found.set(key, tie)
    tie.edges.push(edge)
  })
  return [...found]
    .map(([key, { source, target, group, edges }]) => {
      const sorted = edges.sort((a, b) => b.weight - a.weight || (a.relation < b.relation ? -1 : 1))
      return { key, source, target, group, edges: sorted, weight: edges.reduce((sum, edge) => sum + edge.weight, 0) }
    })
    .sort((a, b) => strength(b) - strength(a) || (a.key < b.key ? -1 : 1))
    .map(({ key: _, ...tie }) => tie)
}

/** That somebody denies, confirms or doubts is worth more than one more who speaks; a role or a place is drawn where there is room. */
function strength({ group, weight }: Pick<Tie, 'group' | 'weight'>): number {
  if (group === 'fact') return -1
  return group === 'says' ? weight : weight + 2
}

/** The first so many, and for each actor that would be left without a tie its strongest. Given and returned strongest first. */
function strongest(ties: readonly Tie[], most: number): Tie[] {
  const kept = new Set(ties.slice(0, most))
  const tied = new Set([...kept].flatMap(({ source, target }) => [source, target]))
  for (const tie of ties) {
    if (tie.group === 'fact' || (tied.has(tie.source) && tied.has(tie.target))) continue
    kept.add(tie)
    tied.add(tie.source).add(tie.target)
  }
  return ties.filter((tie) => kept.has(tie))
}
