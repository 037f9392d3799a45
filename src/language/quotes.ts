/**
 * Text and tokens → the quotations, with their marks.
 *
 * Double marks, straight or curly, single curly ones and guillemets. A straight mark opens when it is glued to what
 * follows and closes when it is glued to what precedes. A quotation that its paragraph does not close goes on in the
 * next one if that begins with an opening mark, as newspapers print long quotations.
 */
import type { Span, Token } from '../model.js'

export interface Quote extends Span {
  /** Whether a closing mark was found before the paragraph's end. */
  readonly closed: boolean
  /** Index of the quotation that this one continues, or -1. */
  readonly continues: number
}

const opening: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '”'],
  ['‟', '”'],
  ['«', '»'],
  ['‘', '’'],
  ['"', '"'],
  ["''", "''"],
  ['``', "''"]
])
const closing = new Set(['”', '»', '’', '"', "''"])

/** `paragraphs` must hold all tokens, in order. */
export function findQuotes(text: string, paragraphs: readonly Span[], tokens: readonly Token[]): Quote[] {
  const quotes: Quote[] = []
  let at = 0
  let unclosed = -1
  for (const paragraph of paragraphs) {
    const before = quotes.length
    while (at < tokens.length && (tokens[at]?.start ?? 0) < paragraph.start) at++
    let open: { start: number; mark: string; token: number } | undefined
    const first = tokens[at]
    for (; at < tokens.length; at++) {
      const token = tokens[at]
      if (token === undefined || token.start >= paragraph.end) break
      if (open === undefined) {
        if (opens(text, token)) open = { start: token.start, mark: opening.get(token.text) ?? '', token: at }
      } else if (closes(text, token, open.mark)) {
        quotes.push({ start: open.start, end: token.end, closed: true, continues: -1 })
        open = undefined
      } else if (
        opens(text, token) &&
        token.text === text.charAt(open.start) &&
        token.text !== '"' &&
        token.text !== "''"
      ) {
        // A second opening mark of the same shape: the first one was never closed.
        open = { start: token.start, mark: open.mark, token: at }
      }
    }
    if (open !== undefined && open.mark !== '’') {
      quotes.push({ start: open.start, end: paragraph.end, closed: false, continues: -1 })
    }
    const head = quotes[before]
    if (unclosed >= 0 && head !== undefined && first !== undefined && head.start === first.start) {
      quotes[before] = { ...head, continues: unclosed }
    }
    const tail = quotes.length - 1
    unclosed = tail >= before && quotes[tail]?.closed === false ? tail : -1
  }
  return quotes
}

function opens(text: string, token: Token): boolean {
  if (token.text.length > 2 || !opening.has(token.text)) return false
  const before = text.charAt(token.start - 1)
  const after = text.charAt(token.end)
  if (token.text === '"' || token.text === "''")
    return !/\s/.test(after) && after !== '' && !/[\p{L}\p{N}.,!?;:]/u.test(before)
  if (token.text === '‘') return /\p{L}|\p{N}/u.test(after) && !/[\p{L}\p{N}]/u.test(before)
  return true
}

function closes(text: string, token: Token, mark: string): boolean {
  if (token.text !== mark || !closing.has(token.text)) return false
  // An apostrophe inside a quotation in single marks is no end of it.
  if (mark === '’') return !/[\p{L}\p{N}]/u.test(text.charAt(token.end))
  return true
}
