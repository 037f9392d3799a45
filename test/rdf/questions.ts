/** The questions of `ontology/queries` and their answers, in a form in which those of any two stores can be compared. */
import { readdirSync, readFileSync } from 'node:fs'
import { type GraphStore, plainText } from '../../src/store/index.js'

const folder = 'ontology/queries'

export interface Question {
  readonly name: string
  readonly title: string
  readonly query: string
}

export function questions(): Question[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.rq'))
  return names.sort().map((file) => {
    const query = readFileSync(`${folder}/${file}`, 'utf8')
    return { name: file.replace(/\.rq$/, ''), title: /^# title: (.+)$/m.exec(query)?.[1] ?? '', query }
  })
}

export function expectedFile(name: string): string {
  return `${folder}/${name}.expected.csv`
}

export function expectedAnswer(name: string): string {
  return readFileSync(expectedFile(name), 'utf8')
}

/** Our own store's answer. */
export function answerOf(store: GraphStore, query: string, union: boolean): string {
  const answer = store.ask({ query, union })
  if (answer.kind !== 'rows') throw new Error(`${answer.kind} instead of rows`)
  return table(
    answer.variables,
    answer.rows.map((row) => answer.variables.map((name) => plainText(row[name])))
  )
}

/** CSV whose rows are sorted by code unit and whose numbers have one spelling: stores sort and spell differently. */
export function table(variables: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map((cell) => quoted(spelt(cell))).join(','))
  return [variables.join(','), ...lines.sort()].map((line) => `${line}\n`).join('')
}

/** An answer in SPARQL's own JSON, as every store's endpoint gives it. */
export function tableOfJson(json: string): string {
  const { head, results }: { head: { vars: string[] }; results: { bindings: Record<string, { value: string }>[] } } =
    JSON.parse(json)
  return table(
    head.vars,
    results.bindings.map((row) => head.vars.map((name) => row[name]?.value ?? ''))
  )
}

/** An answer in SPARQL's own CSV. */
export function tableOfCsv(csv: string): string {
  const [head = [], ...rows] = parseCsv(csv)
  return table(head, rows)
}

function parseCsv(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quotedCell, plain = '', end = ''] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (end === '' && row.length === 0 && quotedCell === undefined && plain === '') break
    row.push(quotedCell === undefined ? plain : quotedCell.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

function spelt(cell: string): string {
  return /^-?\d+(\.\d+)?$/.test(cell) && cell.length < 15 ? String(Number(cell)) : cell
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
