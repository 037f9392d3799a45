import { expect, test } from 'vitest'
import { actorGraph, type HearsayGraph, provenanceGraph } from '../../src/graph/index.js'
import { mapOffsets } from '../../src/offsets.js'
import { fixture } from '../rdf/fixture.js'
import { record, resolution, statement } from './records.js'

const { records, resolution: resolved } = fixture()
const input = { records, resolution: resolved }
const graphs: readonly (readonly [string, HearsayGraph])[] = [
  ['provenance', provenanceGraph(input)],
  ['actors', actorGraph(input)]
]

/** `Ada Brook says …` for every edge, sorted. */
const told = (graph: HearsayGraph): string[] =>
  graph
    .mapEdges((_, edge, source, target) => {
      const [from, to] = [graph.getNodeAttribute(source, 'label'), graph.getNodeAttribute(target, 'label')]
      return `${from} | ${edge.relation} | ${to} | ${edge.weight}`
    })
    .sort()

test('the actor graph has one edge for each pair and relation, weighed by its statements', () => {
  expect(told(actorGraph(input))).toEqual([
    'Ada Brook | holds-role | Port Elm | 1',
    'Ada Brook | speaks-about | Port Elm | 1',
    'Ada Brook | through | MsgApp | 1',
    'Lowland Police | speaks-about | Port Elm | 1',
    'Lowland Police | speaks-about | Tide Column | 1',
    'MsgApp | through | Coast Wire | 1',
    'Tide Column | denies | Lowland Police | 1',
    'Tide Column | near | Port Elm | 1'
  ])
})

test('the provenance graph tells who says, carries and reports what, in which article, and what is the same claim', () => {
  const edges = told(provenanceGraph(input))
  for (const each of [
    'Ada Brook | says | “We looked all night. We will look again,” | 1',
    'MsgApp | carries | “We looked all night. We will look again,” | 1',
    'Coast Wire | reports | “We looked all night. We will look again,” | 1',
    'Lowland Police | says | Tide Column set the fire at Port Elm | 1',
    'any part in the fire | denies | Tide Column set the fire at Port Elm | 2',
    'at least three boats had not been found | states | at least three boats had not been found | 1',
    'Three boats are missing | states | at least three boats had not been found | 1'
  ])
    expect(edges).toContain(each)
  expect(edges.filter((each) => each.includes('| inside |'))).toHaveLength(1)
  expect(edges.filter((each) => each.includes('| reprints |'))).toHaveLength(1)
})

for (const [name, graph] of graphs) {
  test(`${name}: every edge has an article, a sentence, exact words at their place, and a weight above zero`, () => {
    expect(graph.size).toBeGreaterThan(5)
    graph.forEachEdge((id, edge) => {
      const found = records.find(({ article }) => article.id === edge.article)
      expect(found, id).toBeDefined()
      if (!found) return
      const { article, sentences } = found
      expect(edge.doc).toBe(article.doc)
      expect([...article.text].slice(edge.start, edge.end).join('')).toBe(edge.quote)
      expect(edge.quote).not.toBe('')
      expect(edge.weight).toBeGreaterThan(0)
      const sentence = sentences[edge.sentence]
      expect(sentence, id).toBeDefined()
      const all: unknown = edge.evidence === '' ? [] : JSON.parse(edge.evidence)
      expect(Array.isArray(all) && (all.length === edge.weight || (all.length === 0 && edge.weight === 1))).toBe(true)
    })
  })

  test(`${name}: no two edges share source, target and relation, and ids are unique and short`, () => {
    const keys = graph.mapEdges((_, { relation }, source, target) => `${source} ${target} ${relation}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(graph.edges().every((id) => /^e[0-9a-f]{16}x*$/.test(id))).toBe(true)
  })

  test(`${name}: nodes have labels that a person wants, sizes above zero and colours`, () => {
    graph.forEachNode((id, { label, size, color }) => {
      expect(label, id).not.toMatch(/^(entity|article|claim)\/|^$/)
      expect(label.length).toBeLessThanOrEqual(60)
      expect(size).toBeGreaterThan(0)
      expect(color).toMatch(/^#[0-9a-f]{6}$/)
    })
  })

  test(`${name}: the order of records, claims and entities does not matter`, () => {
    const build = name === 'actors' ? actorGraph : provenanceGraph
    const turned = build({
      records: [...records].reverse(),
      resolution: {
        ...resolved,
        entities: [...resolved.entities].reverse(),
        claims: [...resolved.claims].reverse(),
        copies: [...resolved.copies].reverse()
      }
    })
    expect(JSON.stringify(turned.export())).toBe(JSON.stringify(graph.export()))
  })
}

test('offsets count code points, also behind emoji', () => {
  const text = '🌧️🌧️ Rain is coming, the ferry office said.'
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const source = [at('the ferry office')]
  const said = statement({
    source,
    cue: [at('said')],
    content: [at('Rain is coming')],
    chain: [{ role: 'speaker', entity: 'ferry-office', ...at('the ferry office') }]
  })
  const graph = provenanceGraph({ records: [record(text, { statements: [said] })], resolution: resolution() })
  const edge = graph.findEdge((_, { relation }) => relation === 'says')
  const { start, end, quote } = graph.getEdgeAttributes(edge ?? '')
  expect(quote).toBe('Rain is coming, the ferry office said')
  expect([...text].slice(start, end).join('')).toBe(quote)
  expect(start).toBe(mapOffsets(text).toCodePoint(text.indexOf('Rain')))
})

test('entities that only a statement or a relation knows are there under their ids', () => {
  const text = 'Rain is coming.'
  const said = statement({ content: [{ start: 0, end: 4 }], about: ['the-sky'] })
  const relation = { type: 'near', subject: 'a', object: 'b', role: null, statement: null, start: 0, end: 4 } as const
  const graph = provenanceGraph({
    records: [record(text, { statements: [said], relations: [relation] })],
    resolution: resolution()
  })
  expect(graph.filterNodes((_, { kind }) => kind === 'unnamed')).toEqual(['entity/a', 'entity/b', 'entity/the-sky'])
})

test('a gazetteer name that no article has is not in the graph', () => {
  const entity = { otherNames: [], exactMatch: [], latitude: null, longitude: null, kind: null }
  const graph = provenanceGraph({
    records: [record('Rain.')],
    resolution: resolution({ entities: [{ ...entity, id: 'nobody', type: 'person', name: 'Nobody' }] })
  })
  expect(graph.nodes()).toEqual(['article/00000000000000000000'])
})

test('the same article under two names is one article', () => {
  const twice = [record('Rain.'), { ...record('Rain.'), article: { ...record('Rain.').article, doc: 'a-copy' } }]
  const graph = provenanceGraph({ records: twice, resolution: resolution() })
  expect(graph.mapNodes((_, { label }) => label)).toEqual(['a-copy, 2024-06-12'])
})

test('the list of places is JSON without a backslash before a quotation mark, which Gephi takes for an escape', () => {
  const text = 'The sign said "No \\ entry"\r\n\tto us.'
  const spans = [
    { start: 0, end: 20 },
    { start: 9, end: text.length }
  ]
  const mentions = spans.map((span) => ({ type: 'person', kind: 'name', entity: 'a', ...span }) as const)
  const graph = provenanceGraph({ records: [record(text, { mentions })], resolution: resolution() })
  const [edge] = graph.mapEdges((_, attributes) => attributes.evidence)
  expect(edge).not.toMatch(/\\[^u]/)
  expect(JSON.parse(edge ?? '').map(({ quote }: { quote: string }) => quote)).toEqual([
    text.slice(0, 20),
    text.slice(9)
  ])
})
