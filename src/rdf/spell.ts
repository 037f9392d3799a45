/**
 * A term → how Turtle and N-Quads spell it. Short where a prefix fits, in full otherwise; what no strict parser would take is
 * refused, so that nothing can break out of its place: an IRI with a space or `>`, a blank node or language with odd characters.
 * The lines of N-Quads are in their canonical form (RDF 1.1 N-Quads, RDFC-1.0). Faster than N3's writer, which spells every IRI anew.
 */
import type { Literal, Quad, Quad_Graph, Term } from '@rdfjs/types'
import { prefixes, wellFormed } from './terms.js'

export interface Speller {
  /** Spells a subject, object or graph. */
  term(term: Term): string
  /** Spells a predicate: `a` for rdf:type in Turtle. */
  predicate(term: Term): string
  /** Forgets the IRIs of the last section; those of predicates stay. */
  forget(): void
}

const rdfType = `${prefixes.rdf}type`
const string = `${prefixes.xsd}string`
const langString = `${prefixes.rdf}langString`

/** N-Quads, where nothing is shortened. */
export function spellFully(): Speller {
  return spell((iri) => `<${iri}>`, false)
}

/** Turtle and TriG, with these prefixes. */
export function spellShortly(short: Readonly<Record<string, string>>): Speller {
  const names = new Map(Object.entries(short).map(([prefix, iri]) => [iri, prefix]))
  return spell((iri) => {
    const end = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1
    const prefix = names.get(iri.slice(0, end))
    const local = iri.slice(end)
    // Only names that every Turtle reader takes as they are: no dots, no percent signs, nothing to escape.
    return prefix !== undefined && /^[A-Za-z0-9_][A-Za-z0-9_-]*$/.test(local) ? `${prefix}:${local}` : `<${iri}>`
  }, true)
}

function spell(spellIri: (iri: string) => string, turtle: boolean): Speller {
  const predicates = new Map<string, string>()
  const iris = new Map<string, string>()
  const datatypes = new Map<string, string>()
  const named = (iri: string, known: Map<string, string>): string => {
    const found = known.get(iri)
    if (found !== undefined) return found
    if (!/^[a-z][a-z0-9+.-]*:/i.test(iri) || /[\p{Cc}\p{Cs} <>"{}|^`\\]/u.test(iri)) {
      throw new Error(`${JSON.stringify(iri)} is no absolute IRI that RDF can hold: percent-encode it`)
    }
    const spelt = spellIri(iri)
    known.set(iri, spelt)
    return spelt
  }
  const literal = ({ value, language, datatype }: Literal): string => {
    if (language !== '') return `${quote(value)}@${languageOf(language)}`
    const type = datatype.value
    if (type === string || type === langString) return quote(value)
    if (turtle && isBare(value, type)) return value
    return `${quote(value)}^^${named(type, datatypes)}`
  }
  const term = (each: Term): string => {
    switch (each.termType) {
      case 'NamedNode':
        return named(each.value, iris)
      case 'Literal':
        return literal(each)
      case 'BlankNode':
        if (!/^[A-Za-z0-9_][A-Za-z0-9_-]*$/.test(each.value))
          throw new Error(`blank node ${JSON.stringify(each.value)}`)
        return `_:${each.value}`
      case 'Quad':
        return `<<( ${term(each.subject)} ${named(each.predicate.value, predicates)} ${term(each.object)} )>>`
      default:
        throw new Error(`RDF cannot hold a ${each.termType}`)
    }
  }
  return {
    term,
    predicate: ({ value }) => (turtle && value === rdfType ? 'a' : named(value, predicates)),
    forget: () => iris.clear()
  }
}

/** A line of N-Quads. */
export function spellLine({ subject, predicate, object, graph }: Quad, speller: Speller): string {
  const where = graph.termType === 'DefaultGraph' ? '' : `${speller.term(graph as Quad_Graph)} `
  return `${speller.term(subject)} ${speller.predicate(predicate)} ${speller.term(object)} ${where}.\n`
}

/** Numbers stand bare in Turtle; with a full stop after them they would be read wrongly, so a space always follows. */
function isBare(value: string, datatype: string): boolean {
  if (datatype === `${prefixes.xsd}integer`) return /^[+-]?[0-9]+$/.test(value)
  if (datatype === `${prefixes.xsd}decimal`) return /^[+-]?[0-9]*\.[0-9]+$/.test(value)
  return datatype === `${prefixes.xsd}boolean` && (value === 'true' || value === 'false')
}

function languageOf(language: string): string {
  if (!/^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i.test(language)) throw new Error(`language ${JSON.stringify(language)}`)
  return language
}

const escapes: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\'
}

/** Canonical: what must be escaped is, everything else stays as it is. A lone surrogate cannot be written. */
function quote(value: string): string {
  if (!/[\p{Cc}\p{Cs}"\\]/u.test(value)) return `"${value}"`
  return `"${wellFormed(value).replace(/[\p{Cc}"\\]/gu, escaped)}"`
}

function escaped(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0x80) return character
  return escapes[character] ?? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`
}
