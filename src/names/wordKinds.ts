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

const joining = "of the and for & - 's ’s on".split(' ')
const locatives = 'in at from near into across inside outside around to throughout toward towards'.split(' ')
const saying =
  'said says say told tells added wrote writes tweeted asked announced claimed argued explained confirmed denied reported noted stated warned insisted replied posted called'.split(
    ' '
  )

/** Words whose case does not count, in small letters. */
const bySmall = collect([
  [kindBits.honorific, honorifics],
  [kindBits.honorific, shortTitles.keys()],
  [kindBits.role, roleNouns],
  [kindBits.roleModifier, roleModifiers],
  [kindBits.organization, organizationWords],
  [kindBits.government, governmentWords],
  [kindBits.armed, armedWords],
  [kindBits.armed, armedNouns],
  [kindBits.outlet, outletWords],
  [kindBits.outlet, outletNouns],
  [kindBits.place, placeWords],
  [kindBits.placeNoun, placeNouns],
  [kindBits.placeNoun, regionNouns],
  [kindBits.particle, nameParticles],
  [kindBits.calendar, calendarWords],
  [kindBits.saying, saying],
  [kindBits.joining, joining],
  [kindBits.locative, locatives]
])

/** Known names, as printed. */
const byForm = collect([
  [kindBits.people, countryOfDemonym.keys()],
  [kindBits.country, countryOf.keys()],
  [kindBits.country, regions],
  [kindBits.capital, countryOfCapital.keys()],
  [kindBits.body, channels],
  [kindBits.body, outlets],
  [kindBits.body, governmentBodies],
  [kindBits.body, armedGroups]
])

function collect(lists: readonly (readonly [number, Iterable<string>])[]): ReadonlyMap<string, number> {
  const bits = new Map<string, number>()
  for (const [bit, words] of lists) for (const word of words) bits.set(word, (bits.get(word) ?? 0) | bit)
  return bits
}

/** `text` as printed, `lower` in small letters. A final dot and a plural "s" of a role do not count. */
export function wordKinds(text: string, lower: string): number {
  const length = lower.length
  const bare = length > 2 && lower.charCodeAt(length - 1) === 46 ? lower.slice(0, -1) : lower
  let bits = (bySmall.get(bare) ?? 0) | (byForm.get(text) ?? 0)
  if (length > 3 && bare.charCodeAt(bare.length - 1) === 115)
    bits |= (bySmall.get(bare.slice(0, -1)) ?? 0) & kindBits.role
  return bits
}
