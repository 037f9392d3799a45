/** Copies that another thread looks for: the same as those found here. */
import { expect, test } from 'vitest'
import { type ArticleCard, findCopies } from '../../src/resolve/copies.js'
import { mix } from '../../src/resolve/hash.js'
import { packed } from '../../src/resolve/sentences.js'
import { root } from '../commands/run.js'

/** Each tenth article is the one before it, a day later. */
function cardsOf(count: number): ArticleCard[] {
  return Array.from({ length: count }, (_, i) => {
    const story = i % 10 === 9 ? i - 1 : i
    const sentences = Array.from({ length: 8 }, (_, number) => {
      const words = Int32Array.from({ length: 12 }, (_, word) => mix(story * 1000 + number * 100 + word) | 0)
      return { number, words, stems: words.slice().sort() }
    })
    const published = `2024-03-${String(10 + (i % 10)).padStart(2, '0')}`
    return { id: `article/${i}`, published, publisher: '', credits: [], sentences: packed(sentences) }
  })
}

test('are those that this thread finds, for few articles and for many', async () => {
  const { searchInThread }: typeof import('../../src/workers/copySearch.js') = await import(
    `${root}dist/workers/copySearch.js`
  )
  for (const [count, jobs] of [
    [20, 2],
    [300, 1],
    [300, 2]
  ] as const) {
    const wait = searchInThread(jobs)(cardsOf(count))
    const found = wait()
    expect(found).toHaveLength(count / 10)
    expect(found).toEqual(findCopies(cardsOf(count)))
  }
})
