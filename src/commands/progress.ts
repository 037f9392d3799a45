/** How far a long run has come, on one line of a terminal that is written over; nothing where standard error is none. */

export interface Progress {
  /** Another part of the work begins: `what` is counted, as in "articles". */
  begin(what: string): void
  /** One more is done, and so much (0 to 1) of this part; null where nobody knows. */
  step(share: number | null): void
  /** Takes the line away, so that something else can be printed, or at the end. */
  clear(): void
}

/** A terminal, as much of it as is needed. */
export interface Screen {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

const quietBefore = 1500
const between = 100
/** Speed is that of the last so many milliseconds: what comes from the cache goes by faster than what is extracted. */
const remembered = 20_000

interface Sample {
  readonly at: number
  readonly count: number
  readonly share: number | null
}

/** @param now milliseconds on a clock that never goes back */
export function startProgress(
  quiet: boolean,
  screen: Screen = process.stderr,
  now: () => number = () => performance.now()
): Progress {
  if (quiet || screen.isTTY !== true) return { begin() {}, step() {}, clear() {} }
  const began = now()
  let what = ''
  let count = 0
  let shown = 0
  let isShown = false
  let samples: Sample[] = []
  const show = (line: string, at: number): void => {
    screen.write(`\r\u001b[K${line.slice(0, (screen.columns || 80) - 1)}`)
    shown = at
    isShown = true
  }
  return {
    begin(next) {
      what = next
      count = 0
      const at = now()
      samples = [{ at, count, share: 0 }]
      if (at - began >= quietBefore) show(`${what} …`, at)
    },
    step(share) {
      count++
      const at = now()
      if (at - began < quietBefore || at - shown < between) return
      samples = samples.filter((sample, i) => i === samples.length - 1 || at - sample.at < remembered)
      const first = samples[0] ?? { at, count: 0, share: 0 }
      samples.push({ at, count, share })
      const seconds = Math.max(at - first.at, 1) / 1000
      const gained = share === null || first.share === null ? 0 : share - first.share
      show(
        lineOf({
          what,
          count,
          rate: (count - first.count) / seconds,
          share,
          left: share === null || gained <= 0 ? null : ((1 - share) / gained) * seconds
        }),
        at
      )
    },
    clear() {
      if (isShown) screen.write('\r\u001b[K')
      isShown = false
    }
  }
}

export interface State {
  readonly what: string
  readonly count: number
  /** How many a second. */
  readonly rate: number
  /** 0 to 1, or null where nobody knows. */
  readonly share: number | null
  /** Seconds, or null where nobody knows. */
  readonly left: number | null
}

/** @example lineOf({ what: 'articles', count: 50, rate: 5, share: 0.5, left: 10 }) // '[==========          ]  50 %  50 articles, 5.0 a second, 10 s left' */
export function lineOf({ what, count, rate, share, left }: State): string {
  const things = count === 1 ? what.replace(/^articles/, 'article') : what
  const speed = `${count} ${things}, ${rate >= 100 ? rate.toFixed(0) : rate.toFixed(1)} a second`
  if (share === null) return speed
  const filled = Math.floor(20 * share)
  const bar = `[${'='.repeat(filled)}${' '.repeat(20 - filled)}] ${String(Math.floor(100 * share)).padStart(3)} %`
  return `${bar}  ${speed}${left === null ? '' : `, ${duration(left)} left`}`
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
