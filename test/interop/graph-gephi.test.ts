/** Gephi itself, by its Toolkit, reads what we write (install-gephi.sh). */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { edgeColumns, nodeColumns } from '../../src/formats/columns.js'
import { fileId } from '../../src/formats/ids.js'
import { type GraphFiles, graphFiles, removeFiles } from './graph-files.js'

interface GephiFile {
  readonly file: string
  readonly issues: readonly string[]
  readonly nodes: number
  readonly edges: number
  readonly directed: boolean
  readonly dynamic: boolean
  readonly edgeTypes: number
  readonly nodeColumns: Readonly<Record<string, string>>
  readonly edgeColumns: Readonly<Record<string, string>>
}

interface GephiElement {
  readonly id: string
  readonly label: string
  readonly rgb: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly source: string
  readonly target: string
  readonly weight: number
  readonly type: string
  readonly from?: string | null
  readonly values: Readonly<Record<string, string | number>>
}

interface Imported {
  readonly file: GephiFile
  readonly nodes: GephiElement[]
  readonly edges: GephiElement[]
}

function importAll(files: readonly string[]): Imported[] {
  const jar = '.cache/gephi/gephi-toolkit-0.10.1-all.jar'
  const lines = execFileSync(
    'java',
    ['-Djava.awt.headless=true', '-Xmx2g', '-cp', `${jar}:.cache/gephi`, 'GephiImport', ...files],
    { encoding: 'utf8', maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'ignore'] }
  )
  const imported: Imported[] = []
  for (const line of lines.split('\n')) {
    if (!line.startsWith('{')) continue
    const { is, ...rest } = JSON.parse(line)
    if (is === 'file') imported.push({ file: rest, nodes: [], edges: [] })
    else if (is === 'node') imported.at(-1)?.nodes.push(rest)
    else imported.at(-1)?.edges.push(rest)
  }
  return imported
}

const types = { string: 'String', int: 'Integer', double: 'Double' } as const
const typed = (columns: readonly { readonly name: string; readonly type: keyof typeof types }[]) =>
  Object.fromEntries(columns.map(({ name, type }) => [name, types[type]]))

/** What Gephi keeps of a row: it takes an empty value for none. */
const kept = (columns: readonly { readonly name: string }[], row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(columns.flatMap(({ name }) => (row[name] === '' ? [] : [[name, row[name]]])))

let files: readonly GraphFiles[] = []
let imported: ReadonlyMap<string, Imported> = new Map()

beforeAll(() => {
  files = graphFiles()
  const names = files.flatMap(({ graphml, gexf, timed, nodes, edges }) => [graphml, gexf, timed, nodes, edges])
  imported = new Map(importAll(names).map((each) => [each.file.file, each]))
})

afterAll(() => removeFiles(files))

describe.each(['sample', 'sample-actors', 'large', 'large-actors'])('%s', (name) => {
  const found = (kind: 'graphml' | 'gexf' | 'timed' | 'nodes' | 'edges') => {
    const written = files.find((each) => each.name === name)
    const read = written && imported.get(written[kind])
    if (!read) throw new Error(`Gephi did not import ${name}`)
    return { ...read, graph: written.graph }
  }

  test.each(['graphml', 'gexf', 'timed'] as const)('%s: no issue, no node, edge or column less or more', (kind) => {
    const { file, graph } = found(kind)
    // That it is GEXF 1.3 Gephi notes of every such file; it is no issue.
    expect(file.issues).toEqual(kind === 'graphml' ? [] : ['INFO: GEXF version 1.3'])
    expect(file.nodes).toBe(graph.order)
    expect(file.edges).toBe(graph.size)
    expect(file.directed).toBe(true)
    expect(file.dynamic).toBe(kind === 'timed')
    expect(file.nodeColumns).toMatchObject(typed(nodeColumns))
    expect(file.edgeColumns).toMatchObject(typed(edgeColumns))
    expect(Object.keys(file.nodeColumns)).toHaveLength(nodeColumns.length)
    expect(Object.keys(file.edgeColumns)).toHaveLength(edgeColumns.length)
  })

  test.each([
    'graphml',
    'gexf'
  ] as const)('%s: every value of every node and edge is ours; no edge is merged', (kind) => {
    const { nodes, edges, graph } = found(kind)
    const nodeOf = new Map(nodes.map((node) => [node.id, node]))
    const edgeOf = new Map(edges.map((edge) => [edge.id, edge]))
    graph.forEachNode((id, node) => {
      const read = nodeOf.get(fileId(id))
      expect(read).toMatchObject({ label: node.label, rgb: node.color })
      expect(read?.values).toEqual(kept(nodeColumns, { ...node }))
    })
    graph.forEachEdge((id, edge, source, target) => {
      const read = edgeOf.get(id)
      const { relation: type, label, weight, color: rgb } = edge
      expect(read).toMatchObject({ source: fileId(source), target: fileId(target), type, label, weight, rgb })
      expect(read?.values).toEqual(kept(edgeColumns, { ...edge }))
    })
    // Gephi scales a picture as a whole: two nodes stay as far apart, in proportion, as we put them.
    expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length)
    expect(Math.max(...nodes.map(({ size }) => size))).toBeGreaterThan(Math.min(...nodes.map(({ size }) => size)))
  })

  test('the timeline has a first day for what is dated', () => {
    const { edges, graph } = found('timed')
    const from = edges.flatMap((edge) => (edge.from && edge.from !== '-Infinity' ? [Number(edge.from)] : []))
    const dated = graph.filterEdges((_, { said }) => /^\d{4}-\d\d-\d\d$/.test(said))
    expect(from.length).toBeGreaterThanOrEqual(dated.length)
    expect(dated.length).toBeGreaterThan(0)
    const first = Math.min(...dated.map((id) => Date.parse(`${graph.getEdgeAttribute(id, 'said')}T00:00:00Z`)))
    expect(Math.min(...from)).toBe(first)
  })

  test('CSV: every row of both tables', () => {
    const [nodes, edges] = [found('nodes'), found('edges')]
    expect([nodes.file.issues, edges.file.issues]).toEqual([[], []])
    expect(nodes.file.nodes).toBe(nodes.graph.order)
    expect(edges.file.edges).toBe(edges.graph.size)
    for (const { id, values } of edges.edges)
      expect(values.quote).toBe(edges.graph.getEdgeAttribute(id, 'quote').trim())
  })
})

test('the report is not deaf: a column that Gephi drops is an issue', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'hearsay-gephi-')), 'bad.graphml')
  const key = '<key id="day" for="node" attr.name="day" attr.type="date"/>'
  writeFileSync(file, `<graphml>${key}<graph edgedefault="directed"><node id="a"/></graph></graphml>`)
  expect(importAll([file])[0]?.file.issues).toEqual([expect.stringMatching(/^SEVERE: Attribute type for 'date'/)])
})
