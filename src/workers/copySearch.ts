/** The search for copies in another thread, while this one finds out who is who and reads what is said. The same copies as found here. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { HearsayError } from '../errors.js'
import type { Copy } from '../model.js'
import { type ArticleCard, type CopySearch, searchHere } from '../resolve/copies.js'
import { withoutInputType } from './pool.js'

/** What the thread is started with. */
export interface SearchTask {
  readonly cards: readonly ArticleCard[]
  readonly port: MessagePort
  /** One number in shared memory: 0 until the answer is sent. */
  readonly answered: Int32Array
}

export type SearchAnswer = { readonly copies: readonly Copy[] } | { readonly error: unknown }

/** Fewer articles are searched in less time than a thread takes to start. */
const fewest = 200
/** In milliseconds: ten thousand articles take less than a minute. */
const longest = 60 * 60 * 1000

/** Here where there is one thread for all. */
export function searchInThread(jobs: number): CopySearch {
  const worker = new URL('./copyWorker.js', import.meta.url)
  if (jobs <= 1 || !existsSync(fileURLToPath(worker))) return searchHere
  return (cards) => (cards.length < fewest ? searchHere(cards) : begin(worker, cards))
}

/** Handed over, not copied: the cards cannot be used here afterwards. */
function begin(worker: URL, cards: readonly ArticleCard[]): () => readonly Copy[] {
  const { port1, port2 } = new MessageChannel()
  const answered = new Int32Array(new SharedArrayBuffer(4))
  const workerData: SearchTask = { cards, port: port2, answered }
  const given = cards.flatMap(({ sentences: { heads, hashes } }) => [heads.buffer, hashes.buffer].filter(isOwn))
  const transferList = [port2, ...given]
  const thread = new Worker(worker, { workerData, transferList, ...withoutInputType(process.execArgv) })
  // Where nobody gets as far as to wait for it, it does not keep the process.
  thread.unref()
  return () => {
    Atomics.wait(answered, 0, 0, longest)
    const answer: SearchAnswer | undefined = receiveMessageOnPort(port1)?.message
    port1.close()
    if (answer === undefined) {
      throw new HearsayError('internal', 'the thread that looks for copies does not answer; try --jobs 1')
    }
    if ('error' in answer) throw answer.error
    return answer.copies
  }
}

const isOwn = (buffer: ArrayBufferLike): buffer is ArrayBuffer => buffer instanceof ArrayBuffer
