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
})
