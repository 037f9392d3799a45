import { describe, expect, test } from 'vitest'
import { civilDate, dayNumber, isoDate, parseDay, weekday } from '../../src/extract/calendar.js'
import { extract } from '../../src/extract/index.js'
import { quantitiesIn } from '../../src/extract/quantities.js'
import { timesIn } from '../../src/extract/times.js'
import { readProse } from '../../src/language/index.js'
import { article } from '../article.js'

const tokensOf = (text: string) => readProse(article(text)).sentences.flatMap((sentence) => sentence.tokens)

/** Wednesday. */
const published = '2024-06-12'

const time = (text: string, future = false) =>
  timesIn(tokensOf(text), published, future).map((each) => [
    text.slice(each.start, each.end),
    each.from,
    each.to,
    each.precision
  ])

describe('calendar', () => {
  test('counts days both ways over centuries', () => {
    for (const number of [-719468, -1, 0, 59, 60, 19000, 19782, 40000]) {
      expect(dayNumber(civilDate(number))).toBe(number)
      expect(isoDate(number).slice(0, 10)).toBe(
        number < -700000 ? '0000-03-01' : new Date(number * 864e5).toISOString().slice(0, 10)
      )
      expect(weekday(number)).toBe(new Date(number * 864e5).getUTCDay())
    }
  })
  test('refuses days that no month has', () => {
    expect(parseDay('2023-02-30')).toBeUndefined()
    expect(parseDay('2023-05')).toBeUndefined()
    expect(parseDay('2023-05-23T10:00:00Z')).toBe(parseDay('2023-05-23'))
  })
})

describe('times', () => {
  test.each([
    ['The mayor resigned on Monday.', [['on Monday', '2024-06-10', '2024-06-10', 'day']]],
    ['The mayor resigned late on Wednesday.', [['late on Wednesday', '2024-06-12', '2024-06-12', 'part-of-day']]],
    ['Shots were heard on Tuesday evening.', [['on Tuesday evening', '2024-06-11', '2024-06-11', 'part-of-day']]],
    ['She left yesterday.', [['yesterday', '2024-06-11', '2024-06-11', 'day']]],
    ['The bridge fell earlier this month.', [['earlier this month', '2024-06-01', '2024-06-12', 'month']]],
    ['In March the bank closed.', [['In March', '2024-03-01', '2024-03-31', 'month']]],
    ['It closed in October.', [['in October', '2023-10-01', '2023-10-31', 'month']]],
    ['He was born on 3 May 1971 here.', [['on 3 May 1971', '1971-05-03', '1971-05-03', 'day']]],
    ['It began on February 24, 2022, they wrote.', [['on February 24, 2022', '2022-02-24', '2022-02-24', 'day']]],
    ['They met two days ago.', [['two days ago', '2024-06-10', '2024-06-10', 'day']]],
    ['They met last year.', [['last year', '2023-01-01', '2023-12-31', 'year']]],
    ['The war began in 2014.', [['in 2014', '2014-01-01', '2014-12-31', 'year']]],
    ['Two days after the vote he left.', [['Two days after', null, null, 'day']]],
    ['He left two days after Monday’s vote.', [['two days after Monday', '2024-06-12', '2024-06-12', 'day']]],
    ['The bar has been shut since March.', [['since March', '2024-03-01', '2024-06-12', 'month']]],
    ['It is shut until 4 June.', [['until 4 June', null, '2024-06-04', 'day']]],
    ['It was built before 1990.', [['before 1990', null, '1989-12-31', 'year']]],
    ['It rose between 2014 and 2018.', [['between 2014 and 2018', '2014-01-01', '2018-12-31', 'year']]],
    ['It ran from March to May.', [['from March to May', '2024-03-01', '2024-05-31', 'month']]],
    ['They met over the weekend.', [['over the weekend', '2024-06-08', '2024-06-09', 'week']]],
    [
      'In the early hours of Tuesday it burned.',
      [['In the early hours of Tuesday', '2024-06-11', '2024-06-11', 'part-of-day']]
    ],
    ['At 5pm on Monday they left.', [['At 5pm on Monday', '2024-06-10', '2024-06-10', 'part-of-day']]],
    ['It grew in the 1990s.', [['in the 1990s', '1990-01-01', '1999-12-31', 'vague']]],
    ['A decade ago it was a field.', [['A decade ago', '2014-01-01', '2014-12-31', 'year']]],
    ['It rained over the past 24 hours.', [['over the past 24 hours', '2024-06-11', '2024-06-12', 'part-of-day']]],
    ['It rained overnight.', [['overnight', '2024-06-11', '2024-06-12', 'part-of-day']]],
    ['She won in the spring of 2022.', [['in the spring of 2022', '2022-03-01', '2022-05-31', 'season']]],
    ['It opened on Monday, June 3.', [['on Monday, June 3', '2024-06-03', '2024-06-03', 'day']]],
    ['He left the day before.', [['the day before', null, null, 'day']]],
    ['She lost the 2016 election.', [['2016', '2016-01-01', '2016-12-31', 'year']]],
    ['They met last week.', [['last week', '2024-06-03', '2024-06-09', 'week']]]
  ])('%s', (text, expected) => {
    expect(time(text)).toEqual(expected)
  })
  test('turns a weekday forward where the words look ahead', () => {
    expect(time('Voters will decide on Friday.', true)).toEqual([['on Friday', '2024-06-14', '2024-06-14', 'day']])
  })
  test('keeps the words without a date to count from', () => {
    expect(timesIn(tokensOf('He resigned on Monday.'), null, false)).toMatchObject([
      { from: null, to: null, precision: 'day' }
    ])
  })
  test('leaves names of months that are no time', () => {
    expect(time('Theresa May said she may march on.')).toEqual([])
  })
})

describe('quantities', () => {
  test.each([
    ['At least three people died.', 3, 'at-least', 'person', 'At least three people'],
    ['Some 1,200 houses burned.', 1200, 'about', 'house', 'Some 1,200 houses'],
    ['It cost $1.5 million.', 1500000, 'exactly', 'dollar', '$1.5 million'],
    ['Prices rose by 40%.', 40, 'exactly', 'percent', '40%'],
    ['More than twenty-five armed men came.', 25, 'more-than', 'man', 'More than twenty-five armed men'],
    ['Half a dozen cars were hit.', 6, 'exactly', 'car', 'Half a dozen cars'],
    ['Hundreds of cars left.', 100, 'more-than', 'car', 'Hundreds of cars'],
    ['Tens of thousands of people fled.', 1e4, 'more-than', 'person', 'Tens of thousands of people'],
    ['At least two dozen roofs fell.', 24, 'at-least', 'roof', 'At least two dozen roofs'],
    ['Two of the houses fell.', 2, 'exactly', 'house', 'Two of the houses'],
    ['It cost US$20 million.', 2e7, 'exactly', 'dollar', 'US$20 million'],
    ['They lost £3m.', 3e6, 'exactly', 'pound', '£3m.'],
    ['He won by 52 percentage points.', 52, 'exactly', 'percentage point', '52 percentage points'],
    ['Fewer than 500 voters came.', 500, 'less-than', 'voter', 'Fewer than 500 voters'],
    ['Up to two hundred and five soldiers came.', 205, 'at-most', 'soldier', 'Up to two hundred and five soldiers']
  ])('%s', (text, number, bound, unit, words) => {
    const [found] = quantitiesIn(tokensOf(text))
    expect(found).toMatchObject({ number, bound, unit })
    expect(text.slice(found?.start, found?.end)).toBe(words)
  })
  test('reads a range as its two ends', () => {
    expect(quantitiesIn(tokensOf('Between 10 and 20 boats sank.'))).toMatchObject([
      { number: 10, bound: 'at-least', unit: 'boat' },
      { number: 20, bound: 'at-most', unit: 'boat' }
    ])
  })
  test.each([
    'It happened on May 23.',
    'She lost the 2016 election.',
    'A 15-year-old boy fell.',
    'It fell in World War Two.',
    'It is one of the worst losses.',
    'Two thirds of voters agree.'
  ])('counts nothing in: %s', (text) => {
    expect(quantitiesIn(tokensOf(text))).toEqual([])
  })
})

test('nothing that is reported has been said after the report', () => {
  const of = (text: string) =>
    extract(article(text)).statements.flatMap((each) => each.when.map((when) => [when.of, when.from]))
  expect(of('On Tuesday Ana Reis said the road was shut.')).toEqual([['said', '2024-06-11']])
  expect(of('Tomorrow Ana Reis plans to meet the mayor.')).toEqual([['happened', '2024-06-13']])
})
