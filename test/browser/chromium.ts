/** Debian's Chromium, and pages in it that fail the test when they print an error or ask for anything but their own file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync'
    ]
  })
}

export interface Opened {
  readonly page: Page
  /** What the page complained of, and every address it asked for besides its own. */
  readonly troubles: string[]
  readonly close: () => Promise<void>
}

/** Writes the page into a file of its own and opens that. */
export function storePage(name: string, html: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-browser-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, `${name}.html`)
  writeFileSync(path, html)
  return pathToFileURL(path).href
}

export async function open(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
  hash = ''
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text())
  })
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== address) troubles.push(`asked for ${request.url()}`)
  })
  page.on('dialog', (dialog) => {
    troubles.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.goto(address + hash)
  await page.waitForFunction(() => performance.getEntriesByName('hearsay-ready').length > 0)
  await page.waitForTimeout(150)
  return { page, troubles, close: () => context.close() }
}
