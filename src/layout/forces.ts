/**
 * ForceAtlas2: nodes push each other away, edges pull, gravity keeps all together, and each node's speed falls as it swings.
 *
 * @see Jacomy, Venturini, Heymann, Bastian: ForceAtlas2, PLoS ONE 9(6), 2014, https://doi.org/10.1371/journal.pone.0098679
 */
import { QuadTree } from './quadTree.js'

/** Edge i pulls nodes `from[i]` and `to[i]` together with the strength `pull[i]`. */
export interface Springs {
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly pull: Float64Array
}

export interface ForceSettings {
  readonly iterations: number
  readonly repulsion: number
  readonly gravity: number
  /** Take far nodes together, by Barnes and Hut's tree. */
  readonly approximate: boolean
  /** How wide a cell may be against its distance to be taken as one: larger is faster and coarser. */
  readonly accuracy: number
  /** How much swinging is allowed: larger is faster and less precise. */
  readonly tolerance: number
}

/** What moves: places, forces now and before, one number per node. */
interface Bodies {
  readonly xs: Float64Array
  readonly ys: Float64Array
  readonly mass: Float64Array
  readonly forceX: Float64Array
  readonly forceY: Float64Array
  readonly beforeX: Float64Array
  readonly beforeY: Float64Array
}

/** Moves `xs` and `ys`. */
export function forceAtlas(xs: Float64Array, ys: Float64Array, springs: Springs, settings: ForceSettings): void {
  const count = xs.length
  const mass = new Float64Array(count).fill(1)
  for (const ends of [springs.from, springs.to]) for (const end of ends) mass[end] = (mass[end] ?? 0) + 1
  const zeros = () => new Float64Array(count)
  const bodies = { xs, ys, mass, forceX: zeros(), forceY: zeros(), beforeX: zeros(), beforeY: zeros() }
  const tree = settings.approximate ? new QuadTree(count) : null
  let pace = { speed: 1, efficiency: 1 }
  for (let i = 0; i < settings.iterations; i++) {
    bodies.beforeX.set(bodies.forceX)
    bodies.beforeY.set(bodies.forceY)
    bodies.forceX.fill(0)
    bodies.forceY.fill(0)
    if (tree) {
      tree.build(xs, ys, mass)
      tree.repel(xs, ys, mass, bodies.forceX, bodies.forceY, settings.repulsion, settings.accuracy)
    } else repelAll(bodies, settings.repulsion)
    gravitate(bodies, settings.gravity * settings.repulsion)
    attract(bodies, springs)
    pace = move(bodies, pace, settings.tolerance)
  }
}

function repelAll({ xs, ys, mass, forceX, forceY }: Bodies, repulsion: number): void {
  for (let i = 0; i < xs.length; i++) {
    for (let j = 0; j < i; j++) {
      const dx = at(xs, i) - at(xs, j)
      const dy = at(ys, i) - at(ys, j)
      const square = dx * dx + dy * dy
      if (square === 0) continue
      const force = (repulsion * at(mass, i) * at(mass, j)) / square
      forceX[i] = at(forceX, i) + dx * force
      forceY[i] = at(forceY, i) + dy * force
      forceX[j] = at(forceX, j) - dx * force
      forceY[j] = at(forceY, j) - dy * force
    }
  }
}

function gravitate({ xs, ys, mass, forceX, forceY }: Bodies, gravity: number): void {
  for (let i = 0; i < xs.length; i++) {
    const distance = Math.sqrt(at(xs, i) * at(xs, i) + at(ys, i) * at(ys, i))
    if (distance === 0) continue
    const force = (gravity * at(mass, i)) / distance
    forceX[i] = at(forceX, i) - at(xs, i) * force
    forceY[i] = at(forceY, i) - at(ys, i) * force
  }
}

function attract({ xs, ys, forceX, forceY }: Bodies, { from, to, pull }: Springs): void {
  for (let e = 0; e < from.length; e++) {
    const [i, j] = [at(from, e), at(to, e)]
    const dx = (at(xs, i) - at(xs, j)) * at(pull, e)
    const dy = (at(ys, i) - at(ys, j)) * at(pull, e)
    forceX[i] = at(forceX, i) - dx
    forceY[i] = at(forceY, i) - dy
    forceX[j] = at(forceX, j) + dx
    forceY[j] = at(forceY, j) + dy
  }
}

interface Pace {
  readonly speed: number
  readonly efficiency: number
}

/** The paper's adaptive speed: the more all nodes swing against how far they get, the slower the whole; and each node by itself. */
function move(bodies: Bodies, { speed, efficiency }: Pace, tolerance: number): Pace {
  const { xs, ys, mass, forceX, forceY, beforeX, beforeY } = bodies
  const count = xs.length
  let swinging = 0
  let traction = 0
  for (let i = 0; i < count; i++) {
    swinging += at(mass, i) * length(at(beforeX, i) - at(forceX, i), at(beforeY, i) - at(forceY, i))
    traction += (at(mass, i) * length(at(beforeX, i) + at(forceX, i), at(beforeY, i) + at(forceY, i))) / 2
  }
  if (swinging === 0 || traction === 0) return { speed, efficiency }
  const optimal = 0.05 * Math.sqrt(count)
  const most = Math.min(10, (optimal * traction) / (count * count))
  let jitter = tolerance * Math.max(Math.sqrt(optimal), most)
  if (swinging / traction > 2) {
    if (efficiency > 0.05) efficiency *= 0.5
    jitter = Math.max(jitter, tolerance)
  }
  const target = (jitter * efficiency * traction) / swinging
  if (swinging > jitter * traction) {
    if (efficiency > 0.05) efficiency *= 0.7
  } else if (speed < 1000) efficiency *= 1.3
  speed += Math.min(target - speed, 0.5 * speed)
  for (let i = 0; i < count; i++) {
    const swing = at(mass, i) * length(at(beforeX, i) - at(forceX, i), at(beforeY, i) - at(forceY, i))
    const factor = speed / (1 + Math.sqrt(speed * swing))
    xs[i] = at(xs, i) + at(forceX, i) * factor
    ys[i] = at(ys, i) + at(forceY, i) * factor
  }
  return { speed, efficiency }
}

function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y)
}

/** Of an index that is always inside; TypeScript cannot know. */
function at(values: Float64Array | Uint32Array, i: number): number {
  return values[i] ?? 0
}
