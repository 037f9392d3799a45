/**
 * Text → what in it is metadata, and what that says: date, title, byline, dateline, captions, headings, debris, credit.
 *
 *     date 2023-05-23 MOSCOW – Drones struck … The report went on. – Guardian
 *     ^^^^^^^^^^^^^^^  ^^^^^^^^                                    ^^^^^^^^^^
 *
 * Only lines are looked at, and only their ends, so that the cost does not grow with the length of a line.
 */
import type { Mark, MarkKind, Span } from '../model.js'
import { captionLength, readByline, readCredit, readDateline } from './credits.js'
import { readDate } from './dates.js'
import { isDebris } from './debris.js'

export interface Metadata {
  readonly marks: readonly Mark[]
  readonly title: string | null
  readonly published: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly authors: readonly string[]
}

export function findMetadata(text: string): Metadata {
  const finder = new Finder(text)
  finder.readHead()
  finder.readBody()
  finder.readTail()
  return finder.found()
}

/** Above this many lines from the top nothing is taken for a title or a date line. */
const headLines = 14
const longestTitle = 180
const longestHeading = 100

const leadingDate = /^date:?\s+(\d{4}-\d{2}-\d{2})(?=\s|$)/i
const field =
  /^(title|headline|date|published|author|authors|byline|url|link|source|publisher|outlet):\s+(\S.{0,400})$/i

class Finder {
  readonly #text: string
  readonly #lines: Span[]
  readonly #marks: Mark[] = []
  #next = 0
  #title: string | null = null
  #published: string | null = null
  #publisher: string | null = null
  #url: string | null = null
  #authors: string[] = []

  constructor(text: string) {
    this.#text = text
    this.#lines = linesOf(text)
  }

  found(): Metadata {
    return {
      marks: this.#marks.sort((a, b) => a.start - b.start),
      title: this.#title,
      published: this.#published,
      publisher: this.#publisher,
      url: this.#url,
      authors: this.#authors
    }
  }

  readHead(): void {
    for (; this.#next < Math.min(this.#lines.length, headLines); this.#next++) {
      let line = this.#lines[this.#next]
      if (line === undefined) return
      line = this.#takeLeadingDate(line)
      if (line === undefined) continue
      const words = this.#words(line)
      if (this.#takeField(line, words) || this.#takeLine(line, words)) continue
      const authors = readByline(words)
      const date = readDate(words)
      if (date !== null) {
        this.#published ??= date
        this.#mark(line, 'date', date)
      } else if (authors.length > 0) {
        this.#authors.push(...authors)
        this.#mark(line, 'byline', authors.join(', '))
      } else if (this.#title === null && this.#isTitle(words)) {
        this.#title = words.replace(/\s+/g, ' ')
        this.#mark(line, 'title', this.#title)
      } else {
        this.#readOpening(line)
        return
      }
    }
  }

  /** Debris, captions and headings among the paragraphs. */
  readBody(): void {
    for (; this.#next < this.#lines.length; this.#next++) {
      const line = this.#lines[this.#next]
      if (line === undefined) return
      const words = this.#words(line)
      if (this.#takeLine(line, words)) continue
      const date = words.length <= 80 ? readDate(words) : null
      if (date !== null) this.#mark(line, 'date', date)
      else if (this.#isHeading(words)) this.#mark(line, 'heading')
    }
  }

  /** The last line that is not debris may end with a credit, or be one. */
  readTail(): void {
    for (let i = this.#lines.length - 1; i >= 0; i--) {
      const line = this.#lines[i]
      if (line === undefined) return
      const words = this.#words(line)
      const known = this.#marks.find((mark) => mark.start === line.start && mark.end === line.end)
      if (known?.kind === 'debris') continue
      const credit = readCredit(words)
      const onlyLine = i === 0 && credit?.start === 0
      if (credit === null || onlyLine || (known !== undefined && known.kind !== 'heading')) return
      if (known !== undefined) this.#marks.splice(this.#marks.indexOf(known), 1)
      const value = credit.publisher
      this.#publisher ??= value
      this.#mark({ start: line.start + credit.start, end: line.end }, 'credit', value ?? undefined)
      if (value !== null) return
    }
  }

  /** The first line of the article itself: a caption glued to it, then a dateline. */
  #readOpening(line: Span): void {
    let rest = line
    const caption = captionLength(this.#words(rest))
    if (caption > 0) {
      this.#mark({ start: rest.start, end: rest.start + caption }, 'caption')
      rest = { start: this.#skipSpace(rest.start + caption, rest.end), end: rest.end }
    }
    const dateline = readDateline(this.#words(rest))
    if (dateline !== null) {
      this.#publisher ??= dateline.agency
      const end = rest.start + dateline.length
      this.#mark({ start: rest.start, end: this.#trimEnd(rest.start, end) }, 'dateline', dateline.place)
    }
    this.#next++
  }

  #takeLeadingDate(line: Span): Span | undefined {
    const found = leadingDate.exec(this.#text.slice(line.start, Math.min(line.end, line.start + 40)))
    const date = found?.[1] === undefined ? null : readDate(found[1])
    if (found === null || date === null) return line
    this.#published ??= date
    this.#mark({ start: line.start, end: line.start + found[0].length }, 'date', date)
    const start = this.#skipSpace(line.start + found[0].length, line.end)
    return start < line.end ? { start, end: line.end } : undefined
  }

  #takeField(line: Span, words: string): boolean {
    if (words.length > 420) return false
    if (/^-{3,}$/.test(words)) return this.#mark(line, 'debris')
    const [, key = '', value = ''] = field.exec(words) ?? []
    switch (key.toLowerCase()) {
      case 'title':
      case 'headline':
        this.#title ??= value
        return this.#mark(line, 'title', value)
      case 'date':
      case 'published':
        if (readDate(value) === null) return false
        this.#published ??= readDate(value)
        return this.#mark(line, 'date', readDate(value) ?? undefined)
      case 'author':
      case 'authors':
      case 'byline':
        this.#authors.push(...value.split(/,|;|\sand\s/).map((each) => each.trim()))
        return this.#mark(line, 'byline', value)
      case 'url':
      case 'link':
        if (!/^https?:\/\/\S+$/.test(value)) return false
        this.#url ??= value
        return this.#mark(line, 'debris', value)
      case 'source':
      case 'publisher':
      case 'outlet':
        if (value.length > 60) return false
        this.#publisher ??= value
        return this.#mark(line, 'credit', value)
      default:
        return false
    }
  }

  /** What is debris or a caption wherever it stands. */
  #takeLine(line: Span, words: string): boolean {
    if (isDebris(words)) return this.#mark(line, 'debris')
    const isCaption = captionLength(words) === words.length && words.length > 0
    return isCaption && this.#mark(line, 'caption')
  }

  #isTitle(words: string): boolean {
    const more = this.#lines.length > this.#next + 1
    if (!more || words.length > longestTitle || holdsSentence.test(words)) return false
    return !endsSentence(words) && startsTitle(words) && !readDateline(words)
  }

  #isHeading(words: string): boolean {
    const short = words.length <= longestHeading && /\s|^[‘'“"]/.test(words)
    return short && !endsSentence(words) && startsTitle(words) && !holdsSentence.test(words)
  }

  #words(line: Span): string {
    return this.#text.slice(line.start, line.end)
  }

  #mark(span: Span, kind: MarkKind, value?: string): true {
    this.#marks.push({ start: span.start, end: span.end, kind, ...(value === undefined ? {} : { value }) })
    return true
  }

  #skipSpace(from: number, to: number): number {
    let at = from
    while (at < to && /\s/.test(this.#text.charAt(at))) at++
    return at
  }

  #trimEnd(from: number, to: number): number {
    let at = to
    while (at > from && /\s/.test(this.#text.charAt(at - 1))) at--
    return at
  }
}

const endsSentence = (words: string): boolean => /[.!?…:;,][”"’')\]]*$/.test(words)
const holdsSentence = /\p{Ll}{2}[.!?]["”’]?\s+["“‘]?\p{Lu}/u
const startsTitle = (words: string): boolean => /^[“"‘'(]*[\p{Lu}\p{N}]/u.test(words)

const lineBreak = /\r\n|[\n\r\u0085\u2028\u2029]/g

/** Lines with something in them, without the white space at their ends. */
function linesOf(text: string): Span[] {
  const lines: Span[] = []
  const add = (from: number, to: number): void => {
    let [start, end] = [from, to]
    while (start < end && /\s/.test(text.charAt(start))) start++
    while (end > start && /\s/.test(text.charAt(end - 1))) end--
    if (start < end) lines.push({ start, end })
  }
  let from = 0
  for (const found of text.matchAll(lineBreak)) {
    add(from, found.index)
    from = found.index + found[0].length
  }
  add(from, text.length)
  return lines
}
