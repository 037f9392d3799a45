/**
 * A term → how Turtle and N-Quads spell it. Short where a prefix fits, in full otherwise; what no strict parser would take is
 * refused, so that nothing can break out of its place: an IRI with a space or `>`, a blank node or language with odd characters.
 * The lines of N-Quads are in their canonical form (RDF 1.1 N-Quads, RDFC-1.0). Faster than N3's writer, which spells every IRI anew.
 */
import type { Literal, Term } from '@rdfjs/types'
import { prefixes, wellFormed } from './terms.js'

/** One term in both. */
export interface Spelling {
  /** In Turtle and TriG; empty where the speller knows no prefixes. */
  readonly short: string
  /** In N-Quads. */
  readonly full: string
}

export interface Speller {
  /** Spells a subject, object or graph. */
  term(term: Term): Spelling
  /** Spells a predicate: `a` for rdf:type in Turtle. One predicate is always the same object. */
  predicate(term: Term): Spelling
  /** Forgets the IRIs of the last section; those of predicates stay. */
  forget(): void
}

const rdfType = `${prefixes.rdf}type`
const string = `${prefixes.xsd}string`
const langString = `${prefixes.rdf}langString`

/** @param short prefixes for Turtle and TriG; null where only N-Quads are written */
export function speller(short: Readonly<Record<string, string>> | null): Speller {
  const shorten = short === null ? () => '' : shortener(short)
  const predicates = new Map<string, Spelling>()
  const iris = new Map<string, Spelling>()
  const datatypes = new Map<string, Spelling>()
  const named = (iri: string, known: Map<string, Spelling>): Spelling => {
    const found = known.get(iri)
    if (found !== undefined) return found
    if (!/^[a-z][a-z0-9+.-]*:/i.test(iri) || /[\p{Cc}\p{Cs} <>"{}|^`\\]/u.test(iri)) {
      throw new Error(`${JSON.stringify(iri)} is no absolute IRI that RDF can hold: percent-encode it`)
    }
    const spelt = { short: shorten(iri), full: `<${iri}>` }
    known.set(iri, spelt)
    return spelt
  }
  const literal = ({ value, language, datatype }: Literal): Spelling => {
    if (language !== '') return alike(`${quote(value)}@${languageOf(language)}`)
    const type = datatype.value
    if (type === string || type === langString) return alike(quote(value))
    const quoted = `${quote(value)}^^`
    const typed = named(type, datatypes)
    return { short: isBare(value, type) ? value : quoted + typed.short, full: quoted + typed.full }
  }
  const predicate = ({ value }: Term): Spelling => {
    const known = predicates.get(value)
    if (known !== undefined) return known
    const spelt = named(value, predicates)
    if (value !== rdfType) return spelt
    const type = { short: 'a', full: spelt.full }
    predicates.set(value, type)
    return type
  }
  const term = (each: Term): Spelling => {
    switch (each.termType) {
      case 'NamedNode':
        return named(each.value, iris)
      case 'Literal':
        return literal(each)
      case 'BlankNode':
        if (!/^[A-Za-z0-9_][A-Za-z0-9_-]*$/.test(each.value))
          throw new Error(`blank node ${JSON.stringify(each.value)}`)
        return alike(`_:${each.value}`)
      case 'Quad':
        return triple(term(each.subject), named(each.predicate.value, iris), term(each.object))
      default:
        throw new Error(`RDF cannot hold a ${each.termType}`)
    }
  }
  return { term, predicate, forget: () => iris.clear() }
}

const alike = (text: string): Spelling => ({ short: text, full: text })

function triple(subject: Spelling, predicate: Spelling, object: Spelling): Spelling {
  return {
    short: `<<( ${subject.short} ${predicate.short} ${object.short} )>>`,
    full: `<<( ${subject.full} ${predicate.full} ${object.full} )>>`
  }
}

function shortener(short: Readonly<Record<string, string>>): (iri: string) => string {
  const names = new Map(Object.entries(short).map(([prefix, iri]) => [iri, prefix]))
  return (iri) => {
    const end = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1
    const prefix = names.get(iri.slice(0, end))
    if (prefix === undefined) return `<${iri}>`
    const local = iri.slice(end)
    // Only names that every Turtle reader takes as they are: no dots, no percent signs, nothing to escape.
    return /^[A-Za-z0-9_][A-Za-z0-9_-]*$/.test(local) ? `${prefix}:${local}` : `<${iri}>`
  }
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
