/** Rows about one article, entity or claim → an HTML page for a person. Everything in them is untrusted text. */
import { prefixes } from '../rdf/index.js'
import type { Row, Term } from '../store/index.js'
import { type Html, html, page } from './html.js'

export interface ResourceRows {
  readonly iri: string
  /** Under which the data is named; IRIs below it are pages of this server. */
  readonly base: string
  readonly rows: readonly Row[]
  readonly incoming: readonly Row[]
  /** Whether there was more than the server's limit. */
  readonly cut: boolean
}

interface Told {
  readonly predicate: string
  readonly object: Term
  readonly label: string | null
}

const { schema, nif, rdf, skos, hs } = prefixes
/** Told in the text itself. */
const unlisted = new Set([`${nif}isString`, `${nif}beginIndex`, `${nif}endIndex`, `${nif}referenceContext`])

export function resourcePage(resource: ResourceRows): string {
  const { iri, base, rows, incoming, cut } = resource
  const subjects = groupRows(rows)
  const own = subjects.get(iri) ?? []
  const title = [`${skos}prefLabel`, `${schema}headline`, `${schema}text`, `${schema}identifier`]
    .map((name) => textFor(own, name))
    .find((name) => name !== null)
  const text = textFor(own, `${nif}isString`)
  const address = localPath(iri, base) ?? ''
  const pointing = incoming.length === 0 ? html`` : html`<h2>What points here</h2>\n${incomingList(incoming, base)}`
  const inside = parts(iri, base, subjects)
  return page(
    title ?? iri,
    html`<h1>${title ?? iri}</h1>
<p class="note">${iri}. The same as data: <a href="${address}.ttl">Turtle</a>, <a href="${address}.jsonld">JSON-LD</a>, <a href="${address}.nt">N-Triples</a>, <a href="${address}.rdf">RDF/XML</a></p>
${cut ? html`<p class="note">There is more than one answer of this server may hold; ask for the rest with a query.</p>` : ''}
${list(own, base)}
${text === null ? '' : html`<h2>Text</h2>\n<div class="text" lang="${textFor(own, `${schema}inLanguage`) ?? 'und'}">${sentences(text, subjects)}</div>`}
${
  // Of an article a reader wants what it says, of an actor or a claim where it is said.
  text === null ? [pointing, ...inside] : [...inside, pointing]
}`
  )
}

function groupRows(rows: readonly Row[]): Map<string, Told[]> {
  const subjects = new Map<string, Told[]>()
  for (const { s, p, o, label } of rows) {
    if (!s || !p || !o || typeof s.value !== 'string' || typeof p.value !== 'string') continue
    const told = subjects.get(s.value) ?? []
    told.push({ predicate: p.value, object: o, label: textOf(label) })
    subjects.set(s.value, told)
  }
  return subjects
}

function textOf(term: Term | undefined): string | null {
  return term !== undefined && typeof term.value === 'string' ? term.value : null
}

function textFor(told: readonly Told[], predicate: string): string | null {
  return textOf(told.find((each) => each.predicate === predicate)?.object)
}

function isA(told: readonly Told[], type: string): boolean {
  return told.some(({ predicate, object }) => predicate === `${rdf}type` && object.value === type)
}

/** The text, each sentence with the id by which its IRI points at it. */
function sentences(text: string, subjects: ReadonlyMap<string, readonly Told[]>): Html[] {
  const characters = [...text]
  const slice = (start: number, end: number): string => characters.slice(start, end).join('')
  const found = [...subjects.values()]
    .filter((told) => isA(told, `${nif}Sentence`))
    .map((told) => [Number(textFor(told, `${nif}beginIndex`)), Number(textFor(told, `${nif}endIndex`))] as const)
    .sort(([a], [b]) => a - b)
  const pieces: Html[] = []
  let done = 0
  for (const [start, end] of found) {
    if (!(start >= done && end > start)) continue
    pieces.push(html`${slice(done, start)}<span id="char=${start},${end}">${slice(start, end)}</span>`)
    done = end
  }
  return [...pieces, html`${slice(done, characters.length)}`]
}

/** The fragments that a person would look at by themselves: statements first, in the order of the text, then the rest. */
function parts(iri: string, base: string, subjects: ReadonlyMap<string, readonly Told[]>): Html[] {
  const fragments = [...subjects].filter(
    ([subject, told]) => subject !== iri && !isA(told, `${nif}Sentence`) && !isA(told, `${hs}Evidence`)
  )
  const number = (subject: string): number => Number(/=(\d+)/.exec(subject)?.[1] ?? 0)
  const isStatement = ([, told]: (typeof fragments)[number]): boolean => isA(told, `${hs}Statement`)
  const section = ([subject, told]: (typeof fragments)[number]): Html => {
    const name = subject.slice(subject.indexOf('#') + 1)
    const words = textFor(told, `${schema}text`)
    return html`<section id="${name}"><p>${words ?? name} <a href="#${name}" aria-label="link to this">#</a></p>${list(told, base)}</section>\n`
  }
  const statements = fragments.filter(isStatement).sort(([a], [b]) => number(a) - number(b))
  const others = fragments.filter((each) => !isStatement(each))
  return [
    ...(statements.length > 0 ? [html`<h2>Statements</h2>\n`] : []),
    ...statements.map(section),
    ...(others.length > 0 ? [html`<h2>Details</h2>\n`] : []),
    ...others.map(section)
  ]
}

function list(told: readonly Told[], base: string): Html {
  const shown = new Map<string, Map<string, Html>>()
  for (const { predicate, object, label } of told) {
    if (unlisted.has(predicate)) continue
    const values = shown.get(predicate) ?? new Map<string, Html>()
    shown.set(predicate, values)
    const key = JSON.stringify(object)
    if (!values.has(key)) values.set(key, value(object, label, base))
  }
  const entries = [...shown].map(
    ([predicate, values]) =>
      html`<dt>${shortName(predicate)}</dt><dd>${[...values.values()].map((each, i) => (i === 0 ? each : html`, ${each}`))}</dd>`
  )
  return html`<dl>${entries}</dl>`
}

function incomingList(incoming: readonly Row[], base: string): Html {
  const groups = new Map<string, Map<string, Html>>()
  for (const { s, p, label } of incoming) {
    if (!s || !p || typeof p.value !== 'string' || typeof s.value !== 'string') continue
    const values = groups.get(p.value) ?? new Map<string, Html>()
    groups.set(p.value, values)
    if (!values.has(s.value)) values.set(s.value, html`<li>${value(s, textOf(label), base)}</li>`)
  }
  const entries = [...groups].map(
    ([predicate, values]) => html`<dt>${shortName(predicate)}</dt><dd><ul>${[...values.values()]}</ul></dd>`
  )
  return html`<dl>${entries}</dl>`
}

function value(object: Term, label: string | null, base: string): Html {
  if (typeof object.value !== 'string') return html`${JSON.stringify(object.value)}`
  if (object.type !== 'uri') return html`${object.value}`
  return link(object.value, label, base)
}

/** A link to a page of this server, or out of it where it is a web address. Any other IRI is text. */
export function link(iri: string, label: string | null, base: string): Html {
  const local = localPath(iri, base)
  const words = label ?? (local === null ? shortName(iri) : local.slice(1))
  if (local !== null) return html`<a href="${local}">${words}</a>`
  if (/^https?:\/\//i.test(iri)) return html`<a href="${iri}" rel="noreferrer noopener">${words}</a>`
  return html`${words}`
}

/** @example localPath('https://w3id.org/hearsay/id/entity/x', 'https://w3id.org/hearsay/id/') // '/entity/x' */
function localPath(iri: string, base: string): string | null {
  if (!iri.startsWith(base)) return null
  const path = iri.slice(base.length)
  return /^(article|entity|claim)\/[^/?#\\]/.test(path) ? `/${path}` : null
}

function shortName(iri: string): string {
  for (const [prefix, start] of Object.entries(prefixes)) {
    if (iri.startsWith(start) && iri.length > start.length) return `${prefix}:${iri.slice(start.length)}`
  }
  return iri
}
