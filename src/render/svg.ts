/**
 * The actor graph → one SVG of the actors who matter most, that can be read in a README: names without overlap, edges that tell direction
 * and type by colour, dash and head, each with its sentence, a legend, words for those who do not see it, light and dark. No script, nothing fetched.
 */
import { escapeXml } from '../formats/index.js'
import type { HearsayGraph } from '../graph/index.js'
import { arrange, type Box, type Frame } from './boxes.js'
import { type Actor, type Chosen, choose, type Tie } from './chosen.js'
import { type Curve, connect } from './curves.js'
import { legend } from './legend.js'
import { linesOf, widthOf } from './letters.js'
import { heads, line, node, number } from './marks.js'
import { groupLooks, kindLooks, styleSheet } from './style.js'

export interface SvgOptions {
  readonly width?: number
  readonly height?: number
  /** The most actors that are shown. Default 26. */
  readonly actors?: number
  /** About the most lines between them. Default 60. */
  readonly ties?: number
}

interface Shown {
  readonly actor: Actor
  readonly lines: readonly string[]
  readonly radius: number
  readonly size: number
  readonly box: Box
}

/** @example renderSvg(actorGraph({ records, resolution })) */
export function renderSvg(graph: HearsayGraph, options: SvgOptions = {}): string {
  const { width = 1200, height = 800, actors = 26, ties = 60 } = options
  const frame = { left: 16, right: width - 16, top: 64, bottom: height - 92 }
  const { chosen, shown } = fitted(graph, frame, actors, ties)
  const title = 'Who speaks about whom'
  const description = describe(chosen)
  const lines = drawTies(chosen.ties, shown, frame)
  const kinds = new Set(shown.map(({ actor }) => actor.kind))
  const groups = new Set(chosen.ties.map(({ group }) => group))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="hearsay-title hearsay-description">`,
    `<title id="hearsay-title">${escapeXml(title)}</title>`,
    `<desc id="hearsay-description">${escapeXml(description)}</desc>`,
    `<style>${styleSheet()}</style>`,
    heads(),
    `<rect class="paper" width="${width}" height="${height}"/>`,
    `<text class="ink" x="24" y="36" font-size="24" font-weight="600">${escapeXml(title)}</text>`,
    `<text class="faint" x="24" y="58" font-size="15">${escapeXml(caption(chosen))}</text>`,
    // What is said most is drawn last, on top.
    `<g>${lines.reverse().join('\n')}</g>`,
    `<g>${shown.map((each) => node(each.actor, each.box, each.radius, `${each.actor.label}: ${said(each.actor)}`)).join('\n')}</g>`,
    `<g>${shown.map(name).join('\n')}</g>`,
    legend(width, height, kinds, groups),
    '</svg>',
    ''
  ].join('\n')
}

function drawTies(ties: readonly Tie[], shown: readonly Shown[], frame: Frame): string[] {
  const places = new Map(shown.map((each) => [each.actor.id, each]))
  const curves: Curve[] = []
  return ties.map((tie) => {
    const [from, to] = [places.get(tie.source), places.get(tie.target)]
    if (!from || !to) return ''
    const boxes = shown.filter((each) => each !== from && each !== to).map(({ box }) => box)
    const room = groupLooks[tie.group].head === 'none' ? 0 : 3
    const ends = [from.radius + 2, to.radius + room] as const
    const curve = connect(
      { box: from.box, radius: ends[0] },
      { box: to.box, radius: ends[1] },
      { boxes, frame, curves }
    )
    curves.push(curve)
    return line(tie, curve, told(tie, from.actor, to.actor))
  })
}

/** The most actors that fit into the frame without a name on another. */
function fitted(graph: HearsayGraph, frame: Frame, most: number, ties: number): { chosen: Chosen; shown: Shown[] } {
  for (let count = most; count > 0; count--) {
    const chosen = choose(graph, count, ties)
    const shown = chosen.actors.map(measured)
    const numbers = new Map(chosen.actors.map(({ id }, i) => [id, i]))
    const springs = {
      from: Uint32Array.from(chosen.ties, ({ source }) => numbers.get(source) ?? 0),
      to: Uint32Array.from(chosen.ties, ({ target }) => numbers.get(target) ?? 0),
      pull: Float64Array.from(chosen.ties, ({ weight }) => Math.sqrt(weight))
    }
    if (
      arrange(
        shown.map(({ box }) => box),
        springs,
        frame,
        10
      )
    )
      return { chosen, shown }
  }
  return { chosen: choose(graph, 0, 0), shown: [] }
}

function measured(actor: Actor, rank: number): Shown {
  const radius = Math.min(26, 7 + 2.2 * Math.sqrt(actor.score))
  const size = rank < 6 ? 19 : rank < 14 ? 17 : 16
  const lines = linesOf(actor.label)
  const half = Math.max(radius, ...lines.map((each) => widthOf(each, size) / 2)) + 2
  const box = {
    left: half,
    right: half,
    up: radius + 2,
    down: radius + 4 + lines.length * size * 1.12,
    // A start on a spiral of squares: all apart, the most important in the middle.
    x: ((rank * 37) % 101) - 50,
    y: ((rank * 61) % 103) - 51
  }
  return { actor, lines, radius, size, box }
}

function name({ lines, radius, size, box }: Shown): string {
  const weight = size > 18 ? ' font-weight="600"' : ''
  const rows = lines.map((text, i) => {
    const y = number(box.y + radius + 2 + size * (0.92 + i * 1.12))
    return `<text class="name" x="${number(box.x)}" y="${y}" font-size="${size}"${weight}>${escapeXml(text)}</text>`
  })
  return rows.join('')
}

function said({ statements, kind }: Actor): string {
  const look = kind in kindLooks ? kind : 'actor'
  return `${look}, ${statements} ${statements === 1 ? 'statement' : 'statements'}`
}

/** A tie in words: each of its relations with the sentence that it rests on, and how many more there are. */
function told({ edges }: Tie, from: Actor, to: Actor): string {
  return edges
    .map(({ label, quote, doc, sentence, weight }) => {
      const more = weight > 1 ? ` (and ${weight - 1} more)` : ''
      const words = quote.replace(/\s+/gu, ' ')
      return `${from.label} ${label} ${to.label}: “${words}” ${doc}, sentence ${sentence + 1}${more}`
    })
    .join('\n')
}

function caption({ actors, ties, of }: Chosen): string {
  if (actors.length === 0) return 'Nobody speaks about anybody here.'
  const statements = ties.reduce((sum, { weight, group }) => sum + (group === 'fact' ? 0 : weight), 0)
  const whole =
    actors.length === of
      ? `All ${of} actors and places`
      : `The ${actors.length} of ${of} actors and places that are heard or spoken of most`
  return `${whole}; ${statements} attributions between them. Hover over a line for its sentence.`
}

function describe({ actors, ties, of }: Chosen): string {
  if (actors.length === 0) return 'Nobody speaks about anybody here.'
  const names = new Map(actors.map(({ id, label }) => [id, label]))
  const strongest = ties
    .filter(({ group }) => group !== 'fact')
    .slice(0, 12)
    .map(({ source, target, edges, weight }) => {
      return `${names.get(source)} ${edges[0]?.label} ${names.get(target)} (${weight})`
    })
  return `A network of ${actors.length} of ${of} actors and places in the news, with an arrow from each who speaks to whom or what the words are about. Strongest: ${strongest.join('; ')}.`
}
