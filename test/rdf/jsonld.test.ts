/** JSON-LD: the same quads as in the other files, as trees that a person can read, with a context that nobody has to fetch. */
import { readFileSync } from 'node:fs'
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { describe, expect, test } from 'vitest'
import {
  evidenceOf,
  graphQuads,
  prefixes,
  readJsonld,
  readQuads,
  writeJsonld,
  writeNQuads
} from '../../src/rdf/index.js'
import { fixture } from './fixture.js'

const { namedNode, literal, blankNode, quad } = DataFactory
const input = fixture()
const quads = [...graphQuads(input)]
const written = [...writeJsonld(quads)].join('')
const file = JSON.parse(written)
const published = JSON.parse(readFileSync('ontology/context.jsonld', 'utf8'))

function lines(from: Iterable<Quad>): string[] {
  return [...new Set([...writeNQuads(from)].join('').trimEnd().split('\n'))].sort()
}

describe('JSON-LD', () => {
  test('holds the same quads as N-Quads', async () => {
    expect(lines(await readJsonld(written))).toEqual(lines(quads))
  })

  test('has relations reified where RDF 1.2 would have triple terms', async () => {
    const made = [...writeJsonld(graphQuads(input, { rdf12: true }))].join('')
    expect(lines(await readJsonld(made))).toEqual(lines(quads))
  })

  test('names data under another base', async () => {
    const options = { base: 'https://example.org/news' }
    const made = [...writeJsonld(graphQuads(input, options), options)].join('')
    expect(JSON.parse(made)['@context'].id).toBe('https://example.org/news/')
    expect(lines(await readJsonld(made))).toEqual(lines(graphQuads(input, options)))
  })

  test('is one tree for each article, claim and entity, in pieces', () => {
    const { records, resolution } = input
    expect(file['@graph'].length).toBe(records.length + resolution.claims.length + resolution.entities.length)
    expect([...writeJsonld(quads)].length).toBeGreaterThan(file['@graph'].length)
  })

  test('reads like the article', () => {
    const [article] = file['@graph'].filter((node: { identifier: string }) => node.identifier === 'harbour-1')
    const [said] = article.statements.filter((node: { inside?: string }) => node.inside)
    expect(said).toMatchObject({
      type: 'Statement',
      saidBy: 'id:entity/ada-brook',
      through: ['id:entity/coast-wire', 'id:entity/msg-app'],
      act: 'act-assert',
      mode: 'mode-direct',
      confidence: '0.9',
      cue: { exact: 'wrote' }
    })
    expect(said.hop.map((hop: { evidence: { exact: string } }) => hop.evidence.exact)).toEqual([
      'she',
      'MsgApp',
      'Coast Wire'
    ])
    expect(article.narration[0].says).toEqual([
      { iri: 'id:entity/ada-brook', roleTitle: 'mayor', holdsRole: 'id:entity/port-elm' }
    ])
  })

  test('has the published context in it, which names every property of the ontology', () => {
    expect(file['@context']).toEqual(published['@context'])
    const ontology = readQuads(readFileSync('ontology/hearsay.ttl', 'utf8'), 'turtle')
    const properties = ontology
      .filter(({ predicate, object }) => predicate.value.endsWith('#type') && object.value.endsWith('Property'))
      .map(({ subject }) => subject.value)
      .filter((iri) => iri.startsWith(prefixes.hs))
      .map((iri) => iri.replace(prefixes.hs, 'hs:'))
    const named = Object.values(published['@context']).map((term) =>
      typeof term === 'string' ? term : (term as Record<string, string>)['@id']
    )
    expect(properties.filter((property) => !named.includes(property))).toEqual([])
  })

  test('gives back every evidence', async () => {
    const inOrder = (from: Iterable<Quad>) => [...evidenceOf(from)].map((each) => JSON.stringify(each)).sort()
    expect(inOrder(await readJsonld(written))).toEqual(inOrder(quads))
  })

  test('keeps what any quads may hold: other languages and types, rings, blank nodes', async () => {
    const [a, b] = [namedNode('http://x.example/a#1'), namedNode('http://x.example/a#2')]
    const odd = [
      quad(a, namedNode(`${prefixes.hs}evidence`), b),
      quad(b, namedNode(`${prefixes.hs}evidence`), a),
      quad(a, namedNode(`${prefixes.skos}prefLabel`), literal('mer', 'fr')),
      quad(a, namedNode(`${prefixes.hs}score`), literal('x')),
      quad(a, namedNode(`${prefixes.hs}position`), literal('007', namedNode(`${prefixes.xsd}integer`))),
      quad(a, namedNode(`${prefixes.schema}text`), literal('2024', namedNode(`${prefixes.xsd}gYear`))),
      quad(a, namedNode('urn:p:q'), namedNode('https://w3id.org/hearsay/id///x')),
      quad(blankNode('b'), namedNode('urn:p:q'), literal('"\\\u2028\n'))
    ]
    const back = await readJsonld([...writeJsonld(odd)].join(''))
    const named = (from: Quad[]) => lines(from).map((line) => line.replace(/_:\S+/, '_:b'))
    expect(named(back)).toEqual(named(odd))
  })

  test('fetches no context', async () => {
    await expect(readJsonld('{"@context": "https://schema.org/", "@id": "urn:a", "name": "x"}')).rejects.toThrow(
      'nothing is fetched'
    )
    await expect(readJsonld('{"@context":')).rejects.toThrow()
  })
})
