/**
 * Bytes of any kind that news comes in → articles, one after another. The kind is told from the content. What cannot be read is a
 * failure among the articles, by name; the rest goes on.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import Papa from 'papaparse'
import { HearsayError } from '../errors.js'
import type { Failure } from '../model.js'
import { articleOf, decodeUtf8, docOf } from '../read/index.js'
import { entriesOf, unpacked } from './archives.js'
import { headOf, joined, linesOf } from './bytes.js'
import { articlesInFeed } from './feed.js'
import { foundIn } from './fields.js'
import { articleInPage } from './html.js'
import { foreignLanguage, languageName } from './language.js'
import { articlesInNewsml } from './newsml.js'
import { kindOf, sniffedBytes } from './sniff.js'
import type { Found, InputKind, InputOptions, InputSource, Outcome } from './types.js'
import { pagesInWarc } from './warc.js'

/** Archives inside archives are followed so far. */
const deepest = 2

/**
 * @example for (const article of readInput({ name: 'a.html', chunks: () => [bytes] })) …
 */
export function* readInput(source: InputSource, options: InputOptions = {}): Iterable<Outcome> {
  yield* readAt(source, options, 0)
}

function* readAt(source: InputSource, options: InputOptions, depth: number): Iterable<Outcome> {
  const { name } = source
  try {
    const kind = options.kind ?? kindOf(headOf(source.chunks(), sniffedBytes), name)
    if (typeof kind !== 'string') throw new HearsayError('unsupported', kind.unsupported, { input: name })
    if ((kind === 'zip' || kind === 'gzip') && depth >= deepest) {
      throw new HearsayError('unsupported', 'archives in archives in archives are not read: unpack it', { input: name })
    }
    yield* readKind(kind, source, options, depth)
  } catch (error) {
    yield failureFrom(error, name)
  }
}

function* readKind(kind: InputKind, source: InputSource, options: InputOptions, depth: number): Iterable<Outcome> {
  const { name } = source
  switch (kind) {
    case 'text': {
      const bytes = joined(source.chunks())
      yield* accepted({ name, text: decodeUtf8(bytes, name), details: { sha256: hexOf(bytes) } }, options)
      return
    }
    case 'html': {
      const bytes = joined(source.chunks())
      const found = articleInPage(decodePage(bytes, undefined), name)
      yield* accepted({ ...found, details: { ...found.details, sha256: hexOf(bytes) } }, options)
      return
    }
    case 'json':
      for (const [i, value] of counted(valuesIn(decodeUtf8(joined(source.chunks()), name), name), source)) {
        yield* fromFields(value, i, `${name}#${i + 1}`, options)
      }
      return
    case 'jsonl': {
      let number = 0
      for (const line of linesOf(source.chunks())) {
        number++
        if (line.every((byte) => byte <= 32)) continue
        yield* oneLine(line, number, `${name}#${number}`, options)
      }
      return
    }
    case 'csv':
      yield* rowsOf(decodeUtf8(joined(source.chunks()), name), source, options)
      return
    case 'feed':
      yield* each(articlesInFeed(decodeUtf8(joined(source.chunks()), name), name), options)
      return
    case 'newsml':
      yield* each(articlesInNewsml(decodeUtf8(joined(source.chunks()), name), name), options)
      return
    case 'warc': {
      let number = 0
      for (const page of pagesInWarc(source.chunks(), name)) {
        number++
        const input = `${name}#${number}`
        try {
          const found = articleInPage(decodePage(page.bytes, page.charset), input, page.url)
          yield* accepted({ ...found, details: { ...found.details, sha256: hexOf(page.bytes) } }, options)
        } catch (error) {
          yield failureFrom(error, input)
        }
      }
      return
    }
    case 'gzip': {
      const inner = name.replace(/\.gz$/i, '')
      const chunks = (): Iterable<Uint8Array> => unpacked(source.chunks(), name)
      yield* readAt({ ...source, name: inner, chunks }, withoutKind(options), depth + 1)
      return
    }
    case 'zip':
      for (const [, entry] of counted(entriesOf(joined(source.chunks()), name), source)) {
        yield* readAt({ name: entry.name, chunks: () => [entry.bytes] }, withoutKind(options), depth + 1)
      }
      return
  }
}

/** Items with their numbers; the source is told how far they have been given out. */
function* counted<Item>(items: readonly Item[], source: InputSource): Iterable<[number, Item]> {
  for (const [i, item] of items.entries()) {
    source.passed?.(i / items.length)
    yield [i, item]
  }
}

/** An override is for the archive, and not for what is in it. */
function withoutKind({ kind, ...rest }: InputOptions): InputOptions {
  return kind === 'zip' || kind === 'gzip' ? rest : { ...rest, ...(kind === undefined ? {} : { kind }) }
}

function* each(found: Iterable<Found | HearsayError>, options: InputOptions): Iterable<Outcome> {
  for (const one of found) {
    if (one instanceof HearsayError) yield failureFrom(one, '')
    else yield* accepted({ ...one, details: { ...one.details, sha256: hashOf(one) } }, options)
  }
}

/**
 * One line of JSON Lines → its article, as `readInput` gives it for the whole file.
 *
 * @param number of the line in its file, from 1
 */
export function readJsonLine(line: Uint8Array, number: number, file: string, options: InputOptions = {}): Outcome[] {
  return line.every((byte) => byte <= 32) ? [] : [...oneLine(line, number, `${file}#${number}`, options)]
}

function* oneLine(line: Uint8Array, number: number, input: string, options: InputOptions): Iterable<Outcome> {
  try {
    yield* fromFields(parse(decodeUtf8(line, input), input), number - 1, input, options)
  } catch (error) {
    yield failureFrom(error, input)
  }
}

function* fromFields(value: unknown, index: number, input: string, options: InputOptions): Iterable<Outcome> {
  try {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      const message = `number ${index + 1} is no object: an article is an object with a text`
      throw new HearsayError('malformed', message, { input })
    }
    const found = foundIn(Object.fromEntries(Object.entries(value)), input, options)
    yield* accepted({ ...found, details: { ...found.details, sha256: hashOf(found) } }, options)
  } catch (error) {
    yield failureFrom(error, input)
  }
}

function parse(text: string, input: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new HearsayError('malformed', `this is not JSON (${reason}): write it again`, { input, cause })
  }
}

/** One article, a list of them, or an answer with a list in it. */
function valuesIn(text: string, name: string): readonly unknown[] {
  const value = parse(text, name)
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return [value]
  for (const key of ['articles', 'results', 'stories', 'items', 'docs', 'data', 'hits']) {
    const list: unknown = Reflect.get(value, key)
    if (Array.isArray(list)) return list
  }
  const response: unknown = Reflect.get(value, 'response') ?? Reflect.get(value, 'articles')
  const inner: unknown =
    typeof response === 'object' && response !== null ? Reflect.get(response, 'results') : undefined
  return Array.isArray(inner) ? inner : [value]
}

function* rowsOf(text: string, source: InputSource, options: InputOptions): Iterable<Outcome> {
  const { name } = source
  const parsed = Papa.parse<Record<string, unknown>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: 'greedy'
  })
  const faults = new Map(parsed.errors.map((error) => [error.row ?? -1, error.message]))
  if (parsed.data.length === 0) {
    throw new HearsayError('empty', 'no row under its header: an article is a row', { input: name })
  }
  for (const [i, row] of counted(parsed.data, source)) {
    const input = `${name}#${i + 1}`
    const fault = faults.get(i)
    // Too few cells at the end of a row are harmless; a quotation mark that never closes swallows the rows after it.
    if (fault !== undefined && /quote/i.test(fault)) {
      yield { input, code: 'malformed', message: `row ${i + 1}: ${fault}: mend the quotation marks` }
    } else yield* fromFields(row, i, input, options)
  }
}

function* accepted({ name, text, details }: Found, options: InputOptions): Iterable<Outcome> {
  const article = articleOf(text, numbered(name), details)
  const foreign = options.anyLanguage === true ? null : foreignLanguage(text)
  if (foreign === null) {
    yield /^en\b/i.test(article.language) ? article : { ...article, language: 'en' }
    return
  }
  const message = `this seems to be ${languageName(foreign)}: only English is read, so it is set aside`
  yield { input: name, code: 'language', message }
}

/** `dump.jsonl#3` is the article `dump-3`. */
function numbered(name: string): string {
  const found = /^(.*)#(\d+)$/s.exec(name)
  return found ? `${docOf(found[1] ?? '')}-${found[2]}` : name
}

/** Of an article that is one of many in a file: its text and all that is known of it. */
function hashOf({ text, details }: Found): string {
  const { title, published, publisher, url, authors, language } = details
  const parts = [
    text,
    title ?? null,
    published ?? null,
    publisher ?? null,
    url ?? null,
    authors ?? null,
    language ?? null
  ]
  return hexOf(new TextEncoder().encode(JSON.stringify(parts)))
}

const hexOf = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

/** As the HTTP header says, else as the page says, else UTF-8 if it is valid, else Windows-1252, as browsers do it. */
function decodePage(bytes: Uint8Array, charset: string | undefined): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const told =
    charset ?? /<meta[^>]+charset=["']?\s*([\w-]+)/i.exec(head)?.[1] ?? /encoding=["']([\w-]+)["']/.exec(head)?.[1]
  for (const label of ['utf-8', told, 'windows-1252']) {
    try {
      if (label !== undefined) return new TextDecoder(label, { fatal: label === 'utf-8' }).decode(bytes)
    } catch {
      // Not valid, or a charset that nobody knows: the next one.
    }
  }
  return new TextDecoder().decode(bytes)
}

/** @throws what is no HearsayError: a fault of ours must not pass for a bad input */
function failureFrom(error: unknown, name: string): Failure {
  if (!(error instanceof HearsayError)) throw error
  return { input: error.input ?? name, code: error.code, message: error.message }
}

export { textFragmentLink } from './fragment.js'
export {
  type FieldName,
  type InputKind,
  type InputOptions,
  type InputSource,
  inputKinds,
  isFailure,
  type Outcome
} from './types.js'
