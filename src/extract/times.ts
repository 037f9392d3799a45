/**
 * Tokens → the times they name, resolved against the article's date: "late on Monday", "earlier this month", "in March",
 * "two days ago". What cannot be resolved (no date, "recently") is kept with its words and no days.
 */
import type { Span, Token, When } from '../model.js'
import { civilDate, dayNumber, isoDate, monthDays, parseDay, weekday } from './calendar.js'
import { lower } from './words.js'

type Time = Omit<When, 'of'>
type Precision = When['precision']

const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')
const months = 'january february march april may june july august september october november december'.split(' ')
const monthNames = new Map(
  months
    .flatMap((month, i): [string, number][] => [
      [month, i + 1],
      [month.slice(0, 3), i + 1]
    ])
    .concat([['sept', 9]])
)
const seasons: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  fall: [9, 11],
  winter: [12, 14]
}
const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const dayParts = /^(?:morning|afternoon|evening|night|dawn|dusk|noon|midnight|midday)$/
const leading =
  /^(?:on|in|at|late|early|since|by|until|during|of|the|about|around|earlier|later|over|from|before|after)$/

interface Found {
  readonly first: number
  readonly next: number
  readonly from: number | undefined
  readonly to: number | undefined
  readonly precision: Precision
}

/** Times in a run of tokens. `published` is the article's date, ISO 8601; `future` turns "on Friday" forward. */
export function timesIn(tokens: readonly Token[], published: string | null, future: boolean): Time[] {
  const today = parseDay(published)
  const times: Time[] = []
  for (let at = 0; at < tokens.length; ) {
    const found = readTime(tokens, at, today, future)
    if (found === undefined) {
      at++
      continue
    }
    times.push(withWords(tokens, found))
    at = found.next
  }
  return times
}

function withWords(tokens: readonly Token[], found: Found): Time {
  let first = found.first
  let next = found.next
  while (first > 0 && found.first - first < 3 && leading.test(lower(tokens[first - 1]))) first--
  // A preposition alone does not begin the words: "of the" stays outside, "late on" comes in.
  while (
    first < found.first &&
    /^(?:of|the|about|around|from|before|after|by|in|on|at|over)$/.test(lower(tokens[first])) &&
    !/^(?:on|in|at)$/.test(lower(tokens[first]))
  )
    first++
  let precision = found.precision
  if (precision === 'day' && dayParts.test(lower(tokens[next]))) {
    next++
    precision = 'part-of-day'
  }
  if (precision === 'day' && tokens.slice(first, found.first).some((token) => /^(?:late|early)$/i.test(token.text)))
    precision = 'part-of-day'
  const span: Span = { start: tokens[first]?.start ?? 0, end: tokens[next - 1]?.end ?? 0 }
  const known = (number: number | undefined): string | null =>
    number === undefined || !Number.isFinite(number) ? null : isoDate(number)
  return { ...span, from: known(found.from), to: known(found.to), precision }
}

const readers: readonly ((
  tokens: readonly Token[],
  at: number,
  today: number | undefined,
  future: boolean
) => Found | undefined)[] = [
  readDate,
  readRelativeDay,
  readWeekday,
  readThisLast,
  readMonth,
  readYear,
  readAgo,
  readVague
]

function readTime(tokens: readonly Token[], at: number, today: number | undefined, future: boolean): Found | undefined {
  for (const read of readers) {
    const found = read(tokens, at, today, future)
    if (found !== undefined) return found
  }
  return undefined
}

const day = (first: number, next: number, number: number | undefined): Found => ({
  first,
  next,
  from: number,
  to: number,
  precision: 'day'
})

function monthOf(token: Token | undefined): number | undefined {
  if (token === undefined) return undefined
  const month = monthNames.get(lower(token).replace(/\.$/, ''))
  return month !== undefined && /^\p{Lu}/u.test(token.text) ? month : undefined
}

const yearOf = (token: Token | undefined): number | undefined =>
  /^(?:1[5-9]|20)\d\d$/.test(token?.text ?? '') ? Number(token?.text) : undefined
const dayOf = (token: Token | undefined): number | undefined => {
  const found = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token?.text ?? '')
  const number = Number(found?.[1] ?? 0)
  return number >= 1 && number <= 31 ? number : undefined
}

/** "May 23", "May 23, 2023", "23 May 2023" */
function readDate(tokens: readonly Token[], at: number, today: number | undefined, future: boolean): Found | undefined {
  const leadingDay = dayOf(tokens[at])
  const month = leadingDay === undefined ? monthOf(tokens[at]) : monthOf(tokens[at + 1])
  if (month === undefined) return undefined
  const number = leadingDay ?? dayOf(tokens[at + 1])
  if (number === undefined) return undefined
  const next = at + 2
  const comma = tokens[next]?.text === ',' ? next + 1 : next
  const year = yearOf(tokens[comma])
  if (year !== undefined) return day(at, comma + 1, checked(year, month, number))
  if (today === undefined) return day(at, next, undefined)
  const here = civilDate(today).year
  const same = checked(here, month, number)
  if (same === undefined) return day(at, next, undefined)
  // Without a year it is the nearest such day, rather past than coming.
  const limit = future ? 300 : 60
  return day(at, next, same - today > limit ? checked(here - 1, month, number) : same)
}

function checked(year: number, month: number, number: number): number | undefined {
  const [first, last] = monthDays(year, month)
  return first + number - 1 <= last ? dayNumber({ year, month, day: number }) : undefined
}

function readRelativeDay(tokens: readonly Token[], at: number, today: number | undefined): Found | undefined {
  const word = lower(tokens[at])
  const shift: Readonly<Record<string, number>> = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 }
  const by = Object.hasOwn(shift, word) ? shift[word] : undefined
  if (by === undefined) return undefined
  const found = day(at, at + 1, today === undefined ? undefined : today + by)
  return word === 'tonight' ? { ...found, precision: 'part-of-day' } : found
}

function readWeekday(
  tokens: readonly Token[],
  at: number,
  today: number | undefined,
  future: boolean
): Found | undefined {
  const word = lower(tokens[at])
  const before = /^(?:last|next|this)$/.test(word) ? word : undefined
  const index = before === undefined ? at : at + 1
  const wanted = weekdays.indexOf(lower(tokens[index]))
  if (wanted < 0 || !/^\p{Lu}/u.test(tokens[index]?.text ?? '')) return undefined
  if (today === undefined) return day(at, index + 1, undefined)
  const back = (weekday(today) - wanted + 7) % 7
  if (before === 'next' || (future && before !== 'last'))
    return day(at, index + 1, today + (back === 0 ? (before === 'next' ? 7 : 0) : 7 - back))
  return day(at, index + 1, today - (before === 'last' && back === 0 ? 7 : back))
}

/** "earlier this month", "last year", "this morning", "next summer", "the past week" */
function readThisLast(tokens: readonly Token[], at: number, today: number | undefined): Found | undefined {
  const word = lower(tokens[at])
  if (!/^(?:this|last|next|past|previous|coming)$/.test(word)) return undefined
  const unit = lower(tokens[at + 1])
  const shift = word === 'this' ? 0 : word === 'next' || word === 'coming' ? 1 : -1
  const earlier = lower(tokens[at - 1]) === 'earlier'
  const later = lower(tokens[at - 1]) === 'later'
  const make = (from: number, to: number, precision: Precision): Found => ({
    first: earlier || later ? at - 1 : at,
    next: at + 2,
    from: later && today !== undefined ? Math.max(today, from) : from,
    to: earlier && today !== undefined ? Math.min(today, to) : to,
    precision
  })
  const unresolved = (precision: Precision): Found => ({
    first: at,
    next: at + 2,
    from: undefined,
    to: undefined,
    precision
  })
  if (dayParts.test(unit)) {
    if (today === undefined) return unresolved('part-of-day')
    const number = today + (word === 'last' ? -1 : 0)
    return make(number, number, 'part-of-day')
  }
  if (unit === 'week' || unit === 'weekend') {
    if (today === undefined) return unresolved('week')
    const monday = today - ((weekday(today) + 6) % 7) + shift * 7
    return unit === 'week' ? make(monday, monday + 6, 'week') : make(monday + 5, monday + 6, 'week')
  }
  if (unit === 'month') {
    if (today === undefined) return unresolved('month')
    const { year, month } = civilDate(today)
    const [from, to] = monthDays(year, month + shift)
    return make(from, to, 'month')
  }
  if (unit === 'year') {
    if (today === undefined) return unresolved('year')
    const { year } = civilDate(today)
    return make(monthDays(year + shift, 1)[0], monthDays(year + shift, 12)[1], 'year')
  }
  const season = Object.hasOwn(seasons, unit) ? seasons[unit] : undefined
  if (season !== undefined) {
    if (today === undefined) return unresolved('season')
    return readSeason(season, shift, today, make)
  }
  const month = monthOf(tokens[at + 1])
  if (month !== undefined && today !== undefined) {
    const here = civilDate(today)
    const year =
      shift < 0 && month >= here.month ? here.year - 1 : shift > 0 && month <= here.month ? here.year + 1 : here.year
    const [from, to] = monthDays(year, month)
    return make(from, to, 'month')
  }
  return undefined
}

function readSeason(
  season: readonly [number, number],
  shift: number,
  today: number,
  make: (from: number, to: number, precision: Precision) => Found
): Found {
  const { year } = civilDate(today)
  let from = monthDays(year, season[0])[0]
  let to = monthDays(year, season[1])[1]
  if (shift < 0 && to >= today) {
    from = monthDays(year - 1, season[0])[0]
    to = monthDays(year - 1, season[1])[1]
  } else if (shift > 0 && from <= today) {
    from = monthDays(year + 1, season[0])[0]
    to = monthDays(year + 1, season[1])[1]
  }
  return make(from, to, 'season')
}

/** "in March", "March 2022" */
function readMonth(
  tokens: readonly Token[],
  at: number,
  today: number | undefined,
  future: boolean
): Found | undefined {
  const month = monthOf(tokens[at])
  if (month === undefined) return undefined
  const year = yearOf(tokens[at + 1])
  if (year !== undefined) {
    const [from, to] = monthDays(year, month)
    return { first: at, next: at + 2, from, to, precision: 'month' }
  }
  // A bare "May" or "March" may be a verb or a name.
  if (!/^(?:in|since|until|by|of|during|late|early|mid|from|between|to|last|this|through)$/.test(lower(tokens[at - 1])))
    return undefined
  if (today === undefined) return { first: at, next: at + 1, from: undefined, to: undefined, precision: 'month' }
  const here = civilDate(today)
  const past = month <= here.month ? here.year : here.year - 1
  const [from, to] = monthDays(future && month < here.month ? here.year + 1 : future ? here.year : past, month)
  return { first: at, next: at + 1, from, to, precision: 'month' }
}

function readYear(tokens: readonly Token[], at: number): Found | undefined {
  const year = yearOf(tokens[at])
  if (
    year === undefined ||
    !/^(?:in|since|until|by|of|during|before|after|from|early|late|mid|summer|winter|spring|autumn|fall)$/.test(
      lower(tokens[at - 1])
    )
  )
    return undefined
  return { first: at, next: at + 1, from: monthDays(year, 1)[0], to: monthDays(year, 12)[1], precision: 'year' }
}

/** "two days ago", "a week earlier", "three years later" */
function readAgo(tokens: readonly Token[], at: number, today: number | undefined): Found | undefined {
  const word = lower(tokens[at])
  const spelled = numbers.indexOf(word)
  const count = /^(?:a|an)$/.test(word) ? 1 : spelled > 0 ? spelled : /^\d{1,3}$/.test(word) ? Number(word) : undefined
  if (count === undefined) return undefined
  const unit = /^(day|week|month|year|hour)s?$/.exec(lower(tokens[at + 1]))?.[1]
  const link = lower(tokens[at + 2])
  if (unit === undefined || !/^(?:ago|earlier|before|later|after)$/.test(link)) return undefined
  // Only "ago" counts from the article's day; "after" and "earlier" count from something that the text told.
  const known = link === 'ago' ? today : undefined
  const precision: Precision = unit === 'hour' ? 'part-of-day' : (unit as Precision)
  const next = at + 3
  if (known === undefined) return { first: at, next, from: undefined, to: undefined, precision }
  if (unit === 'hour') return { first: at, next, from: known - Math.ceil(count / 24), to: known, precision }
  if (unit === 'day') return { first: at, next, from: known - count, to: known - count, precision }
  if (unit === 'week') {
    const monday = known - ((weekday(known) + 6) % 7) - 7 * count
    return { first: at, next, from: monday, to: monday + 6, precision }
  }
  const { year, month } = civilDate(known)
  const [from, to] =
    unit === 'month' ? monthDays(year, month - count) : [monthDays(year - count, 1)[0], monthDays(year - count, 12)[1]]
  return { first: at, next, from, to, precision }
}

function readVague(tokens: readonly Token[], at: number): Found | undefined {
  if (!/^(?:recently|overnight|lately|previously|formerly)$/.test(lower(tokens[at]))) return undefined
  return { first: at, next: at + 1, from: undefined, to: undefined, precision: 'vague' }
}
