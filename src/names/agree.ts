/**
 * Pieces of text that are names → one type for all places where a name stands in an article.
 *
 * Every place has its say as far as the model was sure there. Two habits of news are counted in: a person is introduced by
 * a full name or a title, so a bare unknown word is rather a company or a village; and a part of a name is what the
 * whole is ("Northrop" of "Northrop Grumman").
 */
import { beginsUpper, tokenAt } from '../language/index.js'
import type { Token } from '../model.js'
import { regionOf, regions } from './countries.js'
import type { Odds } from './decode.js'
import { isAcronym, nameKey } from './key.js'
import { lexicalKinds } from './lexicon.js'
import { countryName, isCapitalCity } from './places.js'
import type { CoarseType } from './types.js'
import { armedGroups, governmentBodies, outlets } from './words.js'

export const coarseTypes: readonly CoarseType[] = ['person', 'organization', 'place']

export interface Votes {
  readonly words: readonly string[]
  readonly odds: Odds
  /** How probable it is that this names something else: a work, a law, a product, an event. */
  readonly other: number
  /** What the words beside it add to each type. */
  readonly beside: Odds
  /** Stands after a title, an office or a form of address. */
  readonly titled: boolean
}

/** Known kinds of a word or phrase in small letters, `lexicalKinds`. */
export type KindsOf = (text: string) => number

/** Odds that leave no doubt, or only some. */
export function certain(type: CoarseType, probability: number): Odds {
  const rest = (1 - probability) / 2
  const odd = (each: CoarseType): number => (each === type ? probability : rest)
  return [odd('person'), odd('organization'), odd('place')]
}

interface Tally {
  readonly words: readonly string[]
  person: number
  organization: number
  place: number
  other: number
  titled: boolean
}

export function agreeTypes(names: readonly Votes[], kindsOf: KindsOf): (CoarseType | 'other')[] {
  const tallies = new Map<string, Tally>()
  const of = names.map(({ words, odds, other, beside, titled }) => {
    const key = nameKey(words.join(' '))
    const tally = tallies.get(key) ?? {
      words: key.split(' '),
      person: 0,
      organization: 0,
      place: 0,
      other: 0,
      titled: false
    }
    tally.person += odds[0] + beside[0] + (titled ? 1 : 0)
    tally.organization += odds[1] + beside[1]
    tally.place += odds[2] + beside[2]
    tally.other += other
    tally.titled ||= titled
    tallies.set(key, tally)
    return tally
  })
  const surnames = new Map<string, number>()
  const firsts = new Map<string, number>()
  for (const tally of tallies.values()) {
    if (tally.words.length < 2) continue
    const type = best(tally)
    const last = tally.words.at(-1) ?? ''
    const first = tally.words[0] ?? ''
    if (type === 'person') {
      surnames.set(last, Math.max(surnames.get(last) ?? 0, tally.person))
      surnames.set(first, Math.max(surnames.get(first) ?? 0, tally.person / 2))
    } else if (type === 'organization') firsts.set(first, Math.max(firsts.get(first) ?? 0, tally.organization))
  }
  for (const tally of tallies.values()) {
    const word = tally.words[0] ?? ''
    const text = tally.words.join(' ')
    if (!tally.titled && !surnames.has(word) && (countryName(text) !== undefined || isCapitalCity(text)))
      tally.place += (kindsOf(word) & lexicalKinds.firstName) !== 0 ? 0.3 : 2
    if (isKnownGroup(text)) tally.organization += 2
    if (!tally.titled && isKnownPlace(kindsOf(text))) tally.place += 0.4
    if (tally.words.length > 1) continue
    const full = surnames.get(word)
    if (full !== undefined) tally.person += full
    else {
      tally.organization += (firsts.get(word) ?? 0) / 2
      if (!tally.titled) tally.person *= trust(kindsOf(word))
    }
  }
  return of.map((tally) => {
    const type = best(tally)
    return tally.other > tally[type] ? 'other' : type
  })
}

/** A city or region by the lists, and nothing else. */
function isKnownPlace(kinds: number): boolean {
  const places = lexicalKinds.largeCity | lexicalKinds.region | lexicalKinds.country | lexicalKinds.newsPlace
  const others =
    lexicalKinds.organization | lexicalKinds.newsOrganization | lexicalKinds.newsPerson | lexicalKinds.sportsTeam
  return (kinds & places) !== 0 && (kinds & others) === 0
}

/** In the lists of outlets, bodies and armed groups, by more than one common word. */
function isKnownGroup(key: string): boolean {
  return knownGroups.has(key)
}

const knownGroups = new Set(
  [outlets, governmentBodies, armedGroups].flatMap((list) =>
    [...list].filter((name) => isAcronym(name) || name.includes(' ')).map(nameKey)
  )
)

/** How far a bare word that no full name in the article explains is believed to be a person. */
function trust(kinds: number): number {
  if ((kinds & (lexicalKinds.newsPerson | lexicalKinds.person | lexicalKinds.firstName)) !== 0) return 1
  return (kinds & lexicalKinds.lastName) !== 0 ? 0.5 : 0.03
}

const groupNouns =
  /^(?:company|companies|firm|giant|maker|manufacturer|airline|carrier|bank|retailer|insurer|group|party|club|team|agency|parent|subsidiary|conglomerate|startup|start-up|charity|organi[sz]ation|militia|newspaper|magazine|broadcaster|supplier|developer|operator|provider|chain|brand)$/
const placeNouns =
  /^(?:city|town|village|suburb|island|capital|port|province|region|neighbou?rhood|district|settlement)$/

const placeOwners =
  /^(?:mayor|governor|residents|inhabitants|streets|outskirts|suburbs?|north|south|east|west|bishop|archbishop|centre|airport|king|queen)$/

/**
 * What the words beside a name say of its type: "the airframer Airbus", "Airbus, which", "the town of X", "X-based".
 *
 * @example besideName(tokens, 3, 4)[1] // 1 for "the charity Oxfam"
 */
export function besideName(tokens: readonly Token[], from: number, to: number): Odds {
  const word = (at: number): string => tokenAt(tokens, at)?.lower ?? ''
  const before = word(from - 1)
  let person = 0
  let group = 0
  let place = 0
  if (groupNouns.test(before)) group += 1
  // "the city Lund", but "head of the Lund region Rosa Holm"
  const owned = beginsUpper(tokenAt(tokens, from - 2)?.text ?? '') && tokenAt(tokens, from - 2)?.pos !== 'DET'
  if ((before === 'of' && placeNouns.test(word(from - 2))) || (placeNouns.test(before) && !owned)) place += 1
  if (placeNouns.test(tokens[to]?.text ?? '')) place += 1
  // "the mayor of Dunmore", "residents of Orlovka"
  if (before === 'of' && placeOwners.test(word(from - 2))) place += 1
  const comma = word(to) === ','
  // "Hempstead, N.Y.,"
  const larger = tokens[to + 1]?.text ?? ''
  if (comma && (regions.has(larger) || regionOf.has(larger)) && !/^(?:and|or)$/.test(word(to + 2))) place += 0.7
  if (comma && word(to + 1) === 'who') person += 0.7
  if (comma && word(to + 1) === 'which') group += 0.4
  if (word(to) === '-' && word(to + 1) === 'based') place += 1
  if (comma && /^an?$/.test(word(to + 1))) {
    for (let at = to + 2; at < to + 6; at++) {
      if (!/^(?:NOUN|ADJ|PROPN)$/.test(tokens[at]?.pos ?? '')) break
      if (groupNouns.test(word(at))) group += 1
      if (placeNouns.test(word(at))) place += 1
    }
  }
  return [person, group, place]
}

function best({ person, organization, place }: Tally): CoarseType {
  if (person >= organization && person >= place) return 'person'
  return organization >= place ? 'organization' : 'place'
}
