/**
 * Tasks → results in the order of the tasks, worked on by several threads. Holds a few tasks a thread at a time, however many there are.
 *
 * Where the compiled worker is not there (in tests of the sources), or for one job, the work is done in this thread.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { HearsayError } from '../errors.js'

export interface PoolOptions<Task, Result> {
  /** The compiled module that answers messages; see `serveTasks`. */
  readonly worker: URL
  /** What the worker is started with; must survive structured cloning. */
  readonly settings: unknown
  /** How many threads. */
  readonly jobs: number
  /** How many tasks a thread are on their way, where the main thread has other things to do for long. */
  readonly ahead?: number
  /** The same work, in this thread. */
  readonly here: (task: Task) => Result
  readonly signal?: AbortSignal | undefined
}

/** So many tasks a thread are on their way, that none waits for the main thread. */
const usuallyAhead = 3

/** @throws what a task threw, HearsayError `aborted` on abort, or HearsayError `internal` where a thread ended by itself */
export async function* mapInThreads<Task, Result>(
  tasks: Iterable<Task> | AsyncIterable<Task>,
  options: PoolOptions<Task, Result>
): AsyncIterable<Result> {
  const { worker, jobs, here, signal, ahead = usuallyAhead } = options
  if (jobs <= 1 || !existsSync(fileURLToPath(worker))) {
    for await (const task of tasks) {
      stopIf(signal)
      yield here(task)
    }
    return
  }
  const threads: Thread<Task, Result>[] = []
  const waiting: Promise<Result>[] = []
  let first: { readonly task: Task } | undefined
  const send = (task: Task): void => {
    const result = idlest(threads, jobs, () => new Thread(worker, options.settings)).run(task)
    // Its fault is told when its turn comes; until then it must not count as unhandled.
    result.catch(() => {})
    waiting.push(result)
  }
  let count = 0
  try {
    for await (const task of tasks) {
      stopIf(signal)
      count++
      // No thread is worth its start for one task alone.
      if (count === 1) first = { task }
      else {
        if (first !== undefined) send(first.task)
        first = undefined
        send(task)
      }
      while (waiting.length >= jobs * ahead) yield await next(waiting)
    }
    if (first !== undefined) yield here(first.task)
    while (waiting.length > 0) {
      stopIf(signal)
      yield await next(waiting)
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.end()))
  }
}

function next<Result>(waiting: Promise<Result>[]): Promise<Result> {
  const first = waiting.shift()
  if (first === undefined) throw new Error('nothing is on its way')
  return first
}

/** The thread with the least to do; another one is started where all have something and there may be more. */
function idlest<Task, Result>(
  threads: Thread<Task, Result>[],
  jobs: number,
  start: () => Thread<Task, Result>
): Thread<Task, Result> {
  const [best] = [...threads].sort((a, b) => a.pending - b.pending)
  if (best !== undefined && (best.pending === 0 || threads.length >= jobs)) return best
  const started = start()
  threads.push(started)
  return started
}

function stopIf(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new HearsayError('aborted', 'stopped before the end')
}

interface Answer<Result> {
  readonly id: number
  readonly result?: Result
  readonly error?: unknown
}

/** One thread, which answers its tasks in their order. */
export class Thread<Task, Result> {
  readonly #worker: Worker
  readonly #open = new Map<number, { resolve: (result: Result) => void; reject: (error: unknown) => void }>()
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

  get pending(): number {
    return this.#open.size
  }

  run(task: Task): Promise<Result> {
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject })
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
function withoutInputType(flags: readonly string[]): { execArgv?: string[] } {
  const typed = flags.some((flag) => flag.startsWith('--input-type'))
  return typed ? { execArgv: flags.filter((flag) => /^(?:--import|--require|-r|--conditions|-C)\b/.test(flag)) } : {}
}
