/**
 * Records → entities of FollowTheMoney (https://followthemoney.tech), one JSON object a line, as Aleph and its tools read them: articles,
 * people and bodies, places; who is documented by which article and with what words; who speaks of whom; stated roles.
 *
 * What somebody claims is a link with a `status` that says so, and with the article as its `proof`.
 */

import type { Article, ArticleRecord, EntityType, Relation, Statement } from '../model.js'
import { mapOffsets } from '../offsets.js'
import { foreignIri, wellFormed } from '../rdf/terms.js'
import { createId } from './followTheMoneyId.js'
import { byText, type ExportInput, entitiesOf, inOrder, type KnownEntity } from './input.js'

interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

const schemata: Readonly<Record<EntityType, string>> = {
  person: 'Person',
  organization: 'Organization',
  armedgroup: 'Organization',
  governmentbody: 'PublicBody',
  outlet: 'Organization',
  place: 'Address',
  channel: 'Organization',
  unnamed: 'LegalEntity'
}

const legalEntities = new Set(['Person', 'Organization', 'PublicBody', 'LegalEntity'])
const organizations = new Set(['Organization', 'PublicBody'])

/** @returns the file in pieces, one line each, every id once */
export function* toFollowTheMoney({ records }: ExportInput): Iterable<string> {
  const entities = entitiesOf(records)
  for (const entity of entities.values()) yield line(thing(entity))
  const written = new Set<string>()
  for (const record of inOrder(records)) {
    const told = [article(record.article), ...statementLinks(record, entities), ...relationLinks(record, entities)]
    for (const entity of told) {
      if (written.has(entity.id)) continue
      written.add(entity.id)
      yield line(entity)
    }
  }
}

function line({ id, schema, properties }: FtmEntity): string {
  const kept = Object.entries(properties)
    .map(
      ([name, values]) => [name, [...new Set(values.map(wellFormed))].filter((value) => value.trim() !== '')] as const
    )
    .filter(([, values]) => values.length > 0)
    .sort(([a], [b]) => byText(a, b))
  return `${JSON.stringify({ id, schema, properties: Object.fromEntries(kept) })}\n`
}

/** A property with one value, or none. */
function one(value: string | null | undefined): readonly string[] {
  return value === null || value === undefined ? [] : [value]
}

function thing(entity: KnownEntity): FtmEntity {
  const schema = schemata[entity.type]
  const notes: Partial<Record<EntityType, string>> = {
    armedgroup: 'armed group',
    channel: 'channel',
    outlet: 'news outlet',
    unnamed: 'a source that the article does not name'
  }
  return {
    id: createId('entity', entity.id),
    schema,
    properties: {
      name: [entity.name],
      alias: entity.otherNames,
      summary: one(notes[entity.type]),
      ...(schema === 'Address' ? { full: [entity.name] } : {}),
      proof: entity.articles.map((id) => createId('article', id))
    }
  }
}

function article({ id, doc, title, authors, published, publisher, url, language, text }: Article): FtmEntity {
  return {
    id: createId('article', id),
    schema: 'Article',
    properties: {
      fileName: [doc],
      title: one(title),
      author: authors,
      publishedAt: one(date(published)),
      publisher: one(publisher),
      sourceUrl: one(address(url)),
      language: one(languages[language.slice(0, 2).toLowerCase()]),
      bodyText: [text],
      mimeType: ['text/plain']
    }
  }
}

/** ISO 639-3, as FollowTheMoney wants it, for the languages that Hearsay reads. */
const languages: Readonly<Record<string, string>> = { en: 'eng' }

/** Its dates have no time zone and mean UTC: the day is kept as the article has it, a time with an offset is turned. */
function date(value: string | null): string | null {
  if (value === null) return null
  if (/^\d{4}(-\d\d(-\d\d)?)?$/.test(value)) return value
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(value)) return value.length === 16 ? `${value}:00` : value
  const time = Date.parse(value)
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 19)
}

function address(url: string | null): string | null {
  const iri = url === null ? null : foreignIri(url)
  return iri !== null && iri.value.length <= 4096 ? iri.value : null
}

/** Properties that all links share. */
function proof({ article }: ArticleRecord, words: string, context: string) {
  return {
    proof: [createId('article', article.id)],
    sourceUrl: one(address(article.url)),
    publisher: one(article.publisher),
    date: one(date(article.published)),
    summary: [words],
    description: [context]
  }
}

function statementLinks(record: ArticleRecord, entities: ReadonlyMap<string, KnownEntity>): FtmEntity[] {
  const { article, sentences } = record
  return record.statements.flatMap((statement) => {
    const speaker = statement.chain[0]
    const known = speaker && entities.get(speaker.entity)
    if (!known) return []
    const words = statement.content.map(({ start, end }) => article.text.slice(start, end)).join(' … ')
    const sentence = sentences[statement.sentence]
    const context = sentence ? article.text.slice(sentence.start, sentence.end) : words
    const shared = {
      ...proof(record, words, context),
      recordId: [statement.id],
      role: [statement.act],
      status: [`${statement.mode} statement${throughWords(statement, entities)}`]
    }
    const documented: FtmEntity = {
      id: createId('said', statement.id),
      schema: 'Documentation',
      properties: { ...shared, document: [createId('article', article.id)], entity: [createId('entity', known.id)] }
    }
    const about = statement.about.filter((id) => id !== known.id && entities.has(id))
    const links = about.map(
      (id): FtmEntity => ({
        id: createId('about', `${statement.id} ${id}`),
        schema: 'UnknownLink',
        properties: { ...shared, subject: [createId('entity', known.id)], object: [createId('entity', id)] }
      })
    )
    return [documented, ...links]
  })
}

function throughWords({ chain }: Statement, entities: ReadonlyMap<string, KnownEntity>): string {
  const through = chain.slice(1).map(({ entity }) => entities.get(entity)?.name ?? entity)
  return through.length === 0 ? '' : `, through ${through.join(', ')}`
}

function relationLinks(record: ArticleRecord, entities: ReadonlyMap<string, KnownEntity>): FtmEntity[] {
  const offsets = mapOffsets(record.article.text)
  return record.relations.flatMap((relation) => {
    const shape = shapeOf(relation, entities)
    if (shape === null) return []
    const place = [relation.start, relation.end].map((index) => offsets.toCodePoint(index)).join(',')
    const key = [
      record.article.id,
      place,
      relation.type,
      relation.subject,
      relation.object ?? '',
      relation.statement ?? ''
    ]
    const words = record.article.text.slice(relation.start, relation.end)
    return [
      {
        id: createId('relation', key.join(' ')),
        schema: shape.schema,
        properties: {
          ...proof(record, words, words),
          ...shape.ends,
          role: [relation.role ?? relation.type],
          status: [relation.statement === null ? 'stated by the article' : 'claimed in a statement'],
          recordId: one(relation.statement)
        }
      }
    ]
  })
}

interface Shape {
  readonly schema: string
  readonly ends: Readonly<Record<string, readonly string[]>>
}

/** The narrowest schema whose ends may be what subject and object are. */
function shapeOf(relation: Relation, entities: ReadonlyMap<string, KnownEntity>): Shape | null {
  const subject = entities.get(relation.subject)
  const object = relation.object === null ? undefined : entities.get(relation.object)
  if (!subject || !object) return null
  const [from, to] = [schemata[subject.type], schemata[object.type]]
  const [subjectId, objectId] = [[createId('entity', subject.id)], [createId('entity', object.id)]]
  const toBody = organizations.has(to)
  if (relation.type === 'holds-role' && from === 'Person' && toBody) {
    return { schema: 'Employment', ends: { employee: subjectId, employer: objectId } }
  }
  if (relation.type === 'leads' && legalEntities.has(from) && toBody) {
    return { schema: 'Directorship', ends: { director: subjectId, organization: objectId } }
  }
  if (relation.type === 'member-of' && legalEntities.has(from) && toBody) {
    return { schema: 'Membership', ends: { member: subjectId, organization: objectId } }
  }
  if (relation.type === 'spokesperson-of' && legalEntities.has(from) && legalEntities.has(to)) {
    return { schema: 'Representation', ends: { agent: subjectId, client: objectId } }
  }
  return { schema: 'UnknownLink', ends: { subject: subjectId, object: objectId } }
}
