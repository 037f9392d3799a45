/**
 * A graph → a place for each of its nodes. Piece by piece ForceAtlas2 from a start that comes of the nodes' ids, then discs pushed apart
 * until none lie on another; pieces that are not tied to the largest lie in rows below it.
 *
 * The same graph gives the same bytes on every machine: only + - * / and square roots are used, which IEEE 754 fixes to the last bit. Logarithms,
 * powers and angles are not so fixed, and a layout is chaotic: one last bit of difference moves a node across the picture.
 */
import type { HearsayGraph } from '../graph/index.js'
import { componentsOf, type Piece, springsWithin, stack } from './components.js'
import { forceAtlas, type Springs } from './forces.js'
import { removeOverlaps } from './overlaps.js'
import { settingsFor } from './settings.js'
import { startAt } from './start.js'

/** Free space between two pieces of a graph. */
const room = 10

export interface Position {
  readonly x: number
  readonly y: number
}

export interface LayoutOptions {
  /** Rounds of ForceAtlas2; by the number of nodes if left out. */
  readonly iterations?: number
  /** Free space between two discs. Default 2. */
  readonly margin?: number
}

/** @example layout(actorGraph({ records, resolution })).get('entity/ann-lee') */
export function layout(graph: HearsayGraph, { iterations, margin = 2 }: LayoutOptions = {}): Map<string, Position> {
  const ids = graph.nodes()
  const springs = springsOf(graph, ids)
  const parts = componentsOf(ids.length, springs)
  const within = springsWithin(parts, springs, ids.length)
  const pieces = parts.map((nodes, i): Piece => {
    const own = nodes.map((node) => ids[node] ?? '')
    const settings = settingsFor(nodes.length)
    const inside = within[i] ?? springs
    const [xs, ys] = startAt(own, inside)
    if (nodes.length > 1) forceAtlas(xs, ys, inside, iterations === undefined ? settings : { ...settings, iterations })
    const radii = Float64Array.from(own, (id) => graph.getNodeAttribute(id, 'size'))
    removeOverlaps(xs, ys, radii, margin)
    return { xs, ys, radii }
  })
  stack(pieces, room + margin)
  const places = new Map<string, Position>()
  for (const [p, { xs, ys }] of pieces.entries()) {
    for (const [i, node] of (parts[p] ?? []).entries())
      places.set(ids[node] ?? '', { x: rounded(xs[i] ?? 0), y: rounded(ys[i] ?? 0) })
  }
  return new Map(ids.map((id) => [id, places.get(id) ?? { x: 0, y: 0 }]))
}

/** Lays the graph out and writes the places into its nodes' `x` and `y`. */
export function place(graph: HearsayGraph, options: LayoutOptions = {}): void {
  for (const [id, { x, y }] of layout(graph, options)) graph.mergeNodeAttributes(id, { x, y })
}

/** Edges as pairs of node numbers, once for each pair; several edges between two nodes pull harder, but not in proportion. */
function springsOf(graph: HearsayGraph, ids: readonly string[]): Springs {
  const numbers = new Map(ids.map((id, i) => [id, i]))
  const pairs = new Map<number, number>()
  graph.forEachEdge((_, { weight }, source, target) => {
    const [a, b] = [numbers.get(source) ?? 0, numbers.get(target) ?? 0]
    if (a === b) return
    const pair = Math.min(a, b) * ids.length + Math.max(a, b)
    pairs.set(pair, (pairs.get(pair) ?? 0) + weight)
  })
  const keys = Float64Array.from(pairs.keys()).sort()
  return {
    from: Uint32Array.from(keys, (key) => Math.floor(key / ids.length)),
    to: Uint32Array.from(keys, (key) => key % ids.length),
    pull: Float64Array.from(keys, (key) => Math.sqrt(pairs.get(key) ?? 1))
  }
}

/** To hundredths, and never -0. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0
}
