/** The SPARQL endpoint: the protocol's requests for programs, a form and a table for people. */
import type { Context, Hono } from 'hono'
import { queryFiles } from '../generated/queries.js'
import { rowTypes, tripleTypes } from '../store/index.js'
import type { AppOptions } from './app.js'
import { Html, html, page } from './html.js'
import type { QueryReply } from './messages.js'
import { negotiate } from './negotiate.js'
import { BadRequest, readSparqlRequest, type SparqlRequest } from './protocol.js'
import { link } from './resourcePage.js'

const longestAnswer = 64 << 20

export function sparqlRoute(app: Hono, options: AppOptions): void {
  app.on(['GET', 'POST'], '/sparql', async (c) => {
    const request = readSparqlRequest({
      method: c.req.method,
      parameters: new URL(c.req.url).searchParams,
      contentType: c.req.header('content-type'),
      body: c.req.method === 'POST' ? new Uint8Array(await c.req.arrayBuffer()) : new Uint8Array()
    })
    c.header('Vary', 'Accept')
    return request === null ? describeEndpoint(c) : answer(c, request, options)
  })
  app.all('/sparql', (c) => {
    c.header('Allow', 'GET, HEAD, POST')
    return c.text('use GET or POST\n', 405)
  })
}

async function answer(c: Context, request: SparqlRequest, options: AppOptions): Promise<Response> {
  const accept = c.req.header('accept')
  const rowType = negotiate(accept, [...rowTypes, 'text/html'])
  const tripleType = negotiate(accept, [...tripleTypes, 'text/html'])
  const { query, defaultGraphs, namedGraphs, union } = request
  const reply = await options.pool.ask(
    {
      query,
      union: union ?? options.union ?? false,
      limit: options.limit,
      longest: longestAnswer,
      rowType: rowType === 'text/html' ? rowTypes[0] : rowType,
      tripleType: tripleType === 'text/html' ? tripleTypes[0] : tripleType,
      ...(defaultGraphs === undefined ? {} : { defaultGraphs }),
      ...(namedGraphs === undefined ? {} : { namedGraphs })
    },
    c.req.raw.signal
  )
  if (reply.cut) c.header('Hearsay-Cut', String(options.limit))
  const triples = tripleTypes.some((type) => type === reply.mediaType)
  if ((triples ? tripleType : rowType) === 'text/html') return c.html(answerPage(query, reply, options))
  return c.body(reply.text, 200, { 'Content-Type': `${reply.mediaType}; charset=utf-8` })
}

const description = `@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix formats: <http://www.w3.org/ns/formats/> .

<> a sd:Service ;
  sd:endpoint <> ;
  sd:supportedLanguage sd:SPARQL11Query ;
  sd:resultFormat formats:SPARQL_Results_JSON, formats:SPARQL_Results_XML, formats:SPARQL_Results_CSV, formats:SPARQL_Results_TSV,
    formats:Turtle, formats:N-Triples, formats:JSON-LD, formats:RDF_XML .
`

function describeEndpoint(c: Context): Response {
  const type = negotiate(c.req.header('accept'), ['text/turtle', 'text/html'])
  if (type === 'text/html') return c.html(page('Query', html`${form(starter)}${questions()}`))
  if (type === null) throw new BadRequest(400, 'the request has no query')
  return c.body(description, 200, { 'Content-Type': 'text/turtle; charset=utf-8' })
}

const starter = `PREFIX hs: <https://w3id.org/hearsay/ns#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?who ?act ?what WHERE {
  ?statement a hs:Statement ; hs:saidBy/skos:prefLabel ?who ; hs:act ?act ; schema:text ?what .
}
ORDER BY ?who
LIMIT 100
`

/** Those that come with Hearsay: their first line is their title. */
function questions(): Html {
  const items = Object.keys(queryFiles)
    .sort()
    .map((file) => {
      const query = queryFiles[file] ?? ''
      const title = /^# title: (.+)$/m.exec(query)?.[1] ?? file
      return html`<li><a href="/sparql?query=${encodeURIComponent(query)}">${title}</a></li>\n`
    })
  return html`<h2>Or begin with one of these</h2>\n<ul>${items}</ul>`
}

function form(query: string): Html {
  return html`<h1>Ask the graph</h1>
<form action="/sparql" method="get">
<label for="query">A query in SPARQL 1.1</label>
<textarea id="query" name="query" spellcheck="false">
${query}</textarea>
<p><label><input type="checkbox" name="union-default-graph" value="true"> over all graphs together, what is only claimed included</label></p>
<p><button>Ask</button></p>
</form>`
}

interface Results {
  readonly boolean?: boolean
  readonly head: { readonly vars?: readonly string[] }
  readonly results?: {
    readonly bindings: readonly Readonly<Record<string, { readonly type: string; readonly value: unknown }>>[]
  }
}

function answerPage(query: string, reply: QueryReply, { base, limit }: AppOptions): string {
  const cut = reply.cut ? html`<p class="note">Only the first ${limit} are shown; there are more.</p>` : new Html('')
  if (!reply.mediaType.includes('json'))
    return page('Answer', html`${form(query)}${cut}<pre class="scroll">${reply.text}</pre>`)
  const found: Results = JSON.parse(reply.text)
  if (found.boolean !== undefined) return page('Answer', html`${form(query)}<p>${found.boolean ? 'Yes' : 'No'}</p>`)
  const names = found.head.vars ?? []
  const rows = (found.results?.bindings ?? []).map(
    (row) => html`<tr>${names.map((name) => html`<td>${cell(row[name], base)}</td>`)}</tr>\n`
  )
  return page(
    'Answer',
    html`${form(query)}<p>${rows.length} rows</p>${cut}<div class="scroll"><table><thead><tr>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`
  )
}

function cell(term: { readonly type: string; readonly value: unknown } | undefined, base: string | null): Html {
  if (term === undefined) return html``
  const text = typeof term.value === 'string' ? term.value : JSON.stringify(term.value)
  return term.type === 'uri' && base !== null ? link(text, null, base) : html`${text}`
}
