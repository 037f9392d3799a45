import { describe, expect, it } from 'vitest'
import { readProse } from '../../src/language/index.js'
import { findNames } from '../../src/names/index.js'
import { article } from '../article.js'
import { read } from './tables.js'

const tables: Record<string, readonly (readonly [string, readonly string[]])[]> = {
  'are printed without titles, articles and possessives': [
    [
      'Prime Minister Jonas Lund and Foreign Minister Ilse de Vries flew to Paris on Friday.',
      ['Jonas Lund/person', 'Ilse de Vries/person', 'Paris/place']
    ],
    [
      'Belgorod Governor Vyacheslav Gladkov said two drones had been shot down.',
      ['Belgorod/place', 'Vyacheslav Gladkov/person']
    ],
    ["Ireland's Department of Health gave no figures.", ['Ireland/place', 'Department of Health/governmentbody']]
  ],
  'reach as far as what they name': [
    [
      'The Ministry of Agriculture and the Institute for the Study of Rivers disagreed.',
      ['Ministry of Agriculture/governmentbody', 'Institute for the Study of Rivers/organization']
    ],
    ['Rain fell for a week, the Institute for the Study of War said.', ['Institute for the Study of War/organization']],
    ['He was born in the Grodno region.', ['Grodno region/place']],
    ['She lives in Washington, D.C., and works in Boston.', ['Washington, D.C./place', 'Boston/place']]
  ],
  'are parted where several stand together': [
    ['Marta Keller and Tomas Lind wrote a letter.', ['Marta Keller/person', 'Tomas Lind/person']],
    ['Mayor of Lund Rosa Holm resigned.', ['Lund/place', 'Rosa Holm/person']],
    ['Governor of New York Jane Doe agreed.', ['New York/place', 'Jane Doe/person']],
    ['The head of the Luhansk region Rosa Holm agreed.', ['Luhansk region/place', 'Rosa Holm/person']],
    ['Photograph: Ana Costa/Getty Images', ['Ana Costa/person', 'Getty Images/outlet']]
  ],
  'have the type that the words in and beside them tell': [
    ['The mayor of Dunmore, Hanna Brandt, resigned.', ['Dunmore/place', 'Hanna Brandt/person']],
    [
      'Fighters of the Northern Volunteer Legion (NVL) crossed the river.',
      ['Northern Volunteer Legion/armedgroup', 'NVL/armedgroup']
    ],
    ['The village of Orlovka was shelled.', ['Orlovka/place']],
    ['Help came from the Spanish Red Cross.', ['Spanish Red Cross/organization']],
    ['The Guardian reported the deal first; the BBC confirmed it.', ['The Guardian/outlet', 'BBC/outlet']]
  ],
  'of an office are none, and nobody is called I': [['The Home Secretary and I are working on it.', []]],
  'of a network are a channel where somebody posts on it, and a company where it acts': [
    ['He posted the video on Telegram.', ['Telegram/channel']],
    ['Twitter suspended the account.', ['Twitter/organization']]
  ],
  'are not days, peoples, beliefs or common words that open a sentence': [
    ['The German, a Muslim, arrived in May with 12 Frenchmen.', []],
    ['Yesterday nobody came. Members of the crew were held.', []]
  ],
  'in a heading in capitals are only what is known as a name': [
    [
      'FLOODS HIT NORTHERN ITALY AS RIVERS RISE\n\nThousands left Bologna, officials said.',
      ['ITALY/place', 'Bologna/place']
    ]
  ]
}

for (const [title, rows] of Object.entries(tables)) {
  it.each(rows)(`names ${title}: %s`, (text, expected) => {
    expect(read(text).names).toEqual(expected)
  })
}

describe('hostile text', () => {
  const time = (text: string): number => {
    const prose = readProse(article(text))
    const start = performance.now()
    findNames(prose)
    return performance.now() - start
  }

  it.each([
    ['capitalised words without an end', 'Alpha Bravo Charlie '],
    ['initials and stops', 'A. B. '],
    ['lists', 'Ann Lee and Bob Roe, '],
    ['titles', 'President of the Minister '],
    ['owners', "Paris's Rome's "],
    ['brackets', 'World Health Organization (WHO) ']
  ])('takes time in proportion to its length: %s', (_, unit) => {
    const small = unit.repeat(1000)
    const large = unit.repeat(6000)
    time(small)
    const first = Math.max(time(small), 20)
    expect(time(large)).toBeLessThan(first * 6 * 4)
  })

  it('gives names in order, without overlap, with offsets into the text as it is', () => {
    const text = '\uFEFF“Ana Costa”\u2028met\u00A0Jonas\u3000Lund 🙂 in Paris.\r\n\r\nLund\tsaid no.'
    const names = findNames(readProse(article(text)))
    let end = 0
    for (const name of names) {
      expect(name.start).toBeGreaterThanOrEqual(end)
      expect(name.end).toBeGreaterThan(name.start)
      end = name.end
    }
    expect(names.map((name) => text.slice(name.start, name.end))).toContain('Paris')
  })
})

it('the same article gives the same names after others were read', () => {
  const text = 'Tomas Lind of the Free River Party met Ana Costa in Tarrow. Lind’s party won.'
  const first = read(text)
  read('Lind is a village. The Lind Group sold Tarrow to Costa.')
  expect(read(text)).toEqual(first)
})

it('without weights, rules still find names', () => {
  const text = 'Jonas Lund met Hanna Brandt at the Ministry of Agriculture in Paris.'
  const names = findNames(readProse(article(text)), null)
  expect(names.map((name) => text.slice(name.start, name.end))).toEqual(
    expect.arrayContaining(['Jonas Lund', 'Hanna Brandt', 'Paris'])
  )
})
