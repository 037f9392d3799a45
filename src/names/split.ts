/** A piece of text that holds several names glued together → its names: lists, owners, offices and whoever holds them. */
import { gather } from '../gather.js'
import { beginsUpper, isPossessive, tokenAt } from '../language/index.js'
import type { Token } from '../model.js'
import { certain, type KindsOf } from './agree.js'
import { countryOf, countryOfDemonym, regionOf, regions } from './countries.js'
import type { Odds } from './decode.js'
import { isAcronym } from './key.js'
import { lexicalKinds } from './lexicon.js'
import { roleWords } from './roles.js'
import type { CoarseType } from './types.js'
import {
  governmentBodies,
  groupHeads,
  honorifics,
  organizationWords,
  partyWords,
  placeWords,
  roleModifiers,
  shortTitles
} from './words.js'

export interface Piece {
  readonly tokens: readonly Token[]
  readonly from: number
  readonly to: number
  readonly type: CoarseType | 'other'
  readonly odds: Odds
  readonly probability: number
  /** Where the titles before it begin. */
  readonly titled: number
}

/** Words and marks between two names. */
const joining: ReadonlySet<string> = new Set(['for', 'of', '/', 'and'])

/** "Smith and Jones", "Twitter / Barack Obama", "Russia's Belgorod" are two names; "Health and Human Services" is one. */
export function splitLists(piece: Piece, kindsOf: KindsOf): Piece[] {
  const { tokens, from, to, type } = piece
  for (let i = from + 1; i < to - 1; i++) {
    const { text } = tokens[i] ?? { text: '' }
    const owns = isPossessive(text)
    if (!owns && !joining.has(text)) continue
    const rest = { ...piece, from: i + 1, titled: i + 1 }
    if (owns) {
      const state = isState(wordsOf(tokens, from, i))
      const owner = { ...piece, to: i }
      if (state) return [retyped(owner, 'place'), ...splitLists(rest, kindsOf)]
      if (!isHead(tokens[to - 1])) return [owner, ...splitLists(rest, kindsOf)]
    }
    // "Ann Lee for Food Standards Australia", "Jo Smith of Texas"
    if ((text === 'for' || text === 'of') && i - from > 1 && i - from < 4 && isGiven(tokens[from], kindsOf)) {
      if (isHead(tokens[i - 1]) || isTitle(tokens[i - 1])) continue
      const who = retyped({ ...piece, to: i }, 'person')
      return [
        who,
        ...splitLists(retyped(rest, isState(wordsOf(tokens, i + 1, to)) ? 'place' : 'organization'), kindsOf)
      ]
    }
    const slash = text === '/'
    if (!slash && text !== 'and') continue
    if (!slash && type === 'organization' && !twoOrganizations(tokens, from, i, to, kindsOf)) continue
    if (!slash && type === 'place' && countryOf.has(wordsOf(tokens, from, to))) continue
    return [{ ...piece, to: i }, ...splitLists(rest, kindsOf)]
  }
  return [piece]
}

function isGiven(token: Token | undefined, kindsOf: KindsOf): boolean {
  return (kindsOf((token?.text ?? '').toLowerCase()) & lexicalKinds.firstName) !== 0 && !isTitle(token)
}

const heads: ReadonlySet<string> = new Set([...organizationWords, ...groupHeads, ...placeWords, 'republic'])

/** Does a name that owns another end here, as "Lord's Resistance Army" does and "Apple's iPod" does not? */
export function isHead(token: Token | undefined): boolean {
  const word = plain(token)
  return heads.has(word)
}

function twoOrganizations(tokens: readonly Token[], from: number, and: number, to: number, kindsOf: KindsOf): boolean {
  if (/^the$/i.test(tokens[and + 1]?.text ?? '')) return true
  const left = (tokens[and - 1]?.text ?? '').toLowerCase()
  const right = (tokens[to - 1]?.text ?? '').toLowerCase()
  if (and - from === 1 && to - and === 2) {
    const known = lexicalKinds.organization | lexicalKinds.newsOrganization
    return (kindsOf(left) & known) !== 0 || (kindsOf(right) & known) !== 0
  }
  return and - from > 1 && organizationWords.has(left) && organizationWords.has(right)
}

/**
 *     Belgorod Governor Vyacheslav Gladkov    Refugee Council Enver Solomon    Ryanair CEO
 *     ^place            ^person               ^group          ^person          ^group
 *
 * A title alone is no name.
 */
export function splitTitles(whole: Piece, kindsOf: KindsOf): Piece[] {
  return gather(splitOffices(withoutParty(withoutField(whole), kindsOf), kindsOf), splitOrigin)
}

/** "Republican Donald Trump"; not the Christian Social Union */
function withoutParty(piece: Piece, kindsOf: KindsOf): Piece {
  const { tokens, to, type } = piece
  let { from } = piece
  while (to - from > 2 && partyWords.has(tokens[from]?.text ?? '')) from++
  if (from === piece.from) return piece
  if (type === 'person') return { ...piece, from, titled: from }
  const person = to - from <= 3 && isGiven(tokens[from], kindsOf) && !isHead(tokens[to - 1])
  return person ? { ...retyped(piece, 'person'), from, titled: from } : piece
}

/** "Bernie Sanders of Vermont" */
function splitOrigin(piece: Piece): Piece[] {
  const { tokens, from, to, type } = piece
  if (type !== 'person') return [piece]
  for (let at = from + 2; at < to - 1; at++) {
    if (tokens[at]?.text !== 'of' || isHead(tokens[at - 1]) || isTitle(tokens[at - 1])) continue
    const place = isState(wordsOf(tokens, at + 1, to))
    const origin = retyped({ ...piece, from: at + 1, titled: at + 1 }, place ? 'place' : 'organization')
    return [{ ...piece, to: at }, place ? origin : { ...origin, odds: [0, 0.5, 0.5] }]
  }
  return [piece]
}

function splitOffices(piece: Piece, kindsOf: KindsOf): Piece[] {
  const { tokens, from, to, type } = piece
  const isFirst = (at: number): boolean => at < to && isGiven(tokens[at], kindsOf)
  let cut = from
  for (let i = from; i < to; i++)
    if (isTitle(tokens[i]) && !isSuffix(tokens, i + 1, to) && !(tokens[i]?.text === 'Dean' && to - i === 2)) cut = i + 1
  if (cut === from) return splitBearer(piece, isFirst)
  if (type !== 'person') {
    if (cut === to) return endsInOffice(piece) ? [withoutOffice(piece)] : [piece]
    const rest = tokens.slice(cut, to)
    if (rest.length > 3 || rest.length < 2 || rest.some((token) => isHead(token) || !beginsUpper(token.text))) {
      const named = rest.length === 4 && rest[0]?.text === 'of' && isFirst(cut + 2)
      return named ? splitBearer({ ...retyped(piece, 'person'), from: cut + 2, titled: from }, isFirst) : [piece]
    }
  }
  if (cut >= to && endsInOffice(piece) && !isFirst(from) && !isTitle(tokens[from]))
    return [retyped(withoutOffice(piece), 'organization')]
  if (cut >= to) {
    // "Mike Judge" ends in a word that may be a title; "Prime Minister" is one.
    const titles = tokens
      .slice(from, to)
      .every((token) => isTitle(token) || roleModifiers.has(plain(token)) || isPeople(token))
    const first = tokens.slice(from, to - 1).findIndex((token) => isTitle(token))
    return titles || to - from < 2 || first >= 0 ? [] : [piece]
  }
  const person = { ...retyped(piece, 'person'), from: cut, titled: from }
  const body = bodyBefore(piece, cut)
  // "CEO of the Refugee Council Enver Solomon"
  if (tokens[cut]?.text === 'of')
    return splitBearer(withoutField({ ...person, from: cut + 1, titled: cut + 1 }), isFirst, (name) =>
      isPlaceOf(plain(tokens[cut - 1]), name, kindsOf)
    )
  return body === undefined ? [person] : [body, person]
}

/** "Minister of Education Stefania Giannini": what the minister is of is no part of the name. */
function withoutField(piece: Piece): Piece {
  const { tokens, to, type } = piece
  let { from } = piece
  if (!/^(?:of|for)$/.test(tokenAt(tokens, from - 1)?.text ?? '') || !isTitle(tokenAt(tokens, from - 2))) return piece
  const isPart = (token: Token | undefined): boolean =>
    (roleModifiers.has(plain(token)) && plain(token) !== 'new') || isHonorific(token)
  while (type === 'person' && to - from > 1 && isPart(tokens[from])) from++
  return from === piece.from ? piece : { ...piece, from, titled: piece.from }
}

function isHonorific(token: Token | undefined): boolean {
  return honorifics.has(plain(token))
}

/** Without a title between them: "United States Hamdullah Mohib", "Refugee Council Enver Solomon". */
function splitBearer(
  piece: Piece,
  isFirst: (at: number) => boolean,
  isPlace: (name: string) => boolean = () => false
): Piece[] {
  const { tokens, to } = piece
  const from = tokens[piece.from]?.text === 'the' ? piece.from + 1 : piece.from
  for (let at = from + 1; at + 2 <= to; at++) {
    if (to - at > 3) continue
    const name = wordsOf(tokens, from, at)
    const state = countryOf.has(name) || (isPlace(name) && to - at > 1)
    const group = at - from > 1 && groupHeads.has(plain(tokens[at - 1])) && !isHead(tokens[to - 1])
    const bearer = isFirst(at) || (state && to - at === 2 && piece.type === 'person')
    if (!(bearer && (state || group)) && !(group && piece.type === 'person')) continue
    const before = retyped({ ...piece, from, to: at, titled: from }, state ? 'place' : 'organization')
    return [before, { ...retyped(piece, 'person'), from: at, titled: at }]
  }
  return [piece]
}

/** Does an office of this title belong to a place of this name? "Mayor of Lund", "President of Chile" */
function isPlaceOf(title: string, name: string, kindsOf: KindsOf): boolean {
  const places = lexicalKinds.largeCity | lexicalKinds.region | lexicalKinds.country | lexicalKinds.newsPlace
  return placeOffices.test(title) || isState(name) || (kindsOf(name.toLowerCase()) & places) !== 0
}

const placeOffices = /^(?:archbishop|bishop|duke|emir|governor|king|lord mayor|mayor|premier|prince|princess|queen)$/

const offices =
  /^(?:ceo|cfo|coo|cto|president|chairman|chairwoman|chief|officer|director|spokesman|spokeswoman|executive|leader|secretary|minister|governor|mayor|judge|whip|commissioner|senator|ambassador|representative|adm|gen|prosecutor|speaker)$/

function endsInOffice({ tokens, from, to }: Piece): boolean {
  return (
    to - from > 1 &&
    offices.test(plain(tokens[to - 1])) &&
    !tokens.slice(from, to).some((token) => token.text === 'of' || isPeople(token))
  )
}

/** "EADS 's North America CEO" → "EADS"; "Boeing Chief Financial Officer" → "Boeing" */
function withoutOffice(piece: Piece): Piece {
  const { tokens, from } = piece
  let to = piece.to
  while (to > from + 1 && (isTitle(tokens[to - 1]) || roleModifiers.has(plain(tokens[to - 1])))) to--
  const owner = tokens.slice(from, to).findIndex((token) => isPossessive(token.text))
  return { ...piece, to: owner > 0 ? from + owner : to }
}

/** The place or body whose title it is: "U.S." of "U.S. President Barack Obama". */
function bodyBefore(piece: Piece, cut: number): Piece | undefined {
  const { tokens } = piece
  let to = cut
  while (
    to > piece.from &&
    (isTitle(tokens[to - 1]) || roleModifiers.has(plain(tokens[to - 1])) || /^[-,.]$/.test(tokens[to - 1]?.text ?? ''))
  )
    to--
  // "Homeland Security Secretary Jo Smith"
  if (tokenAt(tokens, to - 1)?.text === 'Homeland') to++
  let { from } = piece
  while (from < to && passing.test(tokens[from]?.text ?? '')) from++
  // "Republican House Leader", but "Republican National Committee Chairman"
  if (partyWords.has(tokens[from]?.text ?? '') && !(to - from > 2 && isHead(tokens[to - 1]))) from++
  if (to === from || tokens.slice(from, to).some(isPeople)) return undefined
  const name = wordsOf(tokens, from, to)
  const title = plain(tokens[cut - 1])
  const place = isState(name) || /^(?:governor|gov|mayor|premier|king|queen|sheriff)$/.test(title)
  const group = governmentBodies.has(name) || (isAcronym(name) && !countryOf.has(name))
  return { ...retyped(piece, place && !group ? 'place' : 'organization'), from, to, titled: from }
}

/** "Interim DNC Chairwoman": for how long somebody holds an office is no part of whose office it is. */
const passing = /^(?:Interim|Acting|Former|Then|Outgoing|Incoming|Retired|Late)$/

const states: ReadonlySet<string> = new Set([...countryOf.keys(), ...regions, ...regionOf.keys()])

function isState(name: string): boolean {
  return states.has(name)
}

export function retyped(piece: Piece, type: CoarseType): Piece {
  return piece.type === type ? piece : { ...piece, type, odds: certain(type, 0.8) }
}

export function plain(token: Token | undefined): string {
  const word = token?.lower ?? ''
  return word.endsWith('.') ? word.slice(0, -1) : word
}

const titles: ReadonlySet<string> = new Set([...honorifics, ...shortTitles.keys(), ...roleWords])

export function isTitle(token: Token | undefined): boolean {
  const word = plain(token)
  return titles.has(word)
}

/** Nouns for persons that stand before companies as well: "Airbus rival Boeing". */
const sharedRoles =
  /^(?:rival|partner|ally|opponent|owner|publisher|producer|developer|creator|operator|host|member|supporter|donor|contributor|broadcaster|winner|insurer|investor|star|head|general|private|major|principal)$/

/** Does token `at` say that a person's name follows? */
export function introducesPerson(token: Token | undefined): boolean {
  return isTitle(token) && !sharedRoles.test(token?.text ?? '')
}

function isSuffix(tokens: readonly Token[], from: number, to: number): boolean {
  return to - from === 1 && /^(?:jr|sr|ii|iii|iv)$/.test(plain(tokens[from]))
}

export function isPeople(token: Token | undefined): boolean {
  if (token === undefined) return false
  // "Frenchmen", "Dutchwoman": the people's adjective and what one of them is.
  const { text } = token
  if (!beginsUpper(text)) return false
  const adjective = text.endsWith('n') ? text.replace(/(?:wo)?m[ae]n$/, '') : text
  return countryOfDemonym.has(adjective) || believers.test(text)
}

const believers =
  /^(?:Muslims?|Christians?|Jews?|Jewish|Islamic|Islam|Catholics?|Protestants?|Hindus?|Sikhs?|Buddhists?|Sunnis?|Shias?|Shi['’]?ites?|Arabs?|Kurds?|Kurdish|Europeans?|Africans?|Asians?|Latinos?|Hispanics?|Westerners?|Western)$/

export function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ')
}
