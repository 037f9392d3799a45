/**
 * What the explorer weighs and how fast it is, in Debian's Chromium: `npm run bench page [ACTORS]`. The sample first, then a graph of
 * 10,000 actors, panned by the mouse, beside a bare sigma with the same nodes and edges. This browser has no graphics card: both draw
 * in software (sigma by SwiftShader).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build as bundle } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { pageFiles } from '../src/generated/page.js'
import { actorGraph, type HearsayGraph } from '../src/graph/index.js'
import { place } from '../src/layout/index.js'
import { renderPage } from '../src/render/index.js'
import { buildSample } from '../test/browser/sample.js'
import { type Bar, figure, median } from './figures.js'
import { largeRecords } from './large.js'

const actors = Number(process.argv[2] ?? 10_000)
const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
const flags = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
flags.push('--ignore-gpu-blocklist', '--disable-background-networking', '--disable-component-update', '--disable-sync')

void main()

async function main(): Promise<void> {
  const { html } = buildSample()
  const weight = (text: string): number => Buffer.byteLength(text) / 1000
  figure('sample, whole page', weight(html), 'kB', { atMost: 1500 })
  figure('sample, gzipped', gzipSync(html).length / 1000, 'kB')
  figure('of it script', weight(pageFiles['page.js'] ?? ''), 'kB')
  figure('of it style', weight(pageFiles['page.css'] ?? ''), 'kB')
  const plain = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags })
  try {
    await loads(plain, 'sample', store('sample', html), { atMost: 1000 })
    const { records, resolution } = largeRecords(Math.ceil(actors / 5), actors)
    const graph = actorGraph({ records, resolution })
    place(graph, { iterations: 20 })
    const large = renderPage({ records, resolution, graph })
    console.log(`${graph.order} actors, ${graph.size} edges, ${actors} statements`)
    figure(`${actors} actors, whole page`, weight(large), 'kB')
    const address = store('large', large)
    await loads(plain, `${actors} actors`, address)
    await pans(browser, `${actors} actors`, address, '.stage')
    const sigma = store('sigma', await sigmaHtml(graph))
    await pans(browser, 'the same in sigma', sigma, '#stage')
    await pans(browser, 'the same in sigma, edges hidden while it moves', `${sigma}#hide`, '#stage')
  } finally {
    await plain.close()
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}

function store(name: string, html: string): string {
  const path = join(folder, `${name}.html`)
  writeFileSync(path, html)
  return pathToFileURL(path).href
}

async function opened(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(address)
  await page.waitForFunction(() => performance.getEntriesByName('hearsay-ready').length > 0)
  return page
}

async function loads(browser: Browser, name: string, address: string, bar?: Bar): Promise<void> {
  const times: number[][] = []
  for (let i = 0; i < 5; i++) {
    const page = await opened(browser, address)
    times.push(
      await page.evaluate(async () => {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
        const ready = performance.getEntriesByName('hearsay-ready')[0]?.startTime ?? 0
        return [ready, performance.now()]
      })
    )
    await page.close()
  }
  const [ready = 0, drawn = 0] = [0, 1].map((i) => median(times.map((each) => each[i] ?? 0)))
  figure(`${name}, ready (median of 5 loads)`, ready, 'ms')
  figure(`${name}, drawn (median of 5 loads)`, drawn, 'ms', bar)
}

/** Drags the graph about for two seconds and counts the frames. */
async function pans(browser: Browser, name: string, address: string, stage: string): Promise<void> {
  const page = await opened(browser, address)
  await page.waitForTimeout(1500)
  const box = await page.locator(stage).boundingBox()
  if (!box) throw new Error(`${name} has no ${stage}`)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  // As text: tsx would put a helper into a function that the page does not have.
  await page.evaluate(`window.frames_ = []
    const step = (time) => { window.frames_.push(time); requestAnimationFrame(step) }
    requestAnimationFrame(step)`)
  await page.mouse.move(x, y)
  await page.mouse.down()
  const started = performance.now()
  const before = Number(await page.evaluate('window.frames_.length'))
  for (let i = 0; performance.now() - started < 2000; i++) {
    await page.mouse.move(x + 180 * Math.sin(i / 12), y + 120 * Math.sin(i / 17))
  }
  const frames = await page.evaluate<number[]>(`window.frames_.slice(${before})`)
  await page.mouse.up()
  const gaps = frames
    .slice(1)
    .map((time, i) => time - (frames[i] ?? 0))
    .sort((a, b) => a - b)
  const late = gaps[Math.floor(gaps.length * 0.95)] ?? 0
  const rate = (1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0)
  figure(`${name}, panned`, rate, 'frames a second')
  figure(`${name}, panned, 95 of 100 frames within`, late, 'ms')
  await page.close()
}

async function sigmaHtml(graph: HearsayGraph): Promise<string> {
  const made = await bundle({
    entryPoints: ['bench/sigmaPage.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife'
  })
  const nodes = graph.mapNodes((id, { x, y, size }) => [id, x, y, size])
  const edges = graph.mapEdges((_, __, from, to) => [from, to])
  const block = (id: string, value: unknown): string =>
    `<script type="application/json" id="${id}">${JSON.stringify(value)}</script>`
  return `<!doctype html><meta charset="utf-8"><body style="margin:0"><div id="stage" style="width:730px;height:750px"></div>
${block('nodes', nodes)}${block('edges', edges)}<script>${made.outputFiles[0]?.text ?? ''}</script>`
}
