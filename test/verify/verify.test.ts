/** Verify passes what was built, and fails on one changed character, of an article or of an evidence, in every format. */
import { describe, expect, test } from 'vitest'
import { type Article, articleOf, build, verify } from '../../src/index.js'

const articles: Article[] = [
  articleOf(
    'date 2024-03-05 PORTO – “The 😀 bridge is safe & sound,” said the mayor, Ana Reis, on Monday.\n\nThe builder, Costa & Sons, denied any delay, the Herald reported.',
    'bridge'
  ),
  articleOf('date 2024-03-06 Ana Reis said the bridge was safe. Costa & Sons could not be reached.', 'after')
]
const files = [...build(articles).files()].map(({ name, pieces }) => ({ name, text: [...pieces].join('') }))

describe('verify', () => {
  test('finds every evidence exact', async () => {
    const report = await verify(files, articles)
    expect(report.differences).toEqual([])
    expect(report.exact).toBe(true)
    for (const { file, checked } of report.files.filter(({ file }) => file !== 'copies.ndjson'))
      expect([file, checked]).not.toEqual([file, 0])
  })

  test('fails in every file that quotes an article of which one character was changed', async () => {
    const changed = articles.map((each) => articleOf(each.text.replace('safe', 'sale'), each.doc))
    const report = await verify(files, changed)
    const failing = new Set(report.differences.map(({ file }) => file))
    for (const name of [
      'records.ndjson',
      'graph.ttl',
      'graph.trig',
      'graph.nq',
      'graph.graphml',
      'graph.gexf',
      'edges.csv'
    ])
      expect([...failing]).toContain(name)
    expect(report.differences.some(({ message }) => /SHA-256/.test(message))).toBe(true)
  })

  test.each([
    'records.ndjson',
    'graph.ttl',
    'graph.trig',
    'graph.nq',
    'graph.graphml',
    'graph.gexf',
    'edges.csv',
    'actors.graphml',
    'actors.gexf'
  ])('fails when one character of an evidence in %s is changed', async (name) => {
    const broken = files.map((file) =>
      file.name === name
        ? { ...file, text: swapLast(file.text, name.startsWith('actors') ? 'denied any' : 'said the mayor') }
        : file
    )
    const report = await verify(broken, articles)
    expect(report.exact).toBe(false)
    expect(report.differences.every(({ file }) => file === name)).toBe(true)
  })

  test('fails when an article is missing, and when a file is cut off', async () => {
    expect((await verify(files, articles.slice(0, 1))).exact).toBe(false)
    const cut = files.map((file) => (file.name === 'graph.trig' ? { ...file, text: file.text.slice(0, -200) } : file))
    expect((await verify(cut, articles)).exact).toBe(false)
  })

  test('fails when nothing was there to check', async () => {
    expect((await verify([], articles)).exact).toBe(false)
  })
})

/** Changes the last letter of the last occurrence of words that only an evidence holds of the file. */
function swapLast(text: string, word: string): string {
  const at = text.lastIndexOf(word)
  return `${text.slice(0, at + word.length - 1)}x${text.slice(at + word.length)}`
}
