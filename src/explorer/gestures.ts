/** Mouse, finger and wheel on an element → pan, zoom, hover and press. Two fingers zoom. */
import type { Point } from './camera.js'

export interface Gestures {
  readonly pan: (dx: number, dy: number) => void
  readonly zoom: (at: Point, factor: number) => void
  readonly hover: (at: Point | null) => void
  readonly press: (at: Point, touch: boolean) => void
  /** A finger or button went down, or the last one up. */
  readonly moving: (moves: boolean) => void
}

export function listenTo(target: HTMLElement, gestures: Gestures): void {
  const down = new Map<number, Point>()
  let travelled = 0
  const at = (event: MouseEvent): Point => {
    const box = target.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  target.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    down.set(event.pointerId, at(event))
    if (down.size === 1) travelled = 0
    target.setPointerCapture(event.pointerId)
    gestures.moving(true)
  })
  target.addEventListener('pointermove', (event) => {
    const now = at(event)
    const before = down.get(event.pointerId)
    if (!before) {
      if (event.pointerType === 'mouse') gestures.hover(now)
      return
    }
    const [a, b] = [...down.values()]
    down.set(event.pointerId, now)
    travelled += Math.abs(now.x - before.x) + Math.abs(now.y - before.y)
    if (down.size === 1 && travelled > 4) gestures.pan(now.x - before.x, now.y - before.y)
    const [c, d] = [...down.values()]
    if (down.size !== 2 || !a || !b || !c || !d) return
    const middle = { x: (c.x + d.x) / 2, y: (c.y + d.y) / 2 }
    gestures.pan(middle.x - (a.x + b.x) / 2, middle.y - (a.y + b.y) / 2)
    const apart = Math.hypot(a.x - b.x, a.y - b.y)
    if (apart > 10) gestures.zoom(middle, Math.hypot(c.x - d.x, c.y - d.y) / apart)
  })
  const lift = (event: PointerEvent): void => {
    const only = down.size === 1
    if (!down.delete(event.pointerId)) return
    if (down.size === 0) gestures.moving(false)
    if (event.type === 'pointerup' && only && travelled <= 4) gestures.press(at(event), event.pointerType !== 'mouse')
  }
  target.addEventListener('pointerup', lift)
  target.addEventListener('pointercancel', lift)
  target.addEventListener('pointerleave', () => gestures.hover(null))
  target.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      const lines = event.deltaMode === 1 ? 20 : 1
      gestures.zoom(at(event), Math.exp(-Math.max(-120, Math.min(120, event.deltaY * lines)) * 0.003))
    },
    { passive: false }
  )
}
