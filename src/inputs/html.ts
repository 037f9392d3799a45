/** A saved page → its main text and what it says of itself. Mozilla's Readability finds the text; the paragraphs stay paragraphs. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { HearsayError } from '../errors.js'
import { isDebris } from '../read/debris.js'
import { pageDetails } from './pageDetails.js'
import type { Found } from './types.js'

/** Tag names that begin and end a paragraph. */
const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TD TH TR UL'.split(
    ' '
  )
)
const unread = new Set('BUTTON HEAD IFRAME MATH NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA'.split(' '))

/** Pages deeper than this are nobody's news, and would not fit the stack. */
const deepest = 400

/** @throws HearsayError `malformed` where the page has no article in it */
export function articleInPage(html: string, name: string, address?: string): Found {
  if (nestingOf(html) > deepest) {
    const message = 'its elements lie too deep in one another for a page: save the text alone'
    throw new HearsayError('malformed', message, { input: name })
  }
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`)
  const details = pageDetails(document, html)
  // Readability changes the document, so what the page says of itself is read first.
  const found = readable(document)
  const paragraphs = found?.content ? htmlToText(found.content).split('\n\n') : []
  const text = paragraphs.filter((paragraph) => !isDebris(paragraph)).join('\n\n')
  if (text === '') {
    const message = 'no article in this page: save the page of one article, or its text'
    throw new HearsayError('malformed', message, { input: name })
  }
  const title = details.title ?? (found?.title?.trim() || undefined)
  return {
    name,
    text: title === undefined || text.startsWith(title) ? text : `${title}\n\n${text}`,
    details: {
      ...details,
      title,
      publisher: details.publisher ?? (found?.siteName?.trim() || undefined),
      url: address ?? details.url
    }
  }
}

/** Readability stumbles over some pages that are torn; to a reader such a page is one without an article. */
function readable(document: Document): ReturnType<Readability['parse']> {
  try {
    return new Readability(document, { charThreshold: 200, keepClasses: false }).parse()
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** HTML → paragraphs with an empty line between them; white space inside is one space. */
export function htmlToText(html: string): string {
  if (nestingOf(html) > deepest)
    return html
      .replace(/<[^>]*>/g, ' ')
      .replace(/[ \t\n\r\f]+/g, ' ')
      .trim()
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  const paragraphs: string[] = []
  let open = ''
  const close = (): void => {
    const text = open
      .replace(/[ \t\r\f]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim()
    if (text !== '') paragraphs.push(text)
    open = ''
  }
  const visit = (node: Node): void => {
    if (node.nodeType === 3) {
      open += (node.nodeValue ?? '').replace(/\n/g, ' ')
      return
    }
    const tag = node.nodeName.toUpperCase()
    if (unread.has(tag)) return
    if (tag === 'BR') open += '\n'
    const isBlock = blocks.has(tag)
    if (isBlock) close()
    for (const child of node.childNodes) visit(child)
    if (isBlock) close()
  }
  visit(document.body)
  close()
  return paragraphs.join('\n\n')
}

/** How deep tags lie in one another, by counting them: an estimate from above. */
function nestingOf(html: string): number {
  let depth = 0
  let most = 0
  for (const [tag] of html.matchAll(/<\/?[a-z][a-z0-9]*/gi)) {
    if (/^<\/?(?:br|hr|img|input|meta|link|p|li|td|tr|th|dd|dt|option|source|wbr|area|col|embed|base)$/i.test(tag))
      continue
    depth = Math.max(0, depth + (tag.startsWith('</') ? -1 : 1))
    most = Math.max(most, depth)
  }
  return most
}
