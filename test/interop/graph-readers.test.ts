/** networkx, igraph, a reading as APOC's, and the schemas by xmllint (install-graphpy.sh); Neo4j's importer (install-neo4j.sh). */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { edgeColumns, neo4jLabel, nodeColumns } from '../../src/formats/columns.js'
import { fileId } from '../../src/formats/ids.js'
import type { HearsayGraph } from '../../src/graph/index.js'
import { type GraphFiles, graphFiles, removeFiles } from './graph-files.js'

interface ReadGraph {
  readonly directed: boolean
  readonly nodes: number
  readonly labels: Readonly<Record<string, string>>
  readonly nodeColumns: readonly string[]
  readonly edges: readonly Readonly<Record<string, unknown>>[]
}

interface Read {
  readonly networkxGraphml: ReadGraph
  readonly networkxGexf: ReadGraph
  readonly igraph: ReadGraph
  readonly apoc: { readonly labels: Record<string, number>; readonly types: Record<string, number> }
}

let files: readonly GraphFiles[] = []
let read: readonly Read[] = []

beforeAll(() => {
  files = graphFiles()
  const names = files.flatMap(({ graphml, gexf }) => [graphml, gexf])
  const output = execFileSync('.cache/graphpy/bin/python', ['test/interop/graph_readers.py', ...names], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30
  })
  read = JSON.parse(output)
})

afterAll(() => removeFiles(files))

const graphs = ['sample', 'sample-actors', 'large', 'large-actors'] as const

describe.each(graphs)('%s', (name) => {
  const number = graphs.indexOf(name)
  const written = (): GraphFiles => {
    const found = files[number]
    if (!found) throw new Error(`${name} was not written`)
    return found
  }

  test.each(['networkxGraphml', 'networkxGexf', 'igraph'] as const)('%s finds every node, edge and value', (reader) => {
    const found = read[number]?.[reader]
    const { graph } = written()
    if (!found) throw new Error(`${name} was not read`)
    expect(found.directed).toBe(true)
    expect(found.nodes).toBe(graph.order)
    expect(found.edges).toHaveLength(graph.size)
    const labels = graph.mapNodes((id, { label }) => [fileId(id), label])
    expect(found.labels).toEqual(Object.fromEntries(labels))
    expect(found.nodeColumns).toEqual(
      expect.arrayContaining(nodeColumns.map((column) => column.name).filter((column) => isUsed(graph, column)))
    )
    // igraph keeps no ids of edges.
    const edges = new Map(found.edges.map((edge) => [`${edge.source} ${edge.target} ${edge.relation}`, edge]))
    // Gathered, and looked at once: there are a million values.
    const different: unknown[] = []
    graph.forEachEdge((id, edge, source, target) => {
      const values = edges.get(`${fileId(source)} ${fileId(target)} ${edge.relation}`)
      if (reader !== 'igraph' && values?.id !== id) different.push([id, 'id', values?.id])
      if (values?.source !== fileId(source) || values?.target !== fileId(target)) different.push([id, 'ends', values])
      if (values?.weight !== edge.weight) different.push([id, 'weight', values?.weight, edge.weight])
      for (const column of edgeColumns) {
        // A reader that makes a table of edges has "" or nothing where we have nothing.
        const value = values?.[column.name] ?? ''
        if (value !== edge[column.name]) different.push([id, column.name, value, edge[column.name]])
      }
    })
    expect(edges.size).toBe(graph.size)
    expect(different).toEqual([])
  })

  test('a reading of labels as Neo4j’s APOC does it finds kinds of nodes and relations', () => {
    const { graph } = written()
    const [kinds, relations]: [Record<string, number>, Record<string, number>] = [{}, {}]
    graph.forEachNode((_, { kind }) => {
      kinds[neo4jLabel(kind)] = (kinds[neo4jLabel(kind)] ?? 0) + 1
    })
    graph.forEachEdge((_, { relation }) => {
      relations[relation] = (relations[relation] ?? 0) + 1
    })
    expect(read[number]?.apoc).toEqual({ labels: kinds, types: relations })
    expect(Object.keys(relations).length).toBeLessThan(40)
  })

  test('GraphML and GEXF are valid by their schemas', () => {
    const { graphml, gexf, timed } = written()
    for (const [schema, file] of [
      ['graphml-labels', graphml],
      ['gexf-1.3', gexf],
      ['gexf-1.3', timed]
    ])
      execFileSync(
        'xmllint',
        ['--nonet', '--huge', '--noout', '--schema', `test/interop/schemas/${schema}.xsd`, file ?? ''],
        { stdio: 'pipe' }
      )
  })

  // A database takes some seconds to make, so it is made of one small and one large graph.
  test.runIf(name === 'sample' || name === 'large-actors')("Neo4j's importer takes every row of the tables", () => {
    const { graph, nodes, edges } = written()
    const home = mkdtempSync(join(tmpdir(), 'hearsay-neo4j-'))
    mkdirSync(join(home, 'conf'))
    writeFileSync(join(home, 'conf', 'neo4j.conf'), '')
    const tables = [`--nodes=${nodes}`, `--relationships=${edges}`, '--multiline-fields=true']
    const command = ['org.neo4j.cli.AdminTool', 'database', 'import', 'full', ...tables, 'neo4j']
    const output = execFileSync('java', ['-cp', `${resolve('.cache/neo4j/lib')}/*`, ...command], {
      encoding: 'utf8',
      env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') },
      cwd: home,
      maxBuffer: 2 ** 28
    })
    rmSync(home, { recursive: true })
    expect(output).toContain(`${graph.order} nodes`)
    expect(output).toContain(`${graph.size} relationships`)
  })
})

test('the schema is not blind: an edge to nowhere, two edges of one kind and a weight of zero are invalid', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-schema-'))
  const gexf = (edges: string): string =>
    `<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph><nodes><node id="a"/><node id="b"/></nodes><edges>${edges}</edges></graph></gexf>`
  const edge = (id: string, target: string, weight = 1): string =>
    `<edge id="${id}" source="a" target="${target}" kind="says" weight="${weight}"/>`
  for (const [i, [edges, valid]] of [
    [edge('1', 'b'), true],
    [edge('1', 'c'), false],
    [edge('1', 'b') + edge('2', 'b'), false],
    [edge('1', 'b', 0), false]
  ].entries()) {
    const file = join(folder, `${i}.gexf`)
    writeFileSync(file, gexf(String(edges)))
    const run = () =>
      execFileSync('xmllint', ['--nonet', '--noout', '--schema', 'test/interop/schemas/gexf-1.3.xsd', file], {
        stdio: 'pipe'
      })
    if (valid) expect(run).not.toThrow()
    else expect(run).toThrow()
  }
})

function isUsed(graph: HearsayGraph, column: string): boolean {
  return graph.someNode((_, attributes) =>
    Object.entries(attributes).some(([key, value]) => key === column && value !== '')
  )
}
