/**
 * `npm run bench` runs every bench of this folder, each in a process of its own, and ends with a table of their figures;
 * `npm run bench rdf` one of them, with what more it is given (`npm run bench rdf FOLDER`). Times say how one thing compares with another
 * in the same run: what else the machine does changes them little.
 */
import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { cellsOf, type Figure, holds } from './figures.js'

/** What each says, in the order in which they run. */
const benches = {
  extract: 'extraction beside wink-nlp alone',
  resolve: 'who is who, claims and copies, beside extraction',
  judged: 'claims, origins, links and copies beside what was judged by hand',
  rdf: "RDF beside N3's bare writer, and its memory",
  build: 'the command with two threads beside one, and its memory',
  layout: "10,000 nodes beside graphology's bare ForceAtlas2",
  page: 'weight, first view and panning of the explorer, beside sigma'
} as const

const [asked, ...more] = process.argv.slice(2)
const names = Object.keys(benches).filter((name) => asked === undefined || name === asked)
if (names.length === 0) {
  console.error(`no bench ${JSON.stringify(asked)} (use ${Object.keys(benches).join(', ')})`)
  process.exit(2)
}

const gathered: [string, Figure][] = []
const failed: string[] = []
for (const name of names) {
  console.log(`\n== ${name}: ${benches[name as keyof typeof benches]}`)
  if (name === 'page' && !existsSync('/usr/bin/chromium')) {
    console.log('skipped: there is no /usr/bin/chromium (bash test/browser/install-chromium.sh)')
    continue
  }
  const status = await run(name)
  if (status !== 0) failed.push(name)
}

const [{ model = 'unknown processor' } = {}] = cpus()
console.log(`\n== figures (Node ${process.version.slice(1)}, ${cpus().length} × ${model.trim()})`)
const rows = gathered.map(([name, figure]) => [name, ...cellsOf(figure)])
const widths = [0, 1, 2].map((i) => Math.max(0, ...rows.map((row) => row[i]?.length ?? 0)))
for (const row of rows)
  console.log(
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd()
  )
const missed = gathered.filter(([, figure]) => !holds(figure)).length
console.log(missed === 0 ? 'every bar holds' : `${missed} ${missed === 1 ? 'bar is' : 'bars are'} missed`)
if (failed.length > 0) {
  console.error(`failed: ${failed.join(', ')}`)
  process.exitCode = 1
}

function run(name: string): Promise<number> {
  return new Promise((resolve) => {
    const path = fileURLToPath(new URL(`${name}.ts`, import.meta.url))
    const child = fork(path, more, { execArgv: [...process.execArgv, '--expose-gc'] })
    child.on('message', (figure) => gathered.push([name, figure as Figure]))
    child.on('exit', (status) => resolve(status ?? 1))
  })
}
