/**
 * A record → one line of JSON, as `ontology/record.schema.json` describes it. Offsets become code points; keys stand in a fixed
 * order, so that the same record is the same bytes.
 *
 * Mentions that name somebody (or that stand for somebody without a name) are `mentions`; pronouns and nouns that point back at
 * a name are `references`, in the same form.
 */
import type { ArticleRecord, Hop, Mention, Relation, Span, Statement } from '../model.js'
import { mapOffsets, type OffsetMap } from '../offsets.js'

export const recordVersion = 1

/** @example recordLine(extract(articleOf('…', 'story'))) // '{"doc":"story",…}' without a line break */
export function recordLine(record: ArticleRecord): string {
  const { article, sentences, entities, mentions, statements, relations } = record
  const map = mapOffsets(article.text)
  const named = new Set(mentions.filter((each) => each.kind === 'name').map((each) => each.entity))
  const pointsBack = (mention: Mention): boolean => mention.kind !== 'name' && named.has(mention.entity)
  return JSON.stringify({
    doc: article.doc,
    version: recordVersion,
    article: {
      id: article.id,
      sha256: article.sha256,
      title: article.title,
      published: article.published,
      publisher: article.publisher,
      url: article.url,
      authors: article.authors,
      language: article.language,
      text: article.text,
      marks: article.marks.map(({ start, end, kind, value }) => ({ kind, ...at(map, { start, end }), value }))
    },
    sentences: pairs(map, sentences),
    paragraphs: sentences.map((sentence) => sentence.paragraph),
    entities: entities.map(({ id, type, name, otherNames, reasons }) => ({ id, type, name, otherNames, reasons })),
    mentions: mentions.filter((each) => !pointsBack(each)).map((each) => mentionOf(map, each)),
    references: mentions.filter(pointsBack).map((each) => mentionOf(map, each)),
    statements: statements.map((each) => statementOf(map, article.text, each)),
    relations: relations.map((each) => relationOf(map, each))
  })
}

const at = (map: OffsetMap, span: Span): Span => ({
  start: map.toCodePoint(span.start),
  end: map.toCodePoint(span.end)
})

const pairs = (map: OffsetMap, spans: readonly Span[]): [number, number][] =>
  spans.map((span) => [map.toCodePoint(span.start), map.toCodePoint(span.end)])

const mentionOf = (map: OffsetMap, mention: Mention): Mention => ({
  ...at(map, mention),
  type: mention.type,
  entity: mention.entity,
  kind: mention.kind
})

function statementOf(map: OffsetMap, text: string, statement: Statement) {
  const { id, sentence, mode, act, confidence, about, inside, rule } = statement
  return {
    id,
    sentence,
    source: pairs(map, statement.source),
    cue: pairs(map, statement.cue),
    content: pairs(map, statement.content),
    mode,
    act,
    confidence,
    chain: statement.chain.map((hop): Hop => ({ role: hop.role, entity: hop.entity, ...at(map, hop) })),
    when: statement.when.map(({ of, from, to, precision, ...span }) => ({ of, from, to, precision, ...at(map, span) })),
    quantities: statement.quantities.map(({ number, bound, unit, ...span }) => ({
      number,
      bound,
      unit,
      ...at(map, span)
    })),
    hedges: statement.hedges.map(({ kind, ...span }) => ({ kind, ...at(map, span) })),
    about,
    inside,
    rule,
    text: statement.content.map((span) => text.slice(span.start, span.end))
  }
}

const relationOf = (map: OffsetMap, { type, subject, object, role, statement, ...span }: Relation) => ({
  type,
  subject,
  object,
  role,
  statement,
  ...at(map, span)
})
