/** `ontology/context.jsonld` → how terms are shortened by it. The file is the only place that says so; readers see the same words. */
import type { Literal, Term } from '@rdfjs/types'
import { ontologyFiles } from '../generated/ontology.js'
import type { JsonText } from './jsonText.js'
import { prefixes, wellFormed } from './terms.js'

export interface Predicate {
  readonly iri: string
  /** Its key, spelt. */
  readonly key: string
  /** In the order in which the context has them; others after these. */
  readonly rank: number
  /** What its values are without saying so. */
  readonly type: string | null
  readonly language: string | null
}

/** All texts that it gives are JSON. */
export interface Context {
  /** To stand in the file, so that nobody has to fetch it. */
  readonly text: JsonText
  /** An IRI as a node's identity. */
  iri(iri: string): string
  /** An IRI as a class. */
  type(iri: string): string
  /** Always the same object for the same IRI. */
  predicate(iri: string): Predicate
  /** An object as the value of that key. */
  value(predicate: Predicate, object: Term): JsonText
  /** Forgets how the nodes of the last section are spelt. */
  forget(): void
}

type Definition = string | { readonly '@id'?: string; readonly '@type'?: string; readonly '@language'?: string }

/** @example readContext(base).predicate('https://schema.org/about').key // '"about"' */
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
  const iris = new Map<string, string>()
  const predicates = new Map<string, Predicate>()
  const spelt = remembered(iris, (iri) => JSON.stringify(compact(iri)))
  const inVocabulary = remembered(new Map(), (iri) => {
    const known = terms.get(iri)
    if (known) return JSON.stringify(known.term)
    const local = iri.startsWith(prefixes.hs) ? iri.slice(prefixes.hs.length) : ''
    const isPlain = /^[A-Za-z][A-Za-z0-9-]*$/.test(local) && definitions[local] === undefined
    return JSON.stringify(isPlain ? local : compact(iri))
  })
  return {
    text: textOf(definitions),
    iri: spelt,
    type: inVocabulary,
    predicate: remembered(predicates, (iri) => {
      const { type = null, language = null } = terms.get(iri) ?? {}
      return { iri, key: inVocabulary(iri), rank: places.get(iri) ?? places.size, type, language }
    }),
    value({ type, language }, object) {
      if (object.termType === 'Literal') return literal(object, type, language, inVocabulary)
      const iri = object.termType === 'BlankNode' ? `_:${object.value}` : object.value
      if (type === '@id') return spelt(iri)
      return type === '@vocab' ? inVocabulary(iri) : { members: [['"iri"', spelt(iri)]] }
    },
    forget: () => iris.clear()
  }
}

const textOf = (definitions: Record<string, Definition>): JsonText => ({
  members: Object.entries(definitions).map(([key, value]) => [
    JSON.stringify(key),
    typeof value === 'object' ? textOf(value) : JSON.stringify(value)
  ])
})

/** Each made once. */
function remembered<Made>(known: Map<string, Made>, make: (iri: string) => Made): (iri: string) => Made {
  return (iri) => {
    const found = known.get(iri)
    if (found !== undefined) return found
    const made = make(iri)
    known.set(iri, made)
    return made
  }
}

const { xsd } = prefixes

function literal(
  { value, language, datatype }: Literal,
  type: string | null,
  usual: string | null,
  shorten: (iri: string) => string
): JsonText {
  const words = JSON.stringify(wellFormed(value))
  if (language !== '') return language === usual ? words : qualified(words, '"@language"', JSON.stringify(language))
  const own = datatype.value
  if (own === type) return type === `${xsd}nonNegativeInteger` && isSafe(value) ? value : words
  if (type === null && own === `${xsd}integer` && isSafe(value)) return value
  if (own !== `${xsd}string`) return qualified(words, '"@type"', shorten(own))
  return type === null && usual === null ? words : { members: [['"@value"', words]] }
}

const qualified = (words: string, key: string, value: string): JsonText => ({
  members: [
    ['"@value"', words],
    [key, value]
  ]
})

/** Whether a JSON number comes back as the same digits. */
function isSafe(value: string): boolean {
  return /^(0|-?[1-9][0-9]{0,14})$/.test(value)
}
