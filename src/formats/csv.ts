/**
 * A graph → two tables, nodes and edges, with headers that Gephi takes as they are and that Neo4j's importers take with
 * `--id-type` names beside them. Safe to open in a spreadsheet: no cell of text begins a formula.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
import type { HearsayGraph } from '../graph/index.js'
import { edgeColumns, nodeColumns } from './columns.js'
import { replaceInvalid } from './xml.js'

/** `Id,Label,kind,…,x,y,size,color`; lines end with CR LF as RFC 4180 says. */
export function writeNodesCsv(graph: HearsayGraph): string {
  const rows: (string | number)[][] = [
    ['Id', 'Label', ...nodeColumns.map(({ name }) => name), 'x', 'y', 'size', 'color']
  ]
  graph.forEachNode((id, node) => {
    rows.push([id, node.label, ...nodeColumns.map(({ name }) => node[name]), node.x, node.y, node.size, node.color])
  })
  return written(rows)
}

/** `Source,Target,Type,Kind,Id,Label,Weight,relation,article,doc,sentence,start,end,quote,…` */
export function writeEdgesCsv(graph: HearsayGraph): string {
  const names = edgeColumns.map(({ name }) => name)
  const rows: (string | number)[][] = [['Source', 'Target', 'Type', 'Kind', 'Id', 'Label', 'Weight', ...names, 'color']]
  graph.forEachEdge((id, edge, source, target) => {
    const cells = names.map((name) => edge[name])
    rows.push([source, target, 'Directed', edge.relation, id, edge.label, edge.weight, ...cells, edge.color])
  })
  return written(rows)
}

function written(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = guard(replaceInvalid(value))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Spreadsheets run what begins like this; an apostrophe before it makes it text. `unguard` takes exactly that one away again. */
const dangerous = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

export function guard(text: string): string {
  return dangerous.test(text) ? `'${text}` : text
}

export function unguard(text: string): string {
  return text.startsWith("'") && dangerous.test(text) ? text.slice(1) : text
}
