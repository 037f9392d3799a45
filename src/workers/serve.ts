/** The other end of the pool: a worker's answers to its tasks. */
import { parentPort } from 'node:worker_threads'

/**
 * @param work may throw; the one who asked is told
 * @param given what of a result is handed over rather than copied
 */
export function serveTasks<Task, Result>(
  work: (task: Task) => Result,
  given: (result: Result) => readonly ArrayBuffer[] = () => []
): void {
  const port = parentPort
  port?.on('message', ({ id, task }: { readonly id: number; readonly task: Task }) => {
    try {
      const result = work(task)
      port.postMessage({ id, result }, given(result))
    } catch (error) {
      port.postMessage({ id, error })
    }
  })
}
