import { describe, expect, test } from 'vitest'
import { civilDate, dayNumber, isoDate, parseDay, weekday } from '../../src/extract/calendar.js'
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
    ['Two days after the vote he left.', [['Two days after', null, null, 'day']]]
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
    ['Up to two hundred and five soldiers came.', 205, 'at-most', 'soldier', 'Up to two hundred and five soldiers']
  ])('%s', (text, number, bound, unit, words) => {
    const [found] = quantitiesIn(tokensOf(text))
    expect(found).toMatchObject({ number, bound, unit })
    expect(text.slice(found?.start, found?.end)).toBe(words)
  })
  test('takes no date for a count', () => {
    expect(quantitiesIn(tokensOf('It happened on May 23.'))).toEqual([])
  })
})
