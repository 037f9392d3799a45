/**
 * Words of the graph: prefixes, IRIs minted from ids, literals whose lexical form is always right.
 *
 * What goes in may be hostile. What comes out is an absolute IRI made of unreserved characters and the few that ids need, or a
 * literal that every strict parser takes: no lone surrogates, no impossible date, no exponent in a decimal.
 */
import type { Literal, NamedNode } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { HearsayError } from '../errors.js'

export const defaultBase = 'https://w3id.org/hearsay/id/'
export const hearsayNamespace = 'https://w3id.org/hearsay/ns#'

export const prefixes = {
  hs: hearsayNamespace,
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  schema: 'https://schema.org/',
  nif: 'http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#',
  itsrdf: 'http://www.w3.org/2005/11/its/rdf#',
  oa: 'http://www.w3.org/ns/oa#',
  prov: 'http://www.w3.org/ns/prov#',
  skos: 'http://www.w3.org/2004/02/skos/core#'
} as const

export type Prefix = keyof typeof prefixes

const vocabulary = new Map<string, Map<string, NamedNode>>()

/** @example term('schema', 'NewsArticle').value // 'https://schema.org/NewsArticle' */
export function term(prefix: Prefix, name: string): NamedNode {
  let known = vocabulary.get(prefix)
  if (known === undefined) {
    known = new Map()
    vocabulary.set(prefix, known)
  }
  const found = known.get(name)
  if (found !== undefined) return found
  // A vocabulary is small; names without end come from a record that is not ours.
  if (known.size >= 1000) known.clear()
  const made = DataFactory.namedNode(prefixes[prefix] + name)
  known.set(name, made)
  return made
}

/** A name in Hearsay's own vocabulary. */
export function hs(name: string): NamedNode {
  return term('hs', name)
}

/**
 * The base under which data is named, ending in `/` or `#`.
 * @throws HearsayError `usage` where it is no absolute IRI, or holds a character that an IRI cannot have
 */
export function checkBase(base: string): string {
  if (!/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`%]+$/i.test(base) || hasControl(base)) {
    throw new HearsayError('usage', `base ${JSON.stringify(base)} is not an absolute IRI: try ${defaultBase}`)
  }
  return /[/#]$/.test(base) ? base.normalize('NFC') : `${base.normalize('NFC')}/`
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) <= 0x20) return true
  return false
}

/** One part of an IRI: NFC, and everything but letters, digits and `-._~` percent-encoded. */
export function encode(part: string): string {
  return encodeURIComponent(wellFormed(part).normalize('NFC')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  )
}

/** An id of the model (`article/…`, `article/…#statement=1,2,3`, `claim/…`) as an IRI. */
export function idIri(base: string, id: string): NamedNode {
  const safe = /^[A-Za-z0-9/#=,._~;-]+$/.test(id)
    ? id
    : id
        .split(/([/#=,;])/)
        .map(encodeUnlessMark)
        .join('')
  return DataFactory.namedNode(base + safe)
}

function encodeUnlessMark(part: string): string {
  return /^[/#=,;]$/.test(part) ? part : encode(part)
}

export function entityIri(base: string, id: string): NamedNode {
  return DataFactory.namedNode(`${base}entity/${encode(id)}`)
}

/** An IRI from outside, percent-encoded where it must be; null where it is none (`http` and `https` only). */
export function foreignIri(text: string): NamedNode | null {
  if (!URL.canParse(text)) return null
  const url = new URL(wellFormed(text))
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  const strict = url.href
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/g, (character) => encodeURIComponent(character))
  const hash = strict.indexOf('#')
  if (hash < 0) return DataFactory.namedNode(strict)
  return DataFactory.namedNode(strict.slice(0, hash + 1) + strict.slice(hash + 1).replaceAll('#', '%23'))
}

/** Lone surrogates cannot be written in UTF-8; each becomes U+FFFD, as UTF-8 encoders do, and stays one code point. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}

/** A plain string, exactly as it is (a quotation is never normalised). */
export function text(value: string): Literal {
  return DataFactory.literal(wellFormed(value))
}

/** A name in a language; NFC, white space made single. */
export function label(value: string, language: string): Literal {
  return DataFactory.literal(wellFormed(value).normalize('NFC').replace(/\s+/g, ' ').trim(), languageTag(language))
}

/** BCP 47 in lower case, `und` for what is none. */
export function languageTag(language: string): string {
  return /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language) ? language.toLowerCase() : 'und'
}

export function count(value: number): Literal {
  return DataFactory.literal(String(Math.max(0, Math.trunc(value))), term('xsd', 'nonNegativeInteger'))
}

export function integer(value: number): Literal {
  return DataFactory.literal(String(Math.trunc(value)), term('xsd', 'integer'))
}

/** A decimal with at most `digits` places and never an exponent: `0.93`, `12.0`. */
export function decimal(value: number, digits = 6): Literal {
  const finite = Number.isFinite(value) ? Math.min(Math.max(value, -1e15), 1e15) : 0
  const fixed = finite.toFixed(digits).replace(/0+$/, '').replace(/\.$/, '.0')
  return DataFactory.literal(fixed === '-0.0' ? '0.0' : fixed, term('xsd', 'decimal'))
}

/** A date in the datatype of its precision: `2023` gYear, `2023-05` gYearMonth, day date, else dateTime; no date stays a string. */
export function date(value: string): Literal {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T.+)?)?)?$/.exec(value)
  if (!parts) return text(value)
  const [, year = '', month, day, time] = parts
  if (year === '0000') return text(value)
  if (month === undefined) return DataFactory.literal(value, term('xsd', 'gYear'))
  if (Number(month) < 1 || Number(month) > 12) return text(value)
  if (day === undefined) return DataFactory.literal(value, term('xsd', 'gYearMonth'))
  if (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month))) return text(value)
  if (time === undefined) return DataFactory.literal(value, term('xsd', 'date'))
  const zone = '(Z|[+-](0\\d|1[0-3]):[0-5]\\d)?'
  if (new RegExp(`^T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?${zone}$`).test(time)) {
    return DataFactory.literal(value, term('xsd', 'dateTime'))
  }
  const short = new RegExp(`^T(([01]\\d|2[0-3]):[0-5]\\d)${zone}$`).exec(time)
  if (!short) return text(value)
  return DataFactory.literal(`${year}-${month}-${day}T${short[1]}:00${short[3] ?? ''}`, term('xsd', 'dateTime'))
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
