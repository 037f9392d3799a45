/**
 * A stretch of an article → its tokens, by which what is said is compared: concepts, numbers (`#8`), names (`@ann-leary`), places
 * (`~kozinka`) and countries (`^russia`).
 */
import type { ArticleRecord, EntityId, Mention, Span } from '../model.js'
import { countryOfDemonym } from '../names/countries.js'
import { slug } from '../names/slug.js'
import { conceptsOf } from './concepts.js'
import { addTo, sortBy } from './order.js'
import { findWords, stemOf, type Word } from './words.js'

/** What is known of an article's entities over all articles. */
export interface Identified {
  readonly idOf: (local: EntityId) => EntityId
  /** By global ids. */
  readonly bodyOf: (id: EntityId) => EntityId
  readonly sideOf: (id: EntityId) => EntityId
  readonly isNamed: (id: EntityId) => boolean
  readonly isCountry: (id: EntityId) => boolean
  readonly isPlace: (id: EntityId) => boolean
  readonly isOutlet: (id: EntityId) => boolean
}

export interface Said {
  readonly tokens: readonly string[]
  readonly negative: boolean
  /** Names (as in `tokens`) that stand as those who do something. */
  readonly doers: readonly string[]
}

/** Reads stretches of one article. Whoever speaks is not a part of what is said. */
export type ReadTokens = (span: Span, speakers: ReadonlySet<EntityId>) => Said

const negations =
  /^(?:not|no|never|without|nothing|nobody|none|neither|nor|cannot|fail|failed|unlikely|impossible|hardly|lack|lacked|lacking|miss|missed|omit|omitted|skip|skipped|skipping)$|n't$/

/** Right before a person's name they are a part of it: "presidential candidate Ann Leary". */
const roles = new Set(
  `adviser aide ambassador analyst attorney candidate chairman chairwoman chancellor chief colonel commander congressman congresswoman contender
democrat deputy director doctor dr ex executive former front frontrunner general gov governor hopeful judge justice king lawmaker lawyer leader major
mayor minister mr mrs ms nominee officer presidential president presumptive prime prince princess prof professor queen rep representative republican
rival runner sen senator sheriff speaker spokesman spokesperson spokeswoman vice`.split(/\s+/)
)

export function tokenReader({ article: { text }, mentions }: ArticleRecord, identified: Identified): ReadTokens {
  const named = sortBy(
    mentions.filter((mention) => identified.isNamed(identified.idOf(mention.entity))),
    (mention) => mention.start,
    (mention) => -mention.end
  )
  const places = placesByNoun(text, named, identified)
  return (span, speakers) => {
    const tokens: string[] = []
    const doers: string[] = []
    const add = (token: string, place: Span): void => {
      tokens.push(token)
      if (/^[@^]/.test(token) && isDoer(text, span, place)) doers.push(token)
    }
    let words: Word[] = []
    let negative = false
    const flush = (): void => {
      if (words.length === 0) return
      negative ||= words.some((word) => negations.test(word.text))
      for (const { token, from, to } of conceptsOf(words)) {
        const own = words.slice(from, to)
        const [first] = own
        if (first !== undefined) add(tokenOf(token, own), { start: first.start, end: own.at(-1)?.end ?? first.end })
      }
      for (const place of meantPlaces(words, places)) tokens.push(place)
      words = []
    }
    let at = span.start
    const readTo = (end: number): void => {
      if (end > at) words.push(...findWords(text, at, end))
    }
    for (let i = firstWhere(named.length, (each) => (named[each]?.start ?? 0) >= span.start); i < named.length; i++) {
      const mention = named[i]
      if (mention === undefined || mention.start >= span.end) break
      if (mention.start < at || mention.end > span.end) continue
      const id = identified.idOf(mention.entity)
      readTo(mention.start)
      if (mention.type === 'person') while (roles.has(words.at(-1)?.text ?? '')) words.pop()
      // A name cuts no phrase in two: "take control of Kozinka".
      flush()
      if (!speakers.has(id)) add(nameToken(id, identified), mention)
      at = mention.end
    }
    readTo(span.end)
    flush()
    return { tokens: tokens.filter((token) => token !== ''), negative, doers }
  }
}

/** The first number below `size` that holds, where all after it hold as well; `size` if none does. */
function firstWhere(size: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, size]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Where the article has told what kind of place a name is: "the eastern city of Lodva". */
interface ToldPlace {
  readonly end: number
  readonly token: string
}

const placeNoun = /\b(city|district|island|port|province|region|settlement|town|village)\s+of\s+(?:the\s+)?$/i

function placesByNoun(
  text: string,
  mentions: readonly Mention[],
  identified: Identified
): ReadonlyMap<string, readonly ToldPlace[]> {
  const places = new Map<string, ToldPlace[]>()
  for (const { start, end, entity } of mentions) {
    const noun = placeNoun.exec(text.slice(Math.max(0, start - 24), start))?.[1]?.toLowerCase()
    const id = identified.idOf(entity)
    if (noun === undefined || !identified.isPlace(id)) continue
    addTo(places, noun, { end, token: nameToken(id, identified) })
  }
  return places
}

/** "inside the city": the one that was called a city last. */
function meantPlaces(words: readonly Word[], places: ReadonlyMap<string, readonly ToldPlace[]>): string[] {
  return words.flatMap((word, i) => {
    const told = places.get(word.text)
    if (told === undefined || words[i - 1]?.text !== 'the' || words[i + 1]?.text === 'of') return []
    const meant = told[firstWhere(told.length, (at) => (told[at]?.end ?? 0) > word.start) - 1]
    return meant === undefined ? [] : [meant.token]
  })
}

const doerBefore =
  /(?:\b(?:by|from)\s+(?:the\s+)?|\b(?:troops|forces|army|agents|soldiers|fighters|hackers)\s+of\s+(?:the\s+)?)$/i
const doerAfter =
  /^(?:['’]s?)?\s+(?:\p{L}+\s+)?(?:agents?|aircraft|army|artillery|drones?|fighters?|forces?|groups?|gunmen|hackers?|intelligence|jets?|militants?|military|missiles?|operatives?|rockets?|saboteurs?|services?|soldiers?|spies|troops)\b/iu

function isDoer(text: string, span: Span, name: Span): boolean {
  const before = text.slice(Math.max(span.start, name.start - 40), name.start)
  return (
    /^["“'‘]?(?:the\s+)?$/i.test(text.slice(span.start, name.start)) ||
    doerBefore.test(before) ||
    doerAfter.test(text.slice(name.end, span.end))
  )
}

/** "12 residents" and "12 people" count the same; "12 women" may be some of them. */
export function unitOf(unit: string): string {
  const stem = stemOf(unit.toLowerCase())
  return /^(?:civilian|citizen|individual|inhabitant|people|person|resident)$/.test(stem) ? 'person' : stem
}

const numbers = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, i) => [word, `#${i}`])
)

function tokenOf(token: string, words: readonly Word[]): string {
  const [word] = words
  if (word === undefined || words.length > 1) return token
  if (negations.test(word.text)) return ''
  const number = numbers.get(word.text) ?? (/^\d/.test(word.text) ? `#${word.text.replace(/,/g, '')}` : undefined)
  if (number !== undefined) return number
  if (!word.capital) return token
  const country = countryOfDemonym.get(word.text.charAt(0).toUpperCase() + word.text.slice(1))
  return country === undefined ? token : `^${slug(country.name)}`
}

function nameToken(id: EntityId, { isCountry, isPlace }: Identified): string {
  return `${isCountry(id) ? '^' : isPlace(id) ? '~' : '@'}${id}`
}
