/** The graph of a fixture: what stands in it, what never does, and that writing and reading it back loses nothing. */
import type { Quad } from '@rdfjs/types'
import { describe, expect, test } from 'vitest'
import {
  dataset,
  evidenceOf,
  graphQuads,
  prefixes,
  readQuads,
  validateShapes,
  writeNQuads,
  writeTrig,
  writeTurtle
} from '../../src/rdf/index.js'
import { fixture } from './fixture.js'

const input = fixture()
const quads = [...graphQuads(input)]

function lines(from: Iterable<Quad>): string[] {
  return [...new Set([...writeNQuads(from)].join('').trimEnd().split('\n'))].sort()
}

describe('the graph', () => {
  test('conforms to the shapes', async () => {
    expect((await validateShapes(quads)).results).toEqual([])
  })

  test('is the same whatever the order of the records', () => {
    const turned = { ...input, records: [...input.records].reverse() }
    expect([...writeTrig(graphQuads(turned))].join('')).toBe([...writeTrig(quads)].join(''))
  })

  test('states no relation in the default graph', () => {
    const claimed = ['holdsRole', 'leads', 'near', 'locatedIn', 'memberOf'].map((name) => prefixes.hs + name)
    const told = quads.filter((quad) => claimed.includes(quad.predicate.value))
    expect(told.length).toBe(2)
    expect(told.filter((quad) => quad.graph.termType === 'DefaultGraph')).toEqual([])
  })

  test('has no blank node, no relative IRI and no character that an IRI cannot have', () => {
    for (const quad of quads) {
      for (const term of [quad.subject, quad.predicate, quad.object, quad.graph]) {
        expect(term.termType).not.toBe('BlankNode')
        if (term.termType === 'NamedNode') {
          expect(term.value).toMatch(/^https?:\/\/[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/)
          expect(term.value.split('#').length).toBeLessThanOrEqual(2)
        }
      }
    }
  })

  test('gives the chain in order, with who said it and through whom', () => {
    const { text } = input.records[0]?.article ?? { text: '' }
    expect(text).toContain('she wrote on MsgApp')
    const night = quads.find((quad) => quad.predicate.value === `${prefixes.hs}inside`)?.subject.value ?? ''
    const told = (name: string) =>
      quads
        .filter((quad) => quad.subject.value === night && quad.predicate.value === prefixes.hs + name)
        .map((quad) => quad.object.value.replace(/^.*[/;]/, ''))
    expect(told('saidBy')).toEqual(['ada-brook'])
    expect(told('through')).toEqual(['msg-app', 'coast-wire'])
    expect(told('hop')).toEqual(['hop=1', 'hop=2', 'hop=3'])
  })

  test('gives one evidence for each sentence that a content runs over', () => {
    const night = quads.find((quad) => quad.predicate.value === `${prefixes.hs}inside`)?.subject.value
    const contents = quads.filter(
      (quad) => quad.subject.value === night && quad.predicate.value === `${prefixes.hs}content`
    )
    expect(contents.map((quad) => quad.object.value.replace(/^.*#/, ''))).toEqual(['char=121,142', 'char=143,163'])
  })

  test('names entities with what a stranger might put into an id', () => {
    const strange = { ...input, records: [] }
    const [entity] = input.resolution.entities
    if (!entity) throw new Error('the fixture has no entities')
    const hostile = { ...entity, id: 'a b/<c>"\ud800é', name: ' two\n words \udc00' }
    const made = [
      ...graphQuads({ ...strange, resolution: { ...input.resolution, entities: [hostile], claims: [], copies: [] } })
    ]
    expect(made[0]?.subject.value).toBe('https://w3id.org/hearsay/id/entity/a%20b%2F%3Cc%3E%22%EF%BF%BD%C3%A9')
    expect(made.find((quad) => quad.predicate.value === `${prefixes.skos}prefLabel`)?.object.value).toBe(
      'two words \ufffd'
    )
  })

  test('refuses a base that is no absolute IRI', () => {
    for (const base of ['', 'id/', 'http://x y/', 'http://x/<', '/a']) {
      expect(() => [...graphQuads(input, { base })]).toThrow('not an absolute IRI')
    }
    const [first] = graphQuads(input, { base: 'https://example.org/news' })
    expect(first?.subject.value).toMatch(/^https:\/\/example\.org\/news\/article\//)
  })

  test('reifies with triple terms where RDF 1.2 is asked for', async () => {
    const made = [...graphQuads(input, { rdf12: true })]
    const trig = [...writeTrig(made)].join('')
    expect(trig).toMatch(/rdf:reifies <<\( entity:tide-column hs:near entity:port-elm \)>>/)
    expect(lines(readQuads(trig, 'trig'))).toEqual(lines(made))
    expect((await validateShapes(made)).results).toEqual([])
  })
})

describe('the files', () => {
  test('TriG and N-Quads hold the same quads, Turtle those of the default graph', () => {
    const all = lines(quads)
    expect(lines(readQuads([...writeTrig(quads)].join(''), 'trig'))).toEqual(all)
    expect(lines(readQuads([...writeNQuads(quads)].join(''), 'nquads'))).toEqual(all)
    const facts = quads.filter((quad) => quad.graph.termType === 'DefaultGraph')
    expect(lines(readQuads([...writeTurtle(quads)].join(''), 'turtle'))).toEqual(lines(facts))
    expect(facts.length).toBeLessThan(quads.length)
  })

  test('sorted lines of N-Quads are the canonical dataset', () => {
    const canonical = (dataset(quads) as unknown as { toCanonical(): string }).toCanonical()
    expect(lines(quads)).toEqual(canonical.trimEnd().split('\n'))
  })

  test('come in pieces of one article at most', () => {
    const pieces = [...writeTrig(quads)]
    for (const piece of pieces) {
      const articles = new Set(
        [...piece.matchAll(/^<?(?:article:|\S*?\/article\/)([0-9a-f]{20})/gm)].map(([, id]) => id)
      )
      expect(articles.size).toBeLessThanOrEqual(1)
    }
    expect(pieces.length).toBeGreaterThan(input.records.length + input.resolution.claims.length)
  })
})

describe('the evidence of a graph', () => {
  test('is every range with its exact words, in code points', () => {
    const found = [...evidenceOf(readQuads([...writeTurtle(quads)].join(''), 'turtle'))]
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['evidence', 'sentence', 'text']))
    for (const { doc, start, end, quote } of found) {
      const article = input.records.find((record) => record.article.doc === doc)?.article
      expect([...(article?.text ?? '')].slice(start, end).join('')).toBe(quote)
    }
  })

  test('that is incomplete is there too, and cannot pass', () => {
    const torn = quads.filter(
      (quad) => !(quad.predicate.value === `${prefixes.oa}exact` && quad.object.value === 'she')
    )
    expect([...evidenceOf(torn)].filter(({ quote }) => quote === '').length).toBe(1)
  })
})
