/** An attribution → how its content is told: wholly in quotation marks, partly, or not at all. */
import type { Attribution, Pair } from './brat.js'

export const kindNames = ['direct', 'mixed', 'indirect'] as const
export type Kind = (typeof kindNames)[number]

const mark = /["“”]|''|``/
const opens = /^[\s([]*(?:["“]|''|``)/
const closes = /(?:["”]|''|``)[\s.,;:!?)\]]*$/

/** Offsets are UTF-16. The marks may stand inside the content's edges or right outside them. */
export function kindOf(text: string, { content }: Attribution): Kind {
  const first = content[0]
  const last = content[content.length - 1]
  if (first === undefined || last === undefined) return 'indirect'
  const inside = content.map(([start, end]: Pair) => text.slice(start, end)).join(' … ')
  const begins = opens.test(inside) || /["“]\s?$/.test(text.slice(Math.max(0, first[0] - 2), first[0]))
  const ends = closes.test(inside) || /^[.,]?["”]/.test(text.slice(last[1], last[1] + 2))
  if (begins && ends) return 'direct'
  return begins || ends || mark.test(inside) ? 'mixed' : 'indirect'
}
