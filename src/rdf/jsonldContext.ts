/** `ontology/context.jsonld` → how terms are shortened by it. The file is the only place that says so; readers see the same words. */
import type { Literal, Term } from '@rdfjs/types'
import { ontologyFiles } from '../generated/ontology.js'
import { order } from './resolvedQuads.js'
import { prefixes, wellFormed } from './terms.js'

export type Json = string | number | boolean | Json[] | { [key: string]: Json }

export interface Context {
  /** To stand in the file, so that nobody has to fetch it. */
  readonly context: Json
  /** An IRI as a node's identity. */
  iri(iri: string): string
  /** An IRI as a class. */
  type(iri: string): string
  /** A predicate's key. */
  key(iri: string): string
  /** Predicates in the order in which the context has them; others after these. */
  order(a: string, b: string): number
  /** An object as the value of that key. */
  value(predicate: string, object: Term): Json
}

type Definition = string | { readonly '@id'?: string; readonly '@type'?: string; readonly '@language'?: string }

/** @example readContext(base).key('https://schema.org/about') // 'about' */
export function readContext(base: string): Context {
  const file: { '@context': Record<string, Definition> } = JSON.parse(ontologyFiles['context.jsonld'] ?? '{}')
  const definitions: Record<string, Definition> = { ...file['@context'], id: base }
  const namespaces = Object.entries(definitions).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && /[#/]$/.test(entry[1]) && entry[0] !== '@vocab'
  )
  const expand = (short: string): string => {
    const [prefix = '', rest] = short.split(/:(.*)/s)
    const namespace = definitions[prefix]
    return rest !== undefined && typeof namespace === 'string' ? namespace + rest : short
  }
  const terms = new Map<string, { term: string; type: string | null; language: string | null }>()
  for (const [term, definition] of Object.entries(definitions)) {
    const iri = typeof definition === 'string' ? definition : (definition['@id'] ?? '')
    if (iri.startsWith('@') || /[#/]$/.test(iri) || iri === '') continue
    const { '@type': type = null, '@language': language = null } = typeof definition === 'string' ? {} : definition
    terms.set(expand(iri), { term, type: type === null ? null : expand(type), language })
  }
  const places = new Map([...terms.keys()].map((iri, i) => [iri, i]))
  const compact = (iri: string): string => {
    for (const [prefix, namespace] of namespaces) {
      if (iri.startsWith(namespace) && !iri.startsWith('//', namespace.length))
        return `${prefix}:${iri.slice(namespace.length)}`
    }
    return iri
  }
  const inVocabulary = (iri: string): string => {
    const known = terms.get(iri)
    if (known) return known.term
    const local = iri.startsWith(prefixes.hs) ? iri.slice(prefixes.hs.length) : ''
    return /^[A-Za-z][A-Za-z0-9-]*$/.test(local) && definitions[local] === undefined ? local : compact(iri)
  }
  return {
    context: definitions as Json,
    iri: compact,
    type: inVocabulary,
    key: inVocabulary,
    order: (a, b) => (places.get(a) ?? places.size) - (places.get(b) ?? places.size) || order(a, b),
    value(predicate, object) {
      const { type = null, language = null } = terms.get(predicate) ?? {}
      if (object.termType === 'Literal') return literal(object, type, language, inVocabulary)
      const iri = object.termType === 'BlankNode' ? `_:${object.value}` : object.value
      if (type === '@id') return compact(iri)
      return type === '@vocab' ? inVocabulary(iri) : { iri: compact(iri) }
    }
  }
}

const { xsd } = prefixes

function literal(
  { value, language, datatype }: Literal,
  type: string | null,
  usual: string | null,
  shorten: (iri: string) => string
): Json {
  const words = wellFormed(value)
  if (language !== '') return language === usual ? words : { '@value': words, '@language': language }
  if (datatype.value === type) return type === `${xsd}nonNegativeInteger` && isSafe(value) ? Number(value) : words
  if (type === null && datatype.value === `${xsd}integer` && isSafe(value)) return Number(value)
  if (datatype.value !== `${xsd}string`) return { '@value': words, '@type': shorten(datatype.value) }
  return type === null && usual === null ? words : { '@value': words }
}

/** Whether a JSON number comes back as the same digits. */
function isSafe(value: string): boolean {
  return /^(0|-?[1-9][0-9]{0,14})$/.test(value)
}
