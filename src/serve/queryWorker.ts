/** A thread that holds the graph and answers one query after another. Whoever started it ends it when a query takes too long. */
import { parentPort, workerData } from 'node:worker_threads'
import { HearsayError } from '../errors.js'
import { formatAnswer, GraphStore } from '../store/index.js'
import type { FromWorker, QueryMessage, WorkerSettings } from './messages.js'

const port = parentPort
if (port === null) throw new Error('queryWorker runs as a worker thread only')

const store = load(workerData)
if (store !== null) {
  port.on('message', (message: QueryMessage) => port.postMessage(answer(store, message)))
  port.postMessage({ type: 'ready', size: store.size } satisfies FromWorker)
}

function load({ texts }: WorkerSettings): GraphStore | null {
  try {
    return new GraphStore(texts)
  } catch (error) {
    const message = error instanceof HearsayError ? `${error.input ?? ''}: ${error.message}` : String(error)
    port?.postMessage({ type: 'broken', message } satisfies FromWorker)
    return null
  }
}

function answer(store: GraphStore, message: QueryMessage): FromWorker {
  try {
    const found = store.ask(message)
    const mediaType = found.kind === 'triples' ? message.tripleType : message.rowType
    if (mediaType === null) {
      const kind = found.kind === 'triples' ? 'triples' : 'rows'
      return {
        type: 'error',
        code: 'not-acceptable',
        message: `the answer is ${kind}, and the client takes no form of them`
      }
    }
    const text = formatAnswer(found, mediaType)
    if (text.length > message.longest) {
      return { type: 'error', code: 'too-large', message: 'the answer is too long: ask for less with LIMIT' }
    }
    return { type: 'reply', reply: { mediaType, text, cut: found.cut } }
  } catch (error) {
    if (error instanceof HearsayError) return { type: 'error', code: error.code, message: error.message }
    // A RangeError of the string that would be too long, or a fault in our own writers; the thread is not to be trusted after it.
    return { type: 'error', code: 'internal', message: 'the query could not be answered' }
  }
}
