/** How far a long run has come, on one line of a terminal that is written over; nothing where standard error is none. */

export interface Progress {
  /** One more is done. */
  step(): void
  /** Takes the line away. */
  done(): void
}

const quietBefore = 1500
const between = 100

/** @param total null where nobody knows yet */
export function startProgress(what: string, total: () => number | null, quiet: boolean): Progress {
  const { stderr } = process
  if (quiet || stderr.isTTY !== true) return { step() {}, done() {} }
  const began = performance.now()
  let count = 0
  let shown = 0
  return {
    step() {
      count++
      const now = performance.now()
      if (now - began < quietBefore || now - shown < between) return
      shown = now
      stderr.write(`\r\u001b[K${lineOf(what, count, total(), (now - began) / 1000, stderr.columns || 80)}`)
    },
    done() {
      if (shown > 0) stderr.write('\r\u001b[K')
    }
  }
}

/** @example lineOf('articles', 50, 100, 10, 80) // '[==========          ] 50 of 100 articles, 5.0 a second, 10 s left' */
export function lineOf(what: string, count: number, total: number | null, seconds: number, width: number): string {
  const rate = count / Math.max(seconds, 0.001)
  const speed = `${rate >= 100 ? rate.toFixed(0) : rate.toFixed(1)} a second`
  if (total === null || total < count) return `${count} ${what}, ${speed}`.slice(0, width - 1)
  const filled = Math.round((20 * count) / Math.max(total, 1))
  const left = (total - count) / Math.max(rate, 0.001)
  const bar = `[${'='.repeat(filled)}${' '.repeat(20 - filled)}]`
  return `${bar} ${count} of ${total} ${what}, ${speed}, ${duration(left)} left`.slice(0, width - 1)
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
