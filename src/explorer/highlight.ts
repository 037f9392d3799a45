/** An article's text and what is to be marked in it → pieces of sentences, each with the marks that cover it. The text stays whole. */
import type { Range } from '../render/pageData.js'

export type MarkName = 'source' | 'cue' | 'content' | 'hop' | 'hedge' | 'fact' | 'shared'

export interface MarkedRange {
  readonly range: Range
  readonly name: MarkName
}

export interface Piece {
  readonly text: string
  readonly names: readonly MarkName[]
}

export interface Stretch {
  /** The number of the sentence, or -1 for what stands between sentences. */
  readonly sentence: number
  readonly pieces: readonly Piece[]
}

/** @example markText('He said no.', [[0, 11]], [{ range: [3, 7], name: 'cue' }])[0]?.pieces.length // 3 */
export function markText(
  text: string,
  sentences: readonly Range[],
  marks: readonly MarkedRange[],
  within: Range = [0, text.length]
): Stretch[] {
  const stretches: Stretch[] = []
  let at = within[0]
  const add = (sentence: number, from: number, to: number): void => {
    const [start, end] = [Math.max(from, within[0]), Math.min(to, within[1])]
    if (start < end) stretches.push({ sentence, pieces: cut(text, start, end, marks) })
  }
  for (const [sentence, [start, end]] of sentences.entries()) {
    if (end <= within[0] || start >= within[1]) continue
    add(-1, at, start)
    add(sentence, start, end)
    at = Math.max(at, end)
  }
  add(-1, at, within[1])
  return stretches
}

function cut(text: string, start: number, end: number, marks: readonly MarkedRange[]): Piece[] {
  const own = marks.filter(({ range }) => range[0] < end && range[1] > start)
  if (own.length === 0) return [{ text: text.slice(start, end), names: [] }]
  const cuts = new Set([start, end])
  for (const { range } of own) {
    for (const offset of range) if (offset > start && offset < end) cuts.add(offset)
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((from, i) => {
    const to = sorted[i + 1] ?? end
    const names = own.filter(({ range }) => range[0] <= from && range[1] >= to).map(({ name }) => name)
    return { text: text.slice(from, to), names: [...new Set(names)] }
  })
}

/** From the start of the first sentence that a range touches to the end of the last. */
export function sentencesAround(sentences: readonly Range[], ranges: readonly Range[]): Range | null {
  const touched = sentences.filter(([start, end]) => ranges.some(([a, b]) => a < end && b > start))
  const [first, last] = [touched[0], touched[touched.length - 1]]
  return first && last ? [first[0], last[1]] : null
}
