/** `/article/…`, `/entity/…`, `/claim/…`: what the graph tells of it, as a page for people or as RDF for programs. */
import type { Context, Hono } from 'hono'
import { type Row, tripleTypes } from '../store/index.js'
import type { AppOptions } from './app.js'
import { negotiate } from './negotiate.js'
import { Refusal } from './queryPool.js'
import { resourcePage } from './resourcePage.js'
import { constructQuery, incomingQuery, kinds, readAddress, rowsQuery, suffixes } from './resources.js'

const offered = ['text/html', ...tripleTypes] as const
const longestAnswer = 64 << 20
/** Triples of one document, and of what points at it: a long article has some thousands. */
const documentLimit = 100_000
const incomingLimit = 500

/** @param path where the data's IRIs begin on this server, with a slash at its end */
export function resourceRoute(app: Hono, path: string, options: AppOptions): void {
  for (const kind of kinds) {
    app.get(`${path}${kind}/:name`, (c) => {
      const address = readAddress(new URL(c.req.url).pathname.slice(path.length))
      return address === null || options.base === null ? c.notFound() : respond(c, address, options.base, options)
    })
  }
}

async function respond(
  c: Context,
  { id, suffix }: { readonly id: string; readonly suffix: string | null },
  base: string,
  options: AppOptions
): Promise<Response> {
  const wanted = suffix === null ? negotiate(c.req.header('accept'), offered) : (suffixes[suffix] ?? null)
  if (suffix === null) c.header('Vary', 'Accept')
  if (wanted === null) throw new Refusal('not-acceptable', `it can be had as ${offered.join(', ')}`)
  const iri = base + id
  const signal = c.req.raw.signal
  const ask = { limit: documentLimit, longest: longestAnswer, rowType: 'application/json' }
  if (wanted !== 'text/html') {
    const reply = await options.pool.ask({ ...ask, query: constructQuery(iri), tripleType: wanted }, signal)
    if (reply.text.trim() === '' || !reply.text.includes(iri)) return c.notFound()
    if (reply.cut) c.header('Hearsay-Cut', String(documentLimit))
    return c.body(reply.text, 200, { 'Content-Type': `${wanted}; charset=utf-8` })
  }
  const own = await options.pool.ask({ ...ask, query: rowsQuery(iri), tripleType: null }, signal)
  const rows = rowsOf(own.text)
  if (rows.length === 0) return c.notFound()
  const incoming = await options.pool.ask(
    { ...ask, query: incomingQuery(iri), limit: incomingLimit, tripleType: null },
    signal
  )
  return c.html(resourcePage({ iri, base, rows, incoming: rowsOf(incoming.text), cut: own.cut || incoming.cut }))
}

function rowsOf(json: string): readonly Row[] {
  const found: { readonly results?: { readonly bindings: readonly Row[] } } = JSON.parse(json)
  return found.results?.bindings ?? []
}
