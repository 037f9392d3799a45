/** Actors and ties → the pieces of SVG that draw them: shapes, curves and arrow heads. */
import { escapeXml } from '../formats/index.js'
import type { Actor, Tie } from './chosen.js'
import type { Curve, Point } from './curves.js'
import { type GroupLook, groupLooks, kindLooks, type Shape } from './style.js'

/** To tenths: enough for any screen, and the same on every machine. */
export function number(value: number): string {
  return String(Math.round(value * 10) / 10 + 0)
}

/** One arrow head for each group of relations, as SVG's markers. */
export function heads(): string {
  const drawn = Object.entries(groupLooks).map(([name, { head }]) => {
    if (head === 'none') return ''
    const refX = head === 'barred' ? 15 : 12
    return `<marker id="head-${name}" markerUnits="userSpaceOnUse" markerWidth="22" markerHeight="18" refX="${refX}" refY="8" orient="auto">${headOf(name, head)}</marker>`
  })
  return `<defs>${drawn.join('')}</defs>`
}

function headOf(name: string, head: GroupLook['head']): string {
  const solid = `class="${name}-head" stroke-width="1"`
  if (head === 'barred')
    return `<path ${solid} d="M1 3 13 8 1 13Z"/><path class="${name}-head" stroke-width="3" d="M15.5 1V15"/>`
  if (head === 'diamond') return `<path ${solid} d="M0 8 6 3.5 12 8 6 12.5Z"/>`
  if (head === 'open') return `<path class="${name} line" stroke-width="2" d="M2 2.5 12 8 2 13.5"/>`
  if (head === 'hollow') return `<path class="${name}-hollow" stroke-width="1.5" d="M1 3.5 12 8 1 12.5Z"/>`
  return `<path ${solid} d="M0 3 12 8 0 13Z"/>`
}

/** A curve with its sentence as title, and an invisible wide one under it that is easier to point at. */
export function line(tie: Tie, curve: Curve, title: string): string {
  const { dashes, head } = groupLooks[tie.group]
  const d = path(curve)
  const width = tie.group === 'fact' ? 1.2 : Math.min(7, 1.2 + 0.8 * Math.sqrt(tie.weight))
  const dash = dashes === '' ? '' : ` stroke-dasharray="${dashes}"`
  const end = head === 'none' ? '' : ` marker-end="url(#head-${tie.group})"`
  return `<g><title>${escapeXml(title)}</title><path class="line" stroke="#000" stroke-opacity="0" stroke-width="12" d="${d}"/><path class="${tie.group} line" stroke-width="${number(width)}"${dash}${end} d="${d}"/></g>`
}

function path({ from, bend, to }: Curve): string {
  return `M${number(from.x)} ${number(from.y)}Q${number(bend.x)} ${number(bend.y)} ${number(to.x)} ${number(to.y)}`
}

export function node({ kind }: Actor, point: Point, radius: number, title: string): string {
  const look = kind === 'statement' || kind === 'claim' || kind === 'article' ? kindLooks.organization : kindLooks[kind]
  return `<g><title>${escapeXml(title)}</title>${shape(look.shape, kind, point, radius)}</g>`
}

/** Shapes of about equal area. */
export function shape(kind: Shape, className: string, { x, y }: Point, radius: number): string {
  const attributes = `class="${className} rim"`
  if (kind === 'disc') return `<circle ${attributes} cx="${number(x)}" cy="${number(y)}" r="${number(radius)}"/>`
  if (kind === 'square') {
    const half = radius * 0.89
    return `<rect ${attributes} x="${number(x - half)}" y="${number(y - half)}" width="${number(2 * half)}" height="${number(2 * half)}" rx="2"/>`
  }
  const r = radius * 1.15
  if (kind === 'diamond') {
    return `<path ${attributes} d="M${number(x)} ${number(y - r)} ${number(x + r)} ${number(y)} ${number(x)} ${number(y + r)} ${number(x - r)} ${number(y)}Z"/>`
  }
  return `<path ${attributes} d="M${number(x - r)} ${number(y - r * 0.75)} ${number(x + r)} ${number(y - r * 0.75)} ${number(x)} ${number(y + r)}Z"/>`
}
