/**
 * Discs → the same discs moved as little as it takes that no two lie on each other. Near pairs are found over a grid, so a round costs what
 * the discs cost and not its square; the grid's cells are visited in an order that depends on nothing but the places.
 */

const mostRounds = 400

/** Moves `xs` and `ys`; leaves `margin` of free space between any two discs. */
export function removeOverlaps(xs: Float64Array, ys: Float64Array, radii: Float64Array, margin: number): void {
  // A little more than asked for, so that rounding to hundredths cannot make two discs touch.
  const gap = margin + 0.05
  for (let round = 0; round < mostRounds; round++) if (pushApart(xs, ys, radii, gap) === 0) return
}

/** One round; how many pairs were too near. */
function pushApart(xs: Float64Array, ys: Float64Array, radii: Float64Array, gap: number): number {
  const largest = radii.reduce((most, radius) => Math.max(most, radius), 0)
  const grid = new Grid(xs, ys, 2 * largest + gap)
  let near = 0
  for (let i = 0; i < xs.length; i++) {
    grid.forEachNear(i, (j) => {
      const want = (radii[i] ?? 0) + (radii[j] ?? 0) + gap
      let dx = (xs[i] ?? 0) - (xs[j] ?? 0)
      let dy = (ys[i] ?? 0) - (ys[j] ?? 0)
      const square = dx * dx + dy * dy
      if (square >= want * want) return
      near++
      let distance = Math.sqrt(square)
      if (distance < 1e-6) {
        // On one point: any direction will do, but not the same for all.
        dx = ((i * 7919) % 101) - 50.5
        dy = ((j * 104729) % 103) - 51.5
        distance = Math.sqrt(dx * dx + dy * dy)
        dx = (dx / distance) * 1e-6
        dy = (dy / distance) * 1e-6
        distance = 1e-6
      }
      const step = (0.52 * (want - distance)) / distance
      xs[i] = (xs[i] ?? 0) + dx * step
      ys[i] = (ys[i] ?? 0) + dy * step
      xs[j] = (xs[j] ?? 0) - dx * step
      ys[j] = (ys[j] ?? 0) - dy * step
    })
  }
  return near
}

/** Which discs are in which square cell, as of when it was made. */
class Grid {
  readonly #size: number
  readonly #cells = new Map<number, number[]>()
  readonly #columns: Int32Array
  readonly #rows: Int32Array

  constructor(xs: Float64Array, ys: Float64Array, size: number) {
    this.#size = size
    this.#columns = Int32Array.from(xs, (x) => this.#index(x))
    this.#rows = Int32Array.from(ys, (y) => this.#index(y))
    for (let i = 0; i < xs.length; i++) {
      const key = cellKey(this.#columns[i] ?? 0, this.#rows[i] ?? 0)
      const cell = this.#cells.get(key)
      if (cell) cell.push(i)
      else this.#cells.set(key, [i])
    }
  }

  /** Every pair once: with `j` above `i`. */
  forEachNear(i: number, act: (j: number) => void): void {
    const [column, row] = [this.#columns[i] ?? 0, this.#rows[i] ?? 0]
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const j of this.#cells.get(cellKey(c, r)) ?? []) if (j > i) act(j)
      }
    }
  }

  #index(value: number): number {
    return Math.floor(value / this.#size)
  }
}

function cellKey(column: number, row: number): number {
  return column * 2_097_152 + row
}
