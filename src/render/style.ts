/**
 * Kinds of actors and groups of relations → shapes, lines and colours, on paper and in the dark. Nothing is told by colour alone: kinds have shapes,
 * relations have dashes and heads. Colours are Okabe and Ito's, made darker or lighter where they would be too faint on their ground.
 */
import type { NodeKind, RelationGroup } from '../graph/index.js'

export type Shape = 'disc' | 'square' | 'diamond' | 'triangle'

export interface KindLook {
  /** For the legend. */
  readonly words: string
  readonly shape: Shape
  readonly light: string
  readonly dark: string
}

export const kindLooks: Readonly<Record<Exclude<NodeKind, 'statement' | 'claim' | 'article'>, KindLook>> = {
  person: { words: 'person', shape: 'disc', light: '#e69f00', dark: '#e69f00' },
  unnamed: { words: 'unnamed source', shape: 'disc', light: '#f5ec85', dark: '#f0e442' },
  governmentbody: { words: 'government, authority', shape: 'square', light: '#0072b2', dark: '#3d9bd6' },
  organization: { words: 'organization', shape: 'square', light: '#56b4e9', dark: '#9bd3f5' },
  armedgroup: { words: 'armed group', shape: 'square', light: '#d55e00', dark: '#e8732a' },
  outlet: { words: 'news outlet', shape: 'diamond', light: '#009e73', dark: '#2bbf94' },
  channel: { words: 'channel', shape: 'diamond', light: '#cc79a7', dark: '#dd95bd' },
  place: { words: 'place', shape: 'triangle', light: '#9a9a9a', dark: '#a8a8a8' }
}

export interface GroupLook {
  readonly words: string
  readonly light: string
  readonly dark: string
  /** SVG's stroke-dasharray; empty for a solid line. */
  readonly dashes: string
  readonly head: 'filled' | 'barred' | 'open' | 'hollow' | 'diamond' | 'none'
}

export const groupLooks: Readonly<Record<RelationGroup, GroupLook>> = {
  says: { words: 'speaks about', light: '#0072b2', dark: '#56b4e9', dashes: '', head: 'filled' },
  denies: { words: 'denies, contradicts', light: '#c44f00', dark: '#ff8a3d', dashes: '9 4', head: 'barred' },
  confirms: { words: 'confirms', light: '#00795a', dark: '#2bbf94', dashes: '', head: 'diamond' },
  doubts: { words: 'doubts, cannot verify', light: '#a84c80', dark: '#e59cc6', dashes: '2 4', head: 'open' },
  orders: { words: 'orders, asks', light: '#8f6200', dark: '#e6b450', dashes: '12 3 2 3', head: 'filled' },
  through: { words: 'is quoted through', light: '#5f6b76', dark: '#a3b0bd', dashes: '5 3', head: 'hollow' },
  fact: { words: 'is tied to (role, place)', light: '#a0a0a0', dark: '#6f7780', dashes: '1 3', head: 'none' },
  frame: { words: 'stands in', light: '#a0a0a0', dark: '#6f7780', dashes: '1 3', head: 'none' }
}

const paper = { light: '#ffffff', dark: '#0d1117' }
const ink = { light: '#1f2328', dark: '#e6edf3' }
const faint = { light: '#59636e', dark: '#9198a1' }
const rim = { light: '#24292f', dark: '#f0f6fc' }

/** The style sheet: once for paper, once for a reader who asked for dark. */
export function styleSheet(): string {
  return `text{font-family:system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif}.line{fill:none;stroke-linecap:butt}.name{paint-order:stroke;stroke-linejoin:round;stroke-width:4px;text-anchor:middle}${colours('light')}@media (prefers-color-scheme:dark){${colours('dark')}}`
}

function colours(theme: 'light' | 'dark'): string {
  const groups = Object.entries(groupLooks).map(
    ([name, look]) =>
      `.${name}{stroke:${look[theme]}}.${name}-head{fill:${look[theme]};stroke:${look[theme]}}.${name}-hollow{fill:${paper[theme]};stroke:${look[theme]}}`
  )
  const kinds = Object.entries(kindLooks).map(([name, look]) => `.${name}{fill:${look[theme]}}`)
  return [
    `.paper{fill:${paper[theme]}}.ink{fill:${ink[theme]}}.faint{fill:${faint[theme]}}`,
    `.name{fill:${ink[theme]};stroke:${paper[theme]}}.rim{stroke:${rim[theme]};stroke-width:1.2}.rule{stroke:${faint[theme]};stroke-opacity:.4}`,
    ...groups,
    ...kinds
  ].join('')
}
