/** Tokens → counts and measures: "at least three people", "1.5 million barrels", "40%". */
import type { Quantity, Token } from '../model.js'
import { lower } from './words.js'

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

export function quantitiesIn(tokens: readonly Token[]): Quantity[] {
  const found: Quantity[] = []
  for (let at = 0; at < tokens.length; at++) {
    const number = readNumber(tokens, at)
    if (number === undefined) continue
    const currency = currencies[tokens[at - 1]?.text ?? '']
    const unit = currency === undefined ? unitAfter(tokens, number.next) : { name: currency, next: number.next }
    if (unit !== undefined && !isDate(tokens, at, number)) {
      const first = currency === undefined ? at : at - 1
      const before = tokens
        .slice(Math.max(0, first - 3), first)
        .map(lower)
        .join(' ')
      const bound = bounds.find(([, pattern]) => pattern.test(before))?.[0] ?? 'exactly'
      const boundWords =
        bound === 'exactly'
          ? 0
          : (bounds.find(([name]) => name === bound)?.[1].exec(before)?.[0] ?? '').trim().split(' ').length
      const start = tokens[first - boundWords]?.start ?? tokens[first]?.start
      const end = tokens[unit.next - 1]?.end
      if (start !== undefined && end !== undefined)
        found.push({ start, end, number: number.value, bound, unit: unit.name })
    }
    at = Math.max(at, (unit?.next ?? number.next) - 1)
  }
  return found
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
    const scale = scales.get(word)
    if (scale !== undefined && tokens[at]?.pos !== 'PROPN') {
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

/** What is counted: the last noun of the phrase after the number, at most four words away. */
function unitAfter(
  tokens: readonly Token[],
  from: number
): { readonly name: string; readonly next: number } | undefined {
  if (/^(?:%|percent)$/i.test(tokens[from]?.text ?? '')) return { name: 'percent', next: from + 1 }
  if (lower(tokens[from]) === 'per' && lower(tokens[from + 1]) === 'cent') return { name: 'percent', next: from + 2 }
  let at = from
  if (lower(tokens[at]) === 'of') return undefined
  if (tokens[at]?.text === '-') at++
  while (at - from < 4 && (tokens[at]?.pos === 'ADJ' || lower(tokens[at]) === 'other')) at++
  let noun: Token | undefined
  while (at - from < 5 && tokens[at]?.pos === 'NOUN' && !/^(?:am|pm)$/i.test(tokens[at]?.text ?? '')) {
    noun = tokens[at]
    at++
  }
  return noun === undefined ? undefined : { name: singular(noun), next: at }
}

/** "May 23", "23 May": no count of anything. */
function isDate(tokens: readonly Token[], at: number, number: Read): boolean {
  return months.test(lower(tokens[at - 1])) || months.test(lower(tokens[number.next]))
}

const singular = (noun: Token): string => (lower(noun) === 'people' ? 'person' : noun.lemma.toLowerCase())
