/**
 * Pictures of out/index.html for the documentation, into docs/screenshots: `npm run screenshots`. Needs Debian's Chromium
 * (test/browser/install-chromium.sh). A picture whose pixels did not change stays as it was.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const address = pathToFileURL(process.argv[2] ?? join(root, 'out/index.html')).href
const folder = join(root, 'docs/screenshots')
mkdirSync(folder, { recursive: true })

const desktop = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }
const pictures = [
  { name: 'graph', ...desktop },
  { name: 'statement', ...desktop, press: '.question .line' },
  { name: 'statement-dark', ...desktop, colorScheme: 'dark', press: '.question .line' },
  { name: 'report', ...desktop, hash: '#view=report' },
  { name: 'timeline', ...desktop, hash: '#view=timeline' },
  { name: 'table', ...desktop, hash: '#view=table' },
  { name: 'compare', ...desktop, hash: '#view=compare', press: '.column .shared' },
  { name: 'phone', ...phone },
  { name: 'phone-statement', ...phone, press: '.report .line' },
  { name: 'phone-dark', ...phone, colorScheme: 'dark', hash: '#view=graph' }
]

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-sync',
    '--font-render-hinting=none'
  ]
})
for (const { name, hash = '', press, ...options } of pictures) {
  const context = await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  await page.goto(address + hash)
  await page.waitForFunction(() => performance.getEntriesByName('hearsay-ready').length > 0)
  if (press) await page.locator(press).first().click()
  await page.waitForTimeout(400)
  const picture = await page.screenshot()
  const path = join(folder, `${name}.png`)
  const same = existsSync(path) && readFileSync(path).equals(picture)
  if (!same) writeFileSync(path, picture)
  console.log(`${same ? 'same' : 'new '} docs/screenshots/${name}.png (${Math.round(picture.length / 1024)} KiB)`)
  await context.close()
}
await browser.close()
