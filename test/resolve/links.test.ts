import { describe, expect, it } from 'vitest'
import { defaultGazetteer } from '../../src/rdf/gazetteer.js'
import { resolve } from '../../src/resolve/index.js'
import { recordOf } from './records.js'

interface Story {
  readonly text: string
  readonly published: string
}

/** Links as `type: from text → to text`. */
function linksOf(...stories: Story[]): string[] {
  const records = stories.map(({ text, published }, i) => recordOf(text, `story${i}`, { published }))
  const { claims } = resolve(records, { gazetteer: defaultGazetteer() })
  const textOf = new Map(claims.map((claim) => [claim.id, claim.text]))
  return claims.flatMap((claim) => claim.links.map((link) => `${link.type}: ${claim.text} → ${textOf.get(link.to)}`))
}

describe('links between claims', () => {
  it('a later and higher count by the same source is an update', () => {
    const links = linksOf(
      {
        text: 'At least four people were injured when the bridge in Carrow fell, Mayor Ann Leary said.',
        published: '2024-03-04'
      },
      {
        text: 'Eleven people were injured when the bridge in Carrow fell, Mayor Ann Leary said on Tuesday.',
        published: '2024-03-05'
      }
    )
    expect(links).toHaveLength(1)
    expect(links[0]).toMatch(/^updates: Eleven people .* → At least four people/)
  })

  it('counts of two things are no update', () => {
    const links = linksOf(
      { text: 'Four trucks were stolen from the Carrow depot, Mayor Ann Leary said.', published: '2024-03-04' },
      { text: 'Eleven trucks will carry salt to Lodva, Mayor Ann Leary said.', published: '2024-03-05' }
    )
    expect(links).toEqual([])
  })

  it('a denial of a part in an attack denies what lays it on the denier', () => {
    const links = linksOf(
      {
        text: 'Russia said on Monday that it was fighting saboteurs who had crossed from Ukraine and attacked a rail depot near Bryansk.',
        published: '2024-03-04'
      },
      { text: 'Ukraine denied any part in the attack near Bryansk.', published: '2024-03-04' }
    )
    expect(links).toHaveLength(1)
    expect(links[0]).toMatch(/^denies: any part in the attack/)
  })

  it('what an article sets against each other contradicts, if one says the contrary', () => {
    const [link, ...more] = linksOf({
      text: 'Harbour master Ann Leary said the ferry could still sail in autumn, although surveyor Paul Orlin said the ferry would not sail again.',
      published: '2024-03-04'
    })
    expect(more).toEqual([])
    expect(link).toMatch(/^contradicts/)
  })

  it('two voices that only add to each other do not', () => {
    const links = linksOf({
      text: 'Harbour master Ann Leary said the ferry could sail in autumn, while surveyor Paul Orlin said the ferry needed paint.',
      published: '2024-03-04'
    })
    expect(links).toEqual([])
  })

  it('a denied accusation that the article named before is denied', () => {
    const links = linksOf({
      text: 'The union accused Tolva Mining of hiding two accidents. The company rejected the accusation. The mine has 900 workers.',
      published: '2024-03-04'
    })
    expect(links).toEqual([expect.stringMatching(/^denies: the accusation → .*hiding two accidents/)])
  })

  it('a denial answers what another side says in the same words before it', () => {
    const links = linksOf({
      text: 'The union blamed the collapse on missed inspections. Its members will strike on Friday. Tolva Mining denied that any inspection had been missed.',
      published: '2024-03-04'
    })
    expect(links).toEqual([expect.stringMatching(/^denies: any inspection had been missed → .*missed inspections/)])
  })

  it('a denied assertion is one claim, which denies itself', () => {
    const links = linksOf({
      text: 'The ministry has denied Paul Orlin\u2019s repeated assertion that the dam was leaking.',
      published: '2024-03-04'
    })
    expect(links).toEqual(['denies: the dam was leaking → the dam was leaking'])
  })

  it.each([
    ['bills', 'Ann Leary said the bill would close schools. Several senators rejected bills that close schools.'],
    ['one voice', 'Paul Orlin said the dam was safe. Orlin denied that the dam was unsafe.'],
    [
      'far away',
      `Ann Leary said the dam leaked. ${'It rained all night long in Carrow. '.repeat(5)}Paul Orlin denied that the dam leaked.`
    ]
  ])('but nothing is denied where it is %s', (_kind, text) => {
    expect(linksOf({ text, published: '2024-03-04' }).filter((link) => link.startsWith('denies'))).toEqual([])
  })

  it('two sides that hold one place contradict each other, where the place is named once', () => {
    const links = linksOf({
      text: 'Russia said it had captured the last blocks of the eastern Ukrainian city of Bakhmut. Snow fell. Ukrainian Deputy Defence Minister Hanna Maliar said Ukraine still held a foothold inside the city.',
      published: '2024-03-04'
    })
    expect(links).toEqual([expect.stringMatching(/^contradicts: /)])
  })

  it('two counts of people by two sides contradict each other, where both cannot be', () => {
    const counted = (other: string): string[] =>
      linksOf({
        text: `The interior ministry said 20 protesters had been detained in Carrow. Open Watch, a rights group, said ${other} had been detained in Carrow.`,
        published: '2024-03-04'
      })
    expect(counted('70 protesters')).toEqual([expect.stringMatching(/^contradicts/)])
    expect(counted('at least 15 protesters')).toEqual([])
  })

  it.each([
    [
      'who wins and who loses',
      'Ann Leary said the farmers had won the vote. Paul Orlin said the miners had lost the strike.'
    ],
    [
      'sums of money',
      'Tolva Bank said it had lost $20 million in May. Carrow Bank said it had lost $40 million in May.'
    ],
    [
      'that a thing is not so and another is',
      'Ann Leary said the road was not safe. Paul Orlin said the harbour was full.'
    ]
  ])('but not %s', (_kind, text) => {
    expect(linksOf({ text, published: '2024-03-04' })).toEqual([])
  })
})
