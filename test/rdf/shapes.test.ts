/** Each shape has a broken graph that trips it, with a message that a person understands. */
import type { NamedNode, Quad, Term } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { describe, expect, test } from 'vitest'
import { graphQuads, hearsayShapes, prefixes, readQuads, validateShapes } from '../../src/rdf/index.js'
import { fixture } from './fixture.js'

const { namedNode, literal, quad } = DataFactory
const graph = [...graphQuads(fixture())]
const number = (value: number) => literal(String(value), namedNode(`${prefixes.xsd}nonNegativeInteger`))
const entity = (name: string) => namedNode(`https://w3id.org/hearsay/id/entity/${name}`)

function iri(short: string): NamedNode {
  const [prefix = '', name = ''] = short.split(':')
  return namedNode((prefixes as Record<string, string>)[prefix] + name)
}

/** The first quad with this predicate; its subject is what we break. */
function first(predicate: string, accept: (found: Quad) => boolean = () => true): Quad {
  const found = graph.find((one) => one.predicate.equals(iri(predicate)) && accept(one))
  if (!found) throw new Error(`the fixture has no ${predicate}`)
  return found
}

function firstOf(type: string): Term {
  return first('rdf:type', (one) => one.object.equals(iri(type))).subject
}

function without(subject: Term, predicate: string): Quad[] {
  return graph.filter((one) => !(one.subject.equals(subject) && one.predicate.equals(iri(predicate))))
}

function changed(subject: Term, predicate: string, object: Term): Quad[] {
  return [...without(subject, predicate), quad(subject as NamedNode, iri(predicate), object as NamedNode)]
}

function added(subject: Term, predicate: string, object: Term): Quad[] {
  return [...graph, quad(subject as NamedNode, iri(predicate), object as NamedNode)]
}

const secondHop = first('hs:position', (one) => one.object.value === '2').subject
const range = first('hs:cue', (one) => one.subject.value.includes('#statement=80,')).object

const broken: readonly (readonly [string, () => Quad[], string])[] = [
  [
    'an article without a name',
    () => without(firstOf('schema:NewsArticle'), 'schema:identifier'),
    'must have one name'
  ],
  ['a hash that is none', () => changed(firstOf('schema:NewsArticle'), 'hs:sha256', literal('ABC')), '64 hex digits'],
  ['an article without its text', () => without(firstOf('schema:NewsArticle'), 'nif:isString'), 'must have its text'],
  ['a sentence without words', () => without(firstOf('nif:Sentence'), 'nif:anchorOf'), 'must have its words'],
  [
    'a sentence of no article',
    () => without(firstOf('nif:Sentence'), 'nif:referenceContext'),
    'A sentence must belong to one article'
  ],
  [
    'a sentence that ends first',
    () => changed(firstOf('nif:Sentence'), 'nif:endIndex', number(0)),
    'begin before it ends'
  ],
  ['a sentence without an end', () => without(firstOf('nif:Sentence'), 'nif:endIndex'), 'A sentence must have one end'],
  [
    'an evidence that ends outside its sentence',
    () => changed(range, 'oa:end', number(9999)),
    'ends outside its sentence'
  ],
  [
    'an evidence that starts outside its sentence',
    () => changed(range, 'oa:start', number(0)),
    'starts outside its sentence'
  ],
  [
    'something else as evidence',
    () => added(secondHop, 'hs:evidence', entity('port-elm')),
    'must be a range of a text'
  ],
  ['an evidence without words', () => without(range, 'oa:exact'), 'must quote its words exactly'],
  ['an evidence that ends first', () => changed(range, 'oa:end', number(1)), 'must start before it ends'],
  ['an evidence without an end', () => without(range, 'oa:end'), 'An evidence must have one end'],
  ['an evidence in no sentence', () => without(range, 'nif:sentence'), 'must lie in one sentence'],
  ['an evidence of no article', () => without(range, 'nif:referenceContext'), 'An evidence must belong to one article'],
  [
    'an evidence in a sentence of another article',
    () => changed(range, 'nif:referenceContext', first('hs:original').object),
    'must belong to the same article'
  ],
  ['a statement without a content', () => without(firstOf('hs:Statement'), 'hs:content'), 'must have a content'],
  ['a statement of no article', () => without(firstOf('hs:Statement'), 'hs:article'), 'must stand in one article'],
  ['an unknown act', () => changed(firstOf('hs:Statement'), 'hs:act', iri('hs:act-sing')), 'one act of the scheme'],
  [
    'an unknown mode',
    () => changed(firstOf('hs:Statement'), 'hs:mode', iri('hs:mode-sung')),
    'direct, indirect or mixed'
  ],
  [
    'a confidence above 1',
    () => changed(firstOf('hs:Statement'), 'hs:confidence', literal('1.5', iri('xsd:decimal'))),
    'from 0 to 1'
  ],
  ['a day that is none', () => changed(firstOf('hs:Statement'), 'hs:saidOn', literal('Monday')), 'was said on one day'],
  ['a hop that is none', () => added(firstOf('hs:Statement'), 'hs:hop', entity('port-elm')), 'must be a hop'],
  [
    'a statement inside no statement',
    () => added(firstOf('hs:Statement'), 'hs:inside', range),
    'inside one other statement'
  ],
  [
    'a claim that nobody describes',
    () => added(firstOf('hs:Statement'), 'hs:claim', entity('port-elm')),
    'must be a claim'
  ],
  ['a hop without evidence', () => without(secondHop, 'hs:evidence'), 'a hop must show where the text names it'],
  ['a hop that is nobody', () => without(secondHop, 'hs:entity'), 'must be somebody or something'],
  ['an unknown role', () => changed(secondHop, 'hs:role', iri('hs:role-singer')), 'one role of the scheme'],
  ['a hop without a place', () => without(secondHop, 'hs:position'), 'one place in its chain'],
  ['a hop out of order', () => changed(secondHop, 'hs:position', literal('1', iri('xsd:integer'))), 'out of order'],
  [
    'a hop of no statement',
    () => graph.filter((one) => !(one.predicate.equals(iri('hs:hop')) && one.object.equals(secondHop))),
    'must belong to one statement'
  ],
  ['a time without evidence', () => without(firstOf('hs:Time'), 'hs:evidence'), 'A time without evidence'],
  [
    'a time that ends first',
    () => changed(firstOf('hs:Time'), 'hs:until', literal('2024-03-01', iri('xsd:date'))),
    'must not begin after it ends'
  ],
  ['an end that is no date', () => changed(firstOf('hs:Time'), 'hs:until', literal('soon')), 'end of a time'],
  [
    'an unknown precision',
    () => changed(firstOf('hs:Time'), 'hs:precision', iri('hs:precision-soon')),
    'one precision of the scheme'
  ],
  [
    'an unknown bound',
    () => changed(firstOf('hs:Quantity'), 'hs:bound', iri('hs:bound-up')),
    'one bound of the scheme'
  ],
  ['a quantity without evidence', () => without(firstOf('hs:Quantity'), 'hs:evidence'), 'A quantity without evidence'],
  ['a quantity without a number', () => without(firstOf('hs:Quantity'), 'hs:number'), 'one number'],
  [
    'a relation without evidence',
    () => without(firstOf('hs:Relation'), 'hs:evidence'),
    'a relation must show the words'
  ],
  ['a relation that nobody states', () => without(firstOf('hs:Relation'), 'hs:statedIn'), 'stated by one statement'],
  ['a relation of nothing', () => without(firstOf('hs:Relation'), 'rdf:object'), 'must say what it relates'],
  ['a claim as a fact', () => added(entity('ada-brook'), 'hs:leads', entity('tide-column')), 'as if it were a fact'],
  ['an entity without a name', () => without(entity('ada-brook'), 'skos:prefLabel'), 'must have a name'],
  [
    'an entity with two preferred names',
    () => added(entity('ada-brook'), 'skos:prefLabel', literal('A. B.', 'en')),
    'two preferred names'
  ],
  [
    'a preferred name among the others',
    () => added(entity('ada-brook'), 'skos:altLabel', literal('Ada Brook', 'en')),
    'not be among its other names'
  ],
  [
    'an entity that is none',
    () => changed(entity('ada-brook'), 'rdf:type', iri('schema:Person')),
    'must be an hs:Entity'
  ],
  ['an entity of no kind', () => changed(entity('ada-brook'), 'rdf:type', iri('hs:Entity')), 'must say what it is'],
  [
    'owl:sameAs',
    () => [...graph, quad(entity('a'), namedNode('http://www.w3.org/2002/07/owl#sameAs'), entity('b'))],
    'never states owl:sameAs'
  ],
  ['a claim without a text', () => without(firstOf('schema:Claim'), 'schema:text'), 'must have one text'],
  [
    'a claim that no statement makes',
    () => graph.filter((one) => !one.predicate.equals(iri('hs:claim'))),
    'made by a statement'
  ],
  ['a claim without an origin', () => without(firstOf('schema:Claim'), 'hs:origin'), 'must have an origin'],
  ['an origin of nobody', () => without(firstOf('hs:Origin'), 'hs:member'), 'must name whom'],
  [
    'a link without evidence',
    () => without(firstOf('hs:Link'), 'hs:evidence'),
    'a link between claims must name statements'
  ],
  ['a link without a reason', () => without(firstOf('hs:Link'), 'hs:reason'), 'must have a reason'],
  ['an unknown link', () => changed(firstOf('hs:Link'), 'hs:linkType', iri('hs:link-likes')), 'one type of the scheme'],
  ['a link from nowhere', () => without(firstOf('hs:Link'), 'hs:linkFrom'), 'must start at one claim'],
  ['a link to no claim', () => changed(firstOf('hs:Link'), 'hs:linkTo', entity('port-elm')), 'must end at one claim'],
  ['an unknown kind of copy', () => without(firstOf('hs:Copy'), 'hs:copyKind'), 'a reprint or a rewrite'],
  ['a copy without evidence', () => without(firstOf('hs:Copy'), 'hs:evidence'), 'must name the sentences'],
  ['a copy of nothing', () => without(firstOf('hs:Copy'), 'hs:original'), 'one original'],
  ['a merge without a reason', () => without(firstOf('hs:Merge'), 'hs:reason'), 'must have a reason'],
  [
    'a join of no claim',
    () => graph.filter((one) => !one.predicate.equals(iri('hs:join'))),
    'must belong to one claim'
  ],
  [
    'a join of one statement',
    () => changed(firstOf('hs:Join'), 'hs:joins', firstOf('hs:Statement')),
    'the two statements that it joins'
  ],
  [
    'a join with a score above 1',
    () => changed(firstOf('hs:Join'), 'hs:score', literal('2.0', iri('xsd:decimal'))),
    'score from 0 to 1'
  ]
]

describe('the shapes', () => {
  test.each(broken)('catch %s', async (_, make, message) => {
    const report = await validateShapes(make())
    expect(report.conforms).toBe(false)
    expect(report.results.map((result) => result.message).join('\n')).toContain(message)
  })

  test('have a message each, and a broken graph for every message', () => {
    const messages = readQuads(hearsayShapes(), 'turtle')
      .filter((one) => one.predicate.value === 'http://www.w3.org/ns/shacl#message')
      .map((one) => one.object.value)
    const tripped = broken.map(([, , message]) => message)
    expect(messages.filter((message) => !tripped.some((part) => message.includes(part)))).toEqual([])
  })

  test('let a claim stand in the graph of its statement', async () => {
    const told = quad(entity('a'), iri('hs:leads'), entity('b'), firstOf('hs:Statement') as NamedNode)
    expect((await validateShapes([...graph, told])).conforms).toBe(true)
  })
})
