/**
 * A graph → GraphML that Gephi, networkx, igraph, Cytoscape, Neo4j's APOC and graphology read alike.
 *
 * Keys are declared for nodes and edges apart; the relation stands three times, because Gephi and APOC tell parallel edges
 * apart by the attribute `label`, and others read only data keys.
 *
 * @see http://graphml.graphdrawing.org/primer/graphml-primer.html
 */
import type { EdgeAttributes, HearsayGraph, NodeAttributes } from '../graph/index.js'
import { channels, edgeColumns, neo4jLabel, nodeColumns } from './columns.js'
import { fileId } from './ids.js'
import { escapeXml } from './xml.js'

interface Key<Attributes> {
  readonly id: string
  readonly name: string
  readonly type: 'string' | 'int' | 'double'
  readonly value: (attributes: Attributes) => string | number
}

const nodeKeys: readonly Key<NodeAttributes>[] = [
  { id: 'label', name: 'label', type: 'string', value: ({ label }) => label },
  ...nodeColumns.map(({ name, type }) => ({ id: name, name, type, value: (node: NodeAttributes) => node[name] })),
  { id: 'x', name: 'x', type: 'double', value: ({ x }) => x },
  { id: 'y', name: 'y', type: 'double', value: ({ y }) => y },
  { id: 'size', name: 'size', type: 'double', value: ({ size }) => size },
  ...colorKeys<NodeAttributes>('')
]

// Ids are unique over the whole file, as the schema wants; Gephi knows its own columns by name where the id says nothing to it.
const edgeKeys: readonly Key<EdgeAttributes>[] = [
  { id: 'edge_label', name: 'label', type: 'string', value: ({ label }) => label },
  { id: 'weight', name: 'weight', type: 'double', value: ({ weight }) => weight },
  ...edgeColumns.map(({ name, type }) => ({
    id: `edge_${name}`,
    name,
    type,
    value: (edge: EdgeAttributes) => edge[name]
  })),
  ...colorKeys<EdgeAttributes>('edge_')
]

/**
 * The file in pieces.
 *
 * @example [...writeGraphml(provenanceGraph({ records, resolution }))].join('')
 */
export function* writeGraphml(graph: HearsayGraph): Iterable<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd">
`
  for (const key of nodeKeys) yield declared(key, 'node')
  for (const key of edgeKeys) yield declared(key, 'edge')
  yield '<graph id="hearsay" edgedefault="directed">\n'
  for (const { node: id, attributes: node } of graph.nodeEntries()) {
    yield `<node id="${fileId(id)}" labels=":${neo4jLabel(node.kind)}">\n${filled(nodeKeys, node)}</node>\n`
  }
  for (const { edge: id, attributes: edge, source, target } of graph.edgeEntries()) {
    const ends = `source="${fileId(source)}" target="${fileId(target)}"`
    yield `<edge id="${fileId(id)}" ${ends} label="${escapeXml(edge.relation)}">\n${filled(edgeKeys, edge)}</edge>\n`
  }
  yield '</graph>\n</graphml>\n'
}

function colorKeys<Attributes extends { color: string }>(prefix: string): Key<Attributes>[] {
  return (['r', 'g', 'b'] as const).map((name, i) => ({
    id: `${prefix}${name}`,
    name,
    type: 'int',
    value: ({ color }) => channels(color)[i] ?? 0
  }))
}

function declared({ id, name, type }: Pick<Key<never>, 'id' | 'name' | 'type'>, of: 'node' | 'edge'): string {
  return `<key id="${id}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`
}

/** What is empty is left out: readers take a missing value as missing, and an empty one as text. */
function filled<Attributes>(keys: readonly Key<Attributes>[], attributes: Attributes): string {
  return keys
    .map((key) => ({ key, value: key.value(attributes) }))
    .filter(({ value }) => value !== '')
    .map(({ key, value }) => `<data key="${key.id}">${escapeXml(String(value))}</data>\n`)
    .join('')
}
