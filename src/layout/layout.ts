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

/** All that a layout needs to know of a graph: plain values that can be sent to another thread. */
export interface Shape {
  readonly ids: readonly string[]
  readonly radii: readonly number[]
  readonly springs: Springs
}

/** A place for each node, in the order of the shape's ids. */
export type Places = readonly Position[]

/** @example layout(actorGraph({ records, resolution })).get('entity/ann-lee') */
export function layout(graph: HearsayGraph, options: LayoutOptions = {}): Map<string, Position> {
  const shape = shapeOf(graph)
  return new Map(placesOf(shape, options).map((position, i) => [shape.ids[i] ?? '', position]))
}

export function shapeOf(graph: HearsayGraph): Shape {
  const ids = graph.nodes()
  return { ids, radii: ids.map((id) => graph.getNodeAttribute(id, 'size')), springs: springsOf(graph, ids) }
}

export function placesOf({ ids, radii, springs }: Shape, { iterations, margin = 2 }: LayoutOptions = {}): Places {
  const parts = componentsOf(ids.length, springs)
  const within = springsWithin(parts, springs, ids.length)
  const pieces = parts.map((nodes, i): Piece => {
    const own = nodes.map((node) => ids[node] ?? '')
    const settings = settingsFor(nodes.length)
    const inside = within[i] ?? springs
    const [xs, ys] = startAt(own, inside)
    if (nodes.length > 1) forceAtlas(xs, ys, inside, iterations === undefined ? settings : { ...settings, iterations })
    const discs = Float64Array.from(nodes, (node) => radii[node] ?? 0)
    removeOverlaps(xs, ys, discs, margin)
    return { xs, ys, radii: discs }
  })
  stack(pieces, room + margin)
  const places: Position[] = ids.map(() => ({ x: 0, y: 0 }))
  for (const [p, { xs, ys }] of pieces.entries()) {
    for (const [i, node] of (parts[p] ?? []).entries())
      places[node] = { x: rounded(xs[i] ?? 0), y: rounded(ys[i] ?? 0) }
  }
  return places
}

/** Lays the graph out and writes the places into its nodes' `x` and `y`. */
export function place(graph: HearsayGraph, options: LayoutOptions = {}): void {
  putAt(graph, placesOf(shapeOf(graph), options))
}

/** Writes places that came of the graph's shape into its nodes. */
export function putAt(graph: HearsayGraph, places: Places): void {
  for (const [i, id] of graph.nodes().entries()) graph.mergeNodeAttributes(id, { ...places[i] })
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
