/**
 * A thousand hostile queries against a running `hearsay serve`, several at a time: it does not crash, nobody waits beyond the limits,
 * nothing is written, and a listener that half of them try to reach hears nothing.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hearsay, root } from '../commands/run.js'
import { type Hostile, hostileQueries } from './serve-hostile-queries.js'

const graph = mkdtempSync(join(tmpdir(), 'hearsay-hostile-'))
const timeout = 1
const together = 6
let trap: Server
let heard = 0
let server: ChildProcess
let url = ''
let before = ''

beforeAll(async () => {
  expect(hearsay(['build', 'seeds', '--out', graph, '-q', '--no-cache']).status).toBe(0)
  before = fingerprint()
  trap = createServer((socket) => {
    heard += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
  const args = ['serve', graph, '--port', '0', '--timeout', String(timeout), '--memory', '512', '--limit', '1000']
  server = spawn(process.execPath, [join(root, 'dist/cli.js'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  url = await new Promise((resolve) => server.stdout?.once('data', (line) => resolve(String(line).trim())))
})

afterAll(() => {
  server?.kill('SIGKILL')
  trap?.close()
})

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(graph).sort()) hash.update(name).update(readFileSync(join(graph, name)))
  return hash.digest('hex')
}

interface Told {
  readonly kind: Hostile['kind']
  readonly query: string
  readonly status: number
  readonly seconds: number
  readonly length: number
}

/** Asks again where the server was too busy to take the query up, so that each one is really run or refused for what it is. */
async function ask(hostile: Hostile, i: number): Promise<Told> {
  let slowest = 0
  for (let tries = 0; ; tries++) {
    const told = await askOnce(hostile, i)
    slowest = Math.max(slowest, told.seconds)
    if (told.status !== 503 || tries === 40) return { ...told, seconds: slowest }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function askOnce({ kind, query }: Hostile, i: number): Promise<Told> {
  const started = performance.now()
  const request = forms[i % forms.length]?.(query) ?? [url, {}]
  const response = await fetch(...request)
  const length = (await response.arrayBuffer()).byteLength
  return { kind, query, status: response.status, seconds: (performance.now() - started) / 1000, length }
}

const form = 'application/x-www-form-urlencoded'
const forms: readonly ((query: string) => [string, RequestInit])[] = [
  (query) => [
    `${url}sparql`,
    { method: 'POST', body: query, headers: { 'content-type': 'application/sparql-query', accept: '*/*' } }
  ],
  (query) => [
    `${url}sparql`,
    {
      method: 'POST',
      body: new URLSearchParams({ query }).toString(),
      headers: { 'content-type': form, accept: 'text/html' }
    }
  ],
  (query) => [
    `${url}sparql`,
    {
      method: 'POST',
      body: new URLSearchParams({ update: query, query }).toString(),
      headers: { 'content-type': form }
    }
  ],
  (query) => [
    `${url}sparql`,
    { method: 'POST', body: query, headers: { 'content-type': 'application/sparql-update' } }
  ],
  (query) => [
    `${url}sparql?query=${encodeURIComponent(query.toWellFormed()).slice(0, 7000)}`,
    { headers: { accept: 'text/csv' } }
  ],
  (query) => [
    `${url}sparql?union-default-graph=true`,
    {
      method: 'POST',
      body: query,
      headers: {
        'content-type': 'application/sparql-query',
        accept: 'application/ld+json, application/sparql-results+xml'
      }
    }
  ]
]

async function alive(): Promise<boolean> {
  for (let tries = 0; tries < 20; tries++) {
    const response = await fetch(`${url}sparql?query=${encodeURIComponent('ASK { ?s ?p ?o }')}`)
    if (response.status === 200) return (await response.json()).boolean === true
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  return false
}

it('holds against a thousand hostile queries', async () => {
  const { port } = trap.address() as AddressInfo
  const hostile = hostileQueries(1000, `http://127.0.0.1:${port}/`)
  const told: Told[] = []
  let next = 0
  const client = async (): Promise<void> => {
    for (let i = next++; i < hostile.length; i = next++) {
      const one = hostile[i]
      if (one) told.push(await ask(one, i))
    }
  }
  await Promise.all(Array.from({ length: together }, client))
  expect(told).toHaveLength(1000)
  expect(server.exitCode).toBe(null)
  expect(heard).toBe(0)
  expect(
    new Set(told.map(({ status }) => status).filter((status) => ![200, 400, 403, 406, 422, 504].includes(status)))
  ).toEqual(new Set())
  // A query waits at most two limits for its turn and runs at most one; the rest is for a busy machine.
  const slowest = Math.max(...told.map(({ seconds }) => seconds))
  expect(slowest).toBeLessThan(3 * timeout + 5)
  expect(Math.max(...told.map(({ length }) => length))).toBeLessThan(70_000_000)
  expect(told.filter(({ kind, status }) => kind === 'update' && status === 200)).toEqual([])
  expect(told.filter(({ query, status }) => /\bSERVICE\b/.test(query) && status === 200)).toEqual([])
  expect(await alive()).toBe(true)
  const statuses = [...new Set(told.map(({ status }) => status))].sort()
  const counts = statuses.map((status) => `${status}: ${told.filter((each) => each.status === status).length}`)
  console.log(`statuses ${counts.join(', ')}; slowest ${slowest.toFixed(1)} s`)
}, 1_800_000)

it('has the same triples and the same files afterwards, and stops when it is told', async () => {
  const count = 'SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }'
  const response = await fetch(`${url}sparql?query=${encodeURIComponent(count)}`, { headers: { accept: 'text/csv' } })
  const lines = readFileSync(join(graph, 'graph.nq'), 'utf8').trim().split('\n')
  expect(Number((await response.text()).split('\r\n')[1])).toBe(new Set(lines).size)
  expect(fingerprint()).toBe(before)
  const ended = new Promise((resolve) => server.once('exit', (code) => resolve(code)))
  server.kill('SIGTERM')
  expect(await ended).toBe(0)
})
