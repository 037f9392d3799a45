/**
 * Parts of an attribution → its sentence with the parts in brackets, for reading errors.
 *
 *     {Petra Novak} <said> on Monday [the road was closed].
 */
import type { Pair } from './brat.js'

export type Brackets = readonly [open: string, close: string]

export interface MarkedPart {
  readonly spans: readonly Pair[]
  readonly brackets: Brackets
}

/** At most so many characters of the sentence before and after the parts. */
const margin = 160

/** @param characters the text's code points, to which the spans refer; the parts must not overlap */
export function excerpt(characters: readonly string[], parts: readonly MarkedPart[]): string {
  const spans = parts.flatMap(({ spans, brackets }) => spans.map(([start, end]) => ({ start, end, brackets })))
  spans.sort((a, b) => a.start - b.start || a.end - b.end)
  const first = spans[0]
  if (first === undefined) return ''
  const last = spans.reduce((most, { end }) => Math.max(most, end), 0)
  const from = sentenceStart(characters, first.start)
  const to = sentenceEnd(characters, last)
  let shown = ''
  let at = from
  for (const { start, end, brackets } of spans) {
    shown += characters.slice(at, Math.max(at, start)).join('')
    shown += brackets[0] + characters.slice(Math.max(at, start), Math.max(at, end)).join('') + brackets[1]
    at = Math.max(at, end)
  }
  return (shown + characters.slice(at, to).join('')).replace(/\s+/gu, ' ').trim()
}

/** A line's end, or a full stop that is not that of "U.S." or "Mr.". */
function stops(characters: readonly string[], at: number): boolean {
  const character = characters[at] ?? ''
  if (character !== '.') return /[!?\n]/.test(character)
  return (
    /[\s"”’)]/.test(characters[at + 1] ?? ' ') &&
    !/\p{Lu}\p{Ll}?$/u.test(characters.slice(Math.max(0, at - 2), at).join(''))
  )
}

function sentenceStart(characters: readonly string[], start: number): number {
  let at = start
  while (at > 0 && start - at < margin && !stops(characters, at - 1)) at--
  return at
}

function sentenceEnd(characters: readonly string[], end: number): number {
  let at = end
  while (at < characters.length && at - end < margin && !stops(characters, at)) at++
  return at < characters.length && characters[at] !== '\n' ? at + 1 : at
}
