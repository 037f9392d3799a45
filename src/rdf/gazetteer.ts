/**
 * A gazetteer in SKOS Turtle → what a name may stand for. Users pass files of their own; `ontology/actors.ttl` is ours.
 *
 * Each subject with a skos:prefLabel is one entry; its id is the slug of that label, whatever its IRI. Capitals, accents,
 * dots and a leading "the" do not matter to a look-up. The order of files and of lines in them does not matter either.
 */
import { Parser, type Quad } from 'n3'
import { HearsayError } from '../errors.js'
import { ontologyFiles } from '../generated/ontology.js'
import type { EntityType } from '../model.js'
import { nameKey } from '../names/key.js'
import { slug } from '../names/slug.js'
import type { Gazetteer, GazetteerEntry } from '../names/types.js'

/** A gazetteer that can also be listed, which is what merging needs. */
export interface ListedGazetteer extends Gazetteer {
  /** Sorted by id. */
  readonly entries: readonly GazetteerEntry[]
}

const skos = 'http://www.w3.org/2004/02/skos/core#'
const schema = 'https://schema.org/'
const hearsay = 'https://w3id.org/hearsay/ns#'
const wgs84 = 'http://www.w3.org/2003/01/geo/wgs84_pos#'
const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

/** The first that a subject has decides; schema.org's narrower classes say what kind of place it is. */
const types: readonly (readonly [string, EntityType, string | null])[] = [
  [`${schema}Person`, 'person', null],
  [`${hearsay}ArmedGroup`, 'armedgroup', null],
  [`${schema}GovernmentOrganization`, 'governmentbody', null],
  [`${schema}NewsMediaOrganization`, 'outlet', null],
  [`${hearsay}Channel`, 'channel', null],
  [`${schema}Country`, 'place', 'country'],
  [`${schema}City`, 'place', 'city'],
  [`${schema}State`, 'place', 'region'],
  [`${schema}AdministrativeArea`, 'place', 'region'],
  [`${schema}Continent`, 'place', 'continent'],
  [`${schema}BodyOfWater`, 'place', 'water'],
  [`${schema}LandmarksOrHistoricalBuildings`, 'place', 'building'],
  [`${schema}Place`, 'place', null],
  [`${schema}Organization`, 'organization', null]
]

export const emptyGazetteer: ListedGazetteer = { entries: [], lookup: () => [] }

/** The gazetteer that ships with Hearsay. */
export function defaultGazetteer(): ListedGazetteer {
  const turtle = ontologyFiles['actors.ttl']
  loaded ??= turtle === undefined ? emptyGazetteer : parseGazetteer(turtle, 'ontology/actors.ttl')
  return loaded
}

/** Reading it takes as long as reading an article, and every article asks for it. */
let loaded: ListedGazetteer | undefined

/**
 * Reads SKOS Turtle.
 *
 * @param name the file's name, for messages
 * @throws HearsayError `malformed` with the file's name, and the line where the Turtle is broken
 * @example parseGazetteer('<#p> a <https://schema.org/Person>; <http://www.w3.org/2004/02/skos/core#prefLabel> "Ann Lee" .').lookup('ann lee')
 */
export function parseGazetteer(turtle: string, name = 'gazetteer'): ListedGazetteer {
  const subjects = new Map<string, Quad[]>()
  for (const quad of parse(turtle, name)) {
    const known = subjects.get(quad.subject.value)
    if (known === undefined) subjects.set(quad.subject.value, [quad])
    else known.push(quad)
  }
  const idOf = new Map<string, string>()
  for (const [iri, quads] of subjects) {
    const label = preferred(quads)
    if (label !== undefined) idOf.set(iri, slug(label))
  }
  const entries: GazetteerEntry[] = []
  for (const [iri, quads] of subjects) {
    const label = preferred(quads)
    // The scheme itself, and what else a file may describe, has no class of ours.
    if (label === undefined || quads.some((quad) => quad.object.value === `${skos}ConceptScheme`)) continue
    entries.push(readEntry(iri, label, quads, idOf, name))
  }
  return gazetteerOf(entries)
}

/** A user's file, as text: what can be sent to another thread. */
export interface GazetteerFile {
  readonly name: string
  readonly turtle: string
}

/**
 * What ships with Hearsay and the user's own, which wins.
 *
 * @throws Error with the file's name, where one is broken
 */
export function gazetteerFrom(files: readonly GazetteerFile[]): ListedGazetteer {
  const own = files.map(({ name, turtle }) => parseGazetteer(turtle, name))
  return own.length === 0 ? defaultGazetteer() : mergeGazetteers([defaultGazetteer(), ...own])
}

/** All entries of several gazetteers. Where two have one id, a later one's facts go before, and all names are kept. */
export function mergeGazetteers(gazetteers: readonly ListedGazetteer[]): ListedGazetteer {
  return gazetteerOf(gazetteers.toReversed().flatMap((each) => each.entries))
}

function parse(turtle: string, name: string): Quad[] {
  try {
    return new Parser({ format: 'text/turtle', baseIRI: 'https://w3id.org/hearsay/gazetteer/' }).parse(turtle)
  } catch (error) {
    // N3's message ends in "on line 3."
    const reason = error instanceof Error ? error.message.replace(/\.$/, '') : String(error)
    const message = `this is not valid Turtle: ${reason}; a gazetteer is SKOS in Turtle`
    throw new HearsayError('malformed', message, { input: name, cause: error })
  }
}

function readEntry(
  iri: string,
  label: string,
  quads: readonly Quad[],
  idOf: ReadonlyMap<string, string>,
  file: string
): GazetteerEntry {
  const values = (predicate: string): string[] =>
    quads.filter((quad) => quad.predicate.value === predicate).map((quad) => quad.object.value)
  const classes = new Set(values(rdfType))
  const found = types.find(([type]) => classes.has(type))
  if (found === undefined) {
    const message = `<${iri}> "${label}" has no type: add schema:Person, schema:Organization, schema:Place, …`
    throw new HearsayError('malformed', message, { input: file })
  }
  const latitude = coordinate(values(`${wgs84}lat`)[0], 90, file, label)
  const longitude = coordinate(values(`${wgs84}long`)[0], 180, file, label)
  // A person stands under the body or state that he is known to speak for.
  const wider = [...values(`${skos}broader`), ...values(`${schema}affiliation`)]
  const broader = sorted(wider.map((each) => idOf.get(each) ?? slug(lastPart(each))))
  const exactMatch = sorted(values(`${skos}exactMatch`))
  const kind = found[2]
  return {
    id: slug(label),
    type: found[1],
    name: label,
    names: [label, ...sorted(values(`${skos}altLabel`)).filter((each) => each !== label)],
    ...(exactMatch.length > 0 ? { exactMatch } : {}),
    ...(latitude !== null && longitude !== null ? { latitude, longitude } : {}),
    ...(kind !== null ? { kind } : {}),
    ...(broader.length > 0 ? { broader } : {})
  }
}

/** English where there are several; the smallest, so that the order of lines does not matter. */
function preferred(quads: readonly Quad[]): string | undefined {
  const labels = quads.filter((quad) => quad.predicate.value === `${skos}prefLabel`)
  const english = labels.filter(
    (quad) => quad.object.termType === 'Literal' && /^(?:en(?:-|$)|$)/.test(quad.object.language)
  )
  return sorted((english.length > 0 ? english : labels).map((quad) => quad.object.value))[0]
}

function coordinate(value: string | undefined, limit: number, file: string, label: string): number | null {
  if (value === undefined) return null
  const number = Number(value)
  if (value.trim() !== '' && Number.isFinite(number) && Math.abs(number) <= limit) return number
  const message = `"${label}" has the coordinate "${value}": use a number from -${limit} to ${limit}`
  throw new HearsayError('malformed', message, { input: file })
}

function gazetteerOf(all: readonly GazetteerEntry[]): ListedGazetteer {
  const byId = new Map<string, GazetteerEntry>()
  for (const entry of all) {
    const known = byId.get(entry.id)
    byId.set(entry.id, known === undefined ? entry : join(known, entry))
  }
  const entries = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  for (const [i, entry] of entries.entries()) entries[i] = withAllBroader(entry, byId)
  const byName = new Map<string, GazetteerEntry[]>()
  for (const entry of entries) {
    for (const key of new Set(entry.names.map(nameKey))) {
      const known = byName.get(key)
      if (known === undefined) byName.set(key, [entry])
      else known.push(entry)
    }
  }
  return { entries, lookup: (name) => byName.get(nameKey(name)) ?? [] }
}

/** What is broader than the broader too, the nearest first: a village's region, then its country. */
function withAllBroader(entry: GazetteerEntry, byId: ReadonlyMap<string, GazetteerEntry>): GazetteerEntry {
  const all: string[] = []
  for (let next = entry.broader ?? []; next.length > 0; ) {
    const wider = sorted(next).filter((id) => id !== entry.id && !all.includes(id))
    all.push(...wider)
    next = wider.flatMap((id) => byId.get(id)?.broader ?? [])
  }
  return all.length > 0 ? { ...entry, broader: all } : entry
}

function join(first: GazetteerEntry, second: GazetteerEntry): GazetteerEntry {
  const others = [...first.names, ...second.names].filter((name) => name !== first.name)
  const exactMatch = sorted([...(first.exactMatch ?? []), ...(second.exactMatch ?? [])])
  const broader = sorted([...(first.broader ?? []), ...(second.broader ?? [])])
  return {
    ...second,
    ...first,
    names: [first.name, ...sorted(others)],
    ...(exactMatch.length > 0 ? { exactMatch } : {}),
    ...(broader.length > 0 ? { broader } : {})
  }
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}

function lastPart(iri: string): string {
  return iri.slice(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1)
}
