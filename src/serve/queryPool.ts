/**
 * A few threads with the same graph, and a bounded queue before them. A query that takes too long is stopped by ending its thread; a
 * new one takes its place. So whoever asks gets an answer or a refusal in bounded time, however slow the others' queries are.
 */
import v8 from 'node:v8'
import { Worker } from 'node:worker_threads'
import { HearsayError } from '../errors.js'
import type { StoreText } from '../store/index.js'
import type { FromWorker, QueryMessage, QueryReply, WorkerSettings } from './messages.js'

export interface PoolOptions {
  readonly threads: number
  /** Milliseconds that a query may run. It may wait twice as long before it runs. */
  readonly timeLimit: number
  /** Queries that may wait; those that come then are refused. */
  readonly longestQueue: number
  /** Megabytes that a thread may hold, graph included. */
  readonly memoryLimit: number
}

export type RefusalKind = 'busy' | 'slow' | 'malformed' | 'refused' | 'too-large' | 'not-acceptable' | 'failed'

/** Why a query got no answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly kind: RefusalKind,
    message: string
  ) {
    super(message)
  }
}

interface Job {
  readonly message: QueryMessage
  readonly resolve: (reply: QueryReply) => void
  readonly reject: (refusal: Refusal) => void
  timer: NodeJS.Timeout
}

interface Thread {
  readonly worker: Worker
  state: 'loading' | 'idle' | 'busy' | 'ended'
  job: Job | null
}

/** How long a thread that failed while it loaded waits for its successor, in milliseconds: a graph that does not fit must not spin. */
const pause = 1000

export class QueryPool {
  readonly #options: PoolOptions
  readonly #texts: readonly StoreText[]
  readonly #threads = new Set<Thread>()
  readonly #queue: Job[] = []
  #closed = false
  #firstReady: { resolve: (size: number) => void; reject: (error: Error) => void } | null = null
  #restart: NodeJS.Timeout | null = null

  private constructor(texts: readonly StoreText[], options: PoolOptions) {
    this.#options = options
    this.#texts = texts.map(({ text, ...rest }) => ({ ...rest, text: shared(text) }))
  }

  /** @throws HearsayError `malformed` where the graph cannot be loaded */
  static async start(texts: readonly StoreText[], options: PoolOptions): Promise<QueryPool> {
    // The store's own memory is WebAssembly's, which no limit on a thread covers: pages of 64 KiB, read when a thread starts its store.
    v8.setFlagsFromString(`--wasm-max-mem-pages=${Math.min(65536, Math.ceil(options.memoryLimit * 16))}`)
    const pool = new QueryPool(texts, options)
    const ready = new Promise<number>((resolve, reject) => {
      pool.#firstReady = { resolve, reject }
    })
    for (let i = 0; i < options.threads; i++) pool.#spawn()
    try {
      await ready
    } catch (error) {
      await pool.close()
      throw error
    }
    return pool
  }

  /** @throws Refusal where there is no answer */
  ask(message: QueryMessage, signal?: AbortSignal): Promise<QueryReply> {
    if (this.#closed) return Promise.reject(new Refusal('busy', 'the server is stopping'))
    if (this.#queue.length >= this.#options.longestQueue && this.#idle() === undefined) {
      return Promise.reject(new Refusal('busy', 'too many queries are waiting: try again in a moment'))
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#drop(job)
        reject(new Refusal('busy', 'the query waited too long for its turn: try again in a moment'))
      }, 2 * this.#options.timeLimit)
      const job: Job = { message, resolve, reject, timer }
      signal?.addEventListener('abort', () => this.#abandon(job), { once: true })
      this.#queue.push(job)
      this.#next()
    })
  }

  /** Ends all threads; queries that still run or wait are refused. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#restart !== null) clearTimeout(this.#restart)
    const stopping = new Refusal('busy', 'the server is stopping')
    for (const job of this.#queue.splice(0)) this.#refuse(job, stopping)
    const threads = [...this.#threads]
    for (const thread of threads) if (thread.job) this.#refuse(thread.job, stopping)
    await Promise.all(threads.map(({ worker }) => worker.terminate()))
  }

  #spawn(): void {
    const { memoryLimit } = this.#options
    const settings: WorkerSettings = { texts: this.#texts }
    const worker = startWorker({ workerData: settings, resourceLimits: { maxOldGenerationSizeMb: memoryLimit } })
    const thread: Thread = { worker, state: 'loading', job: null }
    this.#threads.add(thread)
    worker.on('message', (message: FromWorker) => this.#heard(thread, message))
    worker.on('error', (error: Error) => this.#end(thread, refusalFor(error)))
    worker.on('exit', () => this.#end(thread, new Refusal('failed', 'the query could not be answered')))
  }

  #heard(thread: Thread, message: FromWorker): void {
    if (thread.state === 'ended') return
    if (message.type === 'ready') {
      thread.state = 'idle'
      this.#firstReady?.resolve(message.size)
      this.#firstReady = null
    } else if (message.type === 'broken') {
      this.#firstReady?.reject(new HearsayError('malformed', message.message))
    } else {
      const job = thread.job
      thread.job = null
      thread.state = 'idle'
      if (job) {
        clearTimeout(job.timer)
        if (message.type === 'reply') job.resolve(message.reply)
        else job.reject(refusalOf(message))
      }
      // A store that ran out of memory is left in the middle of what it did.
      if (message.type === 'error' && (message.code === 'too-large' || message.code === 'internal')) {
        this.#end(thread, new Refusal('failed', 'the query could not be answered'))
      }
    }
    this.#next()
  }

  #idle(): Thread | undefined {
    return [...this.#threads].find(({ state }) => state === 'idle')
  }

  #next(): void {
    for (let thread = this.#idle(); thread !== undefined; thread = this.#idle()) {
      const job = this.#queue.shift()
      if (job === undefined) return
      this.#give(thread, job)
    }
  }

  #give(thread: Thread, job: Job): void {
    thread.state = 'busy'
    thread.job = job
    clearTimeout(job.timer)
    const seconds = this.#options.timeLimit / 1000
    job.timer = setTimeout(
      () => this.#end(thread, new Refusal('slow', `the query took longer than ${seconds} seconds and was stopped`)),
      this.#options.timeLimit
    )
    thread.worker.postMessage(job.message)
  }

  /** Ends a thread, whatever it does, and puts another in its place. */
  #end(thread: Thread, refusal: Refusal): void {
    if (thread.state === 'ended') return
    const loaded = thread.state !== 'loading'
    thread.state = 'ended'
    this.#threads.delete(thread)
    if (thread.job) this.#refuse(thread.job, refusal)
    thread.job = null
    void thread.worker.terminate()
    if (this.#firstReady !== null) {
      this.#firstReady.reject(new HearsayError('too-large', `the graph could not be loaded: ${refusal.message}`))
    } else if (!this.#closed && loaded) this.#spawn()
    else if (!this.#closed) this.#restart = setTimeout(() => this.#spawn(), pause)
  }

  #refuse(job: Job, refusal: Refusal): void {
    clearTimeout(job.timer)
    job.reject(refusal)
  }

  /** The client has gone: nobody waits for the answer. A query that runs already runs to its end or limit, which costs less than a thread. */
  #abandon(job: Job): void {
    if (this.#drop(job)) this.#refuse(job, new Refusal('failed', 'the client has gone'))
  }

  #drop(job: Job): boolean {
    const at = this.#queue.indexOf(job)
    if (at >= 0) this.#queue.splice(at, 1)
    return at >= 0
  }
}

/** A thread that died by itself. */
function refusalFor(error: Error): Refusal {
  const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  if (memory) return new Refusal('too-large', 'it needs more memory than a thread may have')
  return new Refusal('failed', `its thread failed (${error.message})`)
}

function refusalOf({ code, message }: Extract<FromWorker, { type: 'error' }>): Refusal {
  if (code === 'usage') return new Refusal('refused', message)
  if (code === 'malformed' || code === 'too-large' || code === 'not-acceptable') return new Refusal(code, message)
  return new Refusal('failed', message)
}

/** One copy of the bytes for all threads. */
function shared(text: string | Uint8Array): Uint8Array {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length))
  copy.set(bytes)
  return copy
}

/** A thread runs compiled code only. Where this file is not compiled (in tests of the sources) it takes that of the last build. */
function startWorker(options: ConstructorParameters<typeof Worker>[1]): Worker {
  const compiled = import.meta.url.endsWith('.js') ? './queryWorker.js' : '../../dist/serve/queryWorker.js'
  return new Worker(new URL(compiled, import.meta.url), options)
}
