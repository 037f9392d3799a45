/** The explorer in a real Chromium, opened from a file: what a reader does, compared with what the records say. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ArticleRecord, Statement } from '../../src/model.js'
import { launch, type Opened, open, storePage } from './chromium.js'
import { buildSample } from './sample.js'

let browser: Browser
let address = ''
const { made, html } = buildSample()
const records: readonly ArticleRecord[] = [...made.records]

beforeAll(async () => {
  browser = await launch()
  address = storePage('sample', html)
})
afterAll(async () => {
  await browser?.close()
})

async function visit(
  act: (page: Page, opened: Opened) => Promise<void>,
  hash = '',
  options: Parameters<typeof open>[2] = {}
): Promise<void> {
  const opened = await open(browser, address, options, hash)
  try {
    await act(opened.page, opened)
    expect(opened.troubles).toEqual([])
  } finally {
    await opened.close()
  }
}

/** Records with a statement, those that deny first. */
function told(act: Statement['act']): { record: ArticleRecord; statement: Statement }[] {
  return records.flatMap((record) =>
    record.statements.filter((statement) => statement.act === act).map((statement) => ({ record, statement }))
  )
}

function words(record: ArticleRecord, statement: Statement): string[] {
  return statement.content.map(({ start, end }) => record.article.text.slice(start, end))
}

function keyOf(statement: Statement): string {
  return statement.id.replace('article/', '').replace('#statement=', ',')
}

/** The pieces that the page marks as what is said, joined where a mark only splits them. */
async function marked(page: Page, where: string): Promise<string> {
  return (await page.locator(`${where} mark.content`).allTextContents()).join('')
}

describe('the page', () => {
  test('is one file of less than 1.5 MB that opens without an error or a request', async () => {
    expect(Buffer.byteLength(html)).toBeLessThan(1_500_000)
    await visit(async (page) => {
      expect(await page.locator('h1').textContent()).toContain('Hearsay')
      expect(await page.locator('.stage canvas').count()).toBe(1)
    })
  })

  test('shows something useful within a second', async () => {
    await visit(async (page) => {
      const ready = await page.evaluate(() => performance.getEntriesByName('hearsay-ready')[0]?.startTime ?? Infinity)
      expect(ready).toBeLessThan(1000)
    })
  })

  test('answers who denied it, and where it says so, with one press', async () => {
    const denials = told('deny')
    expect(denials.length).toBeGreaterThan(0)
    await visit(async (page) => {
      await page.locator('.question .line', { hasText: 'denied' }).first().click()
      const key = await page.locator('blockquote.evidence').getAttribute('data-statement')
      const found = denials.find(({ statement }) => keyOf(statement) === key)
      expect(found).toBeDefined()
      if (!found) return
      expect(await marked(page, 'blockquote.evidence')).toBe(words(found.record, found.statement).join(''))
      expect(await page.locator('.reader .text').textContent()).toBe(found.record.article.text)
      const { start, end } = found.record.sentences[found.statement.sentence] ?? { start: 0, end: 0 }
      expect(await page.locator('.reader .current').textContent()).toBe(found.record.article.text.slice(start, end))
      await page.waitForTimeout(100)
      expect(await page.locator('.reader mark.content').first().isVisible()).toBe(true)
    })
  })

  test('shows for every edge of the graph the words that the record has', async () => {
    await visit(async (page) => {
      let edges = 0
      for (const edge of made.actors.edges()) {
        const { relation, evidence: listed } = made.actors.getEdgeAttributes(edge)
        const evidence: { statement?: string; quote: string }[] = JSON.parse(listed)
        const [from, to] = [made.actors.source(edge), made.actors.target(edge)].map((id) => id.replace('entity/', ''))
        await page.evaluate((hash) => {
          location.hash = hash
        }, `#edge=${from}/${relation}/${to}/0`)
        const first = evidence[0]
        const own = records.flatMap((record) => record.statements.map((statement) => ({ record, statement })))
        const found = own.find(({ statement }) => statement.id === first?.statement)
        await page.waitForFunction(
          (name) => document.querySelector('.kicker')?.textContent?.includes(name),
          'Connection'
        )
        const expected = found ? words(found.record, found.statement).join('') : first?.quote
        const mark = found ? 'content' : 'fact'
        await page.waitForFunction(
          ([name, text]) =>
            [...document.querySelectorAll(`blockquote.evidence mark.${name}`)]
              .map((each) => each.textContent)
              .join('') === text,
          [mark, expected ?? ''] as const,
          { timeout: 5000 }
        )
        edges++
      }
      expect(edges).toBe(made.actors.size)
      expect(edges).toBeGreaterThan(20)
    })
  })

  test('opens the evidence of the line that is pressed on the canvas', async () => {
    await visit(async (page) => {
      const spot = await findEdge(page)
      await page.mouse.click(spot.x, spot.y)
      expect(await page.locator('.kicker').textContent()).toContain('Connection')
      expect(await page.locator('blockquote.evidence').count()).toBe(1)
      expect(new URL(page.url()).hash).toContain('#edge=')
      const heading = (await page.locator('#panel-heading').textContent()) ?? ''
      expect(spot.name.replace(/\s+/g, '')).toBe(heading.replace(/\s+/g, ''))
    })
  })
})

/** Moves over the canvas until the tip names an edge. */
async function findEdge(page: Page): Promise<{ x: number; y: number; name: string }> {
  const box = await page.locator('.stage').boundingBox()
  if (!box) throw new Error('no graph')
  for (let i = 0; i < 400; i++) {
    const x = box.x + box.width * (0.25 + (0.5 * (i % 20)) / 20)
    const y = box.y + box.height * (0.25 + (0.5 * Math.floor(i / 20)) / 20)
    await page.mouse.move(x, y)
    const name = await page.evaluate(() =>
      document.querySelector('.tip:not([hidden]) .tip-text') ? document.querySelector('.tip-head')?.textContent : null
    )
    if (name) return { x, y, name }
  }
  throw new Error('no edge under the pointer')
}

describe('finding', () => {
  test('search leads from words to an actor, a claim and a statement', async () => {
    await visit(async (page) => {
      await page.getByRole('combobox').fill('gladkov')
      await page.getByRole('option').first().waitFor()
      expect(await page.locator('.group-name').allTextContents()).toContain('Statements')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      expect(await page.locator('#panel-heading').textContent()).toContain('Gladkov')
      await page.getByRole('combobox').fill('zzzzqqq')
      expect(await page.locator('.results').textContent()).toContain('Nothing found')
    })
  })

  test('filters by act, actor, article and day narrow every view', async () => {
    await visit(async (page) => {
      await page.getByRole('button', { name: 'Table' }).click()
      const rows = page.locator('tbody tr:not(.more-row)')
      const all = await rows.count()
      await page.locator('.filters label', { hasText: 'Denied' }).click()
      const denied = await rows.count()
      expect(denied).toBe(told('deny').length)
      expect(denied).toBeLessThan(all)
      expect(await page.locator('.tally').textContent()).toBe(`${denied} of ${made.summary.statements} statements`)
      await page.getByRole('button', { name: 'Clear filters' }).click()
      await page.getByLabel('To', { exact: true }).fill('2023-05-22')
      const early = await rows.count()
      expect(early).toBeGreaterThan(0)
      expect(early).toBeLessThan(all)
    })
  })

  test('a link to a statement opens that statement, whichever it is', async () => {
    for (const { record, statement } of [...told('deny').slice(0, 2), ...told('assert').slice(-2)]) {
      await visit(
        async (page) => {
          expect(await marked(page, 'blockquote.evidence')).toBe(words(record, statement).join(''))
          await page.getByRole('button', { name: 'Close', exact: true }).click()
          expect(new URL(page.url()).hash).toBe('')
          await page.goBack()
          await page.waitForFunction(() => document.querySelector('blockquote.evidence') !== null)
        },
        `#statement=${keyOf(statement)}`
      )
    }
  })

  test('a link and a citation can be copied', async () => {
    const first = told('deny')[0]
    if (!first) throw new Error('the sample has no denial')
    await visit(
      async (page) => {
        await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
        await page.getByRole('button', { name: 'Copy link' }).click()
        await page.getByRole('status').getByText('Copied').waitFor({ state: 'attached' })
        const link = await page.evaluate(() => navigator.clipboard.readText())
        expect(link).toBe(`${address}#statement=${keyOf(first.statement)}`)
        await page.getByRole('button', { name: 'Copy citation' }).click()
        await page.waitForTimeout(100)
        const cited = await page.evaluate(() => navigator.clipboard.readText())
        expect(cited).toContain(words(first.record, first.statement)[0]?.replace(/\s+/g, ' '))
        expect(cited).toContain(first.statement.id)
      },
      `#statement=${keyOf(first.statement)}`
    )
  })
})

describe('other views', () => {
  test('the table sorts by any column, both ways', async () => {
    await visit(async (page) => {
      await page.getByRole('button', { name: 'Who', exact: true }).click()
      const cells = async (): Promise<string[]> =>
        (await page.locator('tbody td[data-column="Who"]').allTextContents()).map((text) => text.trim().toLowerCase())
      const up = await cells()
      expect(up.filter((name) => name !== 'nobody named')).toEqual(
        up.filter((name) => name !== 'nobody named').sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
      )
      expect(await page.locator('th').first().getAttribute('aria-sort')).toBe('ascending')
      await page.getByRole('button', { name: 'Who', exact: true }).click()
      const down = await cells()
      expect(down[0]).toBe(up.at(-1))
      expect(await page.locator('th').first().getAttribute('aria-sort')).toBe('descending')
    }, '#view=table')
  })

  test('two articles stand side by side, and a shared sentence leads to its counterpart', async () => {
    await visit(async (page) => {
      const copy = made.resolution.copies[0]
      if (!copy) throw new Error('the sample has no copy')
      expect(await page.locator('.column .shared').count()).toBeGreaterThan(2)
      const first = page.locator('.column').first().locator('.shared').first()
      await first.click()
      const pair = page.locator('.column').last().locator('.paired')
      expect(await pair.count()).toBe(1)
      const number = Number(await first.getAttribute('data-sentence'))
      expect(Number(await pair.getAttribute('data-sentence'))).toBe(copy.sentences.find(([a]) => a === number)?.[1])
    }, '#view=compare')
  })

  test('the report lists denials, and what has one origin only', async () => {
    await visit(async (page) => {
      const denials = page.locator('.report section', { hasText: 'Denials' }).first()
      const refused = told('refuse').length
      expect(await denials.locator('li').count()).toBe(told('deny').length + refused)
      await denials.locator('.line').first().click()
      expect(await page.locator('blockquote.evidence').isVisible()).toBe(true)
    }, '#view=report')
  })

  test('the timeline goes by days', async () => {
    await visit(async (page) => {
      const days = await page
        .locator('.timeline time')
        .evaluateAll((all) => all.map((each) => each.getAttribute('datetime')))
      expect(days.length).toBeGreaterThan(1)
      expect(days).toEqual([...days].sort())
    }, '#view=timeline')
  })
})

describe('without a mouse', () => {
  test('the keyboard alone goes from the top to an edge and its sentence, and back', async () => {
    await visit(async (page) => {
      await page.locator('.stage').focus()
      await page.keyboard.press('ArrowRight')
      const name = await page.getByRole('status').textContent()
      expect(name).toMatch(/\d+ statements?, \d+ connections?/)
      for (let i = 0; i < 8 && !(await page.getByRole('status').textContent())?.includes('evidence'); i++) {
        await page.keyboard.press('ArrowRight')
        await page.keyboard.press('e')
      }
      expect(await page.getByRole('status').textContent()).toContain('evidence')
      await page.keyboard.press('Enter')
      expect(await page.locator('blockquote.evidence').isVisible()).toBe(true)
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('panel-heading')
      await page.keyboard.press('Escape')
      expect(await page.locator('blockquote.evidence').count()).toBe(0)
      expect(await page.evaluate(() => document.activeElement?.classList.contains('stage'))).toBe(true)
    })
  })

  test('tabbing from the top reaches search, views, filters, graph and answers', async () => {
    await visit(async (page) => {
      const seen = new Set<string>()
      for (let i = 0; i < 90; i++) {
        await page.keyboard.press('Tab')
        seen.add(
          await page.evaluate(() => {
            const at = document.activeElement
            return at?.closest('.search, .tabs, .filters, .stage, .panel')?.classList[0] ?? at?.className ?? ''
          })
        )
      }
      for (const part of ['skip', 'search', 'tabs', 'filters', 'stage', 'panel']) expect([...seen]).toContain(part)
    })
  })

  test('a slash goes to the search field', async () => {
    await visit(async (page) => {
      await page.keyboard.press('/')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox')
    })
  })
})

describe('on paper', () => {
  const paper = { colorScheme: 'dark' } as const

  test('the graph stands on white, whole, whatever the screen looked like', async () => {
    await visit(
      async (page) => {
        await page.emulateMedia({ media: 'print' })
        expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
        const canvas = page.locator('.stage canvas')
        const corner = await canvas.evaluate((each: HTMLCanvasElement) => [
          ...(each.getContext('2d')?.getImageData(2, 2, 1, 1).data ?? [])
        ])
        expect(corner).toEqual([255, 255, 255, 255])
        const [box, shape] = [
          await canvas.boundingBox(),
          await canvas.evaluate((each: HTMLCanvasElement) => each.width / each.height)
        ]
        expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(shape, 1)
      },
      '',
      paper
    )
  })

  test('an open statement is printed with its article instead of the graph', async () => {
    await visit(
      async (page) => {
        await page.emulateMedia({ media: 'print' })
        expect(await page.locator('.stage canvas').isVisible()).toBe(false)
        expect(await page.locator('blockquote.evidence').isVisible()).toBe(true)
        expect(await page.locator('.reader .text').isVisible()).toBe(true)
      },
      `#statement=${told('deny')
        .slice(0, 1)
        .map(({ statement }) => keyOf(statement))}`,
      paper
    )
  })
})

describe('on a phone', () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

  test('nothing is wider than the screen, and an answer opens over the view', async () => {
    await visit(
      async (page) => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
        await page.locator('.report .line', { hasText: 'denied' }).first().tap()
        expect(await page.locator('blockquote.evidence').isVisible()).toBe(true)
        const width = await page.locator('.panel').evaluate((panel) => panel.scrollWidth)
        expect(width).toBeLessThanOrEqual(390)
        await page.getByRole('button', { name: 'Close', exact: true }).tap()
        expect(await page.locator('.panel').isVisible()).toBe(false)
      },
      '',
      phone
    )
  })
})
