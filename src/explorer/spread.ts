/**
 * Places of a graph → places that fill the view. A force layout crowds what matters most into its middle; here every axis is drawn halfway
 * towards equal steps, which keeps who is left of whom and above whom, and gives the middle room for its edges and names.
 */
import type { Point } from './camera.js'

interface Disc extends Point {
  readonly radius: number
}

/** Above so many, the picture's shape says more than its single names, and pairs cost too much. */
const most = 1500
/** How far each place goes towards equal steps. */
const evenness = 0.72
/** Room for one actor and its name, in pixels at scale 1. */
const step = 76

/** @param aspect width of the view by its height */
export function spreadOut<Given extends Disc>(discs: readonly Given[], aspect: number): Given[] {
  if (discs.length === 0 || discs.length > most) return [...discs]
  const side = step * Math.sqrt(discs.length)
  const stretch = Math.sqrt(Math.min(2.2, Math.max(0.45, aspect)))
  const xs = evened(
    discs.map(({ x }) => x),
    side * stretch
  )
  const ys = evened(
    discs.map(({ y }) => y),
    side / stretch
  )
  pushApart(
    xs,
    ys,
    discs.map(({ radius }) => radius)
  )
  return discs.map((disc, i) => ({ ...disc, x: xs[i] ?? 0, y: ys[i] ?? 0 }))
}

function evened(values: readonly number[], length: number): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b)
  const [least, range] = [values[order[0] ?? 0] ?? 0, (values[order.at(-1) ?? 0] ?? 0) - (values[order[0] ?? 0] ?? 0)]
  const made = new Array<number>(values.length).fill(0)
  for (const [rank, i] of order.entries()) {
    const even = values.length > 1 ? rank / (values.length - 1) : 0.5
    const own = range === 0 ? 0.5 : ((values[i] ?? 0) - least) / range
    made[i] = (evenness * even + (1 - evenness) * own - 0.5) * length
  }
  return made
}

/** Names stand beside their discs, so that discs want more room sideways than up and down. */
function pushApart(xs: number[], ys: number[], radii: readonly number[]): void {
  for (let round = 0; round < 40; round++) {
    let moved = false
    for (let i = 0; i < xs.length; i++) {
      for (let n = i + 1; n < xs.length; n++) {
        const dx = (xs[n] ?? 0) - (xs[i] ?? 0)
        const dy = (ys[n] ?? 0) - (ys[i] ?? 0)
        const room = (radii[i] ?? 0) + (radii[n] ?? 0) + 16
        const far = Math.sqrt(dx * dx + dy * dy)
        if (far >= room) continue
        moved = true
        const push = (room - far) / 2
        // Two on one spot part sideways.
        const [ux, uy] = far === 0 ? [1, 0] : [dx / far, dy / far]
        xs[i] = (xs[i] ?? 0) - ux * push
        ys[i] = (ys[i] ?? 0) - uy * push
        xs[n] = (xs[n] ?? 0) + ux * push
        ys[n] = (ys[n] ?? 0) + uy * push
      }
    }
    if (!moved) return
  }
}
