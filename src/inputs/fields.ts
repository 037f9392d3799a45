/**
 * Fields of a JSON object or a CSV row → an article. Knows the names that trafilatura, news-please, newspaper4k, MediaCloud, ninjs,
 * the Guardian's and other news interfaces give them; a user's map goes first.
 */
import { HearsayError } from '../errors.js'
import { readTimestamp } from './dates.js'
import { htmlToText } from './html.js'
import type { FieldName, Found, InputOptions } from './types.js'

type Fields = Readonly<Record<string, unknown>>

/** In order of trust. A dot steps into an object. */
const usual: Readonly<Record<FieldName, readonly string[]>> = {
  text: [
    'text',
    'maintext',
    'body_text',
    'bodyText',
    'fields.bodyText',
    'raw_text',
    'text_content',
    'full_text',
    'fulltext',
    'article_text',
    'story_text',
    'articleBody',
    'body',
    'content',
    'article'
  ],
  html: ['body_xhtml', 'body_html', 'content_html', 'fields.body', 'html'],
  title: ['title', 'headline', 'webTitle', 'title_page', 'headlines.0.value', 'name'],
  published: [
    'date',
    'date_publish',
    'publish_date',
    'published',
    'published_at',
    'publishedAt',
    'published_parsed',
    'datePublished',
    'dateTime',
    'webPublicationDate',
    'pubDate',
    'pub_date',
    'versioncreated',
    'firstcreated',
    'publication_date'
  ],
  publisher: [
    'sitename',
    'site_name',
    'media_name',
    'publisher.name',
    'publisher',
    'source-hostname',
    'source.title',
    'source.name',
    'source_domain',
    'source',
    'outlet',
    'provider',
    'hostname',
    'domain'
  ],
  url: ['url', 'link', 'webUrl', 'canonical_link', 'canonical_url', 'uri', 'guid', 'source'],
  authors: ['authors', 'author', 'byline', 'fields.byline', 'by', 'creator'],
  language: ['language', 'lang', 'inLanguage']
}

/** @throws HearsayError `malformed` where there is no text */
export function foundIn(fields: Fields, name: string, options: InputOptions): Found {
  const value = (field: FieldName): unknown => fieldValue(fields, field, options)
  const html = textOf(value('html'))
  const given = textOf(value('text'))
  const text = given ?? (html === undefined ? undefined : htmlToText(html))
  if (text === undefined || text.trim() === '') {
    const keys = Object.keys(fields).slice(0, 12).join(', ')
    const message = `no text in it (fields: ${keys || 'none'}): name the field with --map text=…`
    throw new HearsayError('malformed', message, { input: name })
  }
  const body = given !== undefined && looksLikeHtml(given) ? htmlToText(given) : text
  const url = textOf(value('url'))
  return {
    name,
    text: body,
    details: {
      title: textOf(value('title')),
      published: readTimestamp(value('published')) ?? undefined,
      publisher: textOf(value('publisher')),
      url: url !== undefined && address.test(url) ? url : undefined,
      authors: authorsOf(value('authors')),
      language: languageOf(value('language'))
    }
  }
}

function fieldValue(fields: Fields, field: FieldName, { map }: InputOptions): unknown {
  const own = map?.[field]
  if (own !== undefined) return at(fields, own)
  for (const path of usual[field]) {
    const found = at(fields, path)
    if (found !== undefined && found !== null && found !== '' && fits(field, found)) return found
  }
  return undefined
}

const address = /^https?:\/\/\S+$/i

/** "source" is an address in one dump and a newspaper's name in the next. */
function fits(field: FieldName, value: unknown): boolean {
  if (field === 'url') return typeof value === 'string' && address.test(value)
  return field !== 'publisher' || typeof value !== 'string' || !address.test(value)
}

function at(fields: Fields, path: string): unknown {
  if (Object.hasOwn(fields, path)) return fields[path]
  let value: unknown = fields
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = Reflect.get(value, step)
  }
  return value
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  return typeof value === 'number' ? String(value) : undefined
}

function looksLikeHtml(text: string): boolean {
  return /^\s*<(?:p|div|article|section|html|body|h[1-6]|span|figure|ul|br)[\s/>]/i.test(text) && /<\/\w+>/.test(text)
}

function authorsOf(value: unknown): string[] | undefined {
  if (typeof value === 'string') {
    const names = value
      .replace(/^by\s+/i, '')
      .split(/[;|]|,(?!\s*(?:Jr|Sr)\b)|\sand\s/)
      .map((name) => name.trim())
    const told = names.filter((name) => name !== '')
    return told.length > 0 ? told : undefined
  }
  if (!Array.isArray(value)) return undefined
  const names = value.flatMap((each: unknown): string[] => {
    if (typeof each === 'string') return each.trim() === '' ? [] : [each.trim()]
    const name: unknown = typeof each === 'object' && each !== null ? Reflect.get(each, 'name') : undefined
    return typeof name === 'string' ? [name] : []
  })
  return names.length > 0 ? names : undefined
}

function languageOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/i.test(value)
    ? value.replaceAll('_', '-')
    : undefined
}
