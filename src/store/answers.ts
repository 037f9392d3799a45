/** An answer to a query → text in one of the forms of SPARQL 1.1: JSON, XML, CSV, TSV for rows and yes or no; RDF for triples. */
import { HearsayError } from '../errors.js'
import { readQuads, writeTurtle } from '../rdf/index.js'

export interface Term {
  readonly type: 'uri' | 'bnode' | 'literal' | 'triple'
  /** Of a triple, an object with its three parts. */
  readonly value: string | Readonly<Record<'subject' | 'predicate' | 'object', Term>>
  readonly datatype?: string
  readonly 'xml:lang'?: string
  readonly 'its:dir'?: string
}

export type Row = Readonly<Record<string, Term>>

export type Answer =
  | {
      readonly kind: 'rows'
      readonly variables: readonly string[]
      readonly rows: readonly Row[]
      readonly cut: boolean
    }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly cut: false }
  /** N-Triples, one triple a line. */
  | { readonly kind: 'triples'; readonly lines: readonly string[]; readonly cut: boolean }

/** Media types in which rows and booleans are written; the first is the default. */
export const rowTypes = [
  'application/sparql-results+json',
  'application/json',
  'application/sparql-results+xml',
  'application/xml',
  'text/csv',
  'text/tab-separated-values'
] as const

/** Media types in which triples are written; the first is the default. Those that the store writes itself come after the line. */
export const tripleTypes = [
  'text/turtle',
  'application/n-triples',
  'application/ld+json',
  'application/rdf+xml',
  'application/n-quads',
  'application/trig'
] as const

/** @throws HearsayError `unsupported` where an answer of this kind has no such form */
export function writeAnswer(answer: Answer, mediaType: string): string {
  if (answer.kind === 'triples') {
    const text = answer.lines.map((line) => `${line}\n`).join('')
    if (mediaType === 'text/turtle' || mediaType === 'application/trig') return toTurtle(text)
    if (mediaType === 'application/n-triples' || mediaType === 'application/n-quads') return text
    throw new HearsayError('unsupported', `triples cannot be written as ${mediaType}`)
  }
  switch (mediaType) {
    case 'application/sparql-results+json':
    case 'application/json':
      return `${JSON.stringify(toJson(answer))}\n`
    case 'application/sparql-results+xml':
    case 'application/xml':
      return toXml(answer)
    case 'text/csv':
      return answer.kind === 'boolean' ? `${answer.value}\r\n` : toCsv(answer)
    case 'text/tab-separated-values':
      return answer.kind === 'boolean' ? `${answer.value}\n` : toTsv(answer)
    default:
      throw new HearsayError('unsupported', `rows cannot be written as ${mediaType}`)
  }
}

type Rows = Extract<Answer, { kind: 'rows' }>
type Told = Exclude<Answer, { kind: 'triples' }>

/** With those prefixes only that it uses. */
function toTurtle(lines: string): string {
  const [head = '', ...sections] = writeTurtle(readQuads(lines, 'nquads'))
  const body = sections.join('')
  const used = head.split('\n').filter((line) => {
    const prefix = /^@prefix (\S+:)/.exec(line)?.[1]
    return prefix !== undefined && [' ', '\n', '^^'].some((before) => body.includes(before + prefix))
  })
  return `${used.map((line) => `${line}\n`).join('')}${body}`
}

function toJson(answer: Told): unknown {
  if (answer.kind === 'boolean') return { head: {}, boolean: answer.value }
  return { head: { vars: answer.variables }, results: { bindings: answer.rows } }
}

function toCsv({ variables, rows }: Rows): string {
  const line = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`
  return line(variables) + rows.map((row) => line(variables.map((name) => plainText(row[name])))).join('')
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** As SPARQL's CSV has it: IRIs and literals without marks. */
export function plainText(term: Term | undefined): string {
  if (term === undefined) return ''
  if (typeof term.value !== 'string') return turtleTerm(term)
  return term.type === 'bnode' ? `_:${term.value}` : term.value
}

function toTsv({ variables, rows }: Rows): string {
  const line = (cells: readonly string[]): string => `${cells.join('\t')}\n`
  const cell = (term: Term | undefined): string => (term === undefined ? '' : turtleTerm(term))
  return (
    line(variables.map((name) => `?${name}`)) +
    rows.map((row) => line(variables.map((name) => cell(row[name])))).join('')
  )
}

const xsd = 'http://www.w3.org/2001/XMLSchema#'

/** A term as Turtle writes it. */
function turtleTerm(term: Term): string {
  if (typeof term.value !== 'string') {
    const { subject, predicate, object } = term.value
    return `<<( ${turtleTerm(subject)} ${turtleTerm(predicate)} ${turtleTerm(object)} )>>`
  }
  if (term.type === 'uri') return `<${term.value}>`
  if (term.type === 'bnode') return `_:${term.value}`
  const quoted = `"${term.value.replace(/[\\"\n\r\t]/g, (character) => escapes[character] ?? character)}"`
  const language = term['xml:lang']
  if (language !== undefined)
    return `${quoted}@${language}${term['its:dir'] === undefined ? '' : `--${term['its:dir']}`}`
  return term.datatype === undefined || term.datatype === `${xsd}string` ? quoted : `${quoted}^^<${term.datatype}>`
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function toXml(answer: Told): string {
  const head =
    answer.kind === 'rows' ? answer.variables.map((name) => `<variable name="${xmlText(name)}"/>`).join('') : ''
  const body =
    answer.kind === 'boolean'
      ? `<boolean>${answer.value}</boolean>`
      : `<results>\n${answer.rows.map((row) => `${xmlRow(row, answer.variables)}\n`).join('')}</results>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n<head>${head}</head>\n${body}\n</sparql>\n`
}

function xmlRow(row: Row, variables: readonly string[]): string {
  const bindings = variables.map((name) => {
    const term = row[name]
    return term === undefined ? '' : `<binding name="${xmlText(name)}">${xmlTerm(term)}</binding>`
  })
  return `<result>${bindings.join('')}</result>`
}

function xmlTerm(term: Term): string {
  if (typeof term.value !== 'string') {
    const { subject, predicate, object } = term.value
    return `<triple><subject>${xmlTerm(subject)}</subject><predicate>${xmlTerm(predicate)}</predicate><object>${xmlTerm(object)}</object></triple>`
  }
  const value = xmlText(term.value)
  if (term.type !== 'literal') return `<${term.type}>${value}</${term.type}>`
  const language = term['xml:lang']
  if (language !== undefined) return `<literal xml:lang="${xmlText(language)}">${value}</literal>`
  return term.datatype === undefined
    ? `<literal>${value}</literal>`
    : `<literal datatype="${xmlText(term.datatype)}">${value}</literal>`
}

/** What XML 1.0 cannot hold becomes U+FFFD. */
function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}
