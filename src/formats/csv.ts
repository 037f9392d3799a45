/**
 * A graph → two tables, nodes and edges, in pieces. Gephi reads `Id`, `Source`, `Target`, `Kind` (which tells parallel edges apart) and the like;
 * Neo4j's importer reads the same ids and kinds in the columns that begin with a colon. Safe to open in a spreadsheet: no cell of text begins a
 * formula.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 * @see https://neo4j.com/docs/operations-manual/current/import/
 */
import type { HearsayGraph } from '../graph/index.js'
import { edgeColumns, neo4jLabel, neo4jType, nodeColumns } from './columns.js'
import { fileId } from './ids.js'
import { replaceInvalid } from './xml.js'

type Row = readonly (string | number)[]

/** `Id,Label,kind,…,x,y,size,color,:ID,:LABEL`; lines end with CR LF as RFC 4180 says. */
export function* writeNodesCsv(graph: HearsayGraph): Iterable<string> {
  const names = nodeColumns.map(({ name }) => name)
  yield line(['Id', 'Label', ...names, 'x', 'y', 'size', 'color', ':ID', ':LABEL'])
  for (const { node: key, attributes: node } of graph.nodeEntries()) {
    const id = fileId(key)
    const look: Row = [node.x, node.y, node.size, node.color]
    yield line([id, node.label, ...names.map((name) => node[name]), ...look, id, neo4jLabel(node.kind)])
  }
}

/** `Source,Target,Type,Kind,Id,Label,Weight,relation,article,doc,sentence,start,end,quote,…,:START_ID,:END_ID,:TYPE` */
export function* writeEdgesCsv(graph: HearsayGraph): Iterable<string> {
  const names = edgeColumns.map(({ name }) => name)
  const own: Row = ['Source', 'Target', 'Type', 'Kind', 'Id', 'Label', 'Weight']
  yield line([...own, ...names, 'color', ':START_ID', ':END_ID', ':TYPE'])
  for (const { edge: id, attributes: edge, source, target } of graph.edgeEntries()) {
    const { relation, label, weight, color } = edge
    const cells = names.map((name) => edge[name])
    const [from, to] = [fileId(source), fileId(target)]
    const ends: Row = [from, to, neo4jType(relation)]
    yield line([from, to, 'Directed', relation, id, label, weight, ...cells, color, ...ends])
  }
}

function line(cells: Row): string {
  return `${cells.map(cell).join(',')}\r\n`
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
