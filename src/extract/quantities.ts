/** Tokens → counts and measures: "at least three people", "hundreds of cars", "between 10 and 20 boats", "1.5 million barrels", "40%". */
import type { Quantity, Token } from '../model.js'
import { lemmaOf, lower } from './words.js'

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' '
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const words = new Map<string, number>([
  ...small.map((word, i): [string, number] => [word, i]),
  ...tens.map((word, i): [string, number] => [word, (i + 2) * 10])
])
const scales = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['k', 1e3]
])

const currencies: Readonly<Record<string, string>> = {
  $: 'dollar',
  '£': 'pound',
  '€': 'euro',
  '¥': 'yen',
  '₴': 'hryvnia',
  '₽': 'rouble'
}

const bounds: readonly (readonly [Quantity['bound'], RegExp])[] = [
  ['at-least', /(?:\bat least|\bno fewer than|\bno less than|\bas many as|\bas much as)$/],
  ['at-most', /(?:\bat most|\bup to|\bno more than|\bas few as)$/],
  ['more-than', /(?:\bmore than|\bover|\babove|\bgreater than|\bupwards of)$/],
  ['less-than', /(?:\bless than|\bfewer than|\bunder|\bbelow|\balmost|\bnearly)$/],
  ['about', /(?:\babout|\baround|\bsome|\broughly|\bapproximately|\bcirca|\ban estimated|\bestimated)$/]
]

const months = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/

/** "hundreds of cars": more than one hundred, how many more nobody says. */
const plurals = new Map([
  ['dozens', 12],
  ['scores', 20],
  ['hundreds', 1e2],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9]
])

export function quantitiesIn(tokens: readonly Token[]): Quantity[] {
  const found: Quantity[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (!mayBegin(tokens[at])) continue
    const read = readRange(tokens, at) ?? readPlural(tokens, at) ?? readCount(tokens, at)
    if (read === undefined) continue
    found.push(...read.quantities)
    at = Math.max(at, read.next - 1)
  }
  return found
}

/** Most words begin no count; this tells it with one look-up. */
function mayBegin(token: Token | undefined): boolean {
  const word = lower(token)
  const first = word.charCodeAt(0)
  if (first >= 48 && first <= 57) return true
  return beginners.has(word) || word.includes('-') || (!isPlain(word) && /^(?:us|a|c|nz|hk|s)?[$£€¥₴₽]/.test(word))
}

/** Begins with more letters than stand before the sign of a currency. */
const isPlain = (word: string): boolean => isSmall(word, 0) && isSmall(word, 1) && isSmall(word, 2)

function isSmall(word: string, at: number): boolean {
  const unit = word.charCodeAt(at)
  return unit >= 97 && unit <= 122
}

const beginners = new Set([...words.keys(), ...plurals.keys(), 'a', 'between', 'half', 'tens'])

interface Counted {
  readonly quantities: readonly Quantity[]
  readonly next: number
}

function readCount(tokens: readonly Token[], at: number): Counted | undefined {
  const number = readNumber(tokens, at)
  if (number === undefined) return undefined
  const currency = currencyBefore(tokens, at)
  const unit = currency ?? unitAfter(tokens, number.next)
  if (unit === undefined || isNoCount(tokens, at, number, unit)) return { quantities: [], next: number.next }
  const next = currency === undefined ? unit.next : number.next
  const first = currency === undefined ? at : currency.next
  const { bound, words: boundWords } = boundBefore(tokens, first)
  return { quantities: [quantity(tokens, first - boundWords, next, number.value, bound, unit)], next }
}

/** "between 10 and 20 boats", "10 to 20 boats": at least the one, at most the other. */
function readRange(tokens: readonly Token[], at: number): Counted | undefined {
  const between = lower(tokens[at]) === 'between'
  const from = readNumber(tokens, between ? at + 1 : at)
  if (from === undefined || lower(tokens[from.next]) !== (between ? 'and' : 'to')) return undefined
  const to = readNumber(tokens, from.next + 1)
  const unit = to === undefined ? undefined : unitAfter(tokens, to.next)
  if (to === undefined || unit === undefined || to.value <= from.value || isNoCount(tokens, at, to, unit))
    return undefined
  return {
    quantities: [
      quantity(tokens, at, from.next, from.value, 'at-least', unit),
      quantity(tokens, from.next + 1, unit.next, to.value, 'at-most', unit)
    ],
    next: unit.next
  }
}

/** "hundreds of cars", "tens of thousands of people" */
function readPlural(tokens: readonly Token[], at: number): Counted | undefined {
  const tens = lower(tokens[at]) === 'tens' ? 10 : plurals.get(lower(tokens[at]))
  if (tens === undefined || lower(tokens[at + 1]) !== 'of') return undefined
  const scale = plurals.get(lower(tokens[at + 2]))
  if (scale === undefined && lower(tokens[at]) === 'tens') return undefined
  const number = scale === undefined ? tens : tens * scale
  const unit = unitAfter(tokens, scale === undefined ? at + 2 : at + (lower(tokens[at + 3]) === 'of' ? 4 : 3))
  if (unit === undefined) return undefined
  return {
    quantities: [quantity(tokens, at, unit.next, number, 'more-than', unit)],
    next: unit.next
  }
}

const quantity = (
  tokens: readonly Token[],
  first: number,
  next: number,
  number: number,
  bound: Quantity['bound'],
  unit: Unit
): Quantity => ({
  start: tokens[first]?.start ?? 0,
  end: tokens[next - 1]?.end ?? 0,
  number,
  bound,
  unit: unit.name
})

function boundBefore(
  tokens: readonly Token[],
  first: number
): { readonly bound: Quantity['bound']; readonly words: number } {
  const before = tokens
    .slice(Math.max(0, first - 3), first)
    .map(lower)
    .join(' ')
  for (const [bound, pattern] of bounds) {
    const words = pattern.exec(before)?.[0]
    if (words !== undefined) return { bound, words: words.trim().split(' ').length }
  }
  return { bound: 'exactly', words: 0 }
}

/** The currency's name, with the place of its sign as `next`. */
function currencyBefore(tokens: readonly Token[], at: number): Unit | undefined {
  const own = /^(?:US|A|C|NZ|HK|S)?([$£€¥₴₽])\d/.exec(tokens[at]?.text ?? '')?.[1]
  if (own !== undefined) return { name: currencies[own] ?? own, next: at, singular: true }
  const sign = /^(?:US|A|C|NZ|HK|S)?([$£€¥₴₽])$/.exec(tokens[at - 1]?.text ?? '')?.[1]
  if (sign === undefined) return undefined
  const joined = /^(?:US|A|C|NZ|HK)$/.test(tokens[at - 2]?.text ?? '') && tokens[at - 2]?.end === tokens[at - 1]?.start
  return { name: currencies[sign] ?? sign, next: joined ? at - 2 : at - 1, singular: true }
}

/** Dates, years, ages, fractions: no count of anything. */
function isNoCount(tokens: readonly Token[], at: number, number: Read, unit: Unit): boolean {
  if (months.test(lower(tokens[at - 1])) || months.test(lower(tokens[number.next]))) return true
  if (/^(?:1[5-9]|20)\d\d$/.test(tokens[at]?.text ?? '') && unit.singular) return true
  return /^(?:third|quarter|fifth|half)$/.test(unit.name) && number.value < 10
}

interface Read {
  readonly value: number
  readonly next: number
}

function readNumber(tokens: readonly Token[], from: number): Read | undefined {
  let at = from
  let value = plain(tokens[at])
  if (value === undefined) {
    const word = lower(tokens[at])
    if (/^(?:a|half)$/.test(word)) return readDozen(tokens, at)
    return undefined
  }
  at++
  for (;;) {
    const word = lower(tokens[at])
    const scale = word === 'dozen' ? 12 : scales.get(word.replace(/\.$/, ''))
    if (scale !== undefined && (tokens[at]?.pos !== 'PROPN' || word.length <= 2)) {
      value *= scale
      at++
    } else if (word === '-' || (word === 'and' && value >= 100)) {
      const more = plain(tokens[at + 1])
      if (more === undefined || more >= value || /\d/.test(tokens[at + 1]?.text ?? '')) break
      value += more
      at += 2
    } else {
      const more = words.get(word)
      if (more === undefined || value < 20 || more >= 10 || value % 10 !== 0) break
      value += more
      at++
    }
  }
  return { value, next: at }
}

function readDozen(tokens: readonly Token[], at: number): Read | undefined {
  const half = lower(tokens[at]) === 'half'
  const noun = half && lower(tokens[at + 1]) === 'a' ? at + 2 : at + 1
  const scale = lower(tokens[noun]) === 'dozen' ? 12 : scales.get(lower(tokens[noun]))
  if (scale === undefined || scale < 12 || (tokens[noun]?.text.length ?? 0) < 3) return undefined
  return { value: half ? scale / 2 : scale, next: noun + 1 }
}

function plain(token: Token | undefined): number | undefined {
  if (token === undefined) return undefined
  const compound = /^([a-z]+)-([a-z]+)$/i.exec(token.text)
  if (compound) {
    const ten = words.get((compound[1] ?? '').toLowerCase())
    const one = words.get((compound[2] ?? '').toLowerCase())
    return ten !== undefined && one !== undefined && ten >= 20 && one < 10 ? ten + one : undefined
  }
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(token.text)) return Number(token.text.replaceAll(',', ''))
  if (/^\d{1,15}(?:\.\d{1,9})?$/.test(token.text)) return Number(token.text)
  return words.get(token.text.toLowerCase())
}

interface Unit {
  readonly name: string
  readonly next: number
  readonly singular: boolean
}

/** What is counted: the last noun of the phrase after the number, at most four words away. */
function unitAfter(tokens: readonly Token[], from: number): Unit | undefined {
  if (/^(?:%|percent)$/i.test(tokens[from]?.text ?? '')) return { name: 'percent', next: from + 1, singular: false }
  if (lower(tokens[from]) === 'per' && lower(tokens[from + 1]) === 'cent')
    return { name: 'percent', next: from + 2, singular: false }
  if (lower(tokens[from]) === 'percentage' && /^points?$/.test(lower(tokens[from + 1])))
    return { name: 'percentage point', next: from + 2, singular: false }
  let at = from
  if (lower(tokens[at]) === 'of') {
    // "two of the houses", but not "one of the worst"
    if (!/^(?:the|its|their|his|her|these|those)$/.test(lower(tokens[at + 1])) || lower(tokens[from - 1]) === 'one')
      return undefined
    at += 2
  }
  if (tokens[at]?.text === '-') {
    const noun = tokens[at + 1]
    if (lower(noun) === 'odd') at += 2
    // "24-hour service", but not "15-year-old boy"
    else if (noun?.pos !== 'NOUN' || tokens[at + 2]?.text === '-') return undefined
    else return { name: singular(noun), next: at + 2, singular: false }
  }
  while (at - from < 4 && (tokens[at]?.pos === 'ADJ' || lower(tokens[at]) === 'other' || currencyNoun(tokens[at + 1])))
    at++
  let noun: Token | undefined
  while (at - from < 5 && tokens[at]?.pos === 'NOUN' && !/^(?:am|pm)$/i.test(tokens[at]?.text ?? '')) {
    noun = tokens[at]
    at++
  }
  if (noun === undefined) return undefined
  return { name: singular(noun), next: at, singular: singular(noun) === lower(noun) }
}

const currencyNoun = (token: Token | undefined): boolean =>
  /^(?:dollar|euro|hryvnia|pound|rouble|ruble|yen|yuan)s?$/.test(lower(token))

const singular = (noun: Token): string =>
  lower(noun) === 'people' ? 'person' : lower(noun) === 'others' ? 'other' : lemmaOf(noun)
