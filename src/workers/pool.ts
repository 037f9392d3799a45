/**
 * Tasks → results in the order of the tasks, worked on by several threads. Holds a few tasks a thread at a time, however many there are.
 *
 * Where the compiled worker is not there (in tests of the sources), or for one job, the work is done in this thread.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { HearsayError } from '../errors.js'
import type { Turns } from './turns.js'

export interface PoolOptions<Task, Result> {
  /** The compiled module that answers messages; see `serveTasks`. */
  readonly worker: URL
  /** What the worker is started with; must survive structured cloning. */
  readonly settings: unknown
  /** How many threads. */
  readonly jobs: number
  /** The same work, in this thread. */
  readonly here: (task: Task) => Result
  readonly signal?: AbortSignal | undefined
}

/** So many tasks a thread are on their way, that none waits for the main thread. */
const usuallyAhead = 3

/** @throws what a task threw, HearsayError `aborted` on abort, or HearsayError `internal` where a thread ended by itself */
export async function* mapInThreads<Task, Result>(
  tasks: Iterable<Task> | AsyncIterable<Task>,
  { worker, settings, jobs, here, signal }: PoolOptions<Task, Result>
): AsyncIterable<Result> {
  const threads = new Threads<Task, Result>(worker, { settings, most: jobs <= 1 ? 0 : jobs, ahead: usuallyAhead })
  try {
    yield* mapBy(threads, tasks, { here, signal })
  } finally {
    await threads.end()
  }
}

export interface MapOptions<Task, Result> {
  readonly here: (task: Task) => Result
  /** Where this thread has other things to do: once they leave it free it does tasks too, while the others have enough. */
  readonly turns?: Turns
  readonly signal?: AbortSignal | undefined
}

/** As `mapInThreads`, by threads that may have other tasks besides; they are not ended. */
export async function* mapBy<Task, Result>(
  threads: Threads<Task, Result>,
  tasks: Iterable<Task> | AsyncIterable<Task>,
  { here, turns, signal }: MapOptions<Task, Result>
): AsyncIterable<Result> {
  const waiting: Waiting<Result>[] = []
  const send = (task: Task): void => {
    waiting.push(new Waiting(threads.run(task)))
  }
  let first: { readonly task: Task } | undefined
  let count = 0
  for await (const task of tasks) {
    stopIf(signal)
    if (threads.most === 0) {
      yield here(task)
      continue
    }
    count++
    // No thread is worth its start for one task alone.
    if (count === 1) {
      first = { task }
      continue
    }
    if (first !== undefined) send(first.task)
    first = undefined
    while (!threads.haveRoom || waiting.length >= 2 * threads.room) {
      stopIf(signal)
      if (waiting[0]?.isDone || turns === undefined || waiting.length >= 2 * threads.room) yield await next(waiting)
      else if (turns.isFree) break
      else await turns.pass()
    }
    if (threads.haveRoom) send(task)
    else {
      waiting.push(new Waiting(Promise.resolve(here(task))))
      await turns?.pass()
    }
  }
  if (first !== undefined) yield here(first.task)
  while (waiting.length > 0) {
    stopIf(signal)
    yield await next(waiting)
  }
}

function next<Result>(waiting: Waiting<Result>[]): Promise<Result> {
  const first = waiting.shift()
  if (first === undefined) throw new Error('nothing is on its way')
  return first.result
}

/** A result that is on its way. */
class Waiting<Result> {
  isDone = false

  constructor(readonly result: Promise<Result>) {
    const done = (): void => {
      this.isDone = true
    }
    // A fault is told when its turn comes; until then it must not count as unhandled.
    result.then(done, done)
  }
}

export interface ThreadsOptions {
  /** What each is started with; must survive structured cloning. */
  readonly settings: unknown
  readonly most: number
  /** How many tasks a thread are on their way, so that none waits for this one while it has other things to do. */
  readonly ahead: number
}

/** Threads of one kind, each of them started when there is something to do for it. None where the compiled worker is not there. */
export class Threads<Task, Result> {
  readonly most: number
  readonly #worker: URL
  readonly #settings: unknown
  readonly #ahead: number
  readonly #threads: Thread<Task, Result>[] = []

  constructor(worker: URL, { settings, most, ahead }: ThreadsOptions) {
    this.#worker = worker
    this.#settings = settings
    this.#ahead = ahead
    this.most = existsSync(fileURLToPath(worker)) ? most : 0
  }

  /** How many tasks are on their way at most. */
  get room(): number {
    return this.most * this.#ahead
  }

  get haveRoom(): boolean {
    return this.#threads.length < this.most || this.#threads.some((thread) => thread.pending < this.#ahead)
  }

  /** @param isLong the thread gets nothing else meanwhile, unless all have as much to do */
  run(task: Task, isLong = false): Promise<Result> {
    return this.#idlest().run(task, isLong ? this.#ahead : 1)
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()))
  }

  /** The thread with the least to do; another one is started where all have something and there may be more. */
  #idlest(): Thread<Task, Result> {
    const [best] = [...this.#threads].sort((a, b) => a.pending - b.pending)
    if (best !== undefined && (best.pending === 0 || this.#threads.length >= this.most)) return best
    const started = new Thread<Task, Result>(this.#worker, this.#settings)
    this.#threads.push(started)
    return started
  }
}

function stopIf(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new HearsayError('aborted', 'stopped before the end')
}

interface Caller<Result> {
  readonly size: number
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

interface Answer<Result> {
  readonly id: number
  readonly result?: Result
  readonly error?: unknown
}

/** One thread, which answers its tasks in their order. */
class Thread<Task, Result> {
  readonly #worker: Worker
  readonly #open = new Map<number, Caller<Result>>()
  #next = 0

  constructor(url: URL, settings: unknown) {
    this.#worker = new Worker(url, { workerData: settings, ...withoutInputType(process.execArgv) })
    this.#worker.on('message', ({ id, result, error }: Answer<Result>) => {
      const caller = this.#open.get(id)
      this.#open.delete(id)
      if (error !== undefined) caller?.reject(error)
      else if (result !== undefined) caller?.resolve(result)
    })
    this.#worker.on('error', (error) => this.#fail(error))
    this.#worker.on('exit', (code) => {
      this.#fail(new HearsayError('internal', `a worker thread ended by itself (code ${code}); try --jobs 1`))
    })
  }

  /** How much it has to do, in usual tasks. */
  get pending(): number {
    let sum = 0
    for (const { size } of this.#open.values()) sum += size
    return sum
  }

  run(task: Task, size: number): Promise<Result> {
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#open.set(id, { size, resolve, reject })
      this.#worker.postMessage({ id, task })
    })
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #fail(error: unknown): void {
    for (const { reject } of this.#open.values()) reject(error)
    this.#open.clear()
  }
}

/**
 * A program of `node --input-type=module -e …` may build too; a file has no input type. Otherwise nothing is said of flags: threads then have
 * those of the process, while those of V8 (`--max-old-space-size`) are refused where they are named.
 */
export function withoutInputType(flags: readonly string[]): { execArgv?: string[] } {
  const typed = flags.some((flag) => flag.startsWith('--input-type'))
  return typed ? { execArgv: flags.filter((flag) => /^(?:--import|--require|-r|--conditions|-C)\b/.test(flag)) } : {}
}
