/**
 * Terms for places → which are the same: other names of a country, "Washington, D.C.", a region named without the word.
 *
 * News lets a capital stand for its government ("Kyiv denied any involvement"): such a place is the country's.
 */
import { isPossessive } from '../language/index.js'
import { countryOf, countryOfCapital, regionOf } from './countries.js'
import { nameKey } from './key.js'
import type { Links } from './links.js'
import type { Located } from './locate.js'
import type { Term, Terms } from './terms.js'
import { placeNouns, regionNouns } from './words.js'

const countryByKey = new Map([...countryOf].map(([name, country]) => [nameKey(name), country.name]))
const countryByCapital = new Map([...countryOfCapital].map(([name, country]) => [nameKey(name), country.name]))

/** The name that a country's entity gets, or undefined. */
export function countryName(key: string): string | undefined {
  return countryByKey.get(key)
}

/** The full name of a state of which one of these is the short form: "N.Y." */
export function regionName(forms: readonly string[]): string | undefined {
  return forms.map((form) => regionOf.get(form)).find((name) => name !== undefined)
}

export function isCapitalCity(key: string): boolean {
  return countryByCapital.has(key)
}

/** Returns the term that stands for each name which is a capital in its country's stead. */
export function linkPlaces(terms: Terms, places: readonly Located[], links: Links): Map<number, Term> {
  const all = terms.all.filter((term) => term.family === 'place')
  const byKey = new Map(all.map((term) => [term.key, term]))
  const countries = new Map<string, Term>()
  for (const term of all) {
    const name = countryByKey.get(term.key)
    if (name === undefined) continue
    const known = countries.get(name)
    if (known === undefined) countries.set(name, term)
    else links.join(term.id, known.id, `${form(term)}: another name of ${name}`)
  }
  for (const term of all) {
    const region = regionName([...term.forms.keys()])
    const full = region === undefined ? undefined : byKey.get(nameKey(region))
    if (full !== undefined) links.join(full.id, term.id, `${form(term)}: short for ${form(full)}`)
  }
  for (const term of all) {
    const short = shortened(term)
    const other = short === undefined ? undefined : byKey.get(short)
    if (other !== undefined) links.join(other.id, term.id, `${form(other)}: short for ${form(term)}`)
  }
  linkRegions(all, byKey, places, links)
  return findGovernments(terms, places, countries, links)
}

/** "washington, dc" → "washington"; "bakhmut city" → "bakhmut", though "mexico city" is not mexico. */
function shortened(term: Term): string | undefined {
  const found = /^(.+?),? dc$/.exec(term.key) ?? /^(.+) city$/.exec(term.key)
  const short = found?.[1]
  return short === undefined || countryByKey.has(short) || short === 'new york' ? undefined : short
}

/**
 * "Belgorod" is the region where the article speaks of "the region of Belgorod", "Belgorod governor", "a town in
 * Belgorod", and never of the city.
 */
function linkRegions(
  all: readonly Term[],
  byKey: ReadonlyMap<string, Term>,
  places: readonly Located[],
  links: Links
): void {
  for (const region of all) {
    const last = region.words.at(-1) ?? ''
    if (region.words.length < 2 || !regionNouns.has(last)) continue
    const bare = byKey.get(region.words.slice(0, -1).join(' '))
    if (bare === undefined) continue
    const said = bare.names.map((name) => regionOrCity(places[name]))
    if (said.includes('region') && !said.includes('city')) {
      links.join(bare.id, region.id, `${form(bare)}: the article speaks of the ${last}`)
    }
  }
  for (const term of all) {
    const kinds = term.names.map((name) => kindBefore(places[name]))
    const kind = kinds.find((each) => each !== undefined)
    if (kind === undefined || term.words.length > 2 || countryByKey.has(term.key)) continue
    if (byKey.has(`${term.key} ${kind}`) || term.names.some((name) => regionOrCity(places[name]) === 'city')) continue
    // "the border region of Belgorod" is Belgorod region, under whatever name other articles print it.
    term.forms.set(`${form(term)} ${kind}`, 0)
  }
}

/** "region" of "the region of Belgorod"; a state or a republic is named without the word. */
function kindBefore(place: Located | undefined): string | undefined {
  if (place === undefined || place.tokens[place.from - 1]?.text !== 'of') return undefined
  const noun = place.tokens[place.from - 2]?.text ?? ''
  return /^(?:county|district|oblast|prefecture|province|region)$/.test(noun) ? noun : undefined
}

function regionOrCity(place: Located | undefined): 'region' | 'city' | null {
  if (place === undefined) return null
  const { tokens, from, to } = place
  const word = (at: number): string => (tokens[at]?.text ?? '').toLowerCase()
  const after = word(to)
  if (after === 'governor' || regionNouns.has(after)) return 'region'
  if (
    after === 'and' &&
    regionNouns.has(
      word(to + 2)
        .replace(/ies$/, 'y')
        .replace(/s$/, '')
    )
  )
    return 'region'
  if (regionNouns.has(after.replace(/ies$/, 'y').replace(/s$/, ''))) return 'region'
  if (after === 'city' || after === 'mayor') return 'city'
  const before = word(from - 1)
  const noun = word(from - 2)
  if (before === 'of' && (regionNouns.has(noun) || noun === 'governor')) return 'region'
  if (before === 'of' && /^(?:city|town|mayor|outskirts|streets|suburbs?|centre|center)$/.test(noun)) return 'city'
  if (before === 'city' || before === 'town' || before === 'capital') return 'city'
  if (before === 'in' && placeNouns.has(noun) && noun !== 'area') return 'region'
  return null
}

const locatives = new Set(
  'in at near to from into around outside inside toward towards across through via above over between visit visited visiting left leave leaving enter entered reach reached'.split(
    ' '
  )
)

/** A capital that acts, owns or is spoken to is its government, if the article names the country as well. */
function findGovernments(
  terms: Terms,
  places: readonly Located[],
  countries: ReadonlyMap<string, Term>,
  links: Links
): Map<number, Term> {
  const chosen = new Map<number, Term>()
  const told = new Set<Term>()
  terms.of.forEach((term, name) => {
    const capitalOf = term.family === 'place' ? countryByCapital.get(term.key) : undefined
    const country = capitalOf === undefined ? undefined : countries.get(capitalOf)
    const place = places[name]
    if (country === undefined || place === undefined || !isGovernment(place)) return
    if (!told.has(term)) links.note(country.id, `${form(term)}: capital that stands for ${form(country)}`)
    told.add(term)
    chosen.set(name, country)
  })
  return chosen
}

function isGovernment({ tokens, from, to }: Located): boolean {
  const word = (at: number): string => tokens[at]?.text ?? ''
  const before = word(from - 1).toLowerCase()
  const after = tokens[to]
  if (locatives.has(before) || after === undefined) return false
  if (/^(?:government|authorities|administration|regime|leadership|officials|forces|troops)$/.test(after.text))
    return true
  if (isPossessive(after.text))
    return !/^(?:airport|streets?|suburbs?|outskirts|centre|center|mayor|metro|residents)$/i.test(
      tokens[to + 1]?.text ?? ''
    )
  if (after.pos === 'VERB' || after.pos === 'AUX')
    return !/^(?:was|were)$/.test(after.text) || tokens[/^["“‘]$/.test(word(to + 1)) ? to + 2 : to + 1]?.pos === 'VERB'
  return after.pos === 'ADV' && tokens[to + 1]?.pos === 'VERB'
}

function form(term: Term): string {
  return term.forms.keys().next().value ?? term.key
}
