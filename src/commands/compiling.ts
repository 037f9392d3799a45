/**
 * How soon V8 compiles a function for speed. It does so beside the thread that runs the function, and for each thread anew: on a core that is
 * idle that costs nothing, but where threads compute on all cores it takes a third of their time, and most functions do not run long enough
 * to give it back. There each is compiled at once without optimizing, which takes next to no time, and optimized once it has run for longer.
 */
import { availableParallelism } from 'node:os'
import { setFlagsFromString } from 'node:v8'

/** Ten times V8's own, in what a function has run: measured over builds of 420 and 840 articles by two threads on two cores. */
const untilVersion12 = '--interrupt-budget=675840'
const sinceVersion12 = '--invocation-count-for-turbofan=30000'

/** Holds for all threads, those that run and those that are started later. */
export function compileFor(jobs: number): void {
  if (jobs < availableParallelism()) return
  setFlagsFromString('--always-sparkplug')
  setFlagsFromString(Number.parseInt(process.versions.v8, 10) < 12 ? untilVersion12 : sinceVersion12)
}
