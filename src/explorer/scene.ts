/** The model's graph and what the filters leave of it → what is drawn: discs, and curves between them that do not lie on one another. */
import { groupOf, type RelationGroup } from '../graph/look.js'
import type { Point } from './camera.js'
import type { Shown } from './filters.js'
import type { Actor, Edge, Model } from './model.js'
import { spreadOut } from './spread.js'

export interface Disc {
  readonly actor: Actor
  readonly x: number
  readonly y: number
  readonly radius: number
  /** Whether any edge or statement of it passes the filters. */
  readonly shown: boolean
}

export interface Curve {
  readonly edge: Edge
  readonly from: Disc
  readonly to: Disc
  readonly group: RelationGroup
  /** How far the point that pulls the curve stands off the straight line, as a part of its length. */
  readonly bend: number
  readonly shown: boolean
}

export interface Scene {
  readonly discs: readonly Disc[]
  readonly curves: readonly Curve[]
  readonly discOf: ReadonlyMap<Actor, Disc>
}

/** Where the discs go in a view of this shape: for once and all, whatever the filters leave of them. */
export function placesIn({ nodes }: Model, aspect: number): ReadonlyMap<Actor, Point> {
  const discs = nodes.map(({ actor, x, y, size }) => ({ actor, x, y, radius: size }))
  return new Map(spreadOut(discs, aspect).map(({ actor, x, y }) => [actor, { x, y }]))
}

/** @param places where the discs go; without them each stays where the layout put it */
export function makeScene({ nodes, edges }: Model, shown: Shown, places?: ReadonlyMap<Actor, Point>): Scene {
  const live = new Set<Actor>()
  const shownEdges = edges.map((edge) => shown.hasEdge(edge))
  for (const [i, { from, to }] of edges.entries()) if (shownEdges[i]) live.add(from).add(to)
  const discs = nodes.map(({ actor, x, y, size }): Disc => {
    const isShown = live.has(actor) || actor.says.some(shown.has)
    return { actor, ...(places?.get(actor) ?? { x, y }), radius: size, shown: isShown }
  })
  const discOf = new Map(discs.map((disc) => [disc.actor, disc]))
  const between = new Map<string, number>()
  const curves = edges.flatMap((edge, i): Curve[] => {
    const [from, to] = [discOf.get(edge.from), discOf.get(edge.to)]
    if (!from || !to) return []
    const [a, b] = [edge.from.number, edge.to.number]
    const pair = a < b ? `${a} ${b}` : `${b} ${a}`
    const nth = between.get(pair) ?? 0
    between.set(pair, nth + 1)
    // 0.12, -0.12, 0.3, -0.3, … to either side, whichever way the edges point.
    const side = nth % 2 === 0 ? 1 : -1
    const bend = side * (0.12 + 0.18 * Math.floor(nth / 2)) * (a < b ? 1 : -1)
    return [{ edge, from, to, group: groupOf(edge.relation), bend, shown: shownEdges[i] ?? false }]
  })
  return { discs, curves, discOf }
}

/** The point that pulls a quadratic curve off its straight line. */
export function controlOf(from: Point, to: Point, bend: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  return { x: (from.x + to.x) / 2 - dy * bend, y: (from.y + to.y) / 2 + dx * bend }
}

export function pointOn(from: Point, control: Point, to: Point, t: number): Point {
  const s = 1 - t
  return {
    x: s * s * from.x + 2 * s * t * control.x + t * t * to.x,
    y: s * s * from.y + 2 * s * t * control.y + t * t * to.y
  }
}

/** Discs grow slower than the picture: near by they show names, from afar they can still be hit. */
export function radiusOnScreen(radius: number, scale: number): number {
  return Math.max(1.5, radius * Math.min(1.6, Math.max(0.25, Math.sqrt(scale))))
}
