/** Graphs for tests and measurements: as many nodes as asked for, the same ones every time. */
import { MultiDirectedGraph } from 'graphology'
import type { EdgeAttributes, HearsayGraph, NodeAttributes } from '../../src/graph/index.js'

const node = (id: string, size: number): NodeAttributes => ({
  label: id,
  kind: 'person',
  text: '',
  act: '',
  mode: '',
  confidence: 1,
  article: '',
  said: '',
  statements: 1,
  articles: 1,
  origins: 0,
  size,
  color: '#e69f00',
  x: 0,
  y: 0
})

export const edge = (relation: string, weight = 1): EdgeAttributes => ({
  relation,
  label: relation.replaceAll('-', ' '),
  article: 'article/00000000000000000000',
  doc: 'test',
  sentence: 0,
  start: 0,
  end: 4,
  quote: 'Rain',
  weight,
  confidence: 1,
  act: 'assert',
  statement: '',
  said: '',
  evidence: '',
  color: '#0072b2'
})

/** Nodes of unequal degree, as graphs of people have them: each is tied to some that stood there before. */
export function grown(count: number, ties = 2): HearsayGraph {
  const graph: HearsayGraph = new MultiDirectedGraph()
  let state = 12345
  const below = (limit: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return Math.floor((state / 4294967296) * limit)
  }
  for (let i = 0; i < count; i++) {
    graph.addNode(`n${i}`, node(`n${i}`, 4 + below(16)))
    for (let t = 0; t < ties && i > 0; t++) {
      const other = `n${below(1 + below(i))}`
      if (!graph.hasEdge(`e${i}-${other}`)) graph.addDirectedEdgeWithKey(`e${i}-${other}`, `n${i}`, other, edge('says'))
    }
  }
  return graph
}
