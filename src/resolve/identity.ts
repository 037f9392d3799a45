/**
 * Cards that share a name key → pairs that are one entity, each with its reason and score; and the components of those
 * pairs → entities over all articles.
 *
 * Nothing is merged on a weak reason alone: a pair under `enough` is not made. Work grows with the number of cards under a
 * key, never with its square: cards with one spelling stand for one another first.
 */
import { initialsOf } from '../names/key.js'
import { anchorOf, type Card, isBare } from './cards.js'
import { groupBy, sortBy, sortedTexts } from './order.js'
import { soundOf } from './transliterate.js'

export interface CardPair {
  readonly a: Card
  readonly b: Card
  readonly reason: string
  readonly score: number
}

/** The keys under which a card can meet another that is the same. */
export function nameKeys(card: Card): string[] {
  if (card.nameless) return []
  const keys = new Set<string>()
  if (card.known !== null) {
    keys.add(`known ${card.known.id}`)
    for (const name of card.known.names) keys.add(`name ${soundsOfWords(name)}`)
  }
  for (const form of card.forms) {
    keys.add(`name ${form.sounds}`)
    if (card.family === 'person') keys.add(`surname ${soundOf(surnameOf(form.words))}`)
    else if (form.acronym) keys.add(`initials ${form.words[0]}`)
    else for (const initials of initialsOf(form.words)) if (initials.length > 2) keys.add(`initials ${initials}`)
    if (card.family === 'person') continue
    // "Tolva Airlines" may be called "Tolva".
    const short = shortOf(form.words)
    if (card.family === 'group' && short !== undefined) keys.add(`short ${short}`)
    if (card.known === null && form.words.length < 3) keys.add(`short ${form.sounds}`)
  }
  return sortedTexts(keys)
}

/** Are cards under this key told apart by whom else their articles name? */
export function needsCompany(key: string): boolean {
  return key.startsWith('surname ') || key.startsWith('short ')
}

/** All pairs under one key. The cards may come in any order. */
export function matchCards(key: string, cards: readonly Card[]): CardPair[] {
  const ordered = sortBy(
    cards,
    (card) => card.article,
    (card) => card.local
  )
  if (key.startsWith('known ')) return chain(ordered, (a) => [`in the gazetteer as "${a.known?.name ?? ''}"`, 1])
  if (key.startsWith('name ')) return matchNames(key.slice(5), ordered)
  if (key.startsWith('surname ')) return matchPersons(ordered)
  if (key.startsWith('short ')) return matchShort(key.slice(6), ordered)
  if (key.startsWith('initials ')) return matchInitials(key.slice(9), ordered)
  return []
}

const heads = new Set(
  'air airlines airways automobile automobiles aviation bank banking brothers capital computer computers electronics energy entertainment financial foods industries insurance international media motor motors networks oil partners pharmaceuticals petroleum records software steel stores systems technologies technology telecom'.split(
    ' '
  )
)

/** What is left of a body's name without the words that say its trade; undefined if there are none, or nothing is left. */
function shortOf(words: readonly string[]): string | undefined {
  let end = words.length
  while (end > 1 && heads.has(words[end - 1] ?? '')) end--
  return end < words.length ? words.slice(0, end).map(soundOf).join(' ') : undefined
}

/** The short name goes to the one long name of its company; to none if there are two. */
function matchShort(sounds: string, cards: readonly Card[]): CardPair[] {
  const short = cards.filter((card) => card.known === null && card.forms.some((form) => form.sounds === sounds))
  const long = cards.filter((card) => !short.includes(card))
  const names = new Set(long.map(anchorOf))
  const [first] = long
  if (first === undefined || names.size !== 1) return []
  return short.flatMap((card): CardPair[] => {
    const near = long.find((each) => each.article === card.article || sharesCompany(each, card))
    if (near === undefined || near === card) return []
    return [{ a: near, b: card, reason: `short for "${near.name}", in the same company`, score: 0.75 }]
  })
}

function soundsOfWords(name: string): string {
  return name
    .toLowerCase()
    .split(/[\s-]+/)
    .map(soundOf)
    .join(' ')
}

function surnameOf(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length > 1 && /^(?:jr|sr|ii|iii|iv)$/.test(last) ? (words.at(-2) ?? '') : last
}

/** Each with the one before it: as good as all with all, where they are the same. */
function chain(cards: readonly Card[], why: (a: Card, b: Card) => readonly [string, number]): CardPair[] {
  const pairs: CardPair[] = []
  for (let i = 1; i < cards.length; i++) {
    const a = cards[i - 1]
    const b = cards[i]
    if (a === undefined || b === undefined) continue
    const [reason, score] = why(a, b)
    pairs.push({ a, b, reason, score })
  }
  return pairs
}

function matchNames(sounds: string, cards: readonly Card[]): CardPair[] {
  const bearers = cards.filter((card) => !isBare(card))
  const long = sounds.includes(' ')
  const pairs: CardPair[] = []
  const firsts: Card[] = []
  // Two entries of the gazetteer that share a name stay two; a card without an entry joins only where there is one.
  const entries = new Set(bearers.flatMap((card) => (card.known === null ? [] : [card.known.id])))
  if (entries.size > 1) return []
  for (const family of ['person', 'group', 'place'] as const) {
    const same = bearers.filter((card) => card.family === family)
    pairs.push(...chain(same, (a, b) => nameReason(a, b, sounds)))
    if (same[0] !== undefined) firsts.push(same[0])
  }
  for (let i = 1; i < firsts.length; i++) {
    const a = firsts[i - 1]
    const b = firsts[i]
    if (a === undefined || b === undefined || (a.family === 'person' && !long)) continue
    pairs.push({ a, b, reason: 'same name, taken for another type', score: 0.75 })
  }
  return pairs
}

function nameReason(a: Card, b: Card, sounds: string): readonly [string, number] {
  const left = a.forms.find((form) => form.sounds === sounds)?.printed ?? a.name
  const right = b.forms.find((form) => form.sounds === sounds)?.printed ?? b.name
  return left === right ? ['same name', 0.95] : [`spelling: "${left}", "${right}"`, 0.9]
}

/** Persons who share a surname: a bare surname goes to the one full name of its company, and to none if there are two. */
function matchPersons(cards: readonly Card[]): CardPair[] {
  const pairs: CardPair[] = []
  const people = groupBy(
    cards.filter((card) => !isBare(card)),
    (card) => (card.known === null ? firstNameOf(card) : `known ${card.known.id}`)
  )
  const firsts = sortBy(people, ([name]) => name).flatMap(([, same]) => (same[0] === undefined ? [] : [same[0]]))
  // Two full names: an initial for a first name, or one letter's difference in a long one.
  for (let i = 0; i < Math.min(firsts.length, 200); i++) {
    for (let j = i + 1; j < Math.min(firsts.length, 200); j++) {
      const a = firsts[i]
      const b = firsts[j]
      if (a === undefined || b === undefined || (a.known !== null && b.known !== null)) continue
      const found = firstNameReason(a, b)
      if (found !== null) pairs.push({ a, b, reason: found[0], score: found[1] })
    }
  }
  const bare = cards.filter(isBare)
  const byCompany = new Map<string, Set<string>>()
  for (const [name, same] of people) {
    for (const card of same) {
      for (const other of card.company) {
        const known = byCompany.get(other) ?? new Set()
        known.add(name)
        byCompany.set(other, known)
      }
    }
  }
  const loose = new Map<string, Card>()
  for (const card of bare) {
    const shared = new Map<string, number>()
    const own = anchorOf(card)
    for (const other of card.company) {
      if (other === own) continue
      for (const name of byCompany.get(other) ?? []) shared.set(name, (shared.get(name) ?? 0) + 1)
    }
    const best = sortBy(
      shared,
      ([, count]) => -count,
      ([name]) => name
    )
    const [first, second] = best
    if (first !== undefined && (second === undefined || first[1] > 2 * second[1])) {
      const one = people.get(first[0])?.[0]
      if (one !== undefined && one.article !== card.article) {
        pairs.push({
          a: one,
          b: card,
          reason: `surname of "${one.name}", in the same company`,
          score: people.size === 1 ? 0.85 : 0.75
        })
        continue
      }
    }
    if (first !== undefined) continue
    for (const other of card.company) {
      if (other === own) continue
      const met = loose.get(other)
      if (met === undefined) loose.set(other, card)
      else if (met.article !== card.article)
        pairs.push({ a: met, b: card, reason: 'same surname, in the same company', score: 0.7 })
    }
  }
  return pairs
}

function firstNameOf(card: Card): string {
  const best = card.forms.find((form) => form.words.length > 1)
  return soundOf(best?.words[0] ?? '')
}

const nicknames: readonly (readonly string[])[] = [
  ['alexander', 'alex', 'aleksandr', 'oleksandr', 'sasha'],
  ['andrew', 'andy'],
  ['anthony', 'antony', 'tony'],
  ['benjamin', 'ben'],
  ['catherine', 'katherine', 'kathryn', 'kate', 'kathy', 'cathy'],
  ['charles', 'charlie', 'chuck'],
  ['christopher', 'chris'],
  ['daniel', 'dan', 'danny'],
  ['david', 'dave'],
  ['deborah', 'debra', 'debbie'],
  ['donald', 'don'],
  ['edward', 'ed', 'eddie', 'ted'],
  ['elizabeth', 'liz', 'beth'],
  ['eugene', 'gene'],
  ['frederick', 'fred'],
  ['gregory', 'greg'],
  ['jacob', 'jake'],
  ['james', 'jim', 'jimmy'],
  ['jeffrey', 'jeff', 'geoffrey'],
  ['jennifer', 'jen'],
  ['john', 'jack', 'jon', 'johnny'],
  ['joseph', 'joe'],
  ['joshua', 'josh'],
  ['kenneth', 'ken'],
  ['lawrence', 'larry'],
  ['margaret', 'maggie', 'peggy'],
  ['matthew', 'matt'],
  ['michael', 'mike', 'mick'],
  ['nicholas', 'nick'],
  ['patricia', 'pat'],
  ['patrick', 'pat'],
  ['peter', 'pete'],
  ['philip', 'phil'],
  ['raymond', 'ray'],
  ['richard', 'rick', 'dick', 'rich'],
  ['robert', 'rob', 'bob', 'bobby'],
  ['ronald', 'ron'],
  ['samuel', 'sam'],
  ['stephen', 'steven', 'steve'],
  ['susan', 'sue'],
  ['thomas', 'tom'],
  ['timothy', 'tim'],
  ['vladimir', 'volodymyr'],
  ['william', 'bill', 'will', 'willie'],
  ['zachary', 'zach']
]
const nicknameOf = new Map<string, Set<number>>()
nicknames.forEach((names, i) => {
  for (const name of names.map(soundOf)) nicknameOf.set(name, (nicknameOf.get(name) ?? new Set()).add(i))
})

function firstNameReason(a: Card, b: Card): readonly [string, number] | null {
  const left = firstNameOf(a)
  const right = firstNameOf(b)
  if (left === '' || right === '' || a.article === b.article) return null
  const together = sharesCompany(a, b)
  const initial = left.length === 1 ? right.startsWith(left) : right.length === 1 && left.startsWith(right)
  if (initial) return together ? [`initial: "${a.name}", "${b.name}", in the same company`, 0.8] : null
  const short = nicknameOf.get(left)
  if (short !== undefined && [...(nicknameOf.get(right) ?? [])].some((each) => short.has(each))) {
    return together ? [`short first name: "${a.name}", "${b.name}", in the same company`, 0.8] : null
  }
  if (Math.min(left.length, right.length) > 4 && isOneEdit(left, right)) {
    return together ? [`spelling: "${a.name}", "${b.name}", in the same company`, 0.8] : null
  }
  return null
}

function sharesCompany(a: Card, b: Card): boolean {
  for (const other of a.company) if (other !== anchorOf(a) && b.company.has(other)) return true
  return false
}

/** Do the words differ by one letter at most: put in, left out or another? */
export function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return Math.max(a.length, b.length) - start - end <= 1
}

/** "RVC" and a long form with these initials: where some article has both, or only one long form is there. */
function matchInitials(initials: string, cards: readonly Card[]): CardPair[] {
  const short = cards.filter((card) => card.forms.some((form) => form.acronym && form.words[0] === initials))
  if (short.length === 0) return []
  const longs = new Map<string, { card: Card; defined: boolean }>()
  for (const card of cards) {
    for (const form of card.forms) {
      if (form.acronym || !initialsOf(form.words).includes(initials)) continue
      const key = card.known?.id ?? form.sounds
      const defined = card.forms.some((each) => each.acronym && each.words[0] === initials)
      const known = longs.get(key)
      if (known === undefined || (defined && !known.defined)) longs.set(key, { card, defined })
    }
  }
  if (longs.size !== 1) return []
  const [long] = longs.values()
  const first = short.find((card) => card !== long?.card)
  if (long === undefined || first === undefined || first.family === 'person' || long.card.family === 'person') return []
  if (long.card.known !== null && first.known !== null) return []
  const reason = `initials of "${long.card.name}"`
  return [{ a: long.card, b: first, reason, score: long.defined ? 0.9 : initials.length > 2 ? 0.75 : 0.5 }]
}
