/** Names beside their discs: the most wanted first, none on another, and all inside the view. */
import { toScreen } from './camera.js'
import { type Frame, isMarked } from './frame.js'
import { Room, shorten } from './labels.js'
import { radiusOnScreen } from './scene.js'

const most = 140
/** A view so narrow that long names in a large hand would hide each other. */
const narrow = 480
/** The corner at the top right where the zoom buttons lie, in pixels. */
const buttons = { width: 56, height: 124 }

export function drawLabels(context: CanvasRenderingContext2D, frame: Frame, choosing: boolean): void {
  const { scene, camera, size, beyond, paint, marked } = frame
  const room = new Room()
  const discs = new Room()
  const large = new Room()
  const [left, right] = [beyond, size.width - beyond]
  const top = (beyond / size.width) * size.height
  room.take({ left: right - buttons.width, top, ...buttons })
  const wanted = scene.discs
    .filter((disc) => disc.shown)
    .map((disc) => ({ disc, at: toScreen(disc, camera, size), marked: isMarked(disc.actor, marked) }))
    .filter(({ at }) => at.x > -60 && at.y > -20 && at.x < size.width + 60 && at.y < size.height + 20)
  for (const { disc, at } of wanted.length > 2000 ? [] : wanted) {
    const r = radiusOnScreen(disc.radius, camera.scale)
    const box = { left: at.x - r * 0.7, top: at.y - r * 0.7, width: r * 1.4, height: r * 1.4 }
    discs.take(box)
    if (disc.radius > 9) large.take(box)
  }
  const rank = (each: (typeof wanted)[number]): number =>
    each.disc.radius + (each.marked ? 1000 : 0) + (each.disc.actor === marked.looked ? 5000 : 0)
  wanted.sort((a, b) => rank(b) - rank(a) || a.disc.actor.number - b.disc.actor.number)
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  let written = 0
  // Where nothing has room any more it is not worth asking ten thousand times.
  for (const { disc, at, marked: lit } of wanted.slice(0, 6 * most)) {
    if (written >= most) break
    const strong = lit && choosing
    const px = disc.radius > 9 && right - left > narrow ? 13.5 : 12
    context.font = `${strong || disc.radius > 9 ? 600 : 400} ${px}px ${paint.font}`
    const text = shorten(disc.actor.name, right - left < narrow ? 24 : strong ? 44 : 28)
    const width = context.measureText(text).width
    const r = radiusOnScreen(disc.radius, camera.scale)
    const within = (from: number): number => Math.max(left + 4, Math.min(from, right - width - 4))
    const places = [
      { left: at.x + r + 5, top: at.y - px / 2 },
      { left: at.x - r - 5 - width, top: at.y - px / 2 },
      { left: within(at.x - width / 2), top: at.y + r + 4 },
      { left: within(at.x - width / 2), top: at.y - r - 4 - px }
    ]
    const seen = at.x >= left && at.x <= right
    const boxes = places
      .filter((place) => !seen || (place.left >= left && place.left + width <= right))
      .map((place) => ({ ...place, width, height: px }))
      .filter((box) => room.isFree(box))
    // The names that matter most may lie over a smaller disc; the others stay away rather than hide one.
    const matters = disc.radius > 9 || lit
    const free =
      boxes.find((box) => discs.isFree(box)) ??
      (matters ? (boxes.find((box) => large.isFree(box)) ?? boxes[0]) : undefined)
    const forced = disc.actor === marked.looked || (marked.actors.size <= 2 && marked.actors.has(disc.actor))
    const box = free ?? (forced && places[0] ? { ...places[0], width, height: px } : null)
    if (!box) continue
    room.take(box)
    written++
    context.globalAlpha = choosing && !lit ? 0.45 : 1
    context.strokeStyle = paint.paper
    context.lineWidth = 4
    context.strokeText(text, box.left, box.top + px / 2)
    context.fillStyle = disc.actor.type === 'place' ? paint.faint : paint.ink
    context.fillText(text, box.left, box.top + px / 2)
  }
  context.globalAlpha = 1
}
