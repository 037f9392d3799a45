/**
 * The graph on a canvas that keeps up: where a full drawing takes longer than a screen's refresh, what was drawn last is moved and
 * stretched while the reader pans or zooms, and the full drawing follows when the hand rests.
 */
import { type Camera, cameraFor, type Point, panBy, reveal, type Size, toScreen, zoomAt } from './camera.js'
import { draw } from './draw.js'
import type { Marked, Paint } from './frame.js'
import type { Scene } from './scene.js'
import { prefersStillness } from './theme.js'

/** A full drawing above this many milliseconds is not made anew for every frame. */
const budget = 9
/** How much is drawn beyond each edge of the view where moving shows the last drawing. */
const margin = 0.25
const rest = 90

export interface CanvasView {
  readonly canvas: HTMLCanvasElement
  readonly camera: () => Camera
  readonly size: () => Size
  /** For measuring: what the last full drawing took, in milliseconds. */
  readonly cost: () => number
  readonly show: (scene: Scene, marked: Marked) => void
  readonly paint: (paint: Paint) => void
  readonly pan: (dx: number, dy: number) => void
  readonly zoom: (at: Point, factor: number) => void
  readonly fitAll: () => void
  readonly reveal: (point: Point) => void
  readonly resize: (size: Size) => void
}

export function makeCanvasView(
  canvas: HTMLCanvasElement,
  firstScene: Scene,
  firstMarked: Marked,
  firstPaint: Paint
): CanvasView {
  const context = canvas.getContext('2d', { alpha: false })
  let [scene, marked, paint] = [firstScene, firstMarked, firstPaint]
  let size: Size = { width: 1, height: 1 }
  let camera: Camera = { x: 0, y: 0, scale: 1 }
  let drawn = camera
  let cost = 0
  let asked = 0
  let timer = 0
  let wide = false

  const full = (): void => {
    if (!context) return
    // What is seldom drawn is drawn larger than the view, so that moving uncovers something.
    wide = cost > budget
    const beyond = wide ? margin : 0
    const whole = { width: size.width * (1 + 2 * beyond), height: size.height * (1 + 2 * beyond) }
    const density = Math.min(2, window.devicePixelRatio || 1)
    const [width, height] = [Math.round(whole.width * density), Math.round(whole.height * density)]
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
      canvas.style.width = `${whole.width}px`
      canvas.style.height = `${whole.height}px`
      canvas.style.left = `${-beyond * size.width}px`
      canvas.style.top = `${-beyond * size.height}px`
    }
    const started = performance.now()
    context.setTransform(density, 0, 0, density, 0, 0)
    draw(context, { scene, camera, size: whole, beyond: beyond * size.width, paint, marked })
    cost = performance.now() - started
    drawn = camera
    canvas.style.transform = ''
  }

  const frame = (): void => {
    asked = 0
    if (cost <= budget) {
      full()
      return
    }
    const { x, y } = toScreen(drawn, camera, size)
    canvas.style.transform = `translate(${x - size.width / 2}px, ${y - size.height / 2}px) scale(${camera.scale / drawn.scale})`
    clearTimeout(timer)
    timer = window.setTimeout(full, rest)
  }

  const ask = (): void => {
    if (asked === 0) asked = requestAnimationFrame(frame)
  }

  const now = (): void => {
    if (asked !== 0) cancelAnimationFrame(asked)
    asked = requestAnimationFrame(() => {
      asked = 0
      full()
    })
  }

  const glide = (to: Camera): void => {
    if (prefersStillness() || cost > budget) {
      camera = to
      now()
      return
    }
    const from = camera
    const started = performance.now()
    const step = (): void => {
      const t = Math.min(1, (performance.now() - started) / 260)
      const eased = 1 - (1 - t) ** 3
      camera = {
        x: from.x + (to.x - from.x) * eased,
        y: from.y + (to.y - from.y) * eased,
        scale: from.scale + (to.scale - from.scale) * eased
      }
      full()
      if (t < 1) requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  }

  const everything = (): Camera => {
    const discs = scene.discs.filter((disc) => disc.shown)
    return cameraFor(discs, size, Math.min(84, size.width * 0.13), 40)
  }

  return {
    canvas,
    camera: () => camera,
    size: () => size,
    cost: () => cost,
    show: (nextScene, nextMarked) => {
      ;[scene, marked] = [nextScene, nextMarked]
      now()
    },
    paint: (next) => {
      paint = next
      // At once: a page that is about to be printed gets no next frame.
      if (size.width > 1) full()
    },
    pan: (dx, dy) => {
      camera = panBy(camera, dx, dy)
      ask()
    },
    zoom: (at, factor) => {
      camera = zoomAt(camera, at, factor, size)
      ask()
    },
    fitAll: () => glide(everything()),
    reveal: (point) => {
      // Before the first size all is about to be fitted into the view anyway.
      if (size.width <= 1) return
      const to = reveal(camera, point, size)
      if (to.x !== camera.x || to.y !== camera.y) glide(to)
    },
    resize: (next) => {
      const first = size.width <= 1
      size = next
      if (first) camera = everything()
      full()
    }
  }
}
