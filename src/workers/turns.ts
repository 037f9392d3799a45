/** Several things done in one thread by turns, none of which outlives the fault of another. */
import { setImmediate } from 'node:timers/promises'
import { HearsayError } from '../errors.js'

/** After so many milliseconds the others have a turn. */
const longestTurn = 20

export class Turns {
  readonly #signal: AbortSignal | undefined
  #began = performance.now()
  #failed = false
  #computing = 0

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal
  }

  /** Nothing that `compute` does needs this thread now. */
  get isFree(): boolean {
    return this.#computing === 0
  }

  /** Does what needs this thread before it is free for others. */
  async compute(work: () => Promise<void>): Promise<void> {
    this.#computing++
    try {
      await work()
    } finally {
      this.#computing--
    }
  }

  /** Lets the others go on. @throws HearsayError `aborted`, also where another failed */
  async pass(): Promise<void> {
    await setImmediate()
    this.#began = performance.now()
    this.check()
  }

  /** Lets the others go on where this one has long had its turn. @throws HearsayError `aborted`, also where another failed */
  async give(): Promise<void> {
    if (performance.now() - this.#began > longestTurn) await this.pass()
    else this.check()
  }

  /** @throws HearsayError `aborted`, also where another failed */
  check(): void {
    if (this.#failed || this.#signal?.aborted) throw new HearsayError('aborted', 'stopped before the end')
  }

  /** Waits until all have ended. @throws what the first threw that failed */
  async all(works: readonly Promise<void>[]): Promise<void> {
    let first: { readonly error: unknown } | undefined
    const ended = works.map((work) =>
      work.catch((error: unknown) => {
        first ??= { error }
        this.#failed = true
      })
    )
    await Promise.all(ended)
    if (first !== undefined) throw first.error
  }
}
