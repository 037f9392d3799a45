/**
 * A graph → GEXF 1.3 with the same nodes, edges and columns as GraphML. Attribute ids are numbers, so that readers take the
 * titles as names; `kind` tells parallel edges apart; columns are declared before the nodes.
 *
 * @see https://gexf.net/schema.html
 */
import type { HearsayGraph } from '../graph/index.js'
import { type Column, channels, edgeColumns, nodeColumns } from './columns.js'
import { escapeXml } from './xml.js'

export interface GexfOptions {
  /** Give each node and edge the day it was first said, so that Gephi's timeline works. Default false. */
  readonly timeline?: boolean
}

/** @example writeGexf(provenanceGraph({ records, resolution }), { timeline: true }) */
export function writeGexf(graph: HearsayGraph, { timeline = false }: GexfOptions = {}): string {
  const from = timeline ? firstDays(graph) : new Map<string, string>()
  const mode = timeline ? 'mode="dynamic" timeformat="date" timerepresentation="interval"' : 'mode="static"'
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">',
    '<meta><creator>Hearsay</creator><description>Who says what, through whom</description></meta>',
    `<graph defaultedgetype="directed" idtype="string" ${mode}>`,
    ...declared('node', nodeColumns),
    ...declared('edge', edgeColumns),
    '<nodes>'
  ]
  graph.forEachNode((id, node) => {
    const [r, g, b] = channels(node.color)
    lines.push(
      `<node id="${escapeXml(id)}" label="${escapeXml(node.label)}"${started(from.get(id))}>`,
      ...filled(nodeColumns, node),
      `<viz:color r="${r}" g="${g}" b="${b}"/><viz:position x="${node.x}" y="${node.y}" z="0"/><viz:size value="${node.size}"/>`,
      '</node>'
    )
  })
  lines.push('</nodes>', '<edges>')
  graph.forEachEdge((id, edge, source, target) => {
    const [r, g, b] = channels(edge.color)
    const ends = `source="${escapeXml(source)}" target="${escapeXml(target)}"`
    const named = `kind="${escapeXml(edge.relation)}" label="${escapeXml(edge.label)}" weight="${edge.weight}"`
    lines.push(
      `<edge id="${escapeXml(id)}" ${ends} ${named}${started(from.get(id))}>`,
      ...filled(edgeColumns, edge),
      `<viz:color r="${r}" g="${g}" b="${b}"/>`,
      '</edge>'
    )
  })
  lines.push('</edges>', '</graph>', '</gexf>', '')
  return lines.join('\n')
}

function declared(of: 'node' | 'edge', columns: readonly Column<string>[]): string[] {
  const kind: Readonly<Record<Column<string>['type'], string>> = { string: 'string', int: 'integer', double: 'double' }
  const rows = columns.map(({ name, type }, i) => `<attribute id="${i}" title="${name}" type="${kind[type]}"/>`)
  return [`<attributes class="${of}" mode="static">`, ...rows, '</attributes>']
}

function* filled<Name extends string>(
  columns: readonly Column<Name>[],
  values: Readonly<Record<Name, string | number>>
) {
  yield '<attvalues>'
  for (const [i, { name }] of columns.entries()) {
    const value = values[name]
    if (value !== '') yield `<attvalue for="${i}" value="${escapeXml(String(value))}"/>`
  }
  yield '</attvalues>'
}

/** Something said stays said: the interval has a start and no end. */
function started(day: string | undefined): string {
  return day === undefined ? '' : ` start="${escapeXml(day)}"`
}

/** The first day of each edge, and of each node that has one or hangs on an edge that has one. */
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
  return days
}

const wholeDay = /^\d{4}-\d\d-\d\d$/
