/** No shape trips on the sample, nor on 200 real news articles of PolNeAR, which are not in this repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { build } from '../../src/index.js'
import { validateShapes } from '../../src/rdf/index.js'

const corpora = ['../shared/data/polnear/dev/text', '../shared/data/polnear/train/text']
const present = corpora.filter((folder) => existsSync(folder))
const wanted = 200
const together = 20

async function complaints(paths: readonly string[]): Promise<string[]> {
  const inputs = paths.map((path) => ({ name: path.replace(/^.*\/|\.txt$/g, ''), text: readFileSync(path, 'utf8') }))
  const built = build(inputs)
  expect(built.failures).toEqual([])
  expect(built.records.length).toBe(paths.length)
  const { results } = await validateShapes(built.quads())
  return results.map(({ focus, message, value }) => `${message} ${focus} ${value ?? ''}`)
}

test('the sample', async () => {
  const paths = readdirSync('seeds')
    .filter((name) => name.endsWith('.txt'))
    .map((name) => `seeds/${name}`)
  expect(await complaints(paths)).toEqual([])
})

describe.skipIf(present.length === 0)('200 articles of PolNeAR (skipped where ../shared/data is absent)', () => {
  const all = present.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => `${folder}/${name}`)
  )
  // Every so manieth, so that every newspaper is among them.
  const step = Math.max(1, Math.floor(all.length / wanted))
  const chosen = all.filter((_, i) => i % step === 0).slice(0, wanted)
  const batches = Array.from({ length: Math.ceil(chosen.length / together) }, (_, i) => i * together)
  test.each(batches)('from number %i', async (first) => {
    expect(await complaints(chosen.slice(first, first + together))).toEqual([])
  })
})
