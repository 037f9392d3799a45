/** An article that tries to be more than text: it stays text, and runs nothing. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build } from '../../src/pipeline.js'
import { launch, open, storePage } from './chromium.js'
import { pageOf } from './sample.js'

const long = 'a'.repeat(10_000)
const text = [
  '</script><script>alert("out")</script> The mayor, Ann Lee, said the bridge "><img src=x onerror=alert(1)> would reopen.',
  'Police chief Omar Haddad denied the reports. <!-- <svg onload=alert(2)> He said "{{constructor}} & &lt;b&gt; #{alert(3)}" was nothing.',
  `Ann Lee said that ${long} would open in May. Ann Lee said the road \u202egnp.exe\u202c was safe\u2028and \u2066open\u2069.`,
  'Omar Haddad said "javascript:alert(4)" and \u0000 \ud800 were on the sign.'
].join('\n\n')
const made = build([
  {
    name: '"><script>alert(5)</script>',
    text,
    title: '</title><script>alert(6)</script>\u202e reversed',
    publisher: '<img src=x onerror=alert(7)>',
    url: 'javascript:alert(8)'
  }
])
let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
})

test('the article is found in the page as it was read, and nothing of it ran', async () => {
  const record = [...made.records][0]
  if (!record) throw new Error('nothing was read')
  expect(record.statements.length).toBeGreaterThan(2)
  const html = pageOf(made)
  expect(html.match(/<script/g)?.length).toBe(2)
  const { page, troubles, close } = await open(browser, storePage('hostile', html))
  for (const view of ['graph', 'report', 'timeline', 'table', 'articles', 'compare']) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, `#view=${view}`)
    await page.waitForTimeout(120)
    expect(await page.locator('img, svg, iframe, object').count()).toBe(0)
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0)
  }
  for (const { id, content } of record.statements) {
    const key = id.replace('article/', '').replace('#statement=', ',')
    await page.evaluate((hash) => {
      location.hash = hash
    }, `#statement=${key}`)
    await page.waitForFunction(
      (name) => document.querySelector('blockquote.evidence')?.getAttribute('data-statement') === name,
      key
    )
    const shown = (await page.locator('blockquote.evidence mark.content').allTextContents()).join('').toWellFormed()
    expect(shown).toBe(
      content
        .map(({ start, end }) => record.article.text.slice(start, end))
        .join('')
        .toWellFormed()
    )
    // The text as the page has it, lone surrogates counted and not compared: they cannot leave the browser.
    const whole = await page.evaluate(() => {
      const found = document.querySelector('.reader .text')?.textContent ?? ''
      return [found.toWellFormed(), found.length] as const
    })
    expect(whole).toEqual([record.article.text.toWellFormed(), record.article.text.length])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440)
    expect(await page.locator('.panel').evaluate((panel) => panel.scrollWidth - panel.clientWidth)).toBe(0)
  }
  await page.getByRole('combobox').fill('<img')
  await page.waitForTimeout(100)
  expect(await page.locator('img').count()).toBe(0)
  expect(troubles).toEqual([])
  await close()
})

test('a script that got in all the same would not be run', async () => {
  const { page, troubles, close } = await open(browser, storePage('policy', pageOf(made)))
  await page
    .evaluate(() => {
      const script = document.createElement('script')
      script.setAttribute('data-test', 'in')
      script.append(document.createTextNode('document.title = "ran"'))
      document.body.append(script)
    })
    .catch(() => undefined)
  expect(await page.title()).not.toBe('ran')
  const threw = await page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML('beforeend', '<p>markup</p>')
      return false
    } catch {
      return true
    }
  })
  expect(threw).toBe(true)
  expect(troubles.join(' ')).toMatch(/Content Security Policy|TrustedScript|Trusted/i)
  await close()
})
