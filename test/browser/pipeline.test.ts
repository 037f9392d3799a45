/** The library in a browser: a page bundled by Vite reads a pasted article in a worker, to the same bytes as Node does. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'hearsay'
import type { Browser, Page } from 'playwright-core'
import { type PreviewServer, preview, build as viteBuild } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from './chromium.js'

const text = `The state broadcaster reported on Monday that the dyke had held, citing the harbour master, Ilse Brandt.
“Nobody has to leave,” the mayor, Ana Reis, told reporters in Porto Velho. The union denied that its crews had walked out.`

const root = fileURLToPath(new URL('app/', import.meta.url))
const outDir = mkdtempSync(join(tmpdir(), 'hearsay-vite-'))
let browser: Browser
let server: PreviewServer
let address = ''

beforeAll(async () => {
  await viteBuild({ root, configFile: false, logLevel: 'error', worker: { format: 'es' }, build: { outDir } })
  server = await preview({ root, configFile: false, logLevel: 'error', build: { outDir }, preview: { port: 0 } })
  address = server.resolvedUrls?.local[0] ?? ''
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(outDir, { recursive: true, force: true })
})

async function visit(act: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage()
  const troubles: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text())
  })
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) troubles.push(request.url())
  })
  try {
    await page.goto(address)
    await act(page)
    expect(troubles).toEqual([])
  } finally {
    await page.close()
  }
}

async function read(page: Page, article: string): Promise<string> {
  await page.fill('#article', article)
  await page.click('#read')
  await page.waitForFunction(() => !['', 'reading'].includes(document.querySelector('#state')?.textContent ?? ''))
  return (await page.textContent('#state')) ?? ''
}

test('a pasted article is read in a worker, to the same bytes as in Node', async () => {
  const { files } = build([{ name: 'pasted', text }])
  const expected = [...files()].map(({ name, pieces }) => {
    const hash = createHash('sha256')
    for (const piece of pieces) hash.update(piece)
    return `${name} ${hash.digest('hex')}`
  })
  await visit(async (page) => {
    expect(await read(page, text)).toBe('read')
    expect(await page.locator('#files li').allTextContents()).toEqual(expected)
    const statements = await page.locator('#statements li').allTextContents()
    expect(statements).toContain('ana-reis assert: “Nobody has to leave,”')
    expect(statements.length).toBeGreaterThanOrEqual(3)
  })
})

test('what cannot be read is said there too, and the next article is read', async () => {
  await visit(async (page) => {
    expect(await read(page, '  ')).toContain('nothing but white space')
    expect(await read(page, 'The mayor denied it.')).toBe('read')
    expect(await page.locator('#statements li').count()).toBe(1)
  })
})
