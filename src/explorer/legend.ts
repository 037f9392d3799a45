/** What shapes and colours of the graph mean: only of those that occur. */
import { groupOf, type RelationGroup } from '../graph/look.js'
import type { EntityType } from '../model.js'
import { element } from './dom.js'
import { shape } from './draw.js'
import type { Model } from './model.js'
import { onTheme, readPaint } from './theme.js'
import { groupNames, kindNames } from './words.js'

export function makeLegend({ nodes, edges }: Model): HTMLElement {
  const kinds = new Set(nodes.map(({ actor }) => actor.type))
  const groups = new Set(edges.map(({ relation }) => groupOf(relation)))
  const marks: (() => void)[] = []
  const rows = [
    ...entries(kindNames).flatMap(([kind, name]) => (kinds.has(kind) ? [row(name, kindMark(kind, marks))] : [])),
    ...entries(groupNames).flatMap(([group, name]) => (groups.has(group) ? [row(name, groupMark(group, marks))] : []))
  ]
  const redraw = (): void => {
    for (const mark of marks) mark()
  }
  onTheme(redraw)
  requestAnimationFrame(redraw)
  return element(
    'details',
    { class: 'legend', open: matchMedia('(min-width: 900px)').matches },
    element('summary', {}, 'Legend'),
    element('ul', {}, rows)
  )
}

function entries<Key extends string>(names: Readonly<Record<Key, string>>): [Key, string][] {
  return Object.entries(names) as [Key, string][]
}

function row(name: string, mark: HTMLElement): HTMLElement {
  return element('li', {}, mark, name)
}

function kindMark(kind: EntityType, marks: (() => void)[]): HTMLElement {
  return drawnMark(16, marks, (context, paint) => {
    context.fillStyle = kind === 'unnamed' ? paint.paper : paint.kinds[kind]
    context.strokeStyle = paint.kinds[kind]
    context.lineWidth = 1.5
    context.beginPath()
    shape(context, kind, 8, 8, 5)
    context.fill()
    context.stroke()
  })
}

function groupMark(group: RelationGroup, marks: (() => void)[]): HTMLElement {
  const dashes: Partial<Record<RelationGroup, number[]>> = { denies: [5, 3], doubts: [2, 3], fact: [1, 4] }
  return drawnMark(24, marks, (context, paint) => {
    context.strokeStyle = paint.groups[group]
    context.lineWidth = 2.2
    context.setLineDash(dashes[group] ?? [])
    context.beginPath()
    context.moveTo(1, 8)
    context.lineTo(23, 8)
    context.stroke()
    context.setLineDash([])
  })
}

function drawnMark(
  width: number,
  marks: (() => void)[],
  stroke: (context: CanvasRenderingContext2D, paint: ReturnType<typeof readPaint>) => void
): HTMLElement {
  const canvas = element('canvas', { width: width * 2, height: 32, 'aria-hidden': 'true' })
  canvas.style.width = `${width}px`
  canvas.style.height = '16px'
  marks.push(() => {
    const context = canvas.getContext('2d')
    if (!context) return
    context.setTransform(2, 0, 0, 2, 0, 0)
    context.clearRect(0, 0, width, 16)
    stroke(context, readPaint(document.body))
  })
  return canvas
}
