/** The graph files of the sample and of 10,000 statements, in a folder, beside the graphs that they were written from. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { writeEdgesCsv, writeGexf, writeGraphml, writeNodesCsv } from '../../src/formats/index.js'
import { actorGraph, type HearsayGraph, provenanceGraph } from '../../src/graph/index.js'
import { build } from '../../src/pipeline.js'
import { manyRecords } from '../graph/many.js'

export interface GraphFiles {
  readonly name: string
  readonly graph: HearsayGraph
  readonly graphml: string
  readonly gexf: string
  readonly timed: string
  readonly nodes: string
  readonly edges: string
}

export function graphFiles(): GraphFiles[] {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-graphs-'))
  const seeds = readdirSync('seeds').filter((name) => name.endsWith('.txt'))
  const sample = build(
    seeds.map((name) => ({ name: name.slice(0, -4), text: readFileSync(join('seeds', name), 'utf8') }))
  )
  const many = manyRecords(10_000)
  const [large, largeActors] = [provenanceGraph(many), actorGraph(many)]
  for (const graph of [large, largeActors]) strew(graph)
  return [
    written(folder, 'sample', sample.graph),
    written(folder, 'sample-actors', sample.actors),
    written(folder, 'large', large),
    written(folder, 'large-actors', largeActors)
  ]
}

/** A place for each node, quickly: what a layout does is tested elsewhere. */
function strew(graph: HearsayGraph): void {
  for (const [i, id] of graph.nodes().entries())
    graph.mergeNodeAttributes(id, { x: (i % 200) * 40, y: Math.floor(i / 200) * 40 })
}

function written(root: string, name: string, graph: HearsayGraph): GraphFiles {
  const folder = join(root, name)
  mkdirSync(folder)
  const file = (end: string, pieces: Iterable<string>): string => {
    const path = join(folder, end)
    writeFileSync(path, [...pieces].join(''))
    return path
  }
  return {
    name,
    graph,
    graphml: file('graph.graphml', writeGraphml(graph)),
    gexf: file('graph.gexf', writeGexf(graph)),
    timed: file('timed.gexf', writeGexf(graph, { timeline: true })),
    nodes: file('nodes.csv', writeNodesCsv(graph)),
    edges: file('edges.csv', writeEdgesCsv(graph))
  }
}

export function removeFiles(files: readonly GraphFiles[]): void {
  for (const { graphml } of files) rmSync(dirname(graphml), { recursive: true, force: true })
}
