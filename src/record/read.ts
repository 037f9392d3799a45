/**
 * A line of JSON → the record that it was written from, offsets back in UTF-16. Sentences have no tokens then: what comes after
 * `extract` needs none.
 */
import { HearsayError } from '../errors.js'
import type { ArticleRecord, Hedge, Hop, Mention, Quantity, Relation, Span, Statement, When } from '../model.js'
import { mapOffsets } from '../offsets.js'
import { recordVersion } from './write.js'

type Pair = readonly [number, number]
type StatementLine = Omit<Statement, 'source' | 'cue' | 'content'> & {
  readonly source: readonly Pair[]
  readonly cue: readonly Pair[]
  readonly content: readonly Pair[]
}
/** What `recordLine` writes. */
interface RecordLine {
  readonly doc: string
  readonly version: number
  readonly article: Omit<ArticleRecord['article'], 'doc'>
  readonly sentences: readonly Pair[]
  readonly paragraphs: readonly number[]
  readonly entities: ArticleRecord['entities']
  readonly mentions: readonly Mention[]
  readonly references: readonly Mention[]
  readonly statements: readonly StatementLine[]
  readonly relations: readonly Relation[]
}

/**
 * @param name of the file (and line), for messages
 * @throws HearsayError `malformed` where the line is no record of this version
 */
export function readRecord(line: string, name = 'record'): ArticleRecord {
  const value = parsed(line, name)
  try {
    return fromLine(value)
  } catch (cause) {
    const message = 'this is not a whole record: write it again with hearsay extract'
    throw new HearsayError('malformed', message, { input: name, cause })
  }
}

function parsed(line: string, name: string): RecordLine {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new HearsayError('malformed', 'this is not JSON: a record is one JSON object a line', { input: name, cause })
  }
  if (isRecordLine(value)) return value
  const message = `this is no record of version ${recordVersion}: write it again with hearsay extract`
  throw new HearsayError('malformed', message, { input: name })
}

function isRecordLine(value: unknown): value is RecordLine {
  if (typeof value !== 'object' || value === null || !('version' in value) || !('article' in value)) return false
  const lists = ['sentences', 'paragraphs', 'entities', 'mentions', 'references', 'statements', 'relations'] as const
  const has = (key: string): boolean => Array.isArray(Reflect.get(value, key))
  const article: unknown = value.article
  const text = typeof article === 'object' && article !== null && typeof Reflect.get(article, 'text') === 'string'
  return value.version === recordVersion && text && lists.every(has)
}

function fromLine(line: RecordLine): ArticleRecord {
  const { text } = line.article
  const map = mapOffsets(text)
  const moved = <Thing extends Span>(thing: Thing): Thing => ({
    ...thing,
    start: map.toUtf16(thing.start),
    end: map.toUtf16(thing.end)
  })
  const spans = (pairs: readonly Pair[]): Span[] => pairs.map(([start, end]) => moved({ start, end }))
  const marks = line.article.marks.map(moved)
  const sentences = line.sentences.map(([start, end], i) => {
    const span = moved({ start, end })
    const mark = marks.find((each) => each.start <= span.start && span.end <= each.end)
    return { ...span, tokens: [], paragraph: line.paragraphs[i] ?? 0, mark: mark?.kind ?? null }
  })
  const statements = line.statements.map((each): Statement => {
    const { id, sentence, mode, act, confidence, about, inside, rule } = each
    return {
      id,
      sentence,
      source: spans(each.source),
      cue: spans(each.cue),
      content: spans(each.content),
      mode,
      act,
      chain: each.chain.map((hop): Hop => moved(hop)),
      confidence,
      when: each.when.map((when): When => moved(when)),
      quantities: each.quantities.map((quantity): Quantity => moved(quantity)),
      hedges: each.hedges.map((hedge): Hedge => moved(hedge)),
      about,
      inside,
      rule
    }
  })
  return {
    article: { ...line.article, doc: line.doc, marks },
    sentences,
    entities: line.entities,
    mentions: [...line.mentions, ...line.references].map(moved).sort((a, b) => a.start - b.start || b.end - a.end),
    statements,
    relations: line.relations.map(moved)
  }
}
