/**
 * How long a large graph takes to be laid out, beside graphology's bare ForceAtlas2 with as many rounds from the same start:
 * `npm run bench layout [NODES]`. Ours also takes the graph apart into its pieces and pushes discs apart until none overlap. How well each
 * unfolds the graph is the mean length of an edge against the mean distance of any two nodes: less is better.
 */
import { performance } from 'node:perf_hooks'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { HearsayGraph } from '../src/graph/index.js'
import { layout, type Position } from '../src/layout/index.js'
import { settingsFor } from '../src/layout/settings.js'
import { startAt } from '../src/layout/start.js'
import { grown } from '../test/layout/graphs.js'
import { figure } from './figures.js'

const nodes = Number(process.argv[2] ?? 10_000)
const { iterations } = settingsFor(nodes)
const graph = grown(nodes)
console.log(`${graph.order} nodes, ${graph.size} edges, ${iterations} rounds`)

const bareStart = performance.now()
const bare = bareLayout(graph)
const bareSeconds = (performance.now() - bareStart) / 1000
const ownStart = performance.now()
const own = layout(graph)
const ownSeconds = (performance.now() - ownStart) / 1000
const half = layout(graph, { iterations: 1 })

figure(`graphology's bare ForceAtlas2, ${nodes} nodes`, bareSeconds, 's')
figure(`our layout, ${nodes} nodes, without overlaps`, ownSeconds, 's')
figure('our layout beside the bare one', ownSeconds / bareSeconds, 'times')
figure('edge length to distance, bare', spread(graph, bare), '')
figure('edge length to distance, ours', spread(graph, own), '')
figure('edge length to distance, our start', spread(graph, half), '')
figure('pairs of discs that overlap, bare', overlapping(graph, bare), '')
figure('pairs of discs that overlap, ours', overlapping(graph, own), '', { atMost: 0 })

/** As its documentation has it: settings inferred from the size of the graph. */
function bareLayout(from: HearsayGraph): Map<string, Position> {
  const ids = from.nodes()
  const numbers = new Map(ids.map((id, i) => [id, i]))
  const pairs = from.mapEdges((_, __, source, target) => [numbers.get(source) ?? 0, numbers.get(target) ?? 0] as const)
  const springs = {
    from: Uint32Array.from(pairs, ([a]) => a),
    to: Uint32Array.from(pairs, ([, b]) => b),
    pull: new Float64Array(pairs.length).fill(1)
  }
  const [xs, ys] = startAt(ids, springs)
  const copy = from.copy()
  for (const [i, id] of ids.entries()) copy.mergeNodeAttributes(id, { x: xs[i] ?? 0, y: ys[i] ?? 0 })
  const tool: typeof import('graphology-layout-forceatlas2').default = forceAtlas2 as never
  const places = tool(copy, { iterations, settings: tool.inferSettings(copy) })
  return new Map(Object.entries(places).map(([id, { x = 0, y = 0 }]) => [id, { x, y }]))
}

function spread(of: HearsayGraph, places: ReadonlyMap<string, Position>): number {
  const ids = of.nodes()
  const distance = (a: string, b: string): number => {
    const [from, to] = [places.get(a), places.get(b)]
    return from && to ? Math.hypot(from.x - to.x, from.y - to.y) : Number.NaN
  }
  const edges = of.mapEdges((_, __, source, target) => distance(source, target))
  const any = ids.map((id, i) => distance(id, ids[(i * 7919 + 13) % ids.length] ?? id))
  return mean(edges) / mean(any)
}

/** Both layouts are measured with the discs in proportion: scaled so that a bare one is as wide as ours. */
function overlapping(of: HearsayGraph, places: ReadonlyMap<string, Position>): number {
  const scale = width(own) / width(places)
  const discs = of.mapNodes((id, { size }) => ({
    x: (places.get(id)?.x ?? 0) * scale,
    y: (places.get(id)?.y ?? 0) * scale,
    size
  }))
  discs.sort((a, b) => a.x - b.x)
  const largest = Math.max(...discs.map(({ size }) => size))
  let count = 0
  for (const [i, a] of discs.entries()) {
    for (let j = i + 1; j < discs.length; j++) {
      const b = discs[j]
      if (!b || b.x - a.x > a.size + largest) break
      if (Math.hypot(a.x - b.x, a.y - b.y) < a.size + b.size) count++
    }
  }
  return count
}

function width(places: ReadonlyMap<string, Position>): number {
  const xs = [...places.values()].map(({ x }) => x)
  return Math.max(...xs) - Math.min(...xs)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
