/** A word → the lists of `words.ts` that it is in, one bit each. */
import { countryOf, countryOfCapital, countryOfDemonym, regions } from './countries.js'
import {
  armedGroups,
  armedNouns,
  armedWords,
  calendarWords,
  channels,
  governmentBodies,
  governmentWords,
  honorifics,
  nameParticles,
  organizationWords,
  outletNouns,
  outlets,
  outletWords,
  placeNouns,
  placeWords,
  regionNouns,
  roleModifiers,
  roleNouns,
  shortTitles
} from './words.js'

export const kindBits = {
  honorific: 1,
  role: 2,
  roleModifier: 4,
  organization: 8,
  government: 16,
  armed: 32,
  outlet: 64,
  place: 128,
  placeNoun: 256,
  particle: 512,
  calendar: 1024,
  people: 2048,
  country: 4096,
  capital: 8192,
  saying: 16384,
  body: 32768,
  joining: 65536,
  locative: 131072
} as const

const joining = new Set(['of', 'the', 'and', 'for', '&', '-', "'s", '’s', 'on'])
const locatives = new Set([
  'in',
  'at',
  'from',
  'near',
  'into',
  'across',
  'inside',
  'outside',
  'around',
  'to',
  'throughout',
  'toward',
  'towards'
])
const saying = new Set(
  'said says say told tells added wrote writes tweeted asked announced claimed argued explained confirmed denied reported noted stated warned insisted replied posted called'.split(
    ' '
  )
)
const large: ReadonlySet<string> = new Set([...countryOf.keys(), ...regions])

/** `text` as printed; lists of single known names are matched with their capitals. */
export function wordKinds(text: string, lower: string): number {
  const bare = lower.endsWith('.') && lower.length > 2 ? lower.slice(0, -1) : lower
  const singular = bare.length > 3 && bare.endsWith('s') ? bare.slice(0, -1) : bare
  let bits = 0
  if (honorifics.has(bare) || shortTitles.has(bare)) bits |= kindBits.honorific
  if (roleNouns.has(bare) || roleNouns.has(singular)) bits |= kindBits.role
  if (roleModifiers.has(bare)) bits |= kindBits.roleModifier
  if (organizationWords.has(bare)) bits |= kindBits.organization
  if (governmentWords.has(bare)) bits |= kindBits.government
  if (armedWords.has(bare) || armedNouns.has(bare)) bits |= kindBits.armed
  if (outletWords.has(bare) || outletNouns.has(bare)) bits |= kindBits.outlet
  if (placeWords.has(bare)) bits |= kindBits.place
  if (placeNouns.has(bare) || regionNouns.has(bare)) bits |= kindBits.placeNoun
  if (nameParticles.has(bare)) bits |= kindBits.particle
  if (calendarWords.has(bare)) bits |= kindBits.calendar
  if (countryOfDemonym.has(text)) bits |= kindBits.people
  if (large.has(text)) bits |= kindBits.country
  if (countryOfCapital.has(text)) bits |= kindBits.capital
  if (saying.has(lower)) bits |= kindBits.saying
  if (channels.has(text) || outlets.has(text) || governmentBodies.has(text) || armedGroups.has(text))
    bits |= kindBits.body
  if (joining.has(lower)) bits |= kindBits.joining
  if (locatives.has(lower)) bits |= kindBits.locative
  return bits
}
