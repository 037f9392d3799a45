/**
 * Text → its paragraphs as spans without white space at either end.
 *
 * A line break ends a paragraph, as it does in text copied from a page; in text that is wrapped at a fixed width (as
 * mail and old archives are) only an empty line does.
 */
import type { Span } from '../model.js'

const lineBreak = /\r\n|[\n\r\u0085\u2028\u2029]/g

export function findParagraphs(text: string): Span[] {
  const lines = findLines(text)
  const wrapped = isWrapped(text, lines)
  const paragraphs: { start: number; end: number }[] = []
  let open: { start: number; end: number } | undefined
  for (const line of lines) {
    const trimmed = trim(text, line)
    if (trimmed === undefined) {
      open = undefined
    } else if (open !== undefined && wrapped) {
      open.end = trimmed.end
    } else {
      open = { ...trimmed }
      paragraphs.push(open)
    }
  }
  return paragraphs
}

function findLines(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  for (const found of text.matchAll(lineBreak)) {
    lines.push({ start, end: found.index })
    start = found.index + found[0].length
  }
  lines.push({ start, end: text.length })
  return lines
}

/** The span without the white space at its ends, or undefined if nothing else is in it. U+FEFF counts as white space. */
export function trim(text: string, span: Span): Span | undefined {
  let { start, end } = span
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return start < end ? { start, end } : undefined
}

/** Wrapped text has many lines that go on in lower case, and hardly a line longer than a terminal is wide. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  let joins = 0
  let goesOn = 0
  let long = 0
  let filled = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    const next = lines[i + 1]
    const here = line && trim(text, line)
    if (here === undefined) continue
    filled++
    if (here.end - here.start > 120) long++
    const after = next && trim(text, next)
    if (after === undefined) continue
    joins++
    if (/[\p{Ll}]/u.test(text.charAt(after.start)) && !/[.!?:;”"]$/.test(text.slice(here.start, here.end))) goesOn++
  }
  return joins >= 3 && goesOn / joins > 0.3 && long / filled < 0.05
}
