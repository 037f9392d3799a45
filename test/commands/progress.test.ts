/** The line that tells how far a run has come: by the bytes of its inputs, at the speed of late, inside its terminal. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readArticles } from '../../src/commands/inputs.js'
import { lineOf, startProgress } from '../../src/commands/progress.js'

describe('the line', () => {
  test.each([
    [0.5, 10, '[==========          ]  50 %  50 articles, 5.0 a second, 10 s left'],
    [0.999, 61, '[=================== ]  99 %  50 articles, 5.0 a second, 2 min left'],
    [1, 0, '[====================] 100 %  50 articles, 5.0 a second, 0 s left'],
    [0.01, 7260, '[                    ]   1 %  50 articles, 5.0 a second, 2 h 1 min left'],
    [0.25, null, '[=====               ]  25 %  50 articles, 5.0 a second'],
    [null, null, '50 articles, 5.0 a second']
  ])('at %s with %s seconds left', (share, left, line) => {
    expect(lineOf({ what: 'articles', count: 50, rate: 5, share, left })).toBe(line)
  })
})

/** A terminal and a clock that a test turns. */
function terminal(columns = 80) {
  const written: string[] = []
  const clock = { now: 0 }
  const screen = { isTTY: true, columns, write: (text: string) => written.push(text) }
  return { written, clock, screen, now: () => clock.now }
}

describe('progress', () => {
  test('is not told of a run that is over in a moment, nor where there is no terminal', () => {
    const { written, clock, screen, now } = terminal()
    for (const progress of [startProgress(false, screen, now), startProgress(true, screen, now)]) {
      clock.now = 0
      progress.begin('articles')
      for (clock.now = 0; clock.now < 1400; clock.now += 200) progress.step(clock.now / 1400)
      progress.clear()
    }
    const piped = startProgress(false, { ...screen, isTTY: false }, now)
    piped.begin('articles')
    clock.now = 60_000
    piped.step(0.5)
    expect(written).toEqual([])
  })

  test('tells the speed of late, and what remains at that speed', () => {
    const { written, clock, screen, now } = terminal()
    const progress = startProgress(false, screen, now)
    progress.begin('articles')
    // 5,000 of 10,000 come from the cache in two seconds; the others take a tenth of a second each.
    for (let i = 1; i <= 5000; i++) {
      clock.now = i * 0.4
      progress.step(i / 10_000)
    }
    for (let i = 1; i <= 300; i++) {
      clock.now += 100
      progress.step((5000 + i) / 10_000)
    }
    expect(written.at(-1)).toBe('\r\u001b[K[==========          ]  53 %  5300 articles, 10.0 a second, 8 min left')
  })

  test('stays inside its terminal, and goes away', () => {
    const { written, clock, screen, now } = terminal(30)
    const progress = startProgress(false, screen, now)
    progress.begin('articles')
    clock.now = 2000
    progress.step(0.5)
    expect(written).toEqual(['\r\u001b[K[==========          ]  50 % '])
    progress.clear()
    progress.clear()
    expect(written.slice(1)).toEqual(['\r\u001b[K'])
    progress.begin('the graph is drawn')
    expect(written.at(-1)).toBe('\r\u001b[Kthe graph is drawn …')
  })
})

describe('how much of the inputs has been read', () => {
  const text = (i: number): string => `The mayor of town ${i} said on Monday that the bridge over the river was safe.`
  const rows = Array.from({ length: 4 }, (_, i) => ({ title: `Story ${i}`, text: text(i) }))
  const bytes = new TextEncoder()

  test.each<[string, Uint8Array]>([
    ['list.json', bytes.encode(JSON.stringify(rows))],
    ['table.csv', bytes.encode(`title,text\n${rows.map((row) => `${row.title},${row.text}`).join('\n')}`)],
    ['stories.zip', zipSync(Object.fromEntries(rows.map((row, i) => [`${i}.txt`, bytes.encode(row.text)])))]
  ])('goes up with the articles of %s, and over all files', async (name, content) => {
    const dir = mkdtempSync(join(tmpdir(), 'hearsay-progress-'))
    writeFileSync(join(dir, name), content)
    const last = join(dir, 'zz.txt')
    writeFileSync(last, text(9).padEnd(content.length))
    const shares: (number | null)[] = []
    for await (const { share } of readArticles([dir], {}, ({ message }) => expect.fail(message))) shares.push(share)
    expect(shares).toEqual([0, 0.125, 0.25, 0.375, 1])
  })

  test('grows with the lines of a long file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'hearsay-progress-')), 'dump.jsonl')
    const more = 'x'.repeat(20_000)
    writeFileSync(file, Array.from({ length: 40 }, (_, i) => JSON.stringify({ text: text(i), more })).join('\n'))
    const shares: number[] = []
    for await (const { share } of readArticles([file], {}, ({ message }) => expect.fail(message)))
      shares.push(share ?? -1)
    expect(shares.length).toBe(40)
    shares.forEach((share, i) => {
      // Told by chunks, so a little late.
      expect(share).toBeLessThanOrEqual((i + 1) / 40)
      expect(share).toBeGreaterThan(i / 40 - 0.1)
    })
  })
})
