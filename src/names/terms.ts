/**
 * The names of one article → terms: one for each string that names one kind of thing, with all places where it stands.
 *
 * The same string is one thing within an article, whatever type each single place was given; a person's title ("Mr
 * Washington") keeps it apart from the place.
 */
import { beginsUpper, type Prose, tokenAt } from '../language/index.js'
import { isAcronym, keyWords, nameKey } from './key.js'
import type { Located } from './locate.js'
import type { Name, NameType } from './types.js'
import { honorifics, kinNouns } from './words.js'

export type Family = 'person' | 'group' | 'place'

export interface Term {
  readonly id: number
  readonly family: Family
  readonly key: string
  readonly words: readonly string[]
  /** The strings as printed, with how often. */
  readonly forms: Map<string, number>
  /** Numbers of the names, ascending. */
  readonly names: number[]
  readonly types: Map<NameType, number>
  /** Some form is written in capitals, as acronyms are. */
  acronym: boolean
  /** "mr", "ms" where a form of address stood before it. */
  address: string | null
  /** Named as somebody's relative. */
  kin: boolean
  /** Somewhere a title or an office stands right before it. */
  titled: boolean
}

export interface Terms {
  readonly all: readonly Term[]
  /** The term of each name. */
  readonly of: readonly Term[]
}

export function familyOf(type: NameType): Family {
  return type === 'person' || type === 'place' ? type : 'group'
}

export function collectTerms(prose: Prose, names: readonly Name[], places: readonly Located[]): Terms {
  const { text } = prose.article
  const printed = names.map((name) => text.slice(name.start, name.end).replace(/\s+/g, ' '))
  const keys = printed.map(nameKey)
  const addresses = places.map(({ tokens, from }) => addressBefore(tokenAt(tokens, from - 1)?.text))
  const votes = new Map<string, Record<Family, number>>()
  names.forEach((name, i) => {
    const key = keys[i] ?? ''
    const vote = votes.get(key) ?? { person: 0, group: 0, place: 0 }
    vote[familyOf(name.type)] += name.probability
    votes.set(key, vote)
  })
  const all: Term[] = []
  const byKey = new Map<string, Term>()
  const of = names.map((name, i) => {
    const key = keys[i] ?? ''
    const address = addresses[i] ?? null
    const kind = address !== null ? 'person' : most(votes.get(key) ?? { person: 0, group: 0, place: 0 })
    const family = kind === 'group' && isBuilding(key, places[i]) ? 'place' : kind
    // "Mr Brandt" and "Ms Brandt" are two.
    const slot = `${family} ${key}${address === null || key.includes(' ') ? '' : ` ${address}`}`
    const known = byKey.get(slot)
    const term: Term = known ?? {
      id: all.length,
      family,
      key,
      words: keyWords(key),
      forms: new Map(),
      names: [],
      types: new Map(),
      acronym: false,
      address: null,
      kin: false,
      titled: false
    }
    if (known === undefined) {
      all.push(term)
      byKey.set(slot, term)
    }
    const form = printed[i] ?? ''
    term.forms.set(form, (term.forms.get(form) ?? 0) + 1)
    term.names.push(i)
    if (familyOf(name.type) === family) term.types.set(name.type, (term.types.get(name.type) ?? 0) + 1)
    if (isAcronym(form)) term.acronym = true
    term.address ??= address
    const { tokens, from } = places[i] ?? { tokens: [], from: 0 }
    const next = tokenAt(tokens, from - 1)
    const before = next?.text === ',' ? tokenAt(tokens, from - 2) : next
    if (kinNouns.has(before?.text ?? '')) term.kin = true
    if (name.titled < name.start) term.titled = true
    return term
  })
  return { all, of }
}

/** Buildings whose name stands for those who govern in them. */
const seats = new Set([
  'blue house',
  'capitol',
  'elysee',
  'elysee palace',
  'great hall of the people',
  'kremlin',
  'pentagon',
  'white house'
])

/** "a drone attack on the Kremlin", "crowds outside the White House": the building, which those who govern in it are not. */
function isBuilding(key: string, place: Located | undefined): boolean {
  if (place === undefined || !seats.has(key)) return false
  const word = (at: number): string => (place.tokens[at]?.text ?? '').toLowerCase()
  const before = word(place.from - 1) === 'the' ? place.from - 2 : place.from - 1
  if (/^(?:outside|near|above|over)$/.test(word(before))) return true
  return (
    /^(?:on|at|against)$/.test(word(before)) &&
    /^(?:assaults?|attacks?|blasts?|bombings?|drones?|explosions?|fires?|raids?|shots|storming|strikes?)$/.test(
      word(before - 1)
    )
  )
}

function most(vote: Record<Family, number>): Family {
  if (vote.person >= vote.group && vote.person >= vote.place) return 'person'
  return vote.group >= vote.place ? 'group' : 'place'
}

/** "mr" or "ms" for the word before a name, null if it is no form of address. */
function addressBefore(word: string | undefined): string | null {
  if (word === undefined || !beginsUpper(word)) return null
  const plain = word.replace(/\.$/, '').toLowerCase()
  if (!honorifics.has(plain)) return null
  if (/^(?:mr|sir|lord|herr|don|señor)$/.test(plain)) return 'mr'
  return /^(?:mrs|ms|miss|lady|dame|madam|frau|mme|mlle|señora|doña)$/.test(plain) ? 'ms' : 'dr'
}
