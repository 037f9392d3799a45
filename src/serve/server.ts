/** A folder that `hearsay build` wrote → a server that can be stopped without cutting anybody off. */
import { existsSync, readFileSync } from 'node:fs'
import { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { HearsayError } from '../errors.js'
import { createApp } from './app.js'
import { readGraph } from './graphFiles.js'
import { QueryPool } from './queryPool.js'
import { baseOf, baseQuery } from './resources.js'

export interface ServeOptions {
  /** Default 127.0.0.1, which only this machine reaches. */
  readonly host?: string
  /** Default 3030; 0 takes a free one. */
  readonly port?: number
  readonly cors?: readonly string[]
  readonly union?: boolean
  /** Seconds that one query may run. Default 10. */
  readonly timeLimit?: number
  /** Rows or triples that one answer may have. Default 10,000. */
  readonly limit?: number
  /** Queries that run at the same time, each with the graph in its own memory. Default 2. */
  readonly threads?: number
  /** Queries that may wait for their turn. Default 32. */
  readonly longestQueue?: number
  /** Megabytes for one thread, the graph included. Default 2048. */
  readonly memoryLimit?: number
}

export interface RunningServer {
  readonly url: string
  /** Ends when every request has its answer, or after the time limit of a query. */
  close(): Promise<void>
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

/** @throws HearsayError where the graph cannot be loaded or the address cannot be had */
export async function startServer(dir: string, options: ServeOptions = {}): Promise<RunningServer> {
  const { host = '127.0.0.1', port = 3030, timeLimit = 10, limit = 10_000 } = options
  const pool = await QueryPool.start([readGraph(dir)], {
    threads: options.threads ?? 2,
    timeLimit: timeLimit * 1000,
    longestQueue: options.longestQueue ?? 32,
    memoryLimit: options.memoryLimit ?? 2048
  })
  const explorer = join(dir, 'index.html')
  const app = createApp({
    pool,
    base: await findBase(pool),
    explorer: existsSync(explorer) ? readFileSync(explorer, 'utf8') : null,
    cors: options.cors ?? [],
    limit,
    union: options.union ?? false,
    localOnly: loopback.has(host)
  })
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: 30_000, headersTimeout: 10_000, connectionsCheckingInterval: 1000 }
  })
  if (!(server instanceof Server)) throw new HearsayError('internal', 'the server is none of HTTP/1.1')
  server.maxConnections = 512
  try {
    await listen(server, port, host)
  } catch (error) {
    await pool.close()
    throw error
  }
  const address = server.address()
  const taken = isAddress(address) ? address.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/`,
    close: async () => {
      await closeServer(server, timeLimit * 1000)
      await pool.close()
    }
  }
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}

async function findBase(pool: QueryPool): Promise<string | null> {
  const { text } = await pool.ask({ query: baseQuery, rowType: 'text/csv', tripleType: null, longest: 1 << 20 })
  const article = text.split(/\r?\n/)[1] ?? ''
  return baseOf(article)
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const remedy =
        cause.code === 'EADDRINUSE'
          ? `port ${port} is taken: choose another with --port`
          : `it cannot be served on ${host}:${port} (${cause.code ?? cause.message})`
      reject(new HearsayError('usage', remedy, { cause }))
    })
    server.listen(port, host, resolve)
  })
}

/** Takes no more connections, lets running requests end, and cuts off what is left after `patience` milliseconds. */
function closeServer(server: Server, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), patience)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}
