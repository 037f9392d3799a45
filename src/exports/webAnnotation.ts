/**
 * Statements → W3C Web Annotations (https://www.w3.org/TR/annotation-model/): each content is the target, by its exact words and by its
 * place in the text; the body says who is given it, how, and by what act. One JSON-LD document, one page of annotations.
 */
import type { Article, ArticleRecord, Span, Statement } from '../model.js'
import { mapOffsets, type OffsetMap } from '../offsets.js'
import { checkBase, defaultBase, entityIri, idIri } from '../rdf/index.js'
import { foreignIri, wellFormed } from '../rdf/terms.js'
import { type ExportInput, type ExportOptions, entitiesOf, inOrder, type KnownEntity } from './input.js'

/** Characters before and after a quotation that tell it from the same words elsewhere. */
const around = 32

/** @returns the document in pieces, one annotation each */
export function* toWebAnnotations({ records }: ExportInput, options: ExportOptions = {}): Iterable<string> {
  const base = checkBase(options.base ?? defaultBase)
  const entities = entitiesOf(records)
  const total = records.reduce((count, { statements }) => count + statements.length, 0)
  const collection = `${base}annotations`
  const head = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: collection,
    type: 'AnnotationCollection',
    label: 'Who says what, through whom',
    total
  }
  const first = { id: `${collection}#page=1`, type: 'AnnotationPage', startIndex: 0 }
  yield `${JSON.stringify(head).slice(0, -1)},"first":${JSON.stringify(first).slice(0, -1)},"items":[`
  let separator = '\n'
  for (const record of inOrder(records)) {
    const offsets = mapOffsets(record.article.text)
    for (const statement of record.statements) {
      yield separator + JSON.stringify(annotation(statement, record, offsets, entities, base))
      separator = ',\n'
    }
  }
  yield '\n]}}\n'
}

function annotation(
  statement: Statement,
  { article }: ArticleRecord,
  offsets: OffsetMap,
  entities: ReadonlyMap<string, KnownEntity>,
  base: string
): unknown {
  const [speaker] = statement.chain
  const chain = statement.chain.map(({ entity, role }) => `${entities.get(entity)?.name ?? entity} (${role})`)
  const words = statement.chain.length === 0 ? 'nobody is named as the source' : chain.join(' → ')
  const bodies: unknown[] = [
    {
      type: 'TextualBody',
      value: wellFormed(`${statement.act}, ${statement.mode}: ${words}`),
      format: 'text/plain',
      language: 'en',
      purpose: 'describing'
    },
    { type: 'TextualBody', value: statement.act, format: 'text/plain', language: 'en', purpose: 'tagging' }
  ]
  if (speaker)
    bodies.push({ type: 'SpecificResource', source: entityIri(base, speaker.entity).value, purpose: 'identifying' })
  return {
    id: idIri(base, statement.id).value.replace('#statement=', '#annotation='),
    type: 'Annotation',
    motivation: 'describing',
    body: bodies,
    target: statement.content.map((span) => target(span, article, offsets, base))
  }
}

function target(span: Span, article: Article, offsets: OffsetMap, base: string): unknown {
  const { text, url } = article
  const points = { start: offsets.toCodePoint(span.start), end: offsets.toCodePoint(span.end) }
  const slice = (start: number, end: number): string =>
    wellFormed(text.slice(offsets.toUtf16(Math.max(0, start)), offsets.toUtf16(end)))
  const address = url === null ? null : foreignIri(url)
  return {
    type: 'SpecificResource',
    source: address?.value ?? idIri(base, article.id).value,
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: slice(points.start, points.end),
        prefix: slice(points.start - around, points.start),
        suffix: slice(points.end, points.end + around)
      },
      { type: 'TextPositionSelector', ...points }
    ]
  }
}
