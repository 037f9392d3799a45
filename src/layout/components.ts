/**
 * A graph in pieces → each piece laid out by itself, the largest on top and the others in rows below it. In one force layout the pieces
 * without ties are driven outwards by all the rest: they take most of the picture, and crowd what matters into its middle.
 */
import type { Springs } from './forces.js'

/** Node numbers that hang together, ascending; the piece with most nodes first, of equal ones that with the lowest number. */
export function componentsOf(nodes: number, { from, to }: Springs): number[][] {
  const parents = Int32Array.from({ length: nodes }, (_, i) => i)
  const rootOf = (node: number): number => {
    let root = node
    while (parents[root] !== root) root = parents[root] ?? root
    for (let at = node; at !== root; ) {
      const next = parents[at] ?? root
      parents[at] = root
      at = next
    }
    return root
  }
  for (let e = 0; e < from.length; e++) {
    const [a, b] = [rootOf(from[e] ?? 0), rootOf(to[e] ?? 0)]
    parents[Math.max(a, b)] = Math.min(a, b)
  }
  const pieces = new Map<number, number[]>()
  for (let i = 0; i < nodes; i++) {
    const root = rootOf(i)
    const piece = pieces.get(root)
    if (piece === undefined) pieces.set(root, [i])
    else piece.push(i)
  }
  return [...pieces.values()].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
}

/** The springs within a piece, between its nodes' places in `nodes`. */
export function springsWithin(pieces: readonly number[][], { from, to, pull }: Springs, count: number): Springs[] {
  const pieceOf = new Int32Array(count)
  const placeOf = new Int32Array(count)
  for (const [p, nodes] of pieces.entries()) {
    for (const [i, node] of nodes.entries()) {
      pieceOf[node] = p
      placeOf[node] = i
    }
  }
  const edges = pieces.map((): number[] => [])
  for (let e = 0; e < from.length; e++) edges[pieceOf[from[e] ?? 0] ?? 0]?.push(e)
  return edges.map((own) => ({
    from: Uint32Array.from(own, (e) => placeOf[from[e] ?? 0] ?? 0),
    to: Uint32Array.from(own, (e) => placeOf[to[e] ?? 0] ?? 0),
    pull: Float64Array.from(own, (e) => pull[e] ?? 1)
  }))
}

export interface Piece {
  readonly xs: Float64Array
  readonly ys: Float64Array
  readonly radii: Float64Array
}

/** How much wider than its first piece a picture of many may get, against its height. */
const width = 1.3

/** Moves the pieces: the first stays, the others fill rows below it from left to right. */
export function stack(pieces: readonly Piece[], gap: number): void {
  const boxes = pieces.map(boxOf)
  const [first, ...others] = boxes
  if (first === undefined || others.length === 0) return
  const area = others.reduce((sum, box) => sum + (box.right - box.left + gap) * (box.bottom - box.top + gap), 0)
  const rowWidth = Math.max(width * (first.right - first.left), Math.sqrt(area))
  const left = (first.left + first.right - rowWidth) / 2
  let [x, y, height] = [left, first.bottom + 2 * gap, 0]
  for (const [i, box] of others.entries()) {
    const wide = box.right - box.left
    if (x > left && x + wide > left + rowWidth) {
      y += height + gap
      x = left
      height = 0
    }
    shift(pieces[i + 1], x - box.left, y - box.top)
    x += wide + gap
    height = Math.max(height, box.bottom - box.top)
  }
}

function boxOf({ xs, ys, radii }: Piece) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (let i = 0; i < xs.length; i++) {
    const [x, y, radius] = [xs[i] ?? 0, ys[i] ?? 0, radii[i] ?? 0]
    box.left = Math.min(box.left, x - radius)
    box.right = Math.max(box.right, x + radius)
    box.top = Math.min(box.top, y - radius)
    box.bottom = Math.max(box.bottom, y + radius)
  }
  return box
}

function shift(piece: Piece | undefined, dx: number, dy: number): void {
  piece?.xs.forEach((x, i, xs) => {
    xs[i] = x + dx
  })
  piece?.ys.forEach((y, i, ys) => {
    ys[i] = y + dy
  })
}
