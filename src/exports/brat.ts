/**
 * Records → brat standoff (https://brat.nlplab.org/standoff.html): for each article its text, unchanged, and its annotations; one
 * configuration for all. Offsets are code points. A statement is an event whose trigger is its cue.
 */
import type { ArticleRecord, Mention, Span, Statement } from '../model.js'
import { mapOffsets, type OffsetMap } from '../offsets.js'
import { wellFormed } from '../rdf/terms.js'
import { byText, type ExportFile, type ExportInput, inOrder } from './input.js'

const entityTypes = [
  'person',
  'organization',
  'armedgroup',
  'governmentbody',
  'outlet',
  'place',
  'channel',
  'unnamed'
] as const
const acts = [
  'assert',
  'claim',
  'deny',
  'confirm',
  'doubt',
  'cannot-verify',
  'announce',
  'believe',
  'question',
  'order',
  'attribute',
  'refuse',
  'other'
] as const
const roles = ['speaker', 'relayer', 'channel', 'outlet'] as const

export function* toBrat({ records }: ExportInput): Iterable<ExportFile> {
  yield { name: 'annotation.conf', text: configuration }
  const taken = new Set<string>()
  for (const record of inOrder(records)) {
    const name = fileName(record, taken)
    yield { name: `${name}.txt`, text: wellFormed(record.article.text) }
    yield { name: `${name}.ann`, text: annotate(record) }
  }
}

const argumentList = ['Source?:Source', 'Content+:Content', ...roles.map((role) => `${capital(role)}*:<ENTITY>`)].join(
  ', '
)

const configuration = `[entities]
${entityTypes.map(typeName).join('\n')}
Source
Content

[relations]
Said-by\tArg1:Content, Arg2:Source

[events]
${acts.map((act) => `${actName(act)}\t${argumentList}`).join('\n')}

[attributes]
Mode\tArg:<EVENT>, Value:direct|indirect|mixed
`

/** Articles may have the same name, or one that no file can have. */
function fileName({ article }: ArticleRecord, taken: Set<string>): string {
  const plain = wellFormed(article.doc)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 100)
  const hash = article.id.replace(/^article\//, '')
  const name = plain === '' || taken.has(plain) ? `${plain}-${hash}`.replace(/^-/, '') : plain
  taken.add(name)
  return name
}

function annotate(record: ArticleRecord): string {
  const { text } = record.article
  const offsets = mapOffsets(text)
  const texts = new TextBounds(text, offsets)
  const lines: string[] = []
  let notes = 0
  const note = (target: string, words: string): void => {
    notes += 1
    lines.push(`#${notes}\tAnnotatorNotes ${target}\t${oneLine(words)}`)
  }
  for (const mention of [...record.mentions].sort(byPlace)) {
    const known = texts.size
    const id = texts.add(typeName(mention.type), [mention])
    if (id !== null && texts.size > known) note(id, `${mention.kind}: ${mention.entity}`)
  }
  let events = 0
  let relations = 0
  for (const statement of [...record.statements].sort((a, b) => byText(a.id, b.id))) {
    const source = texts.add('Source', statement.source)
    const content = texts.add('Content', statement.content)
    const trigger = texts.add(actName(statement.act), statement.cue)
    if (content === null) continue
    if (trigger === null) {
      if (source !== null) {
        relations += 1
        lines.push(`R${relations}\tSaid-by Arg1:${content} Arg2:${source}`)
      }
      note(content, `${statement.act}, without a cue`)
      continue
    }
    events += 1
    const hops = hopArguments(statement, record.mentions, texts)
    const parts = [...(source === null ? [] : [`Source:${source}`]), `Content:${content}`, ...hops]
    lines.push(`E${events}\t${actName(statement.act)}:${trigger} ${parts.join(' ')}`)
    lines.push(`A${events}\tMode E${events} ${statement.mode}`)
    note(`E${events}`, `${statement.id.replace(/^.*#/, '')} confidence ${statement.confidence.toFixed(3)}`)
  }
  return [...texts.lines, ...lines].map((line) => `${line}\n`).join('')
}

/** The chain as arguments: `Speaker:T1`, and a number where a role comes again. */
function hopArguments({ chain }: Statement, mentions: readonly Mention[], texts: TextBounds): string[] {
  const counts = new Map<string, number>()
  return chain.flatMap((hop) => {
    const mention = mentions.find(
      ({ start, end, entity }) => start === hop.start && end === hop.end && entity === hop.entity
    )
    const id = mention === undefined ? null : texts.add(typeName(mention.type), [mention])
    if (id === null) return []
    const count = (counts.get(hop.role) ?? 0) + 1
    counts.set(hop.role, count)
    return [`${capital(hop.role)}${count === 1 ? '' : count}:${id}`]
  })
}

/** The text-bound annotations of one article; the same type at the same place is one. */
class TextBounds {
  readonly lines: string[] = []
  readonly #ids = new Map<string, string>()

  constructor(
    readonly text: string,
    readonly offsets: OffsetMap
  ) {}

  get size(): number {
    return this.lines.length
  }

  add(type: string, spans: readonly Span[]): string | null {
    const pieces = spans.flatMap((span) => piecesOf(this.text, span))
    if (pieces.length === 0) return null
    const places = pieces.map(({ start, end }) => `${this.offsets.toCodePoint(start)} ${this.offsets.toCodePoint(end)}`)
    const key = `${type} ${places.join(';')}`
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const id = `T${this.#ids.size + 1}`
    this.#ids.set(key, id)
    this.lines.push(
      `${id}\t${key}\t${pieces.map(({ start, end }) => wellFormed(this.text.slice(start, end))).join(' ')}`
    )
    return id
  }
}

/** brat's annotations are lines: a range over several lines becomes several pieces, none with white space at its ends. */
function piecesOf(text: string, { start, end }: Span): Span[] {
  const pieces: Span[] = []
  for (const match of text.slice(start, end).matchAll(/[^\s](?:[^\n\r\u0085\u2028\u2029\v\f]*[^\s])?/gu)) {
    pieces.push({ start: start + match.index, end: start + match.index + match[0].length })
  }
  return pieces
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end
}

function oneLine(words: string): string {
  return wellFormed(words).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function typeName(type: string): string {
  return capital(type)
}

function actName(act: string): string {
  return capital(act)
}
