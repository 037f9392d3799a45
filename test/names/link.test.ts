import { expect, it } from 'vitest'
import { readProse } from '../../src/language/index.js'
import { findNames, type Gazetteer, linkNames, slug } from '../../src/names/index.js'
import { article } from '../article.js'
import { read } from './tables.js'

const tables: Record<string, readonly (readonly [string, readonly string[]])[]> = {
  'a surname, with or without "Mr", is whoever bore it in full': [
    [
      'Vyacheslav Gladkov spoke on Monday. Gladkov gave no details, and Mr Gladkov’s office closed.',
      ['vyacheslav-gladkov: Vyacheslav Gladkov, Gladkov, Gladkov']
    ]
  ],
  'a surname that two persons share goes to the one with the right form of address': [
    [
      'Peter Brandt and Hanna Brandt run the farm. Ms Brandt milks the cows. Mr Brandt sells the milk.',
      ['hanna-brandt: Hanna Brandt, Brandt', 'peter-brandt: Peter Brandt, Brandt']
    ]
  ],
  'a party before a person is no part of the name': [
    ['The chairman of the board, Republican Tom Hask, laughed. Hask left.', ['tom-hask: Tom Hask, Hask']]
  ],
  'an acronym is its long form, in brackets and afterwards': [
    [
      'Fighters of the Northern Volunteer Legion (NVL) crossed the river. The NVL said it had lost nobody.',
      ['northern-volunteer-legion: Northern Volunteer Legion, NVL, NVL']
    ],
    [
      'The World Health Organization (WHO) sent help to Chad. WHO officials praised it.',
      ['chad: Chad', 'world-health-organization: World Health Organization, WHO, WHO']
    ]
  ],
  'a country has one entity under all its names, and its capital stands for it where it acts': [
    [
      'The US and Russia talked. The United States wants peace, Washington said. They met in Moscow.',
      ['moscow: Moscow', 'russia: Russia', 'united-states: US, United States, Washington']
    ],
    ['Ukraine was attacked. Kyiv denied the claim.', ['ukraine: Ukraine, Kyiv']]
  ],
  'a region and the city of that name are one only where the article means the region': [
    ['Shells hit the Belgorod region. The governor of Belgorod spoke.', ['belgorod-region: Belgorod region, Belgorod']],
    ['Shells hit the border region of Belgorod. Belgorod is large.', ['belgorod-region: Belgorod, Belgorod']],
    [
      'Shells hit the Belgorod region. The city of Belgorod is safe.',
      ['belgorod: Belgorod', 'belgorod-region: Belgorod region']
    ]
  ],
  'different things stay apart': [
    [
      'Ann Carter met John Carter. The Ford Foundation is no part of Ford.',
      ['ann-carter: Ann Carter', 'ford-foundation: Ford Foundation', 'ford: Ford', 'john-carter: John Carter']
    ]
  ]
}

for (const [title, rows] of Object.entries(tables)) {
  it.each(rows)(`${title}: %s`, (text, expected) => {
    expect([...read(text).entities].sort()).toEqual([...expected].sort())
  })
}

it('tells why two names are one', () => {
  const prose = readProse(article('Ana Costa came. Costa left.'))
  const { entities } = linkNames(prose, findNames(prose))
  expect(entities[0]?.reasons).toEqual(['Costa: surname of Ana Costa'])
})

it('a gazetteer gives id and name; without it the same persons and groups stand under their own names', () => {
  const text = 'Ana Costa of the Free River Party met the FRP’s donors. Costa thanked them.'
  const known: Gazetteer = {
    lookup: (name) =>
      name === 'Ana Costa'
        ? [{ id: 'ana-maria-costa', type: 'person', name: 'Ana Maria Costa', names: ['Ana Costa'] }]
        : []
  }
  const prose = readProse(article(text))
  const names = findNames(prose)
  const alone = linkNames(prose, names)
  const helped = linkNames(prose, names, known)
  expect(alone.entities.map(({ id }) => id)).toEqual(['ana-costa', 'free-river-party'])
  expect(helped.entities.map(({ id }) => id)).toEqual(['ana-maria-costa', 'free-river-party'])
  expect(helped.mentions.map(({ start, end }) => [start, end])).toEqual(
    alone.mentions.map(({ start, end }) => [start, end])
  )
})

it('an id is the slug of the name, whichever way its accents are encoded', () => {
  expect(slug('Zoë Müller')).toBe(slug('Zoë Müller'.normalize('NFD')))
  expect(slug('Zoë Müller')).toMatch(/^[a-z0-9-]+$/)
})

it('links 8,000 different names in time in proportion', () => {
  const text = Array.from({ length: 4000 }, (_, i) => `Ann B${i.toString(36)}son met Bo C${i.toString(36)}sen.`).join(
    ' '
  )
  const prose = readProse(article(text))
  const names = findNames(prose)
  const start = performance.now()
  expect(linkNames(prose, names).mentions.length).toBe(names.length)
  expect(performance.now() - start).toBeLessThan(5000)
})

it('spells the name of a place or person that is printed in capitals only as names are spelt', () => {
  const prose = readProse(article('COLUMBUS, Ohio (AP) -- The mayor of NATO left.'))
  const names = linkNames(prose, findNames(prose)).entities.map((entity) => entity.name)
  expect(names).toContain('Columbus')
  expect(names).not.toContain('Nato')
})

it('takes what a share is traded under for no name', () => {
  const prose = readProse(article('British retailer Halden Group Plc (HLD.L) cut its forecast.'))
  const names = linkNames(prose, findNames(prose)).entities.flatMap((entity) => [entity.name, ...entity.otherNames])
  expect(names).toEqual(['Halden Group Plc'])
})
