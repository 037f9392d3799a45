import { expect, it } from 'vitest'
import { read } from './tables.js'

const rows: readonly (readonly [string, string, string])[] = [
  [
    'Belgorod Governor Vyacheslav Gladkov said so.',
    'vyacheslav-gladkov holds-role[governor] belgorod',
    'Belgorod Governor Vyacheslav Gladkov'
  ],
  [
    'The mayor of Dunmore, Hanna Brandt, resigned.',
    'hanna-brandt holds-role[mayor] dunmore',
    'mayor of Dunmore, Hanna Brandt'
  ],
  [
    'Andrei Sokolov, a spokesman for the Kremlin, called it false.',
    'andrei-sokolov spokesperson-of[spokesman] kremlin',
    'Andrei Sokolov, a spokesman for the Kremlin'
  ],
  [
    'It was late, said Carl Denning, chief executive of Lufthansa.',
    'carl-denning leads[chief executive] lufthansa',
    'Carl Denning, chief executive of Lufthansa'
  ],
  [
    'Colonel Abdul Rahman of the Free Desert Army spoke.',
    'abdul-rahman member-of free-desert-army',
    'Abdul Rahman of the Free Desert Army'
  ],
  ['They met in Geneva, Switzerland.', 'geneva located-in switzerland', 'Geneva, Switzerland'],
  ['Troops took the village of Orlovka near Kharkiv.', 'orlovka near kharkiv', 'Orlovka near Kharkiv'],
  [
    "Ireland's Department of Health gave no figures.",
    'department-of-health part-of ireland',
    "Ireland's Department of Health"
  ]
]

it.each(rows)('%s', (text, relation, words) => {
  const found = read(text)
  expect(found.relations).toContain(relation)
  expect(found.evidence[found.relations.indexOf(relation)]).toBe(words)
})

it.each([
  'Ana Costa met Jonas Lund in Paris.',
  'Costa, a rival said, had left Paris before Lund came.',
  'The president spoke. Jonas Lund listened.'
])('nothing is read between the lines: %s', (text) => {
  expect(read(text).relations).toEqual([])
})
