/**
 * What the graph tells of one article, entity or claim: the queries for it, and which IRI an address of this server stands for.
 * A statement, sentence or hop is a fragment of its article and told with it.
 */
import { prefixes } from '../rdf/index.js'

export const kinds = ['article', 'entity', 'claim'] as const

/** Suffixes that ask for one form of a resource. */
export const suffixes: Readonly<Record<string, string>> = {
  html: 'text/html',
  ttl: 'text/turtle',
  nt: 'application/n-triples',
  jsonld: 'application/ld+json',
  rdf: 'application/rdf+xml'
}

/** @example readAddress('entity/ann-lee.ttl') // { id: 'entity/ann-lee', suffix: 'ttl' } */
export function readAddress(path: string): { readonly id: string; readonly suffix: string | null } | null {
  const match = /^((?:article|entity|claim)\/[A-Za-z0-9._~%-]+?)(?:\.(html|ttl|nt|jsonld|rdf))?$/.exec(path)
  if (!match?.[1]) return null
  return { id: match[1], suffix: match[2] ?? null }
}

const head = Object.entries(prefixes)
  .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`)
  .join('')

/** The triples that belong to the document `iri` (an IRI without fragment, made by `readAddress`). */
function pattern(iri: string): string {
  return `
  { BIND(<${iri}> AS ?s) }
  UNION { ?s nif:referenceContext|hs:article|hs:linkFrom|hs:mergedInto <${iri}> }
  UNION { <${iri}> hs:origin ?s }
  UNION { ?part hs:article <${iri}> . ?part hs:hop|hs:saidWhen|hs:happenedWhen|hs:quantity ?s }
  ?s ?p ?o .
  FILTER(STRSTARTS(STR(?s), "${iri}"))`
}

export function constructQuery(iri: string): string {
  return `${head}CONSTRUCT { ?s ?p ?o } WHERE {${pattern(iri)}\n}`
}

/** Rows of subject, predicate, object and a name for the object. */
export function rowsQuery(iri: string): string {
  return `${head}SELECT DISTINCT ?s ?p ?o ?label WHERE {${pattern(iri)}
  OPTIONAL { ?o skos:prefLabel|rdfs:label|schema:headline|oa:exact ?label }
} ORDER BY ?s ?p ?o ?label`
}

/** What else in the graph points at it, with words for it. */
export function incomingQuery(iri: string): string {
  return `${head}SELECT DISTINCT ?s ?p ?label WHERE {
  ?s ?p <${iri}> .
  FILTER(!STRSTARTS(STR(?s), "${iri}"))
  OPTIONAL { ?s schema:text|oa:exact|skos:prefLabel|schema:headline ?label }
} ORDER BY ?p ?s ?label`
}

/** Finds one article, from whose IRI the base of all data is read. */
export const baseQuery = `${head}SELECT ?s WHERE { ?s a schema:NewsArticle } LIMIT 1`

/** @example baseOf('https://w3id.org/hearsay/id/article/0a1b') // 'https://w3id.org/hearsay/id/' */
export function baseOf(articleIri: string): string | null {
  const at = articleIri.lastIndexOf('article/')
  return at < 0 ? null : articleIri.slice(0, at)
}
