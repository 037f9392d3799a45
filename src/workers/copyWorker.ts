/** A thread that looks for copies: cards of articles in, copies out. */
import { workerData } from 'node:worker_threads'
import { findCopies } from '../resolve/copies.js'
import type { SearchAnswer, SearchTask } from './copySearch.js'

const { cards, port, answered }: SearchTask = workerData
const answer = (found: SearchAnswer): void => {
  port.postMessage(found)
  Atomics.store(answered, 0, 1)
  Atomics.notify(answered, 0)
}
try {
  answer({ copies: findCopies(cards) })
} catch (error) {
  answer({ error })
}
port.close()
