/** A scene seen by a camera → pixels. Curves are drawn together by colour, because ten thousand single strokes are slow. */
import type { RelationGroup } from '../graph/look.js'
import type { EntityType } from '../model.js'
import { type Point, toScreen } from './camera.js'
import { drawLabels } from './drawLabels.js'
import { type Frame, isMarked } from './frame.js'
import { type Curve, controlOf, type Disc, pointOn, radiusOnScreen } from './scene.js'

const dashes: Partial<Record<RelationGroup, readonly number[]>> = { denies: [7, 4], doubts: [2, 4], fact: [1, 5] }

export function draw(context: CanvasRenderingContext2D, frame: Frame): void {
  const { size, paint, scene, marked } = frame
  context.fillStyle = paint.paper
  context.fillRect(0, 0, size.width, size.height)
  const choosing = marked.actors.size > 0 || marked.edge !== null
  const lit = (curve: Curve): boolean => marked.edge === curve.edge || marked.edges.has(curve.edge)
  const shown = scene.curves.filter((curve) => curve.shown && inView(curve, frame))
  const quiet = shown.filter((curve) => !lit(curve))
  context.globalAlpha = choosing ? 0.16 : fade(quiet.length)
  drawCurves(context, quiet, frame, 1)
  context.globalAlpha = 1
  drawCurves(context, shown.filter(lit), frame, 1.8)
  const looked = shown.filter((curve) => curve.edge === marked.looked || curve.edge === marked.edge)
  drawCurves(context, looked, frame, 3)
  drawDiscs(context, frame, choosing)
  drawLabels(context, frame, choosing)
}

function fade(curves: number): number {
  return curves > 5000 ? 0.18 : curves > 800 ? 0.35 : 0.62
}

function inView({ from, to }: Curve, { camera, size }: Frame): boolean {
  const [a, b] = [toScreen(from, camera, size), toScreen(to, camera, size)]
  return !(
    Math.max(a.x, b.x) < -80 ||
    Math.min(a.x, b.x) > size.width + 80 ||
    Math.max(a.y, b.y) < -80 ||
    Math.min(a.y, b.y) > size.height + 80
  )
}

function drawCurves(context: CanvasRenderingContext2D, curves: readonly Curve[], frame: Frame, strength: number): void {
  const { camera, size, paint } = frame
  // Many at once are straight: a stroke over ten thousand bent lines takes ten times as long.
  const straight = curves.length > 3000
  const arrows = curves.length <= 1500
  const batches = new Map<string, Curve[]>()
  for (const curve of curves) {
    const width = Math.min(4, Math.ceil(Math.sqrt(curve.edge.evidence.length)))
    const key = `${curve.group} ${width}`
    const batch = batches.get(key)
    if (batch) batch.push(curve)
    else batches.set(key, [curve])
  }
  for (const [key, batch] of batches) {
    const group = batch[0]?.group ?? 'frame'
    context.strokeStyle = paint.groups[group]
    context.fillStyle = paint.groups[group]
    context.lineWidth = (0.6 + 0.5 * Number(key.split(' ')[1])) * strength
    context.setLineDash(straight ? [] : [...(dashes[group] ?? [])])
    context.lineCap = group === 'fact' ? 'round' : 'butt'
    context.beginPath()
    for (const { from, to, bend } of batch) {
      const [a, b] = [toScreen(from, camera, size), toScreen(to, camera, size)]
      context.moveTo(a.x, a.y)
      if (straight) context.lineTo(b.x, b.y)
      else {
        const control = controlOf(a, b, bend)
        context.quadraticCurveTo(control.x, control.y, b.x, b.y)
      }
    }
    context.stroke()
    context.setLineDash([])
    if (!arrows) continue
    context.beginPath()
    for (const curve of batch) arrow(context, curve, frame, 4 + 2 * strength)
    context.fill()
  }
}

/** The head where the curve meets the rim of the disc it points at. */
function arrow(context: CanvasRenderingContext2D, { from, to, bend }: Curve, frame: Frame, length: number): void {
  const [a, b] = [toScreen(from, frame.camera, frame.size), toScreen(to, frame.camera, frame.size)]
  const control = controlOf(a, b, bend)
  const rim = radiusOnScreen(to.radius, frame.camera.scale) + 1.5
  const far = Math.hypot(b.x - a.x, b.y - a.y)
  if (far < rim + length) return
  let t = 1
  while (t > 0.3 && distance(pointOn(a, control, b, t), b) < rim) t -= 0.01
  const tip = pointOn(a, control, b, t)
  const tail = pointOn(a, control, b, Math.max(0, t - 0.06))
  const angle = Math.atan2(tip.y - tail.y, tip.x - tail.x)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  context.moveTo(tip.x, tip.y)
  context.lineTo(tip.x - length * cos + length * 0.45 * sin, tip.y - length * sin - length * 0.45 * cos)
  context.lineTo(tip.x - length * cos - length * 0.45 * sin, tip.y - length * sin + length * 0.45 * cos)
  context.closePath()
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function drawDiscs(context: CanvasRenderingContext2D, frame: Frame, choosing: boolean): void {
  const { scene, camera, size, paint, marked } = frame
  const batches = new Map<string, Disc[]>()
  for (const disc of scene.discs) {
    if (!disc.shown) continue
    const { x, y } = toScreen(disc, camera, size)
    if (x < -40 || y < -40 || x > size.width + 40 || y > size.height + 40) continue
    const dim = choosing && !isMarked(disc.actor, marked)
    const key = `${dim ? 0 : 1} ${disc.actor.type}`
    const batch = batches.get(key)
    if (batch) batch.push(disc)
    else batches.set(key, [disc])
  }
  for (const [key, batch] of [...batches].sort()) {
    const type = batch[0]?.actor.type ?? 'person'
    context.globalAlpha = key.startsWith('0') ? 0.25 : 1
    context.fillStyle = type === 'unnamed' ? paint.paper : paint.kinds[type]
    context.strokeStyle = type === 'unnamed' ? paint.kinds[type] : paint.paper
    context.lineWidth = type === 'unnamed' ? 2 : 1.5
    context.beginPath()
    for (const disc of batch) {
      const { x, y } = toScreen(disc, camera, size)
      shape(context, type, x, y, radiusOnScreen(disc.radius, camera.scale))
    }
    context.fill()
    context.stroke()
  }
  context.globalAlpha = 1
  context.strokeStyle = paint.ink
  context.lineWidth = 2
  for (const disc of scene.discs) {
    const chosen = marked.actors.has(disc.actor) && marked.actors.size <= 2
    if (!chosen && disc.actor !== marked.looked) continue
    const { x, y } = toScreen(disc, camera, size)
    context.beginPath()
    context.arc(x, y, radiusOnScreen(disc.radius, camera.scale) + 4, 0, 2 * Math.PI)
    context.stroke()
  }
}

/** Kinds differ in shape as well as in colour. */
export function shape(context: CanvasRenderingContext2D, type: EntityType, x: number, y: number, r: number): void {
  const corners = { governmentbody: 4, armedgroup: 3, outlet: 4, channel: 6, organization: 4 }
  const turn = {
    governmentbody: Math.PI / 4,
    armedgroup: -Math.PI / 2,
    outlet: 0,
    channel: 0,
    organization: Math.PI / 4
  }
  if (type === 'person' || type === 'unnamed' || type === 'place') {
    const radius = type === 'place' ? r * 0.7 : r
    context.moveTo(x + radius, y)
    context.arc(x, y, radius, 0, 2 * Math.PI)
    return
  }
  const wide = type === 'armedgroup' ? r * 1.25 : r * 1.15
  for (let i = 0; i < corners[type]; i++) {
    const angle = turn[type] + (i * 2 * Math.PI) / corners[type]
    if (i === 0) context.moveTo(x + wide * Math.cos(angle), y + wide * Math.sin(angle))
    else context.lineTo(x + wide * Math.cos(angle), y + wide * Math.sin(angle))
  }
  context.closePath()
}
