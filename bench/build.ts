/**
 * How `hearsay build` uses a machine: its speed with two threads in proportion to one, and its peak memory for many articles in proportion
 * to few.
 *
 *     npm run build && npm run bench build -- [FOLDER] [--rounds 3] [--articles 840] [--memory 1000,10000]
 *
 * FOLDER holds articles as .txt (default: PolNeAR's training part). They are given as JSONL, and those beyond the folder's own are varied.
 * Runs with one and two threads alternate, without a cache, and the fastest of each counts: other programs on the machine can only make a
 * run slower. --memory 0 leaves memory out, --rounds 0 leaves speed out.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { figure } from './figures.js'
import { variedArticles } from './varied.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    articles: { type: 'string', default: '840' },
    memory: { type: 'string', default: '1000,10000' }
  }
})
const [folder = '../shared/data/polnear/train/text'] = positionals
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
/** The child tells at its end what it used. Linux counts what the parent held at the start of a child as the child's own peak, but for VmHWM. */
const usageAtEnd = `data:text/javascript,${encodeURIComponent(`
import { isMainThread } from 'node:worker_threads'
import { existsSync, readFileSync } from 'node:fs'
if (isMainThread) process.on('exit', () => {
  const usage = process.resourceUsage()
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  const maxRSS = Number(/VmHWM:\\s*(\\d+)/.exec(status)?.[1] ?? usage.maxRSS)
  process.stderr.write('usage ' + JSON.stringify({ ...usage, maxRSS }))
})`)}`
const scratch = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))

interface Run {
  readonly seconds: number
  /** Of the processor, all threads together. */
  readonly busy: number
  readonly megabytes: number
}

try {
  if (Number(values.rounds) > 0) measureSpeed(dump(Number(values.articles)), Number(values.articles))
  const sizes = values.memory.split(',').map(Number)
  if (sizes.every((size) => size > 0)) measureMemory(sizes)
} finally {
  rmSync(scratch, { recursive: true })
}

function measureSpeed(file: string, articles: number): void {
  const best = new Map<number, Run>()
  for (let round = 1; round <= Number(values.rounds); round++) {
    for (const jobs of [1, 2]) {
      const run = build(file, jobs)
      const known = best.get(jobs)
      if (known === undefined || run.seconds < known.seconds) best.set(jobs, run)
      say(`round ${round}, --jobs ${jobs}`, run)
    }
  }
  const [one, two] = [best.get(1), best.get(2)]
  if (one === undefined || two === undefined) return
  for (const [jobs, run] of best) figure(`--jobs ${jobs}`, articles / run.seconds, 'articles a second')
  figure('two threads beside one', one.seconds / two.seconds, 'times the speed', { atLeast: 1.6 })
}

function measureMemory(sizes: readonly number[]): void {
  const peaks = sizes.map((size) => {
    const run = build(dump(size), 2)
    say(`${size} articles`, run)
    return run.megabytes
  })
  const [few = 1, ...more] = peaks
  for (const [i, many] of more.entries()) {
    figure(`peak memory for ${sizes[i + 1]} articles beside ${sizes[0]}`, many / few, 'times', { atMost: 1.3 })
  }
}

function say(what: string, { seconds, busy, megabytes }: Run): void {
  process.stdout.write(
    `${what}: ${seconds.toFixed(1)} s, processor ${busy.toFixed(1)} s, peak memory ${megabytes} MB\n`
  )
}

/** A file of so many articles, one a line. */
function dump(articles: number): string {
  const path = join(scratch, `${articles}.jsonl`)
  const file = openSync(path, 'w')
  for (const article of variedArticles(folder, articles)) writeSync(file, `${JSON.stringify(article)}\n`)
  closeSync(file)
  process.stdout.write(`${articles} articles, ${(statSync(path).size / 1e6).toFixed(1)} MB\n`)
  return path
}

function build(file: string, jobs: number): Run {
  const out = join(scratch, 'out')
  rmSync(out, { recursive: true, force: true })
  const began = performance.now()
  const args = [
    '--import',
    usageAtEnd,
    cli,
    'build',
    file,
    '--out',
    out,
    '--jobs',
    String(jobs),
    '--no-cache',
    '--quiet'
  ]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  const seconds = (performance.now() - began) / 1000
  const found = /usage (\{.*\})$/s.exec(stderr)?.[1]
  if (found === undefined) throw new Error(`build ended with ${status}: ${stderr.slice(-2000)}`)
  const usage: { maxRSS: number; userCPUTime: number; systemCPUTime: number } = JSON.parse(found)
  return {
    seconds,
    busy: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    megabytes: Math.round(usage.maxRSS / 1024)
  }
}
