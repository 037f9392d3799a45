/** `hearsay.ttl` → its classes, properties and schemes, in the order in which it has them. */
import { readFileSync } from 'node:fs'
import type { Quad } from '@rdfjs/types'
import { prefixes, readQuads } from '../src/rdf/index.js'

export interface Term {
  /** Without the prefix. */
  readonly name: string
  readonly definition: string
  readonly example: string
  /** Of a class: of what it is a kind, and of which classes it is the union. */
  readonly above: readonly string[]
  readonly oneOf: readonly string[]
  /** Of a property: whose it is, and the class or datatype of its values. */
  readonly domains: readonly string[]
  readonly range: string | null
}

export interface Ontology {
  readonly title: string
  readonly description: string
  readonly namespace: string
  readonly version: string
  readonly versionIri: string
  readonly licence: string
  readonly classes: readonly Term[]
  readonly properties: readonly Term[]
  readonly schemes: readonly {
    readonly name: string
    readonly definition: string
    readonly concepts: readonly Term[]
  }[]
}

const { hs, rdf, rdfs, skos, schema } = prefixes
const owl = 'http://www.w3.org/2002/07/owl#'
const dcterms = 'http://purl.org/dc/terms/'

export function readOntology(path: string): Ontology {
  const quads = readQuads(readFileSync(path, 'utf8'), 'turtle')
  const about = new Map<string, Map<string, string[]>>()
  for (const { subject, predicate, object } of quads) {
    const told = about.get(subject.value) ?? new Map<string, string[]>()
    about.set(subject.value, told)
    told.set(predicate.value, [...(told.get(predicate.value) ?? []), object.value])
  }
  const values = (iri: string, predicate: string): string[] => about.get(iri)?.get(predicate) ?? []
  const value = (iri: string, predicate: string): string => values(iri, predicate)[0] ?? ''
  const list = (head: string): string[] =>
    head === '' || head === `${rdf}nil` ? [] : [value(head, `${rdf}first`), ...list(value(head, `${rdf}rest`))]
  const term = (iri: string): Term => ({
    name: iri.slice(hs.length),
    definition: value(iri, `${skos}definition`),
    example: value(iri, `${skos}example`),
    above: values(iri, `${rdfs}subClassOf`).map(short),
    oneOf: list(value(value(iri, `${owl}equivalentClass`), `${owl}unionOf`)).map(short),
    domains: [...values(iri, `${rdfs}domain`), ...values(iri, `${schema}domainIncludes`)].map(short),
    range: values(iri, `${rdfs}range`).map(short)[0] ?? null
  })
  const own = (...types: string[]): string[] =>
    [...about.keys()].filter(
      (iri) => iri.startsWith(hs) && values(iri, `${rdf}type`).some((type) => types.includes(type))
    )
  const ontology = hs.replace('#', '')
  return {
    title: value(ontology, `${dcterms}title`),
    description: value(ontology, `${dcterms}description`),
    namespace: hs,
    version: value(ontology, `${owl}versionInfo`),
    versionIri: value(ontology, `${owl}versionIRI`),
    licence: value(ontology, `${dcterms}license`).replace(/^.*\//, ''),
    classes: own(`${owl}Class`).map(term),
    properties: own(`${owl}ObjectProperty`, `${owl}DatatypeProperty`).map(term),
    schemes: own(`${skos}ConceptScheme`).map((iri) => ({
      ...term(iri),
      concepts: own(`${skos}Concept`)
        .filter((concept) => values(concept, `${skos}inScheme`).includes(iri))
        .map(term)
    }))
  }
}

/** Class → terms of others that a graph has beside its own, and the class that each leads to: read off a graph. */
export function foreignTerms(quads: Iterable<Quad>): Map<string, Map<string, string | null>> {
  const all = [...quads].filter(({ graph }) => graph.termType === 'DefaultGraph')
  const classes = new Map<string, string[]>()
  for (const { subject, predicate, object } of all) {
    if (predicate.value !== `${rdf}type`) continue
    classes.set(subject.value, [...(classes.get(subject.value) ?? []), short(object.value)])
  }
  const found = new Map<string, Map<string, string | null>>()
  for (const { subject, predicate, object } of all) {
    if (predicate.value.startsWith(hs) || predicate.value === `${rdf}type`) continue
    const target = classes.get(object.value)?.find((name) => shown.includes(name)) ?? null
    const names = (classes.get(subject.value) ?? []).filter((name) => shown.includes(name))
    // A sentence that is evidence as a whole has what both have, and shows nothing about either.
    if (names.length > 1) continue
    for (const name of names) {
      const terms = found.get(name) ?? new Map<string, string | null>()
      found.set(name, terms.set(short(predicate.value), terms.get(short(predicate.value)) ?? target))
    }
  }
  return found
}

const shown = [
  'schema:NewsArticle',
  'nif:Sentence',
  'schema:Claim',
  'hs:Statement',
  'hs:Evidence',
  'hs:Relation',
  'hs:Entity',
  'hs:Copy'
]

function short(iri: string): string {
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    if (iri.startsWith(namespace)) return `${prefix}:${iri.slice(namespace.length)}`
  }
  return iri
}
