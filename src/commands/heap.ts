/**
 * How far the heap may grow beyond what is in use before garbage is collected. Left to itself V8 lets it grow to the fourfold, which is fast
 * where little is held, as while articles are extracted; where much is held that is gigabytes, and collecting earlier takes no longer.
 */
import { setFlagsFromString } from 'node:v8'
import type { BuildPart } from '../workers/buildFolder.js'

/** In percent of what is in use; 0 leaves it to V8. */
const growth: Readonly<Record<BuildPart, number>> = { resolve: 50, write: 0, draw: 50 }

export function boundHeap(part: BuildPart): void {
  setFlagsFromString(`--heap-growing-percent=${growth[part]}`)
}
