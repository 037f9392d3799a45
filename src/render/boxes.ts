/**
 * Boxes in a frame → the same boxes moved until none lies on another, each pushed along the side that takes the least. Says when there is no
 * room, so that the caller shows fewer.
 */
import { forceAtlas, type Springs } from '../layout/index.js'

/** `x` and `y` are the point that an edge aims at; the box reaches from there to all four sides. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly up: number
  readonly down: number
  x: number
  y: number
}

export interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Lays boxes out by what ties them, fills the frame with them, and moves them apart. False when they do not fit. */
export function arrange(boxes: readonly Box[], springs: Springs, frame: Frame, gap: number): boolean {
  const xs = Float64Array.from(boxes, ({ x }) => x)
  const ys = Float64Array.from(boxes, ({ y }) => y)
  forceAtlas(xs, ys, springs, {
    iterations: 3000,
    repulsion: 100,
    gravity: 1,
    approximate: false,
    accuracy: 1,
    tolerance: 0.5
  })
  for (const [i, box] of boxes.entries()) {
    box.x = xs[i] ?? 0
    box.y = ys[i] ?? 0
  }
  fill(boxes, frame)
  return spread(boxes, frame, gap)
}

/** Stretches both directions so that the boxes reach the frame's sides; outliers are drawn in by ranks, so that one does not press all others into a heap. */
function fill(boxes: readonly Box[], frame: Frame): void {
  stretch(
    boxes,
    'x',
    (box) => frame.left + box.left,
    (box) => frame.right - box.right
  )
  stretch(
    boxes,
    'y',
    (box) => frame.top + box.up,
    (box) => frame.bottom - box.down
  )
}

function stretch(
  boxes: readonly Box[],
  axis: 'x' | 'y',
  lowest: (box: Box) => number,
  highest: (box: Box) => number
): void {
  const sorted = [...boxes].sort((a, b) => a[axis] - b[axis])
  const first = sorted[0]?.[axis] ?? 0
  const extent = (sorted.at(-1)?.[axis] ?? 0) - first
  for (const [rank, box] of sorted.entries()) {
    const byPlace = extent === 0 ? 0.5 : (box[axis] - first) / extent
    const byRank = boxes.length < 2 ? 0.5 : rank / (boxes.length - 1)
    box[axis] = lowest(box) + (highest(box) - lowest(box)) * (byPlace + byRank) * 0.5
  }
}

function spread(boxes: readonly Box[], frame: Frame, gap: number): boolean {
  for (let round = 0; round < 3000; round++) {
    let moved = false
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        const right = a.x + a.right + gap - (b.x - b.left)
        const left = b.x + b.right + gap - (a.x - a.left)
        const below = a.y + a.down + gap - (b.y - b.up)
        const above = b.y + b.down + gap - (a.y - a.up)
        if (Math.min(right, left, below, above) <= 0) continue
        moved = true
        // The way that is shortest; sideways counts more, as boxes are wider than high and there is more room across.
        const across = Math.min(right, left)
        const along = Math.min(below, above)
        if (across * 0.6 < along) {
          const step = (across * (right < left ? 1 : -1)) / 2
          a.x -= step
          b.x += step
        } else {
          const step = (along * (below < above ? 1 : -1)) / 2
          a.y -= step
          b.y += step
        }
      }
    }
    for (const box of boxes) {
      box.x = Math.min(Math.max(box.x, frame.left + box.left), frame.right - box.right)
      box.y = Math.min(Math.max(box.y, frame.top + box.up), frame.bottom - box.down)
    }
    if (!moved) return true
  }
  return false
}
