/** The files of a resolution → what they rest on. */
import type { Evidence } from './evidence.js'
import { parseLines, type RecordFrame } from './records.js'

/** Statements that a claim (or one of its links and joins) names, and those of them that no record has. */
export function missingStatements(
  ndjson: string,
  known: ReadonlySet<string>
): { checked: number; missing: { claim: string; statement: string }[] } {
  const missing: { claim: string; statement: string }[] = []
  let checked = 0
  for (const line of parseLines(ndjson)) {
    for (const statement of statementIds(line)) {
      checked++
      if (!known.has(statement)) missing.push({ claim: String(line.claim), statement })
    }
  }
  return { checked, missing }
}

/** Every string below a value that is a statement's id. */
function statementIds(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('#statement=') ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(statementIds)
}

/** Each pair of sentences, as two pieces of evidence. What is quoted is what the record's sentence says at that place. */
export function* evidenceOfCopies(ndjson: string, records: ReadonlyMap<string, RecordFrame>): Iterable<Evidence> {
  for (const line of parseLines(ndjson)) {
    const docs = [String(line.from), String(line.of)]
    const pairs: readonly unknown[] = Array.isArray(line.sentences) ? line.sentences : []
    for (const pair of pairs) {
      for (const [side, doc] of docs.entries()) {
        const span: unknown = Array.isArray(pair) ? pair[side] : undefined
        const [start, end]: unknown[] = Array.isArray(span) ? span : []
        const frame = records.get(doc)
        const found = frame?.sentences.findIndex((each) => each[0] === start && each[1] === end) ?? -1
        const quote = found < 0 ? '' : [...(frame?.text ?? '')].slice(Number(start), Number(end)).join('')
        const where = `${docs.join(' of ')}`
        yield { article: frame?.id ?? '', doc, sentence: null, start: Number(start), end: Number(end), quote, where }
      }
    }
  }
}

/** Each row's name, at the place that it gives. */
export function* evidenceOfIdentity(tsv: string): Iterable<Evidence> {
  const [head = '', ...rows] = tsv.split('\n').filter((row) => row !== '')
  const columns = head.split('\t')
  for (const row of rows) {
    const cells = row.split('\t')
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? ''
    if (cell('article') === '') continue
    const [start, end] = [Number(cell('start')), Number(cell('end'))]
    const where = `${cell('from')} → ${cell('to')}`
    yield { article: '', doc: cell('article'), sentence: null, start, end, quote: cell('name'), where }
  }
}
