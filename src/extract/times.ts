/**
 * Tokens → the times they name, resolved against the article's date: "late on Monday", "earlier this month", "since March",
 * "between 2014 and 2018". What cannot be resolved (no date, "recently") is kept with its words and no days.
 */
import type { Token, When } from '../model.js'
import { isoDate, parseDay } from './calendar.js'
import { back, dayParts, type Found, mayBegin, readTime } from './timeWords.js'
import { lower } from './words.js'

export type Time = Omit<When, 'of'>

/** Words that may stand before a time and belong to it. */
const leading =
  /^(?:on|in|at|late|early|earlier|later|since|by|until|till|during|of|the|about|around|over|from|before|after|between|through|hours|end|beginning|start|middle|night|morning|evening|afternoon|dawn|dusk|noon|midnight)$/

/** Times in a run of tokens. `published` is the article's date, ISO 8601; `future` turns "on Friday" forward. */
export function timesIn(tokens: readonly Token[], published: string | null, future: boolean): Time[] {
  const times: Time[] = []
  let today: number | undefined
  let parsed = false
  for (let at = 0; at < tokens.length; ) {
    if (!mayBegin(tokens, at)) {
      at++
      continue
    }
    if (!parsed) today = parseDay(published)
    parsed = true
    const found = readTime(tokens, at, today, future)
    if (found === undefined) {
      at++
      continue
    }
    const range = readShifted(tokens, found, today, future) ?? readRange(tokens, found, today, future)
    times.push(withWords(tokens, range, today))
    at = range.next
  }
  return times
}

/** "between 2014 and 2018", "from March to May", "from Monday until Friday": both ends are one time. */
function readRange(tokens: readonly Token[], first: Found, today: number | undefined, future: boolean): Found {
  const link = lower(tokens[first.next])
  const opens = lower(tokens[first.first - 1])
  const joined =
    (opens === 'between' && link === 'and') || (opens === 'from' && /^(?:to|until|till|through)$/.test(link))
  const second = joined ? readTime(tokens, first.next + 1, today, future) : undefined
  if (second === undefined || second.first !== first.next + 1) return first
  const coarser = first.precision === second.precision ? first.precision : second.precision
  return { first: first.first - 1, next: second.next, from: first.from, to: second.to, precision: coarser, range: true }
}

/** "two days after Monday's vote": counted from the day that follows close by. */
function readShifted(
  tokens: readonly Token[],
  first: Found,
  today: number | undefined,
  future: boolean
): Found | undefined {
  const { shift } = first
  if (shift === undefined) return undefined
  for (let at = first.next; at < tokens.length && at - first.next < 5; at++) {
    if (tokens[at]?.pos === 'VERB' || /^[,.;]$/.test(tokens[at]?.text ?? '')) return undefined
    const day = readTime(tokens, at, today, future)
    if (day === undefined) continue
    if (day.from === undefined || day.from !== day.to || shift.unit === 'hour') return undefined
    const number = back(day.from, shift.unit, shift.count)
    return { first: first.first, next: day.next, from: number, to: number, precision: 'day', range: true }
  }
  return undefined
}

/** Takes in the words before and after that belong to the time, and what they say of it. */
function withWords(tokens: readonly Token[], found: Found, today: number | undefined): Time {
  let first = found.first
  while (found.range !== true && first > 0 && found.first - first < 5 && belongs(tokens, first)) first--
  // "of the", "around" alone do not begin the words of a time.
  while (first < found.first && /^(?:of|the|about|around|from|between|through|end|hours)$/.test(lower(tokens[first])))
    first++
  const before = tokens.slice(first, found.first).map(lower)
  let next = found.next
  let precision = found.precision
  if (precision === 'day' && dayParts.test(lower(tokens[next]))) {
    next++
    precision = 'part-of-day'
  }
  if (
    precision === 'day' &&
    before.some((word) => /^(?:late|early|hours)$/.test(word) || dayParts.test(word) || isHour(word))
  )
    precision = 'part-of-day'
  const { from, to } = found.range === true ? found : bounded(found, before, today)
  return {
    start: tokens[first]?.start ?? 0,
    end: tokens[next - 1]?.end ?? 0,
    from: known(from),
    to: known(to),
    precision
  }
}

/** "at 5pm on Monday", "in the early hours of Tuesday", "at dawn on Friday" */
function belongs(tokens: readonly Token[], first: number): boolean {
  const word = lower(tokens[first - 1])
  if (isHour(word)) return /^(?:on|the)$/.test(lower(tokens[first]))
  if (/^(?:hours|end|beginning|start|middle|night|morning|evening|afternoon)$/.test(word))
    return lower(tokens[first]) === 'of'
  if (/^(?:dawn|dusk|noon|midnight)$/.test(word)) return lower(tokens[first]) === 'on'
  return leading.test(word)
}

const isHour = (word: string): boolean => /^\d{1,2}(?:[.:]\d\d)?(?:am|pm)$/.test(word)

/** "since March" has no other end than the article's day, "until Friday" no beginning. */
function bounded(found: Found, before: readonly string[], today: number | undefined): Pick<Found, 'from' | 'to'> {
  const { from, to } = found
  const bound = before.find((word) => /^(?:since|until|till|by|before|after)$/.test(word))
  if (bound === 'since')
    return { from, to: today === undefined || from === undefined ? undefined : Math.max(today, from) }
  if (bound === 'until' || bound === 'till' || bound === 'by') return { from: undefined, to }
  if (bound === 'before') return { from: undefined, to: from === undefined ? undefined : from - 1 }
  if (bound === 'after') return { from: to === undefined ? undefined : to + 1, to: undefined }
  return { from, to }
}

const known = (number: number | undefined): string | null =>
  number === undefined || !Number.isFinite(number) ? null : isoDate(number)
