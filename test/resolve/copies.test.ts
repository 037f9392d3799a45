import { describe, expect, it } from 'vitest'
import type { ArticleRecord, Copy } from '../../src/model.js'
import { articleCardOf, findCandidates, findCopies } from '../../src/resolve/copies.js'
import { recordOf } from './records.js'

const story = `The old ferry Marigold sank in the harbour of Carrow on Monday night after a fire in its engine room. Harbour master
Ann Leary said all nineteen passengers had been brought ashore by fishing boats. Divers will look at the wreck as soon as the wind drops.
The ferry, built in 1961, carried tourists to the lighthouse island every summer. Its owner, the Tolva Shipping Company, said it would pay
for the rescue. The company has run ferries along the coast for ninety years.`
const retold = `Marigold, an old ferry, went down in Carrow harbour late on Monday following a fire in the engine room. All nineteen
passengers were brought ashore by fishing boats, according to harbour master Ann Leary. When the wind drops, divers will look at the
wreck. Every summer the ferry, which was built in 1961, carried tourists to the island with the lighthouse. The Tolva Shipping Company, its owner,
said it would pay for the rescue, the Carrow Courier reported.`
const other = `A ferry company in the north has ordered six new ships. Its manager, Paul Orlin, said the first of them would sail in
spring. The yard at Lodva will build them. Two hundred people are to find work there. The union welcomed the order.`

function copiesOf(...stories: { text: string; doc: string; published?: string; publisher?: string }[]): {
  docs: string[][]
  copies: readonly Copy[]
} {
  const records: ArticleRecord[] = stories.map(({ text, doc, ...details }) => recordOf(text, doc, details))
  const docs = new Map(records.map(({ article }) => [article.id, article.doc]))
  const copies = findCopies(records.map(articleCardOf))
  return { copies, docs: copies.map((copy) => [docs.get(copy.from) ?? '', docs.get(copy.of) ?? '', copy.kind]) }
}

describe('copies of articles', () => {
  it('a reprint with cuts is a copy of the longer text, where nothing else tells', () => {
    const cut = story.split('. ').slice(0, 3).join('. ')
    const { docs, copies } = copiesOf({ text: story, doc: 'long' }, { text: `${cut}.`, doc: 'short' })
    expect(docs).toEqual([['short', 'long', 'reprint']])
    expect(copies[0]?.sentences.length).toBeGreaterThanOrEqual(3)
  })

  it('the later of two is the copy', () => {
    const stories = [
      { text: story, doc: 'second', published: '2024-05-08' },
      { text: story.replace('old ferry', 'aged ferry'), doc: 'first', published: '2024-05-07' }
    ]
    expect(copiesOf(...stories).docs).toEqual([['second', 'first', 'reprint']])
  })

  it('what is retold in the same order, with credit, is a rewrite of whom it credits', () => {
    const { docs, copies } = copiesOf(
      { text: retold, doc: 'retold', published: '2024-05-07' },
      { text: story, doc: 'original', published: '2024-05-07', publisher: 'Carrow Courier' }
    )
    expect(docs).toEqual([['retold', 'original', 'rewrite']])
    expect(copies[0]?.reason).toMatch(/counterpart/)
  })

  it('two stories about ferries are none', () => {
    expect(copiesOf({ text: story, doc: 'one' }, { text: other, doc: 'two' }).docs).toEqual([])
  })

  it('of three, each has one original and none leads back to itself', () => {
    const texts = [story, story.replace('nineteen', '19'), story.replace('ninety', '90')]
    const { copies } = copiesOf(...texts.map((text, i) => ({ text, doc: `s${i}` })))
    expect(copies).toHaveLength(2)
    expect(new Set(copies.map((copy) => copy.from)).size).toBe(2)
  })

  it('candidates are only those that share sentences', () => {
    const cards = [story, retold, other].map((text, i) => articleCardOf(recordOf(text, `s${i}`)))
    expect(findCandidates(cards)).toHaveLength(1)
  })
})
