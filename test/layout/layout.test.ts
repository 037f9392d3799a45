import { readdirSync, readFileSync } from 'node:fs'
import { MultiDirectedGraph } from 'graphology'
import { expect, test } from 'vitest'
import type { HearsayGraph } from '../../src/graph/index.js'
import { layout, type Position, placesOf, shapeOf } from '../../src/layout/index.js'
import { grown } from './graphs.js'

function overlaps(graph: HearsayGraph, places: ReadonlyMap<string, Position>): string[] {
  const discs = [...places].map(([id, { x, y }]) => ({ id, x, y, r: graph.getNodeAttribute(id, 'size') }))
  return discs.flatMap((a, i) =>
    discs.slice(i + 1).flatMap((b) => {
      const distance = Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2)
      return distance < a.r + b.r + 2 ? [`${a.id} ${b.id}`] : []
    })
  )
}

test('no two discs lie on each other, in small graphs and large', () => {
  for (const count of [2, 30, 400, 1500]) {
    const graph = grown(count)
    expect(overlaps(graph, layout(graph)), `${count} nodes`).toEqual([])
  }
})

test('the order in which nodes and edges were added does not matter to a sorted graph, and twice is the same', () => {
  const graph = grown(120)
  expect([...layout(graph)]).toEqual([...layout(graph)])
})

test('the shape of a graph, sent to another thread, gives the same places there', () => {
  const graph = grown(120)
  expect(placesOf(structuredClone(shapeOf(graph)))).toEqual([...layout(graph).values()])
})

test('known places stay what they are: a change of them is a change of every file, and must be meant', () => {
  const places = layout(grown(5))
  expect([...places.keys()]).toEqual(['n0', 'n1', 'n2', 'n3', 'n4'])
  for (const { x, y } of places.values()) {
    expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
    expect(Math.round(x * 100) / 100).toBe(x)
    expect(Object.is(x, -0) || Object.is(y, -0)).toBe(false)
  }
})

test('no graph is too small: none, one, two without an edge, one tied to itself', () => {
  const graph: HearsayGraph = new MultiDirectedGraph()
  expect(layout(graph).size).toBe(0)
  const { n0, n1 } = { n0: grown(1), n1: grown(2, 0) }
  expect([...layout(n0).values()].every(({ x, y }) => Number.isFinite(x + y))).toBe(true)
  expect(overlaps(n1, layout(n1))).toEqual([])
})

test('what is tied is nearer than what is not', () => {
  const graph = grown(300)
  const places = layout(graph)
  const distance = (a: string, b: string) => {
    const [p, q] = [places.get(a), places.get(b)]
    return p && q ? Math.sqrt((p.x - q.x) ** 2 + (p.y - q.y) ** 2) : Number.NaN
  }
  let [tied, ties, any, pairs] = [0, 0, 0, 0]
  graph.forEachEdge((_, __, source, target) => {
    tied += distance(source, target)
    ties++
  })
  for (let i = 0; i < 300; i++) {
    any += distance(`n${i}`, `n${(i * 7 + 11) % 300}`)
    pairs++
  }
  expect(tied / ties).toBeLessThan((any / pairs) * 0.6)
})

test('only operations that are exact on every machine are used', () => {
  const folder = new URL('../../src/layout/', import.meta.url)
  for (const file of readdirSync(folder)) {
    const code = readFileSync(new URL(file, folder), 'utf8')
    const used = [...code.matchAll(/Math\.(\w+)/g)].map(([, name]) => name)
    const exact = ['sqrt', 'floor', 'round', 'min', 'max', 'imul', 'abs', 'ceil', 'sign']
    expect(
      used.filter((name) => !exact.includes(name ?? '')),
      file
    ).toEqual([])
    expect(code, file).not.toMatch(/\w\s*\*\*\s*\w/)
  }
})

test('what is tied to nothing lies below the rest, and takes no room within it', () => {
  const graph = grown(60)
  for (const id of ['lone1', 'lone2', 'lone3']) graph.addNode(id, graph.getNodeAttributes('n0'))
  const places = layout(graph)
  const own = [...places].filter(([id]) => id.startsWith('n'))
  const lowest = Math.max(...own.map(([, { y }]) => y))
  for (const id of ['lone1', 'lone2', 'lone3']) expect(places.get(id)?.y).toBeGreaterThan(lowest)
  expect(own.map(([, place]) => place)).toEqual([...layout(grown(60)).values()])
})
