/** NewsML-G2 and NITF → the articles in them. */
import { DOMParser } from 'linkedom'
import { HearsayError } from '../errors.js'
import { readTimestamp } from './dates.js'
import { htmlToText } from './html.js'
import type { Found } from './types.js'

/** @throws HearsayError `malformed` where there is no text in it */
export function* articlesInNewsml(xml: string, name: string): Iterable<Found | HearsayError> {
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  const items = [...document.getElementsByTagName('newsItem')]
  const documents = items.length > 0 ? items : [...document.getElementsByTagName('nitf')].slice(0, 1)
  if (documents.length === 0) {
    throw new HearsayError('malformed', 'no newsItem and no nitf in it: it is empty or cut off', { input: name })
  }
  for (const [i, item] of documents.entries()) {
    const input = documents.length === 1 ? name : `${name}#${i + 1}`
    const text = bodyOf(item)
    if (text === '') yield new HearsayError('empty', 'this news item has no text: leave it out', { input })
    else yield { name: input, text: withHeadline(item, text), details: detailsOf(item) }
  }
}

function bodyOf(item: Element): string {
  const body = first(item, 'body.content') ?? first(item, 'inlineXML') ?? first(item, 'inlineData')
  if (body === undefined) return ''
  const inner = first(body, 'body.content') ?? first(body, 'body') ?? body
  return htmlToText(inner.children.length > 0 ? inner.innerHTML : escaped(inner.textContent ?? ''))
}

/** Plain text, its paragraphs divided by empty lines, as HTML. */
function escaped(text: string): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return safe
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')
}

const headlineOf = (item: Element): string | undefined => textOf(item, 'headline', 'hl1', 'title')

function withHeadline(item: Element, text: string): string {
  const headline = headlineOf(item)
  return headline === undefined || text.startsWith(headline) ? text : `${headline}\n\n${text}`
}

function detailsOf(item: Element): Found['details'] {
  const author = textOf(item, 'by', 'byline', 'person')
  const dated = first(item, 'date.issue') ?? first(item, 'pubdata')
  const published =
    dated?.getAttribute('norm') ??
    dated?.getAttribute('date.publication') ??
    textOf(item, 'firstCreated', 'contentCreated', 'versionCreated')
  const provider = first(item, 'provider')
  return {
    title: headlineOf(item),
    published: readTimestamp(published) ?? undefined,
    publisher:
      textOf(item, 'creditline') ??
      (provider === undefined
        ? undefined
        : (textOf(provider, 'name') ?? provider.getAttribute('literal') ?? undefined)),
    url: item.getElementsByTagName('link')[0]?.getAttribute('href') ?? undefined,
    authors: author === undefined ? undefined : [author.replace(/^by\s+/i, '')],
    language: first(item, 'language')?.getAttribute('tag') ?? undefined
  }
}

function first(item: Element, name: string): Element | undefined {
  return item.getElementsByTagName(name)[0]
}

function textOf(item: Element, ...names: string[]): string | undefined {
  for (const name of names) {
    const text = first(item, name)?.textContent?.replace(/\s+/g, ' ').trim()
    if (text) return text
  }
  return undefined
}
