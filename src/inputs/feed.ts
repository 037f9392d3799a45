/** RSS 1.0, RSS 2.0 or Atom with full text → the articles in it. */
import { DOMParser } from 'linkedom'
import { HearsayError } from '../errors.js'
import { readTimestamp } from './dates.js'
import { htmlToText } from './html.js'
import type { Found } from './types.js'

/** Shorter than this it is a teaser, and nothing to read. */
const fewestCharacters = 200

/** @throws HearsayError `malformed` where there is no item in it */
export function* articlesInFeed(xml: string, name: string): Iterable<Found | HearsayError> {
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  const items = [...document.querySelectorAll('item, entry')]
  if (items.length === 0) {
    throw new HearsayError('malformed', 'no item in this feed: it is empty or cut off', { input: name })
  }
  const channel = document.querySelector('channel > title, feed > title')?.textContent?.trim()
  const language = document.querySelector('channel > language')?.textContent?.trim()
  for (const [i, item] of items.entries()) {
    const input = `${name}#${i + 1}`
    const content = textIn(item, 'content:encoded', 'content', 'description', 'summary')
    const text = content === undefined ? '' : htmlToText(content)
    if (text.length < fewestCharacters) {
      const message = 'this item has a teaser and no text: save the page that it links to'
      yield new HearsayError('empty', message, { input })
      continue
    }
    const title = textIn(item, 'title')
    const heading = title === undefined ? undefined : htmlToText(title)
    const author = textIn(item, 'dc:creator', 'name', 'author')
    yield {
      name: input,
      text: heading === undefined || text.startsWith(heading) ? text : `${heading}\n\n${text}`,
      details: {
        title: heading,
        published: readTimestamp(textIn(item, 'pubDate', 'published', 'dc:date', 'updated')) ?? undefined,
        publisher: textIn(item, 'source') ?? channel,
        url: addressOf(item),
        authors: author === undefined ? undefined : [author],
        language
      }
    }
  }
}

function textIn(item: Element, ...names: string[]): string | undefined {
  for (const name of names) {
    const text = item.getElementsByTagName(name)[0]?.textContent?.trim()
    if (text) return text
  }
  return undefined
}

function addressOf(item: Element): string | undefined {
  const links = [...item.getElementsByTagName('link')]
  const alternate = links.find((link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate')
  const found = [alternate?.getAttribute('href'), alternate?.textContent?.trim(), textIn(item, 'guid', 'id')]
  return found.find((each): each is string => typeof each === 'string' && /^https?:\/\/\S+$/i.test(each))
}
