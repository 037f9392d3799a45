/**
 * Claims → nanopublications (https://nanopub.net/guidelines): for each claim four graphs, unsigned, as TriG. The assertion is that these
 * sources said it, each in these words; that it is true is nobody's assertion. Whoever publishes them signs them first.
 */
import type { Quad } from '@rdfjs/types'
import { version } from '../generated/version.js'
import type { ArticleRecord, Claim, Statement } from '../model.js'
import { checkBase, defaultBase, entityIri, idIri, writeTrig } from '../rdf/index.js'
import { inGraph, iri } from '../rdf/inGraph.js'
import { date, encode, foreignIri, hs, label, term, text } from '../rdf/terms.js'
import { byText, type ExportInput, type ExportOptions, entitiesOf, type KnownEntity } from './input.js'

export interface NanopubOptions extends ExportOptions {
  /** When they are made, as ISO 8601 date and time: part of each where it is given, since Hearsay looks at no clock. */
  readonly created?: string
  /** The ORCID or other IRI of whoever publishes them. */
  readonly creator?: string
}

const np = (name: string) => iri(`http://www.nanopub.org/nschema#${name}`)
const dcterms = (name: string) => iri(`http://purl.org/dc/terms/${name}`)
const type = term('rdf', 'type')

interface Found {
  readonly record: ArticleRecord
  readonly statement: Statement
}

/** @returns TriG in pieces, one nanopublication after another, by the claims' ids */
export function toNanopubs({ records, claims }: ExportInput, options: NanopubOptions = {}): Iterable<string> {
  const base = checkBase(options.base ?? defaultBase)
  const found = new Map<string, Found>()
  for (const record of records)
    for (const statement of record.statements) found.set(statement.id, { record, statement })
  return writeTrig(quadsOf(claims, found, entitiesOf(records), base, options), { base })
}

function* quadsOf(
  claims: readonly Claim[],
  found: ReadonlyMap<string, Found>,
  entities: ReadonlyMap<string, KnownEntity>,
  base: string,
  options: NanopubOptions
): Iterable<Quad> {
  for (const claim of [...claims].sort((a, b) => byText(a.id, b.id))) {
    const statements = claim.statements
      .flatMap((id) => found.get(id) ?? [])
      .sort((a, b) => byText(a.statement.id, b.statement.id))
    if (statements.length === 0) continue
    const pub = `${base}nanopub/${claim.id.replace(/^claim\//, '')}`
    yield* headQuads(pub)
    yield* assertionQuads(`${pub}#assertion`, claim, statements, entities, base)
    yield* provenanceQuads(pub, statements, base)
    yield* publicationQuads(pub, claim, options)
  }
}

function* headQuads(pub: string): Iterable<Quad> {
  const head = inGraph(`${pub}#Head`)
  yield head(pub, type, np('Nanopublication'))
  yield head(pub, np('hasAssertion'), iri(`${pub}#assertion`))
  yield head(pub, np('hasProvenance'), iri(`${pub}#provenance`))
  yield head(pub, np('hasPublicationInfo'), iri(`${pub}#pubinfo`))
}

function* assertionQuads(
  graph: string,
  claim: Claim,
  statements: readonly Found[],
  entities: ReadonlyMap<string, KnownEntity>,
  base: string
): Iterable<Quad> {
  const say = inGraph(graph)
  const node = idIri(base, claim.id).value
  yield say(node, type, term('schema', 'Claim'))
  yield say(node, term('schema', 'text'), text(claim.text))
  for (const link of claim.links) yield say(node, hs(link.type), idIri(base, link.to))
  const named = new Set<string>()
  for (const { record, statement } of statements) {
    const here = idIri(base, statement.id).value
    const words = statement.content.map(({ start, end }) => record.article.text.slice(start, end)).join(' … ')
    yield say(here, type, hs('Statement'))
    yield say(here, hs('claim'), iri(node))
    yield say(here, hs('act'), hs(`act-${encode(statement.act)}`))
    yield say(here, term('schema', 'text'), text(words))
    yield say(here, hs('article'), idIri(base, record.article.id))
    const [speaker, ...through] = statement.chain
    if (speaker) yield say(here, hs('saidBy'), entityIri(base, speaker.entity))
    for (const { entity } of through) yield say(here, hs('through'), entityIri(base, entity))
    for (const { entity } of statement.chain) named.add(entity)
  }
  for (const entity of [...named].sort(byText)) {
    const name = entities.get(entity)?.name ?? entity
    yield say(entityIri(base, entity).value, term('skos', 'prefLabel'), label(name, 'en'))
  }
}

function* provenanceQuads(pub: string, statements: readonly Found[], base: string): Iterable<Quad> {
  const say = inGraph(`${pub}#provenance`)
  const assertion = `${pub}#assertion`
  const articles = new Map(statements.map(({ record }) => [record.article.id, record.article]))
  yield say(assertion, term('prov', 'wasGeneratedBy'), iri(`${pub}#extraction`))
  yield say(`${pub}#extraction`, type, term('prov', 'Activity'))
  yield say(`${pub}#extraction`, term('prov', 'wasAssociatedWith'), iri(`${pub}#software`))
  yield say(`${pub}#software`, type, term('prov', 'SoftwareAgent'))
  yield say(`${pub}#software`, term('rdfs', 'label'), text(`Hearsay ${version}`))
  for (const article of [...articles.values()].sort((a, b) => byText(a.id, b.id))) {
    const node = idIri(base, article.id)
    yield say(assertion, term('prov', 'wasDerivedFrom'), node)
    yield say(node.value, type, term('schema', 'NewsArticle'))
    yield say(node.value, hs('sha256'), text(article.sha256))
    if (article.title !== null)
      yield say(node.value, term('schema', 'headline'), label(article.title, article.language))
    if (article.published !== null) yield say(node.value, term('schema', 'datePublished'), date(article.published))
    const address = article.url === null ? null : foreignIri(article.url)
    if (address) yield say(node.value, term('schema', 'url'), address)
  }
}

function* publicationQuads(pub: string, claim: Claim, { created, creator }: NanopubOptions): Iterable<Quad> {
  const say = inGraph(`${pub}#pubinfo`)
  yield say(pub, term('rdfs', 'label'), text(`Who said: ${claim.text}`))
  const who = creator === undefined ? null : foreignIri(creator)
  yield say(pub, dcterms('creator'), who ?? iri(`${pub}#software`))
  if (created !== undefined) yield say(pub, dcterms('created'), date(created))
}
