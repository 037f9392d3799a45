/**
 * A graph → GEXF 1.3 with the same nodes, edges and columns as GraphML. Attribute ids are numbers, so that readers take the
 * titles as names; `kind` tells parallel edges apart; columns are declared before the nodes.
 *
 * @see https://gexf.net/schema.html
 */
import type { HearsayGraph } from '../graph/index.js'
import { type Column, channels, edgeColumns, nodeColumns } from './columns.js'
import { fileId } from './ids.js'
import { escapeXml } from './xml.js'

export interface GexfOptions {
  /** Give each node and edge the day it was first said, so that Gephi's timeline works. Default false. */
  readonly timeline?: boolean
}

/**
 * The file in pieces.
 *
 * @example [...writeGexf(provenanceGraph({ records, resolution }), { timeline: true })].join('')
 */
export function* writeGexf(graph: HearsayGraph, { timeline = false }: GexfOptions = {}): Iterable<string> {
  const from = timeline ? firstDays(graph) : new Map<string, string>()
  const mode = timeline ? 'mode="dynamic" timeformat="date" timerepresentation="interval"' : 'mode="static"'
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
<meta><creator>Hearsay</creator><description>Who says what, through whom</description></meta>
<graph defaultedgetype="directed" idtype="string" ${mode}>
`
  yield declared('node', nodeColumns)
  yield declared('edge', edgeColumns)
  yield '<nodes>\n'
  for (const { node: id, attributes: node } of graph.nodeEntries()) {
    const place = `<viz:position x="${node.x}" y="${node.y}" z="0"/><viz:size value="${node.size}"/>`
    const named = `id="${fileId(id)}" label="${escapeXml(node.label)}"`
    yield `<node ${named}${started(from.get(id))}>\n${filled(nodeColumns, node)}${colored(node.color)}${place}\n</node>\n`
  }
  yield '</nodes>\n<edges>\n'
  for (const { edge: id, attributes: edge, source, target } of graph.edgeEntries()) {
    const ends = `source="${fileId(source)}" target="${fileId(target)}"`
    const named = `kind="${escapeXml(edge.relation)}" label="${escapeXml(edge.label)}" weight="${edge.weight}"`
    const values = filled(edgeColumns, edge)
    yield `<edge id="${fileId(id)}" ${ends} ${named}${started(from.get(id))}>\n${values}${colored(edge.color)}\n</edge>\n`
  }
  yield '</edges>\n</graph>\n</gexf>\n'
}

function declared(of: 'node' | 'edge', columns: readonly Column<string>[]): string {
  const kind: Readonly<Record<Column<string>['type'], string>> = { string: 'string', int: 'integer', double: 'double' }
  const rows = columns.map(({ name, type }, i) => `<attribute id="${i}" title="${name}" type="${kind[type]}"/>\n`)
  return `<attributes class="${of}" mode="static">\n${rows.join('')}</attributes>\n`
}

function filled<Name extends string>(
  columns: readonly Column<Name>[],
  values: Readonly<Record<Name, string | number>>
): string {
  const rows = columns
    .map(({ name }, i) => ({ i, value: values[name] }))
    .filter(({ value }) => value !== '')
    .map(({ i, value }) => `<attvalue for="${i}" value="${escapeXml(String(value))}"/>\n`)
  return `<attvalues>\n${rows.join('')}</attvalues>\n`
}

function colored(color: string): string {
  const [r, g, b] = channels(color)
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`
}

/** Something said stays said: the interval has a start and no end. */
function started(day: string | undefined): string {
  return day === undefined ? '' : ` start="${escapeXml(day)}"`
}

/**
 * The first day of each edge, and of each node that has one or hangs on an edge that has one. An edge without a day comes with the later of its
 * two ends: it cannot be there before them.
 */
function firstDays(graph: HearsayGraph): Map<string, string> {
  const days = new Map<string, string>()
  const earlier = (id: string, day: string) => {
    const known = days.get(id)
    if (wholeDay.test(day) && (known === undefined || day < known)) days.set(id, day)
  }
  graph.forEachNode((id, { said }) => earlier(id, said))
  graph.forEachEdge((id, { said }, source, target) => {
    for (const each of [id, source, target]) earlier(each, said)
  })
  graph.forEachEdge((id, _, source, target) => {
    if (days.has(id)) return
    const ends = [source, target].flatMap((end) => days.get(end) ?? []).sort()
    earlier(id, ends.at(-1) ?? '')
  })
  return days
}

const wholeDay = /^\d{4}-\d\d-\d\d$/
