/**
 * "Moscow's defence ministry", "the Ukrainian military", "the Kyiv government": common nouns that mean one body of one state as surely as a
 * name does. The capital, the country and the word for its people all say which state.
 */
import { type Country, countryOf, countryOfCapital, countryOfDemonym } from './countries.js'
import { isCapital } from './reading.js'

export interface StateBody {
  readonly country: Country
  /** In one spelling: "defence ministry". */
  readonly body: string
}

const fields =
  'agriculture|culture|defen[cs]e|economy|education|emergenc(?:y|ies)|energy|environment|finance|foreign|health|home|industry|information|interior|justice|labou?r|trade|transport|treasury'
const ministry = new RegExp(
  `^(?:(${fields}) (ministry|office|department)|(ministry|department) of (?:the )?(${fields})(?: affairs)?)$`
)
const intelligence = /^((?:military|defen[cs]e|foreign|domestic) intelligence)(?: service| agency)?$/
const others =
  /^(?:government|military|army|air force|navy|armed forces|general staff|parliament|central bank|security service|coast guard|supreme court|state department|electoral commission|border guard service)$/

/** @param words a noun phrase without its article; undefined where it is nothing of the kind */
export function stateBodyOf(words: string): StateBody | undefined {
  if (!isCapital(words.charCodeAt(0))) return undefined
  const parts = words.split(/\s+/)
  for (let length = Math.min(3, parts.length - 1); length > 0; length--) {
    const owner = parts.slice(0, length).join(' ')
    const possessor = /^(.+)['’]s?$/.exec(owner)?.[1]
    const country =
      possessor === undefined ? stateOf(owner) : (countryOf.get(possessor) ?? countryOfCapital.get(possessor))
    const body = country && bodyIn(parts.slice(length).join(' ').toLowerCase())
    if (country !== undefined && body !== undefined) return { country, body }
  }
  return undefined
}

/** "the Kyiv government", "Ukrainian", "US": but no people ("the Danes"). */
const stateOf = (owner: string): Country | undefined =>
  countryOfDemonym.get(owner) ?? countryOf.get(owner) ?? countryOfCapital.get(owner)

/** "Defence Ministry", without a word for the state: the body in one spelling. */
export const bareBodyOf = (words: string): string | undefined => bodyIn(words.toLowerCase())

function bodyIn(words: string): string | undefined {
  const [, field, kind, office, ofField] = ministry.exec(words) ?? []
  if (field !== undefined && kind !== undefined) return `${spelt(field)} ${kind}`
  if (office !== undefined && ofField !== undefined) return `${spelt(ofField)} ${office}`
  const service = intelligence.exec(words)?.[1]
  if (service !== undefined) return spelt(service)
  return others.test(words) ? words : undefined
}

const spelt = (words: string): string => words.replace('defense', 'defence').replace('labor', 'labour')

/** What the body may be called, the best first: "Ukrainian defence ministry", "Ukraine's defence ministry", "Ministry of Defence of Ukraine". */
export function namesOfBody({ country, body }: StateBody): string[] {
  if (standsForState(body)) return [country.name]
  const owners = [
    ...country.demonyms.slice(0, 1),
    ...[country.name, ...country.otherNames].flatMap((name) => [`${name}'s`, name])
  ]
  return owners.map((owner) => `${owner} ${body}`)
}

/** A government is its state, as in "Moscow said". */
export const standsForState = (body: string): boolean => body === 'government'
