/** A page → what it says of itself: JSON-LD first, then OpenGraph and other meta tags, then what the browser that saved it noted. */
import type { ArticleDetails } from '../read/index.js'
import { readTimestamp } from './dates.js'

export function pageDetails(document: Document, html: string): ArticleDetails {
  const linked = linkedData(document)
  const meta = (...names: string[]): string | undefined => {
    for (const name of names) {
      const found = [...document.querySelectorAll('meta')].find(
        (each) =>
          (
            each.getAttribute('property') ??
            each.getAttribute('name') ??
            each.getAttribute('itemprop') ??
            ''
          ).toLowerCase() === name
      )
      const content = found?.getAttribute('content')?.trim()
      if (content) return content
    }
    return undefined
  }
  const published =
    linked.published ??
    meta(
      'article:published_time',
      'og:article:published_time',
      'datepublished',
      'date',
      'pubdate',
      'publish-date',
      'dc.date',
      'dc.date.issued',
      'parsely-pub-date',
      'sailthru.date'
    ) ??
    document.querySelector('time[datetime]')?.getAttribute('datetime') ??
    undefined
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href')?.trim()
  const url = [canonical, meta('og:url'), linked.url, savedFrom(html)].find(
    (each) => each !== undefined && /^https?:\/\/\S+$/i.test(each)
  )
  const author = linked.authors ?? listed(meta('author', 'article:author', 'dc.creator', 'parsely-author', 'byl'))
  return {
    title: linked.title ?? meta('og:title', 'twitter:title', 'dc.title') ?? undefined,
    published: readTimestamp(published) ?? undefined,
    publisher: linked.publisher ?? meta('og:site_name', 'application-name', 'dc.publisher', 'publisher'),
    url,
    authors: author,
    language: linked.language ?? document.documentElement?.getAttribute('lang')?.trim() ?? undefined
  }
}

/** The comment that Chrome, Edge and SingleFile put into pages they save. */
function savedFrom(html: string): string | undefined {
  const head = html.slice(0, 4000)
  return (/<!-{2}\s*saved from url=\(\d+\)(\S+)/i.exec(head) ??
    /Page saved with SingleFile\s+url:\s*(\S+)/i.exec(head))?.[1]
}

function listed(names: string | undefined): string[] | undefined {
  const authors = names
    ?.replace(/^by\s+/i, '')
    .split(/,|;|\sand\s/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && !/^https?:/.test(name))
  return authors && authors.length > 0 ? authors : undefined
}

const articleTypes = /^(?:Article|\w*NewsArticle|ReportageNewsArticle|BlogPosting|LiveBlogPosting|Report)$/

/** The first article in the page's JSON-LD. What is no JSON is left out: half of all pages have some that is broken. */
function linkedData(document: Document): Omit<ArticleDetails, 'sha256'> {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const article = findArticle(parsed(script.textContent ?? ''), 0)
    if (article === undefined) continue
    const text = (key: string): string | undefined => textOf(article[key])
    return {
      title: text('headline') ?? text('name'),
      published: text('datePublished') ?? text('dateCreated'),
      publisher: nameOf(article.publisher),
      url: text('url') ?? textOf(objectOf(article.mainEntityOfPage)?.['@id']) ?? text('mainEntityOfPage'),
      authors: namesOf(article.author),
      language: text('inLanguage')
    }
  }
  return {}
}

type Json = Readonly<Record<string, unknown>>

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function findArticle(value: unknown, depth: number): Json | undefined {
  if (depth > 6) return undefined
  if (Array.isArray(value)) {
    for (const each of value) {
      const found = findArticle(each, depth + 1)
      if (found !== undefined) return found
    }
    return undefined
  }
  const object = objectOf(value)
  if (object === undefined) return undefined
  const types = Array.isArray(object['@type']) ? object['@type'] : [object['@type']]
  if (types.some((type) => typeof type === 'string' && articleTypes.test(type))) return object
  return findArticle(object['@graph'], depth + 1)
}

const objectOf = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

const nameOf = (value: unknown): string | undefined => textOf(value) ?? textOf(objectOf(value)?.name)

function namesOf(value: unknown): string[] | undefined {
  const names = (Array.isArray(value) ? value : [value]).flatMap((each) => nameOf(each) ?? [])
  return names.length > 0 ? names : undefined
}
