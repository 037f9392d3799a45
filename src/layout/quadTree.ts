/**
 * Points with masses → how each is pushed by all others, with far groups taken as one point: Barnes and Hut's tree of quarters, in
 * flat arrays that are used again every round.
 *
 * @see Barnes, Hut: A hierarchical O(N log N) force-calculation algorithm, Nature 324, 1986
 */

/** Points nearer than this depth of halving the square stay in one leaf: they are all but the same place. */
const deepest = 40

export class QuadTree {
  /** Of each cell: its four quarters (0 none), the node it holds alone (-1 none), its mass, middle of mass and width. */
  #quarters = new Int32Array(0)
  #node = new Int32Array(0)
  #mass = new Float64Array(0)
  #x = new Float64Array(0)
  #y = new Float64Array(0)
  #width = new Float64Array(0)
  /** The next node in the same leaf, or -1. */
  readonly #next: Int32Array
  #cells = 0
  #stack = new Int32Array(256)

  constructor(count: number) {
    this.#next = new Int32Array(count)
    this.#grow(Math.max(64, count * 3))
  }

  build(xs: Float64Array, ys: Float64Array, mass: Float64Array): void {
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
    for (let i = 0; i < xs.length; i++) {
      const [x, y] = [xs[i] ?? 0, ys[i] ?? 0]
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
    }
    const width = Math.max(right - left, bottom - top, 1e-9)
    this.#cells = 0
    this.#cell(width)
    for (let i = 0; i < xs.length; i++) this.#insert(i, xs, ys, mass, left, top, width)
    for (let c = 0; c < this.#cells; c++) {
      const weight = this.#mass[c] ?? 1
      this.#x[c] = (this.#x[c] ?? 0) / weight
      this.#y[c] = (this.#y[c] ?? 0) / weight
    }
  }

  /** Adds to `forceX` and `forceY` how each point is pushed. */
  repel(
    xs: Float64Array,
    ys: Float64Array,
    mass: Float64Array,
    forceX: Float64Array,
    forceY: Float64Array,
    repulsion: number,
    accuracy: number
  ): void {
    const limit = accuracy * accuracy
    const [quarters, nodes, masses, cellX, cellY, widths] = [
      this.#quarters,
      this.#node,
      this.#mass,
      this.#x,
      this.#y,
      this.#width
    ]
    let stack = this.#stack
    for (let i = 0; i < xs.length; i++) {
      const [x, y, own] = [xs[i] ?? 0, ys[i] ?? 0, repulsion * (mass[i] ?? 0)]
      let [pushX, pushY, height] = [0, 0, 1]
      stack[0] = 0
      while (height > 0) {
        const c = stack[--height] ?? 0
        const node = nodes[c] ?? -1
        if (node >= 0) {
          for (let j = node; j >= 0; j = this.#next[j] ?? -1) {
            if (j === i) continue
            const dx = x - (xs[j] ?? 0)
            const dy = y - (ys[j] ?? 0)
            const square = dx * dx + dy * dy
            if (square === 0) continue
            const force = (own * (mass[j] ?? 0)) / square
            pushX += dx * force
            pushY += dy * force
          }
          continue
        }
        const dx = x - (cellX[c] ?? 0)
        const dy = y - (cellY[c] ?? 0)
        const square = dx * dx + dy * dy
        const width = widths[c] ?? 0
        if (width * width < limit * square) {
          const force = (own * (masses[c] ?? 0)) / square
          pushX += dx * force
          pushY += dy * force
          continue
        }
        if (height + 4 > stack.length) {
          const larger = new Int32Array(stack.length * 2)
          larger.set(stack)
          stack = larger
        }
        for (let q = c * 4; q < c * 4 + 4; q++) {
          const quarter = quarters[q] ?? 0
          if (quarter > 0) stack[height++] = quarter
        }
      }
      forceX[i] = (forceX[i] ?? 0) + pushX
      forceY[i] = (forceY[i] ?? 0) + pushY
    }
    this.#stack = stack
  }

  /** Walks from the whole square down to a quarter that is free, splitting a leaf that is taken. */
  #insert(
    i: number,
    xs: Float64Array,
    ys: Float64Array,
    mass: Float64Array,
    left: number,
    top: number,
    width: number
  ): void {
    const [x, y, own] = [xs[i] ?? 0, ys[i] ?? 0, mass[i] ?? 0]
    let [cell, depth] = [0, 0]
    let [cellLeft, cellTop, half] = [left, top, width / 2]
    this.#next[i] = -1
    for (;;) {
      const held = this.#node[cell] ?? -1
      const empty = this.#mass[cell] === 0
      if (empty || depth >= deepest) {
        this.#next[i] = held
        this.#node[cell] = i
        this.#add(cell, x, y, own)
        return
      }
      if (held >= 0) {
        this.#node[cell] = -1
        const moved = this.#quarter(cell, xs[held] ?? 0, ys[held] ?? 0, cellLeft, cellTop, half)
        this.#node[moved] = held
        this.#add(moved, xs[held] ?? 0, ys[held] ?? 0, mass[held] ?? 0)
      }
      this.#add(cell, x, y, own)
      const next = this.#quarter(cell, x, y, cellLeft, cellTop, half)
      if (x >= cellLeft + half) cellLeft += half
      if (y >= cellTop + half) cellTop += half
      cell = next
      half /= 2
      depth++
    }
  }

  /** The quarter of a cell that a point lies in, made if it is not there. */
  #quarter(cell: number, x: number, y: number, left: number, top: number, half: number): number {
    const q = cell * 4 + (x >= left + half ? 1 : 0) + (y >= top + half ? 2 : 0)
    const known = this.#quarters[q] ?? 0
    if (known > 0) return known
    const made = this.#cell(half)
    this.#quarters[q] = made
    return made
  }

  #cell(width: number): number {
    if (this.#cells >= this.#node.length) this.#grow(this.#node.length * 2)
    const c = this.#cells++
    this.#quarters.fill(0, c * 4, c * 4 + 4)
    this.#node[c] = -1
    this.#mass[c] = 0
    this.#x[c] = 0
    this.#y[c] = 0
    this.#width[c] = width
    return c
  }

  #add(cell: number, x: number, y: number, mass: number): void {
    this.#mass[cell] = (this.#mass[cell] ?? 0) + mass
    this.#x[cell] = (this.#x[cell] ?? 0) + x * mass
    this.#y[cell] = (this.#y[cell] ?? 0) + y * mass
  }

  #grow(size: number): void {
    const larger = <Values extends Int32Array | Float64Array>(from: Values, to: Values): Values => {
      to.set(from)
      return to
    }
    this.#quarters = larger(this.#quarters, new Int32Array(size * 4))
    this.#node = larger(this.#node, new Int32Array(size))
    this.#mass = larger(this.#mass, new Float64Array(size))
    this.#x = larger(this.#x, new Float64Array(size))
    this.#y = larger(this.#y, new Float64Array(size))
    this.#width = larger(this.#width, new Float64Array(size))
  }
}
