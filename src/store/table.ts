/** Rows → a table for a terminal of some width, in which long cells go on in the next lines. Text from outside cannot move the cursor: its control characters are shown. */
import { plainText, type Row } from './answers.js'

export interface TableOptions {
  /** Columns of the terminal; without it each row is one line. */
  readonly width?: number
  /** Makes control characters visible. */
  readonly printable: (text: string) => string
  /** IRIs that begin so are written short. */
  readonly prefixes: Readonly<Record<string, string>>
}

const gap = '  '
const narrowest = 8
/** Lines of a cell; what is longer ends with `…`. */
const tallest = 6

export function writeTable(variables: readonly string[], rows: readonly Row[], options: TableOptions): string {
  const short = Object.entries(options.prefixes).sort(([, a], [, b]) => b.length - a.length)
  const cells = rows.map((row) =>
    variables.map((name) => {
      const term = row[name]
      const text = term?.type === 'uri' ? shorten(plainText(term), short) : plainText(term)
      return options.printable(text.replace(/\s+/g, ' '))
    })
  )
  const widths = fitWidths(
    variables.map((name, column) =>
      cells.reduce((most, row) => Math.max(most, widthOf(row[column] ?? '')), name.length)
    ),
    options.width
  )
  const line = (texts: readonly string[]): string => {
    const columns = texts.map((text, column) => wrapped(text, widths[column] ?? 0))
    const height = Math.max(...columns.map((lines) => lines.length))
    const lines = Array.from({ length: height }, (_, i) =>
      columns
        .map((column, j) => padded(column[i] ?? '', widths[j] ?? 0))
        .join(gap)
        .trimEnd()
    )
    return `${lines.join('\n')}\n`
  }
  const rule = widths.map((width) => '─'.repeat(width)).join(gap)
  return `${line(variables)}${rule}\n${cells.map(line).join('')}`
}

function shorten(iri: string, prefixes: readonly (readonly [string, string])[]): string {
  const found = prefixes.find(([, start]) => iri.startsWith(start) && iri.length > start.length)
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri
}

/** Takes from the widest columns until all fit, but leaves each readable. */
function fitWidths(widths: readonly number[], width: number | undefined): number[] {
  if (width === undefined) return [...widths]
  const fitted = widths.map((own) => Math.min(own, width))
  const room = width - gap.length * (widths.length - 1)
  for (let over = sum(fitted) - room; over > 0; over--) {
    const widest = fitted.indexOf(Math.max(...fitted))
    const current = fitted[widest] ?? 0
    if (current <= narrowest) break
    fitted[widest] = current - 1
  }
  return fitted
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** Broken between words, and within a word that is wider than the column. */
function wrapped(text: string, width: number): string[] {
  if (widthOf(text) <= width) return [text]
  const lines: string[] = []
  let [line, used] = ['', 0]
  const end = (): void => {
    if (line !== '') lines.push(line)
    ;[line, used] = ['', 0]
  }
  for (const word of text.split(' ')) {
    const own = widthOf(word)
    if (used > 0 && used + 1 + own > width) end()
    if (lines.length > tallest) break
    if (used > 0) [line, used] = [`${line} `, used + 1]
    for (const character of word) {
      const next = widthOf(character)
      if (used + next > width) end()
      ;[line, used] = [line + character, used + next]
    }
  }
  end()
  const last = lines[tallest - 1]
  return lines.length > tallest && last !== undefined ? [...lines.slice(0, tallest - 1), cut(last, width)] : lines
}

/** Marked as not the whole. */
function cut(text: string, width: number): string {
  let [kept, used] = ['', 0]
  for (const character of text) {
    const next = widthOf(character)
    if (used + next > width - 1) break
    ;[kept, used] = [kept + character, used + next]
  }
  return `${kept}…`
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** Columns that a terminal needs: none for combining marks, two for East Asian characters and most emoji. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) {
    if (/\p{M}|\u200d/u.test(character)) continue
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
        character
      )
        ? 2
        : 1
  }
  return width
}
