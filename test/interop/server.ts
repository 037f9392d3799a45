/** Starts another's server for a test, waits until it answers, and ends it again. Only on the loopback interface. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { environment } from './documented.js'

export interface Server {
  stop(): Promise<void>
  /** All that it said so far. */
  said(): string
}

export interface Start {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string
  /** Whether it answers yet; may throw. */
  readonly ready: () => Promise<boolean>
}

export async function startServer({ command, args, cwd = process.cwd(), ready }: Start): Promise<Server> {
  const child = spawn(command, args, { cwd, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += String(piece)))
  let failure: Error | null = null
  child.on('error', (error) => (failure = error))
  for (let tries = 0; tries < 600; tries++) {
    if (failure !== null || child.exitCode !== null) break
    if (await ready().catch(() => false)) return { stop: () => stop(child), said: () => output }
    await wait(200)
  }
  await stop(child)
  throw new Error(`${command} did not start: ${failure ?? ''} ${output.slice(-2000)}`)
}

/** A documented line that starts a server and goes on running. */
export function serverOf(line: string, ready: Start['ready']): Promise<Server> {
  return startServer({ command: 'bash', args: ['-c', `exec ${line}`], ready })
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

/** Asks a SPARQL endpoint as its protocol has it. */
export async function askEndpoint(url: string, query: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/sparql-results+json' },
    body: new URLSearchParams({ query })
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.status}: ${text.slice(0, 500)}`)
  return text
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  if ((await Promise.race([ended, wait(10_000, 'late')])) === 'late') child.kill('SIGKILL')
  await ended
}
