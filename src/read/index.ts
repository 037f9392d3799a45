/** Bytes or a string → an article with its metadata marked. Plain text only; `inputs` brings other kinds into this form. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { HearsayError } from '../errors.js'
import type { Article } from '../model.js'
import { decodeUtf8 } from './decode.js'
import { findMetadata } from './marks.js'

/** What is known of an article beside its text; it wins over what is read from the text. */
export interface ArticleDetails {
  readonly title?: string | undefined
  /** ISO 8601 date, of any precision. */
  readonly published?: string | undefined
  readonly publisher?: string | undefined
  readonly url?: string | undefined
  readonly authors?: readonly string[] | undefined
  /** BCP 47. */
  readonly language?: string | undefined
  /** Hex SHA-256 of the bytes that the text was read from; that of its UTF-8 form if left out. */
  readonly sha256?: string | undefined
}

/**
 * @param name the file's name, or any name for the article; its last part without ending becomes `doc`
 * @throws HearsayError `empty`, `binary` or `not-utf8`
 * @example readText(await readFile('story.txt'), 'story.txt').published // '2023-05-23'
 */
export function readText(bytes: Uint8Array, name: string, details: ArticleDetails = {}): Article {
  return articleOf(decodeUtf8(bytes, name), name, { sha256: bytesToHex(sha256(bytes)), ...details })
}

/**
 * @throws HearsayError `empty` where the text is nothing but white space
 * @example articleOf('date 2023-05-23 It rained.', 'rain').published // '2023-05-23'
 */
export function articleOf(text: string, name: string, details: ArticleDetails = {}): Article {
  if (/^[\s\uFEFF]*$/.test(text)) {
    throw new HearsayError('empty', 'the text holds nothing but white space: give the article', { input: name })
  }
  const hash = details.sha256 ?? bytesToHex(sha256(new TextEncoder().encode(text)))
  const found = findMetadata(text)
  return {
    id: `article/${hash.slice(0, 20)}`,
    doc: docOf(name),
    text,
    sha256: hash,
    title: details.title ?? found.title,
    published: details.published ?? found.published,
    publisher: details.publisher ?? found.publisher,
    url: details.url ?? found.url,
    authors: details.authors ?? found.authors,
    language: details.language ?? 'en',
    marks: found.marks
  }
}

/** `news/story.v2.txt` → `story.v2` */
export function docOf(name: string): string {
  const last = name.split(/[\\/]/).pop() ?? name
  return last.replace(/(?<=.)\.[A-Za-z0-9]{1,5}$/, '') || last
}

export { decodeUtf8 } from './decode.js'
