/** A point of the view → the disc or the curve under it. */
import { type Camera, type Point, type Size, toScreen } from './camera.js'
import { type Curve, controlOf, type Disc, pointOn, radiusOnScreen, type Scene } from './scene.js'

export function discAt(scene: Scene, pointer: Point, camera: Camera, size: Size, slack = 4): Disc | null {
  let best: Disc | null = null
  let least = Infinity
  for (const disc of scene.discs) {
    if (!disc.shown) continue
    const { x, y } = toScreen(disc, camera, size)
    const off = Math.hypot(pointer.x - x, pointer.y - y) - radiusOnScreen(disc.radius, camera.scale)
    if (off <= slack && off < least) {
      least = off
      best = disc
    }
  }
  return best
}

export function curveAt(scene: Scene, pointer: Point, camera: Camera, size: Size, slack = 7): Curve | null {
  let best: Curve | null = null
  let least = slack
  for (const curve of scene.curves) {
    if (!curve.shown) continue
    const from = toScreen(curve.from, camera, size)
    const to = toScreen(curve.to, camera, size)
    const control = controlOf(from, to, curve.bend)
    if (!near(pointer, from, to, control, slack)) continue
    const distance = distanceTo(pointer, from, control, to)
    if (distance < least) {
      least = distance
      best = curve
    }
  }
  return best
}

/** Inside the box around the three points that make the curve? */
function near({ x, y }: Point, a: Point, b: Point, c: Point, slack: number): boolean {
  return (
    x >= Math.min(a.x, b.x, c.x) - slack &&
    x <= Math.max(a.x, b.x, c.x) + slack &&
    y >= Math.min(a.y, b.y, c.y) - slack &&
    y <= Math.max(a.y, b.y, c.y) + slack
  )
}

const pieces = 16

function distanceTo(pointer: Point, from: Point, control: Point, to: Point): number {
  let least = Infinity
  let before = from
  for (let i = 1; i <= pieces; i++) {
    const next = pointOn(from, control, to, i / pieces)
    least = Math.min(least, distanceToLine(pointer, before, next))
    before = next
  }
  return least
}

function distanceToLine({ x, y }: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length))
  return Math.hypot(x - a.x - t * dx, y - a.y - t * dy)
}

/** From one disc to the nearest that lies in a direction, for the arrow keys. */
export function neighbourIn(scene: Scene, from: Disc, dx: number, dy: number): Disc | null {
  let best: Disc | null = null
  let least = Infinity
  for (const disc of scene.discs) {
    if (disc === from || !disc.shown) continue
    const [x, y] = [disc.x - from.x, disc.y - from.y]
    const along = x * dx + y * dy
    const across = Math.abs(x * dy - y * dx)
    if (along <= 0 || across > along * 1.5) continue
    const cost = along + 2 * across
    if (cost < least) {
      least = cost
      best = disc
    }
  }
  return best
}
