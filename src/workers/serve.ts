/** The other end of the pool: a worker's answers to its tasks. */
import { parentPort } from 'node:worker_threads'

/** @param work may throw; the one who asked is told */
export function serveTasks<Task, Result>(work: (task: Task) => Result): void {
  const port = parentPort
  port?.on('message', ({ id, task }: { readonly id: number; readonly task: Task }) => {
    try {
      port.postMessage({ id, result: work(task) })
    } catch (error) {
      port.postMessage({ id, error })
    }
  })
}
