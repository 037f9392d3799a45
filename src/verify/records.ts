/** Lines of `records.ndjson` → what they claim about their articles, read as plain JSON and not with the code that wrote them. */
import type { Evidence } from './evidence.js'

type Json = { readonly [key: string]: unknown }

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const number = (value: unknown): number => (typeof value === 'number' ? value : -1)

/** A record's article and its sentences, in code points. */
export interface RecordFrame {
  readonly id: string
  readonly doc: string
  readonly sha256: string
  readonly text: string
  readonly sentences: readonly (readonly [number, number])[]
  readonly statements: readonly string[]
}

export function parseLines(ndjson: string): Json[] {
  const lines = ndjson.split('\n').filter((line) => line !== '')
  return lines.map((line, i) => {
    const value: unknown = JSON.parse(line)
    if (!isObject(value)) throw new Error(`line ${i + 1} is no object`)
    return value
  })
}

export function frameOf(line: Json): RecordFrame {
  const article = isObject(line.article) ? line.article : {}
  return {
    id: text(article.id),
    doc: text(line.doc),
    sha256: text(article.sha256),
    text: text(article.text),
    sentences: list(line.sentences).map((pair) => [number(list(pair)[0]), number(list(pair)[1])]),
    statements: list(line.statements).map((each) => (isObject(each) ? text(each.id) : ''))
  }
}

/** Every span of a record. Only contents have their words beside them; the words of the others are those of the kept text. */
export function* evidenceOfRecord(line: Json): Iterable<Evidence> {
  const { id, doc, text: whole, sentences } = frameOf(line)
  const characters = [...whole]
  const said = (start: number, end: number): string => characters.slice(start, end).join('')
  const base = { article: id, doc, sentence: null }
  for (const [start, end] of sentences) yield { ...base, start, end, quote: said(start, end), where: 'sentence' }
  for (const key of ['mentions', 'references', 'relations'] as const) {
    for (const each of list(line[key])) {
      if (!isObject(each)) continue
      const [start, end] = [number(each.start), number(each.end)]
      yield { ...base, start, end, quote: said(start, end), where: key.slice(0, -1) }
    }
  }
  for (const statement of list(line.statements)) {
    if (!isObject(statement)) continue
    const where = text(statement.id)
    const words = list(statement.text)
    for (const part of ['source', 'cue', 'content'] as const) {
      for (const [i, pair] of list(statement[part]).entries()) {
        const [start, end] = [number(list(pair)[0]), number(list(pair)[1])]
        yield { ...base, start, end, quote: part === 'content' ? text(words[i]) : said(start, end), where }
      }
    }
    for (const part of ['chain', 'when', 'quantities', 'hedges'] as const) {
      for (const each of list(statement[part])) {
        if (!isObject(each)) continue
        const [start, end] = [number(each.start), number(each.end)]
        yield { ...base, start, end, quote: said(start, end), where }
      }
    }
  }
}
