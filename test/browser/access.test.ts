/** axe-core over every view, in light and in dark: nothing serious. */
import axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, open, storePage } from './chromium.js'
import { buildSample } from './sample.js'

let browser: Browser
let address = ''
beforeAll(async () => {
  browser = await launch()
  address = storePage('access', buildSample().html)
})
afterAll(async () => {
  await browser?.close()
})

const views = ['graph', 'report', 'timeline', 'table', 'articles', 'compare']

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`every view is without serious findings in ${colorScheme}, ${width} pixels wide`, async () => {
      // The page allows no script but its own, so that axe has to come in past its policy.
      const options = { colorScheme, bypassCSP: true, viewport: { width, height: 900 } }
      const { page, close } = await open(browser, address, options)
      await page.evaluate(axe.source)
      const check = async (name: string): Promise<string[]> => {
        const found = await page.evaluate(async () => {
          const { axe: run } = window as unknown as { axe: typeof axe }
          const { violations } = await run.run(document)
          return violations.map(({ id, impact, nodes }) => ({
            id,
            impact,
            first: nodes[0]?.html ?? '',
            many: nodes.length
          }))
        })
        return found
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, first, many }) => `${name}: ${id} (${many}) ${first.slice(0, 160)}`)
      }
      const findings: string[] = []
      for (const view of views) {
        await page.evaluate((hash) => {
          location.hash = hash
        }, `#view=${view}`)
        await page.waitForTimeout(150)
        findings.push(...(await check(view)))
      }
      const line = page.locator('.question .line, .report .line').first()
      await page.evaluate(() => {
        location.hash = '#view=report'
      })
      await page.waitForTimeout(150)
      await line.evaluate((link) => {
        if (link instanceof HTMLElement) link.click()
      })
      findings.push(...(await check('statement')))
      expect(findings).toEqual([])
      await close()
    })
  }
}
