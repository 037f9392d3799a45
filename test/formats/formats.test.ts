import { MultiDirectedGraph } from 'graphology'
import gexfReader from 'graphology-gexf'
import graphmlReader from 'graphology-graphml'
import { expect, test } from 'vitest'
import { edgeColumns, nodeColumns } from '../../src/formats/columns.js'
import { fileId } from '../../src/formats/ids.js'
import { evidenceIn, writeEdgesCsv, writeGexf, writeGraphml, writeNodesCsv } from '../../src/formats/index.js'
import { readCsv } from '../../src/formats/readCsv.js'
import { readXml } from '../../src/formats/readXml.js'
import { actorGraph, type HearsayGraph, provenanceGraph } from '../../src/graph/index.js'
import { place } from '../../src/layout/index.js'
import { fixture } from '../rdf/fixture.js'

const whole = (pieces: Iterable<string>): string => [...pieces].join('')
const { records, resolution } = fixture()

for (const [name, graph] of [
  ['provenance', provenanceGraph({ records, resolution })],
  ['actors', actorGraph({ records, resolution })]
] as const) {
  place(graph)
  const graphml = whole(writeGraphml(graph))
  const gexf = whole(writeGexf(graph))

  test(`${name}: graphology's own readers, which are Gephi Lite's, find every node, edge and column`, () => {
    const fromGraphml = graphmlReader.parse(MultiDirectedGraph, graphml)
    const fromGexf = gexfReader.parse(MultiDirectedGraph, gexf)
    for (const read of [fromGraphml, fromGexf]) {
      expect(read.nodes().sort()).toEqual(graph.nodes().map(fileId).sort())
      expect(read.edges().sort()).toEqual(graph.edges().sort())
      graph.forEachNode((id, node) => {
        const found = read.getNodeAttributes(fileId(id))
        expect(found).toMatchObject({ label: node.label, x: node.x, y: node.y, size: node.size })
        expect(hex(found.color)).toBe(node.color)
        expect(filledIn(found, nodeColumns)).toEqual(filledIn(node, nodeColumns))
      })
      graph.forEachEdge((id, edge, source, target) => {
        const found = read.getEdgeAttributes(id)
        expect(read.extremities(id)).toEqual([source, target].map(fileId))
        expect(found).toMatchObject({ label: edge.label, weight: edge.weight })
        expect(hex(found.color)).toBe(edge.color)
        expect(filledIn(found, edgeColumns)).toEqual(filledIn(edge, edgeColumns))
      })
    }
  })

  test(`${name}: CSV has the same nodes, edges and columns, and the ids again for Neo4j`, () => {
    const nodes = table(whole(writeNodesCsv(graph)))
    const edges = table(whole(writeEdgesCsv(graph)))
    expect(nodes.map((row) => row.Id)).toEqual(graph.nodes().map(fileId))
    expect(edges.map((row) => row.Id)).toEqual(graph.edges())
    for (const [i, row] of nodes.entries()) {
      const node = graph.getNodeAttributes(graph.nodes()[i] ?? '')
      for (const { name } of nodeColumns) expect(row[name]).toBe(String(node[name]))
      expect(row).toMatchObject({ Label: node.label, ':ID': row.Id, x: String(node.x), color: node.color })
      expect(row[':LABEL']).toMatch(/^[A-Z][A-Za-z]+$/)
    }
    for (const row of edges) {
      const edge = graph.getEdgeAttributes(row.Id)
      for (const { name } of edgeColumns) expect(row[name]).toBe(String(edge[name]))
      const [source, target] = graph.extremities(row.Id).map(fileId)
      expect(row).toMatchObject({ Source: source, Target: target, ':START_ID': source, ':END_ID': target })
      expect(row).toMatchObject({ Type: 'Directed', Kind: edge.relation, Weight: String(edge.weight) })
      expect(row[':TYPE']).toMatch(/^[A-Z_]+$/)
    }
  })

  test(`${name}: the evidence read back from each file is what the edges carry`, () => {
    const carried = evidenceOf(graph)
    expect(carried.length).toBeGreaterThan(graph.size / 2)
    for (const [format, text] of [
      ['graphml', graphml],
      ['gexf', gexf],
      ['csv', whole(writeEdgesCsv(graph))]
    ] as const) {
      const read = [...evidenceIn(format, text)].map(({ where: _, ...each }) => JSON.stringify(each))
      expect(read, format).toEqual(carried)
    }
  })
}

test('the timeline says since when, and no node comes after its edges', () => {
  const graph = provenanceGraph({ records, resolution })
  const timed = whole(writeGexf(graph, { timeline: true }))
  expect(timed).toContain('mode="dynamic" timeformat="date"')
  expect(whole(writeGexf(graph))).not.toMatch(/ start="|dynamic/)
  const since = new Map<string, string>()
  for (const part of readXml(timed)) {
    if (part.kind !== 'open' || (part.name !== 'node' && part.name !== 'edge')) continue
    since.set(part.attributes.get('id') ?? '', part.attributes.get('start') ?? '')
  }
  graph.forEachEdge((id, _, source, target) => {
    for (const end of [source, target]) expect((since.get(id) ?? '') >= (since.get(fileId(end)) ?? ''), id).toBe(true)
  })
  expect(new Set(since.values())).toEqual(new Set(['2024-03-04', '2024-03-05', '']))
})

test('an edge that lacks its evidence is read as lacking it, not left out', () => {
  const bare = '<graphml><graph><edge id="e" source="a" target="b"/></graph></graphml>'
  const nothing = { article: '', doc: '', sentence: -1, start: -1, end: -1, quote: '', where: 'edge e' }
  expect([...evidenceIn('graphml', bare)]).toEqual([nothing])
  expect([...evidenceIn('gexf', '<gexf><edges><edge id="e"></edge></edges></gexf>')]).toEqual([nothing])
  expect([...evidenceIn('csv', 'Id,start\ne,-5\n')]).toEqual([nothing])
})

test('what is no graph file is refused, with the place', () => {
  const edge = '<graphml><key id="v" attr.name="evidence"/><edge id="e"><data key="v">'
  for (const [format, text, message] of [
    ['graphml', '<graphml><edge', 'not XML: the tag at character 9 does not end'],
    ['gexf', '<gexf><!-- ', 'not XML: "-->" is missing'],
    ['csv', 'Id\n"e', 'not CSV: the quoted cell at character 3 does not end'],
    ['graphml', `${edge}[</data></edge>`, 'edge e: its column "evidence" is not JSON'],
    ['graphml', `${edge}{}</data></edge>`, 'edge e: its column "evidence" is not a list']
  ] as const)
    expect(() => [...evidenceIn(format, text)], text).toThrow(message)
})

/** One reader gives colours as `#e69f00`, the other as `rgb(230,159,0)`. */
function hex(color: unknown): string {
  const numbers =
    String(color)
      .match(/^rgb\((\d+),(\d+),(\d+)\)$/)
      ?.slice(1) ?? []
  return numbers.length === 0
    ? String(color)
    : `#${numbers.map((each) => Number(each).toString(16).padStart(2, '0')).join('')}`
}

/** What is not empty; readers differ in what they make of an empty value. */
function filledIn(values: object, columns: readonly { readonly name: string }[]): Record<string, unknown> {
  const names = columns.map(({ name }) => name)
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => names.includes(name) && value !== ''))
}

function table(csv: string): Record<string, string>[] {
  const [header = [], ...rows] = readCsv(csv)
  for (const row of rows) expect(row).toHaveLength(header.length)
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])))
}

function evidenceOf(graph: HearsayGraph): string[] {
  return graph
    .mapEdges((_, edge) => edge)
    .flatMap(({ article, doc, sentence, start, end, quote, evidence }) => {
      const own = { article, doc, sentence, start, end, quote }
      const list: Record<string, unknown>[] = evidence === '' ? [] : JSON.parse(evidence)
      return [own, ...list.map(({ statement: _, ...each }) => each)].map((each) => JSON.stringify(each))
    })
}
