import { describe, expect, it } from 'vitest'
import type { Resolution } from '../../src/model.js'
import { defaultGazetteer } from '../../src/rdf/gazetteer.js'
import { resolve } from '../../src/resolve/index.js'
import { recordOf } from './records.js'

function resolved(...texts: string[]): Resolution {
  const records = texts.map((text, i) => recordOf(text, `story${i}`, { published: '2024-03-04' }))
  return resolve(records, { gazetteer: defaultGazetteer() })
}

/** How many claims the given stories share. */
function sharedBy(...texts: string[]): number {
  return resolved(...texts).claims.filter((claim) => claim.articles.length > 1).length
}

describe('statements that say the same become one claim', () => {
  it.each([
    [
      'word for word',
      'Mayor Ann Leary said the old harbour bridge would reopen on Friday.',
      'The old harbour bridge would reopen on Friday, Mayor Ann Leary said.'
    ],
    [
      'in other words',
      'Nine people were wounded in the blast at the Tolva depot, Governor Pavel Orlin said.',
      'Pavel Orlin, the governor, said nine residents were injured in an explosion at the Tolva depot.'
    ],
    [
      'one direct and one indirect',
      '"We will rebuild the burned library in Carrow," Mayor Ann Leary said.',
      'Mayor Ann Leary said the town would rebuild the burned library in Carrow.'
    ]
  ])('%s', (_kind, one, other) => {
    expect(sharedBy(one, other)).toBe(1)
  })

  it.each([
    [
      'two places',
      'Governor Pavel Orlin said drones had hit a refinery in Lodva.',
      'Governor Pavel Orlin said schools in Tolva would stay closed.'
    ],
    [
      'two counts of different things',
      'The ministry said twelve trucks were destroyed.',
      'The ministry said twelve children had been found alive.'
    ],
    [
      'two counts of people, whatever they are called',
      'Six workers were hurt in the blast at the Tolva depot, Governor Pavel Orlin said.',
      'Nine people were injured in an explosion at the Tolva depot, Pavel Orlin said.'
    ],
    ['a name alone', 'Ann Leary criticized Pavel Orlin.', 'Ann Leary praised Pavel Orlin.'],
    ['little more than a common verb', 'Ann Leary said she would win.', 'Pavel Orlin said his team could win.']
  ])('but not %s', (_kind, one, other) => {
    expect(sharedBy(one, other)).toBe(0)
  })

  it('gives the same claims for any order of the records', () => {
    const records = [
      recordOf('Nine people were wounded in the blast at the Tolva depot, Governor Pavel Orlin said.', 'a'),
      recordOf('Pavel Orlin said nine residents were injured in an explosion at the Tolva depot.', 'b'),
      recordOf('Nine residents of Tolva were injured, the governor, Pavel Orlin, told reporters.', 'c')
    ]
    const expected = JSON.stringify(resolve(records))
    for (const order of [
      [2, 1, 0],
      [1, 2, 0],
      [2, 0, 1]
    ]) {
      expect(JSON.stringify(resolve(order.flatMap((i) => records[i] ?? [])))).toBe(expected)
    }
  })

  it('takes one article once', () => {
    const record = recordOf('Ann Leary said it rained.', 'a')
    const twice = (): unknown => resolve([record, record])
    expect(twice).toThrow(/two records of this article/)
    expect(twice).toThrow(expect.objectContaining({ code: 'duplicate', input: 'a' }))
  })
})

it('a sentence that two quote is one claim, whoever is said to have said it', () => {
  expect(
    sharedBy(
      '"The harbour will stay ours," the dockers of Carrow wrote on Monday.',
      'In a video from Carrow a masked man said: "The harbour will stay ours." Nobody knew him.'
    )
  ).toBe(1)
})

describe('origins', () => {
  it('count speakers, not articles', () => {
    const { claims } = resolved(
      'Governor Pavel Orlin said nine people were wounded in the blast at the Tolva depot.',
      'Nine people were injured in the blast at the Tolva depot, Pavel Orlin told a news conference.'
    )
    const shared = claims.find((claim) => claim.articles.length === 2)
    expect(shared?.origins).toHaveLength(1)
  })

  it('tell two countries apart', () => {
    const { claims } = resolved(
      'Russia said a prisoner exchange took place near the border on Sunday.',
      'Ukraine said a prisoner exchange took place near the border on Sunday.'
    )
    const shared = claims.find((claim) => claim.articles.length === 2)
    expect(shared?.origins).toHaveLength(2)
  })

  it('take a state and its spokesman for one', () => {
    const { claims } = resolved(
      'Russia said a prisoner exchange took place near the border on Sunday.',
      'Kremlin spokesman Dmitry Peskov said a prisoner exchange took place near the border on Sunday.'
    )
    const shared = claims.find((claim) => claim.articles.length === 2)
    expect(shared?.origins).toHaveLength(1)
  })

  it('take the police of one event for one, in whatever words', () => {
    const { claims } = resolved(
      'Police said on Sunday that nine people were wounded in the blast at the Tolva depot in Lodva.',
      'A police spokesman said nine residents of Lodva were injured in an explosion at the Tolva depot.'
    )
    const shared = claims.find((claim) => claim.articles.length === 2)
    expect(shared?.origins).toHaveLength(1)
  })

  it('take whom a group lets speak for the group', () => {
    const { claims } = resolved(
      'In a video released by the Tolva Brigade, a fighter said: "It is time to leave the old harbour."',
      '"It is time to leave the old harbour," the Tolva Brigade said in a statement on Tuesday.'
    )
    const shared = claims.find((claim) => claim.articles.length === 2)
    expect(shared?.origins).toHaveLength(1)
  })
})
