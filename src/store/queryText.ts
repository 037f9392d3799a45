/**
 * The text of a SPARQL query → what must be known before it runs: its form, whether it calls another server, and the same query with a
 * limit on its solutions. Reads tokens only; whether the query is well formed is the store's to say.
 */

export type QueryForm = 'select' | 'ask' | 'construct' | 'describe'

export interface QueryText {
  /** Null where the text is none of the four. It is malformed then, or an update. */
  readonly form: QueryForm | null
  readonly callsService: boolean
  /** The query with at most `most` solutions; its own smaller limit stays. */
  limitedTo(most: number): string
}

interface Token {
  readonly kind: 'word' | 'mark' | 'other'
  readonly text: string
  readonly start: number
  /** How many brackets are open before it. */
  readonly depth: number
}

/**
 * Every alternative but the last stands for what may hold anything: comments, IRIs, strings, prefixed names, variables, language tags.
 * A string without an end goes on to the end of its line or text, so that no alternative fails after a long way: linear time.
 */
const tokens =
  /#[^\n\r]*|<[^<>"{}|^`\\\s]*>|"""(?:[^"\\]|\\[\s\S]|""?(?!"))*(?:""")?|'''(?:[^'\\]|\\[\s\S]|''?(?!'))*(?:''')?|"(?:[^"\\\n\r]|\\[\s\S])*"?|'(?:[^'\\\n\r]|\\[\s\S])*'?|[?$@][\p{L}\p{N}_-]+|[\p{L}\p{N}_][\p{L}\p{N}_.-]*|:(?:[\p{L}\p{N}_.:-]|%[0-9A-Fa-f]{2}|\\[^\s])*|[^\s]/gu

export function readQueryText(query: string): QueryText {
  const found = tokenize(query)
  const outside = found.filter(({ kind, depth }) => kind === 'word' && depth === 0)
  const first = outside.find(({ text }) => isForm(text.toLowerCase()))
  const form = first?.text.toLowerCase()
  return {
    form: form !== undefined && isForm(form) ? form : null,
    callsService: found.some(({ kind, text }) => kind === 'word' && text.toLowerCase() === 'service'),
    limitedTo: (most) => limited(query, found, outside, most)
  }
}

function isForm(word: string): word is QueryForm {
  return word === 'select' || word === 'ask' || word === 'construct' || word === 'describe'
}

function tokenize(query: string): Token[] {
  const found: Token[] = []
  let depth = 0
  for (const match of query.matchAll(tokens)) {
    const text = match[0]
    if (text === '}' || text === ')') depth = Math.max(0, depth - 1)
    const kind = /^[A-Za-z][A-Za-z0-9_]*$/.test(text) && !isName(query, match.index, text) ? 'word' : 'other'
    found.push({ kind: /^[{}()]$/.test(text) ? 'mark' : kind, text, start: match.index, depth })
    if (text === '{' || text === '(') depth++
  }
  return found
}

/** Whether a word is the first half of a prefixed name (`service:thing`). */
function isName(query: string, start: number, text: string): boolean {
  return query[start + text.length] === ':'
}

/** A limit stands after the pattern, and before the last `VALUES`. */
function limited(query: string, found: readonly Token[], outside: readonly Token[], most: number): string {
  const own = outside.find(({ text }) => text.toLowerCase() === 'limit')
  if (own) {
    const number = found[found.indexOf(own) + 1]
    if (!number || !/^\d+$/.test(number.text) || Number(number.text) <= most) return query
    return `${query.slice(0, number.start)}${most}${query.slice(number.start + number.text.length)}`
  }
  const values = outside.find(({ text }) => text.toLowerCase() === 'values')
  const at = values?.start ?? query.length
  return `${query.slice(0, at)}\nLIMIT ${most}\n${query.slice(at)}`
}
