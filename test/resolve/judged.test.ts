import { describe, expect, it } from 'vitest'
import { f1, judge, judgedOf, judgedStories, recordsOf, resolveJudged } from './judged.js'

/** What is wanted of each story: shares from 0 to 1. `npm run bench judged` prints what there is. */
const least: Readonly<Record<string, { pairs: number; origins: number; links: number }>> = {
  election: { pairs: 0.6, origins: 0.8, links: 0.6 },
  fire: { pairs: 0.6, origins: 0.8, links: 0.6 },
  seeds: { pairs: 0.75, origins: 15 / 22, links: 0.5 },
  spill: { pairs: 0.75, origins: 0.8, links: 0.5 }
}

describe('stories that were judged by hand', () => {
  it('each has a bar', () => {
    expect(judgedStories()).toEqual(Object.keys(least))
  })

  it.each(Object.entries(least))('%s', (story, bar) => {
    const judged = judgedOf(story)
    const records = recordsOf(judged)
    const verdict = judge(judged, records, resolveJudged(records))
    const why = verdict.errors.join('\n')
    expect(f1(verdict.pairs), why).toBeGreaterThanOrEqual(bar.pairs)
    expect(verdict.origins.right / verdict.origins.of, why).toBeGreaterThanOrEqual(bar.origins)
    expect(verdict.links.right / verdict.links.wanted, why).toBeGreaterThanOrEqual(bar.links)
    expect(verdict.falseContradictions, why).toBe(0)
    expect(f1(verdict.copies), why).toBe(1)
  })
})
