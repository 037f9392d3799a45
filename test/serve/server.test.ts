import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { graphQuads, readQuads, writeTrig } from '../../src/rdf/index.js'
import { type RunningServer, startServer } from '../../src/serve/index.js'
import { fixture } from '../rdf/fixture.js'

const built = fixture()
const explorer = '<!doctype html><title>explorer</title><script>1</script>'
const origin = 'https://tool.example'
let folder = ''
let server: RunningServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-serve-'))
  mkdirSync(join(folder, 'graph'))
  writeFileSync(join(folder, 'graph/graph.trig'), [...writeTrig(graphQuads(built))].join(''))
  writeFileSync(join(folder, 'graph/index.html'), explorer)
  server = await startServer(join(folder, 'graph'), {
    port: 0,
    timeLimit: 1,
    limit: 50,
    threads: 2,
    longestQueue: 2,
    memoryLimit: 512,
    cors: [origin]
  })
}, 60_000)

afterAll(async () => {
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

const people =
  'PREFIX skos: <http://www.w3.org/2004/02/skos/core#> SELECT ?n { ?p a <https://schema.org/Person> ; skos:prefLabel ?n }'
const json = 'application/sparql-results+json'
const slow = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }'

function get(query: string, accept?: string, more = ''): Promise<Response> {
  const headers = accept === undefined ? {} : { accept }
  return fetch(`${server.url}sparql?query=${encodeURIComponent(query)}${more}`, { headers })
}

function post(body: string, type: string, more = ''): Promise<Response> {
  return fetch(`${server.url}sparql${more}`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, connection: 'close' }
  })
}

describe('the SPARQL protocol', () => {
  it('takes a query by GET, as a form and as a body', async () => {
    for (const response of [
      await get(people),
      await post(new URLSearchParams({ query: people }).toString(), 'application/x-www-form-urlencoded'),
      await post(people, 'application/sparql-query; charset=utf-8')
    ]) {
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe(`${json}; charset=utf-8`)
      expect((await response.json()).results.bindings[0].n.value).toBe('Ada Brook')
    }
  })

  it.each([
    [undefined, json],
    ['text/csv', 'text/csv'],
    ['text/csv;q=0.2, application/sparql-results+xml;q=0.7', 'application/sparql-results+xml'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['text/turtle, text/tab-separated-values;q=0.1', 'text/tab-separated-values']
  ])('answers rows to %s as %s', async (accept, type) => {
    const response = await get(people, accept)
    expect(response.headers.get('content-type')).toBe(
      `${type}; charset=utf-8`.replace('text/html; charset=utf-8', 'text/html; charset=UTF-8')
    )
    expect(response.headers.get('vary')).toContain('Accept')
    expect(await response.text()).toContain('Ada Brook')
  })

  it('answers a graph as Turtle or as asked', async () => {
    const construct = 'CONSTRUCT { ?s a ?o } { ?s a ?o FILTER(?o = <https://schema.org/Person>) }'
    const turtle = await get(construct)
    expect(turtle.headers.get('content-type')).toContain('text/turtle')
    expect(readQuads(await turtle.text(), 'turtle')).toHaveLength(1)
    expect(await (await get(construct, 'application/ld+json')).json()).toHaveLength(1)
  })

  it('takes the dataset from the request', async () => {
    const where = 'SELECT ?who { ?who <https://w3id.org/hearsay/ns#near> ?where }'
    const rows = async (more: string) => (await (await get(where, json, more)).json()).results.bindings.length
    const graph = [...graphQuads(built)].find(({ predicate }) => predicate.value.endsWith('#near'))?.graph.value ?? ''
    expect(graph).toContain('#statement=')
    expect(await rows('')).toBe(0)
    expect(await rows('&union-default-graph=true')).toBe(1)
    expect(await rows(`&default-graph-uri=${encodeURIComponent(graph)}`)).toBe(1)
    expect(await rows(`&named-graph-uri=${encodeURIComponent(graph)}`)).toBe(0)
  })

  it('says so when an answer is cut', async () => {
    const response = await get('SELECT * { ?s ?p ?o }')
    expect(response.headers.get('hearsay-cut')).toBe('50')
    expect((await response.json()).results.bindings).toHaveLength(50)
    expect((await get(people)).headers.get('hearsay-cut')).toBe(null)
  })

  it.each([
    ['malformed', () => get('SELECT * {'), 400],
    ['no query', () => post('', 'application/x-www-form-urlencoded'), 400],
    ['two queries', () => post('query=ASK{}&query=ASK{}', 'application/x-www-form-urlencoded'), 400],
    ['an update', () => post('DELETE WHERE { ?s ?p ?o }', 'application/sparql-update'), 403],
    ['an update in a form', () => post('update=CLEAR%20ALL', 'application/x-www-form-urlencoded'), 403],
    ['an update by GET', () => fetch(`${server.url}sparql?update=CLEAR%20ALL`), 403],
    ['an update as a query', () => get('CLEAR ALL'), 400],
    ['LOAD', () => get('LOAD <http://127.0.0.1:9/>'), 400],
    ['SERVICE', () => get('SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }'), 403],
    ['a graph that is no IRI', () => get('ASK {}', json, '&default-graph-uri=a%20b'), 400],
    ['another type', () => post('{}', 'application/json'), 415],
    ['a form that cannot be had', () => get('ASK {}', 'image/png'), 406],
    ['a body without end', () => post('a'.repeat(2 << 20), 'application/sparql-query'), 413],
    ['another method', () => fetch(`${server.url}sparql`, { method: 'DELETE' }), 405]
  ])('refuses %s', async (_what, ask, status) => {
    const response = await ask()
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('text/plain')
    expect((await response.text()).trim()).not.toBe('')
  })

  it('offers the questions that come with Hearsay, each of which has an answer', async () => {
    const form = await (await fetch(`${server.url}sparql`, { headers: { accept: 'text/html' } })).text()
    const links = [...form.matchAll(/<li><a href="\/(sparql\?query=[^"]+)"/g)].map(([, link]) => link)
    expect(links.length).toBeGreaterThanOrEqual(15)
    for (const link of links) {
      const answer = await fetch(`${server.url}${link}`, { headers: { accept: 'text/csv' } })
      expect([link, answer.status]).toEqual([link, 200])
    }
  })

  it('describes itself to programs and shows a form to people', async () => {
    const described = await fetch(`${server.url}sparql`, { headers: { accept: 'text/turtle' } })
    expect(readQuads((await described.text()).replaceAll('<>', '<http://x/>'), 'turtle').length).toBeGreaterThan(5)
    const form = await fetch(`${server.url}sparql`, { headers: { accept: 'text/html' } })
    expect(await form.text()).toContain('<textarea id="query"')
  })

  it('lets only the origins ask that it was told', async () => {
    const allowed = async (from: string) =>
      (await fetch(`${server.url}sparql?query=ASK{}`, { headers: { origin: from } })).headers.get(
        'access-control-allow-origin'
      )
    expect(await allowed(origin)).toBe(origin)
    expect(await allowed('https://other.example')).toBe(null)
    const preflight = await fetch(`${server.url}sparql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' }
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Content-Type')
  })
})

describe('pages', () => {
  const [one] = built.records
  const article = one?.article.id ?? ''

  it('shows the explorer', async () => {
    const response = await fetch(server.url)
    expect(await response.text()).toBe(explorer)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('shows an article with its sentences and statements, everything escaped, and no script', async () => {
    const response = await fetch(`${server.url}${article}`, { headers: { accept: 'text/html' } })
    const page = await response.text()
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'; style-src 'self'/)
    expect(page).toContain('<title>Boats &#34;lost&#34; at Port Elm</title>')
    expect(page).toContain('&#60;b&#62;fell&#60;/b&#62;')
    expect(page).not.toMatch(/<b>|<script/)
    const statement = one?.statements[0]?.id.replace(/^.*#/, '') ?? 'none'
    expect(page).toContain(`id="${statement}"`)
    expect(page).toContain('<span id="char=0,23">The harbour was closed.</span>')
    expect(page).toContain('href="/entity/ada-brook"')
  })

  it('gives the same as RDF, by header or by suffix', async () => {
    const quads = [...graphQuads(built)].filter(
      ({ subject, graph }) => graph.termType === 'DefaultGraph' && subject.value.split('#')[0]?.endsWith(article)
    )
    const turtle = await fetch(`${server.url}${article}`, { headers: { accept: 'text/turtle' } })
    expect(quads.length).toBeGreaterThan(200)
    expect(readQuads(await turtle.text(), 'turtle')).toHaveLength(
      new Set(quads.map((quad) => JSON.stringify(quad))).size
    )
    const person = await fetch(`${server.url}entity/ada-brook.nt`)
    expect(person.headers.get('content-type')).toContain('application/n-triples')
    expect(await person.text()).toContain('"Ada Brook"@en')
    expect((await fetch(`${server.url}claim/22222222222222222222.jsonld`)).headers.get('content-type')).toContain(
      'ld+json'
    )
  })

  it('shows who speaks and what is claimed', async () => {
    const person = await (await fetch(`${server.url}entity/ada-brook`, { headers: { accept: 'text/html' } })).text()
    expect(person).toContain('hs:saidBy')
    const claim = await (
      await fetch(`${server.url}claim/22222222222222222222`, { headers: { accept: 'text/html' } })
    ).text()
    expect(claim).toContain('Tide Column set the fire at Port Elm')
  })

  it.each([
    'entity/nobody',
    'article/x%3E%20%3Cy',
    'entity/%zz',
    'entity/a%22b',
    'claim/..%2f..%2fetc',
    'other',
    'graph.trig',
    'entity/'
  ])('has no page %s', async (path) => {
    for (const accept of ['text/html', 'text/turtle']) {
      const response = await fetch(`${server.url}${path}`, { headers: { accept } })
      expect([400, 404]).toContain(response.status)
    }
  })

  it('answers to no foreign name', async () => {
    const status = await new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.url)
      request({ hostname, port, path: '/', headers: { host: 'rebound.example' } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect(status).toBe(421)
  })
})

describe('slow queries', () => {
  it('stops them at the limit and answers others meanwhile', async () => {
    const started = performance.now()
    const stopped = get(slow)
    const others = await Promise.all([get(people), get('ASK { ?s ?p ?o }'), get(people)])
    expect(others.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(performance.now() - started).toBeLessThan(5000)
    expect((await stopped).status).toBe(504)
    expect(performance.now() - started).toBeLessThan(8000)
    expect((await get(people)).status).toBe(200)
  })

  it('refuses when too many wait, and says when to come again', async () => {
    const many = await Promise.all(Array.from({ length: 8 }, () => get(slow)))
    const statuses = many.map(({ status }) => status).sort()
    expect(statuses.filter((status) => status === 503).length).toBeGreaterThanOrEqual(4)
    expect(many.find(({ status }) => status === 503)?.headers.get('retry-after')).toBe('2')
    expect(new Set(statuses)).toEqual(new Set([503, 504]))
  }, 20_000)

  it('survives a query that needs more memory than there is', async () => {
    const doubled = Array.from({ length: 30 }, (_, i) => `BIND(CONCAT(?v${i}, ?v${i}) AS ?v${i + 1})`).join(' ')
    const response = await get(`SELECT (STRLEN(?v30) AS ?n) { BIND("0123456789" AS ?v0) ${doubled} }`)
    expect([422, 504]).toContain(response.status)
    expect((await get('ASK {}')).status).toBe(200)
  }, 20_000)
})

describe('starting and stopping', () => {
  it('says what is wrong with a folder or a port', async () => {
    await expect(startServer(folder)).rejects.toMatchObject({ code: 'usage' })
    await expect(startServer(join(folder, 'none'))).rejects.toMatchObject({ code: 'usage' })
    mkdirSync(join(folder, 'bad'))
    writeFileSync(join(folder, 'bad/graph.nq'), 'nonsense')
    await expect(startServer(join(folder, 'bad'), { port: 0 })).rejects.toMatchObject({ code: 'malformed' })
    const port = Number(new URL(server.url).port)
    await expect(startServer(join(folder, 'graph'), { port, threads: 1 })).rejects.toMatchObject({ code: 'usage' })
  }, 30_000)

  it('lets a running request end', async () => {
    const second = await startServer(join(folder, 'graph'), { port: 0, threads: 1, memoryLimit: 512, timeLimit: 5 })
    const pending = fetch(
      `${second.url}sparql?query=${encodeURIComponent('SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }')}`
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
    const closed = second.close()
    expect((await pending).status).toBe(200)
    await closed
    await expect(fetch(second.url)).rejects.toThrow('fetch failed')
  }, 30_000)

  it('has written nothing', () => {
    expect(readFileSync(join(folder, 'graph/graph.trig'), 'utf8')).toBe([...writeTrig(graphQuads(built))].join(''))
  })
})
