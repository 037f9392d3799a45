/** The same graph as the explorer's in a bare sigma (WebGL), to measure the explorer's canvas against. */
import { MultiDirectedGraph } from 'graphology'
import { Sigma } from 'sigma'

const nodes: [string, number, number, number][] = JSON.parse(document.getElementById('nodes')?.textContent ?? '[]')
const edges: [string, string][] = JSON.parse(document.getElementById('edges')?.textContent ?? '[]')
const graph = new MultiDirectedGraph()
for (const [id, x, y, size] of nodes) graph.addNode(id, { x, y, size: size / 3, label: id, color: '#0072b2' })
for (const [from, to] of edges) graph.addEdge(from, to, { size: 0.7, color: '#bbbbbb' })
const stage = document.getElementById('stage')
if (stage) new Sigma(graph, stage, { hideEdgesOnMove: location.hash === '#hide' })
performance.mark('hearsay-ready')
