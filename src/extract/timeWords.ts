/**
 * The words of times → days, one reader for each way of naming a time. A reader looks at one token and what follows, and says
 * where the time's words begin and end and which days they mean; undefined days where there is no date to count from.
 *
 * Longer than most files: many readers, each small, that share the calendar's words.
 */
import { beginsUpper } from '../language/index.js'
import type { Token, When } from '../model.js'
import { civilDate, dayNumber, monthDays, parseDay, weekday } from './calendar.js'
import { lower } from './words.js'

type Precision = When['precision']

/** A time in tokens `first` to `next`; days as numbers, both included. */
export interface Found {
  readonly first: number
  readonly next: number
  readonly from: number | undefined
  readonly to: number | undefined
  readonly precision: Precision
  /** "two days after": how far from the time that follows, and in what. */
  readonly shift?: { readonly count: number; readonly unit: string }
  /** It was put together from two times. */
  readonly range?: boolean
}

export const dayParts = /^(?:morning|afternoon|evening|night|dawn|dusk|noon|midnight|midday)$/

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
const readers: readonly ((
  tokens: readonly Token[],
  at: number,
  today: number | undefined,
  future: boolean
) => Found | undefined)[] = [
  readIsoDate,
  readDate,
  readRelativeDay,
  readWeekday,
  readThisLast,
  readMonth,
  readSeasonOfYear,
  readYear,
  readDecade,
  readPast,
  readAgo,
  readWeekend,
  readOvernight,
  readVague
]

const beginners = new Set(
  'today tonight yesterday tomorrow this last next past previous coming recent weekend overnight recently lately previously formerly day night week month year days weeks months years decades hours moments minutes'
    .split(' ')
    .concat(weekdays, numbers, Object.keys(seasons), [...monthNames.keys()])
)

/** Most words begin no time; this tells it with one look-up. */
export function mayBegin(tokens: readonly Token[], at: number): boolean {
  const word = lower(tokens[at])
  if (beginners.has(word)) return true
  const first = word.charCodeAt(0)
  if (first >= 48 && first <= 57) return true
  if (word === 'a' || word === 'an') return /^(?:day|night|week|month|year|decade|hour)$/.test(lower(tokens[at + 1]))
  if (word.endsWith('.')) return monthNames.has(word.slice(0, -1))
  return word.includes('-') && /^(?:mid|early|late)-/.test(word)
}

/** The time that begins at token `at`. */
export function readTime(
  tokens: readonly Token[],
  at: number,
  today: number | undefined,
  future: boolean
): Found | undefined {
  if (!mayBegin(tokens, at)) return undefined
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
  return month !== undefined && beginsUpper(token.text) ? month : undefined
}

/** "mid-March" as one token */
const monthOfPart = (token: Token | undefined): number | undefined => {
  const month = /^(?:mid|early|late)-(\p{Lu}\p{L}+)$/u.exec(token?.text ?? '')?.[1]
  return month === undefined ? undefined : monthNames.get(month.toLowerCase())
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

const relativeDays: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tonight', 0],
  ['yesterday', -1],
  ['tomorrow', 1]
])

function readRelativeDay(tokens: readonly Token[], at: number, today: number | undefined): Found | undefined {
  const word = lower(tokens[at])
  const by = relativeDays.get(word)
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
  if (wanted < 0 || !beginsUpper(tokens[index]?.text ?? '')) return undefined
  // "Monday, June 3": the date tells the day.
  const date = tokens[index + 1]?.text === ',' ? readDate(tokens, index + 2, today, future) : undefined
  if (date !== undefined) return { ...date, first: at }
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
  const month = monthOf(tokens[at]) ?? monthOfPart(tokens[at])
  if (month === undefined) return undefined
  const year = yearOf(tokens[at + 1])
  if (year !== undefined) {
    const [from, to] = monthDays(year, month)
    return { first: at, next: at + 2, from, to, precision: 'month' }
  }
  // A bare "May" or "March" may be a verb or a name.
  if (
    monthOf(tokens[at]) !== undefined &&
    !/^(?:in|since|until|by|of|during|late|early|mid|from|between|to|until|before|after|last|this|through)$/.test(
      lower(tokens[at - 1])
    )
  )
    return undefined
  if (today === undefined) return { first: at, next: at + 1, from: undefined, to: undefined, precision: 'month' }
  const here = civilDate(today)
  const past = month <= here.month ? here.year : here.year - 1
  const [from, to] = monthDays(future && month < here.month ? here.year + 1 : future ? here.year : past, month)
  return { first: at, next: at + 1, from, to, precision: 'month' }
}

/** "in 2014", "the 2016 election" */
function readYear(tokens: readonly Token[], at: number): Found | undefined {
  const year = yearOf(tokens[at])
  if (year === undefined) return undefined
  const before = lower(tokens[at - 1])
  const named = before === 'the' && tokens[at + 1]?.pos === 'NOUN' && !/s$/.test(tokens[at + 1]?.text ?? '')
  if (!named && !/^(?:in|since|until|by|of|during|before|after|from|between|to|and|early|late|mid)$/.test(before))
    return undefined
  if (before === 'and' && yearOf(tokens[at - 2]) === undefined) return undefined
  if (before === 'to' && yearOf(tokens[at - 2]) === undefined) return undefined
  return { first: at, next: at + 1, from: monthDays(year, 1)[0], to: monthDays(year, 12)[1], precision: 'year' }
}

/** "2023-05-23" */
function readIsoDate(tokens: readonly Token[], at: number): Found | undefined {
  const text = tokens[at]?.text ?? ''
  return /^\d{4}-\d\d-\d\d$/.test(text) ? day(at, at + 1, parseDay(text)) : undefined
}

/** "the spring of 2022", "summer 2021" */
function readSeasonOfYear(tokens: readonly Token[], at: number): Found | undefined {
  const word = lower(tokens[at])
  const season = Object.hasOwn(seasons, word) ? seasons[word] : undefined
  if (season === undefined) return undefined
  const next = lower(tokens[at + 1]) === 'of' ? at + 2 : at + 1
  const year = yearOf(tokens[next])
  if (year === undefined) return undefined
  return {
    first: at,
    next: next + 1,
    from: monthDays(year, season[0])[0],
    to: monthDays(year, season[1])[1],
    precision: 'season'
  }
}

/** "in the 1990s" */
function readDecade(tokens: readonly Token[], at: number): Found | undefined {
  const year = /^(1[5-9]\d0|20\d0)s$/.exec(tokens[at]?.text ?? '')?.[1]
  if (year === undefined) return undefined
  const from = monthDays(Number(year), 1)[0]
  return { first: at, next: at + 1, from, to: monthDays(Number(year) + 9, 12)[1], precision: 'vague' }
}

/** "the past 24 hours", "the last two weeks": up to the article's day. "in recent days": vague. */
function readPast(tokens: readonly Token[], at: number, today: number | undefined): Found | undefined {
  const word = lower(tokens[at])
  const unitAt = word === 'recent' ? at + 1 : at + 2
  const unit = /^(day|week|month|year|hour)s$/.exec(lower(tokens[unitAt]))?.[1]
  if (unit === undefined) return undefined
  if (word === 'recent') return { first: at, next: at + 2, from: undefined, to: undefined, precision: 'vague' }
  const count = /^(?:past|last)$/.test(word) ? countOf(tokens[at + 1]) : undefined
  if (count === undefined) return undefined
  const precision: Precision = unit === 'hour' ? 'part-of-day' : (unit as Precision)
  return { first: at, next: at + 3, from: today && back(today, unit, count), to: today, precision }
}

/** The day that lies so many units before another. */
export function back(from: number, unit: string, count: number): number {
  if (unit === 'hour') return from - Math.ceil(count / 24)
  if (unit === 'day' || unit === 'night') return from - count
  if (unit === 'week') return from - 7 * count
  const { year, month, day: number } = civilDate(from)
  const [first, last] = monthDays(unit === 'month' ? year : year - count, unit === 'month' ? month - count : month)
  return Math.min(first + number - 1, last)
}

function countOf(token: Token | undefined): number | undefined {
  const word = lower(token)
  const spelled = numbers.indexOf(word)
  return /^(?:a|an)$/.test(word) ? 1 : spelled > 0 ? spelled : /^\d{1,3}$/.test(word) ? Number(word) : undefined
}

/** "over the weekend", "at the weekend": the last that has begun. */
function readWeekend(tokens: readonly Token[], at: number, today: number | undefined): Found | undefined {
  if (lower(tokens[at]) !== 'weekend' || !/^(?:the|this|last)$/.test(lower(tokens[at - 1]))) return undefined
  if (today === undefined) return { first: at, next: at + 1, from: undefined, to: undefined, precision: 'week' }
  const saturday = today - ((weekday(today) + 1) % 7)
  return { first: at, next: at + 1, from: saturday, to: saturday + 1, precision: 'week' }
}

/** "overnight": the night before the article's day. */
function readOvernight(tokens: readonly Token[], at: number, today: number | undefined): Found | undefined {
  if (lower(tokens[at]) !== 'overnight') return undefined
  return { first: at, next: at + 1, from: today && today - 1, to: today, precision: 'part-of-day' }
}

/** "two days ago", "a week earlier", "three years later", "years ago", "the day before" */
function readAgo(tokens: readonly Token[], at: number, today: number | undefined): Found | undefined {
  const word = lower(tokens[at])
  if (
    /^(?:day|week|month|year|night)$/.test(word) &&
    /^the$/.test(lower(tokens[at - 1])) &&
    /^(?:before|after)$/.test(lower(tokens[at + 1]))
  )
    return {
      first: at - 1,
      next: at + 2,
      from: undefined,
      to: undefined,
      precision: word === 'night' ? 'part-of-day' : (word as Precision)
    }
  if (/^(?:days|weeks|months|years|decades|hours|moments|minutes)$/.test(word) && lower(tokens[at + 1]) === 'ago')
    return { first: at, next: at + 2, from: undefined, to: undefined, precision: 'vague' }
  const count = countOf(tokens[at])
  if (count === undefined) return undefined
  const unit = /^(day|night|week|month|year|decade|hour)s?$/.exec(lower(tokens[at + 1]))?.[1]
  if (unit === 'decade') return readAgoIn(tokens, at, count * 10, 'year', today)
  return unit === undefined ? undefined : readAgoIn(tokens, at, count, unit, today)
}

function readAgoIn(
  tokens: readonly Token[],
  at: number,
  count: number,
  unit: string,
  today: number | undefined
): Found | undefined {
  const link = lower(tokens[at + 2])
  if (!/^(?:ago|earlier|before|later|after)$/.test(link)) return undefined
  // Only "ago" counts from the article's day; "after" and "earlier" count from something that the text told.
  const known = link === 'ago' ? today : undefined
  const precision: Precision = unit === 'hour' || unit === 'night' ? 'part-of-day' : (unit as Precision)
  const next = at + 3
  if (known === undefined) {
    const after = { first: at, next, from: undefined, to: undefined, precision }
    const sign = link === 'after' ? -1 : link === 'before' ? 1 : 0
    return sign === 0 ? after : { ...after, shift: { count: sign * count, unit } }
  }
  if (unit === 'hour') return { first: at, next, from: known - Math.ceil(count / 24), to: known, precision }
  if (unit === 'day' || unit === 'night') return { first: at, next, from: known - count, to: known - count, precision }
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
  if (!/^(?:recently|lately|previously|formerly)$/.test(lower(tokens[at]))) return undefined
  return { first: at, next: at + 1, from: undefined, to: undefined, precision: 'vague' }
}
