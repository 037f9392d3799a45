/**
 * How fast graphs are written, beside N3's bare writer with the same quads in the same order: `npx tsx bench/rdf.ts [FOLDER]`.
 * The folder holds articles as `hearsay build` takes them; the sample's are taken without one. Both writers run in turn, several
 * times, and the medians count.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Quad } from '@rdfjs/types'
import { Writer } from 'n3'
import { build } from '../src/index.js'
import { prefixes, writeJsonld, writeNQuads, writeTrig, writeTurtle } from '../src/rdf/index.js'

const folder = process.argv[2] ?? 'seeds'
const inputs = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .slice(0, 200)
  .map((name) => ({ name: name.replace(/\.txt$/, ''), text: readFileSync(join(folder, name), 'utf8') }))
const built = build(inputs)
const quads = [...built.quads()]
const facts = quads.filter((quad) => quad.graph.termType === 'DefaultGraph')
const articles = built.records.length
console.log(
  `${articles} articles: ${quads.length} quads, ${Math.round(facts.length / articles)} triples and ${Math.round((quads.length - facts.length) / articles)} claimed quads per article`
)

const rounds = Math.max(7, Math.ceil(1_000_000 / quads.length))
compare('Turtle', facts, () => writeTurtle(facts), 'text/turtle')
compare('TriG', quads, () => writeTrig(quads), 'application/trig')
compare('N-Quads', quads, () => writeNQuads(quads), 'application/n-quads')
alone('JSON-LD', quads, () => writeJsonld(quads))

function compare(name: string, given: readonly Quad[], ours: () => Iterable<string>, format: string): void {
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    times[0].push(time(() => consume(ours())))
    times[1].push(time(() => bare(given, format)))
  }
  const [us, them] = times.map((values) => (median(values) * 1e6) / given.length)
  if (us === undefined || them === undefined) return
  console.log(
    `${name.padEnd(8)} ${us.toFixed(0).padStart(6)} ns a quad, N3's bare writer ${them.toFixed(0)} ns: ${(us / them).toFixed(2)} times`
  )
}

function alone(name: string, given: readonly Quad[], ours: () => Iterable<string>): void {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) times.push(time(() => consume(ours())))
  console.log(
    `${name.padEnd(8)} ${((median(times) * 1e6) / given.length).toFixed(0).padStart(6)} ns a quad; N3 writes no JSON-LD`
  )
}

/** N3 as anybody would use it: one writer for everything, its prefixes, no order. */
function bare(given: readonly Quad[], format: string): void {
  const writer = new Writer({ format, prefixes })
  for (const quad of given) writer.addQuad(quad)
  writer.end((error, result) => {
    if (error || result.length === 0) throw error ?? new Error('N3 wrote nothing')
  })
}

function consume(pieces: Iterable<string>): void {
  let length = 0
  for (const piece of pieces) length += piece.length
  if (length === 0) throw new Error('nothing was written')
}

function time(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
