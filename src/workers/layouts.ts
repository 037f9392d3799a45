/** The shapes of large graphs → their places, each computed in a thread of its own while others write. The same bytes as without threads. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Places, Shape } from '../layout/index.js'
import { Thread } from './pool.js'

export interface Layouts {
  readonly places: Promise<readonly [Places, Places]>
  /** Ends the threads, whether they are done or not. */
  end(): Promise<void>
}

/** Below so many nodes a layout takes no longer than a thread to start. */
const large = 100

/** Null where a thread is not worth it, or there is none. */
export function startLayouts([graph, actors]: readonly [Shape, Shape], jobs: number): Layouts | null {
  const worker = new URL('./layoutWorker.js', import.meta.url)
  if (jobs <= 1 || graph.ids.length < large || !existsSync(fileURLToPath(worker))) return null
  const threads = [new Thread<Shape, Places>(worker, null), new Thread<Shape, Places>(worker, null)] as const
  const places = Promise.all([threads[0].run(graph), threads[1].run(actors)])
  // Whoever waits for the places is told; where nobody gets that far, an ended thread is no fault.
  places.catch(() => {})
  return {
    places,
    end: async () => {
      await Promise.all(threads.map((thread) => thread.end()))
    }
  }
}
