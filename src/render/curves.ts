/**
 * Two boxes and what stands between them → a curve from the rim of the one to the rim of the other, bent so that it crosses as few other boxes
 * as can be, and so that two edges of one pair do not lie on each other.
 */
import type { Box, Frame } from './boxes.js'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Curve {
  readonly from: Point
  readonly bend: Point
  readonly to: Point
}

/** A disc or square that an edge ends at: `radius` from its centre, plus room for the arrow head. */
export interface End {
  readonly box: Box
  readonly radius: number
}

/** How far the curve leaves the straight line, as a share of its length; tried in this order. */
const bends = [0.1, 0.18, -0.1, 0.28, -0.18, 0.4, -0.28, 0.55, -0.4, 0.7, -0.55]

/** What a new curve keeps away from: boxes that are not its ends, the frame's outside, curves that are there already. */
export interface Surroundings {
  readonly boxes: readonly Box[]
  readonly frame: Frame
  readonly curves: readonly Curve[]
}

export function connect(from: End, to: End, { boxes, frame, curves }: Surroundings): Curve {
  let best: Curve | null = null
  let least = Number.POSITIVE_INFINITY
  for (const [i, bend] of bends.entries()) {
    const curve = bent(from, to, bend)
    const cost = crossings(curve, boxes, frame) + nearness(curve, curves) + i * 0.4
    if (cost < least) {
      best = curve
      least = cost
    }
  }
  return best ?? bent(from, to, 0)
}

function bent(from: End, to: End, bend: number): Curve {
  const [a, b] = [from.box, to.box]
  const middle = {
    x: (a.x + b.x) / 2 - (b.y - a.y) * bend,
    y: (a.y + b.y) / 2 + (b.x - a.x) * bend
  }
  return { from: towards(a, middle, from.radius), bend: middle, to: towards(b, middle, to.radius) }
}

function towards(point: Point, other: Point, distance: number): Point {
  const [dx, dy] = [other.x - point.x, other.y - point.y]
  const length = Math.sqrt(dx * dx + dy * dy)
  if (length === 0) return point
  return { x: point.x + (dx / length) * distance, y: point.y + (dy / length) * distance }
}

const steps = 24

export function pointAt({ from, bend, to }: Curve, t: number): Point {
  const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t]
  return { x: a * from.x + b * bend.x + c * to.x, y: a * from.y + b * bend.y + c * to.y }
}

function crossings(curve: Curve, boxes: readonly Box[], frame: Frame): number {
  let inside = 0
  for (let i = 0; i <= steps; i++) {
    const { x, y } = pointAt(curve, i / steps)
    if (x < frame.left || x > frame.right || y < frame.top || y > frame.bottom) inside += 3
    for (const box of boxes) {
      if (x > box.x - box.left && x < box.x + box.right && y > box.y - box.up && y < box.y + box.down) inside++
    }
  }
  return inside
}

/** How many points of a curve lie close to the same stretch of another. */
function nearness(curve: Curve, taken: readonly Curve[]): number {
  let near = 0
  const middle = pointAt(curve, 0.5)
  for (const other of taken) {
    const { x, y } = pointAt(other, 0.5)
    const [dx, dy] = [x - middle.x, y - middle.y]
    if (dx * dx + dy * dy < 12 * 12) near += 3
  }
  return near
}
