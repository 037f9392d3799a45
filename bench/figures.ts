/** What a bench measured: told as a line where it runs alone, and gathered in the table at the end of `npm run bench`. */

/** At most so much, or at least: what an issue asks for. */
export type Bar = { readonly atMost: number } | { readonly atLeast: number }

export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly bar?: Bar
}

export function figure(what: string, value: number, unit: string, bar?: Bar): void {
  const made: Figure = { what, value, unit, ...(bar === undefined ? {} : { bar }) }
  if (process.send) process.send(made)
  console.log(cellsOf(made).join('  ').trimEnd())
}

/** What was measured, how much it is, and the bar with whether it holds. */
export function cellsOf({ what, value, unit, bar }: Figure): [string, string, string] {
  return [what, `${spelt(value)} ${unit}`, bar === undefined ? '' : verdict(value, bar)]
}

export function holds({ value, bar }: Figure): boolean {
  if (bar === undefined) return true
  return 'atMost' in bar ? value <= bar.atMost : value >= bar.atLeast
}

function verdict(value: number, bar: Bar): string {
  const [word, limit] = 'atMost' in bar ? ['at most', bar.atMost] : ['at least', bar.atLeast]
  const kept = 'atMost' in bar ? value <= bar.atMost : value >= bar.atLeast
  return `${word} ${spelt(limit)}: ${kept ? 'holds' : 'MISSED'}`
}

function spelt(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US')
  return value.toFixed(Math.abs(value) >= 10 || Number.isInteger(value) ? 1 : 2).replace(/\.0$/, '')
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
