/**
 * The addresses that `hearsay serve` answers: the explorer page, the SPARQL endpoint, one page or RDF document for each article, entity
 * and claim. All of it is read-only, and whatever comes from the graph or the client is untrusted.
 */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { styleSheet } from './html.js'
import type { QueryPool } from './queryPool.js'
import { resourceRoute } from './resourceRoute.js'
import { isLocalName, refusalResponse, securityHeaders } from './respond.js'
import { sparqlRoute } from './sparqlRoute.js'
import { welcomePage } from './welcomePage.js'

export interface AppOptions {
  readonly pool: QueryPool
  /** Under which the graph names its data; null where it holds no article. */
  readonly base: string | null
  /** The explorer, where the folder has one. */
  readonly explorer: string | null
  /** Origins whose pages may ask, or `*`. None if left out. */
  readonly cors?: readonly string[]
  /** Rows or triples of one answer. */
  readonly limit: number
  /** Ask the union of all graphs where neither the query nor the request says otherwise. */
  readonly union?: boolean
  /** Refuse requests that came under another machine's name: a foreign page could otherwise read what only this machine may see. */
  readonly localOnly: boolean
}

/** Bytes of a query. */
const largestBody = 1 << 20

export function createApp(options: AppOptions): Hono {
  const { explorer, base, localOnly } = options
  const app = new Hono()
  app.use(async (c, next) => {
    if (localOnly && !isLocalName(c.req.header('host'))) {
      return c.text('this server answers to localhost only: start it with --host to open it to others\n', 421)
    }
    await next()
    securityHeaders(c)
  })
  const origins = options.cors ?? []
  if (origins.length > 0) {
    const origin = origins.includes('*') ? '*' : [...origins]
    app.use(
      cors({
        origin,
        allowMethods: ['GET', 'HEAD', 'POST'],
        allowHeaders: ['Content-Type', 'Accept'],
        exposeHeaders: ['Hearsay-Cut'],
        maxAge: 600
      })
    )
  }
  app.use(
    bodyLimit({
      maxSize: largestBody,
      onError: (c) => c.text('the query is longer than one megabyte\n', 413, { Connection: 'close' })
    })
  )
  app.get('/hearsay.css', (c) => c.body(styleSheet, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  app.get('/', (c) => home(c, explorer))
  app.get('/index.html', (c) => home(c, explorer))
  sparqlRoute(app, options)
  for (const path of new Set(['/', base === null ? '/' : pathOf(base)])) resourceRoute(app, path, options)
  app.notFound((c) => c.text('there is nothing here\n', 404))
  app.onError((error, c) => refusalResponse(error, c))
  return app
}

/** The explorer holds its own script and style; it may load nothing else. */
const explorerPolicy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

function home(c: Context, explorer: string | null): Response {
  if (explorer === null) return c.html(welcomePage())
  c.header('Content-Security-Policy', explorerPolicy)
  return c.html(explorer)
}

/** Where the data's IRIs would be looked up, were this server theirs. */
function pathOf(base: string): string {
  return URL.canParse(base) ? new URL(base).pathname : '/'
}
