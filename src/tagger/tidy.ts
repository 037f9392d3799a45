/**
 * Token spans of a draft → the spans of a statement as Hearsay's records have them: "that" before a content and commas at the edges
 * belong to nobody, and a content that runs over paragraphs has one span in each.
 */
import { gather } from '../gather.js'
import type { Span } from '../model.js'
import type { Page } from './page.js'
import type { TokenSpan } from './window.js'

const edge = /^(?:[,;:–—]|--?)$/
const possessive = /^['’]s?$/

export function tidySource(page: Page, span: TokenSpan): Span[] {
  let { from, to } = span
  while (from < to && edge.test(wordAt(page, from))) from++
  while (to > from && (edge.test(wordAt(page, to - 1)) || possessive.test(wordAt(page, to - 1)))) to--
  return toSpan(page, from, to)
}

export function tidyContent(page: Page, content: readonly TokenSpan[]): Span[] {
  return gather(content, (span, i) => {
    let { from, to } = span
    while (from < to && edge.test(wordAt(page, from))) from++
    if (i === 0 && /^that$/i.test(wordAt(page, from)) && to - from > 1) from++
    // A full stop belongs to a content only inside the closing mark.
    while (to > from && (edge.test(wordAt(page, to - 1)) || (wordAt(page, to - 1) === '.' && page.quote[to - 1] === 0)))
      to--
    const parts: Span[] = []
    let start = from
    for (let at = from + 1; at <= to; at++) {
      if (at < to && page.paragraph[at] === page.paragraph[start]) continue
      for (const part of toSpan(page, start, at)) parts.push(part)
      start = at
    }
    return parts
  })
}

export function toSpan({ tokens }: Page, from: number, to: number): Span[] {
  const first = tokens[from]
  const last = tokens[to - 1]
  return first && last && to > from ? [{ start: first.start, end: last.end }] : []
}

const wordAt = ({ tokens }: Page, at: number): string => tokens[at]?.text ?? ''
