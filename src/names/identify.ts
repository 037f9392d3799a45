/**
 * Joined terms → entities: the best full name, the type, and the id (the gazetteer's, or the name's slug).
 *
 * An id is never given to two entities of one article, and never empty.
 */
import { gather } from '../gather.js'
import type { EntityId, EntityType, LocalEntity } from '../model.js'
import { nameKey } from './key.js'
import type { Links } from './links.js'
import { countryName, isCapitalCity, regionName } from './places.js'
import { slug } from './slug.js'
import { type Family, familyOf, type Term } from './terms.js'
import type { Gazetteer, GazetteerEntry, NameType } from './types.js'

export interface Identified {
  readonly entities: readonly LocalEntity[]
  /** The entity of each root of the links. */
  readonly ofRoot: ReadonlyMap<number, LocalEntity>
}

interface Draft {
  readonly id: EntityId
  readonly type: EntityType
  readonly name: string
  readonly forms: readonly string[]
  readonly reasons: readonly string[]
  readonly root: number
}

export function identify(terms: readonly Term[], links: Links, gazetteer: Gazetteer): Identified {
  const members = new Map<number, Term[]>()
  for (const term of terms) {
    const root = links.rootOf(term.id)
    const known = members.get(root)
    if (known === undefined) members.set(root, [term])
    else known.push(term)
  }
  const drafts = [...members].map(([root, each]) => draft(root, each, links, gazetteer))
  const byId = new Map<EntityId, Draft[]>()
  for (const each of drafts) {
    const known = byId.get(each.id)
    if (known === undefined) byId.set(each.id, [each])
    else known.push(each)
  }
  const entities: LocalEntity[] = []
  const ofRoot = new Map<number, LocalEntity>()
  const used = new Set(byId.keys())
  for (const [id, sharing] of byId) {
    for (const same of separate(sharing)) {
      const first = same[0]
      if (first === undefined) continue
      const own = first === sharing[0] ? id : unused(`${id}-${first.type}`, used)
      const forms = new Set(gather(same, (each) => [...each.forms, each.name]))
      forms.delete(first.name)
      const entity = {
        id: own,
        type: first.type,
        name: first.name,
        otherNames: [...forms].sort(),
        reasons: gather(same, (each) => each.reasons)
      }
      entities.push(entity)
      for (const each of same) ofRoot.set(each.root, entity)
    }
  }
  entities.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return { entities, ofRoot }
}

function draft(root: number, terms: readonly Term[], links: Links, gazetteer: Gazetteer): Draft {
  const forms = [...new Set(gather(terms, (term) => [...term.forms.keys()]))]
  const family = terms[0]?.family ?? 'group'
  const ordered = order(terms)
  const known = findEntry(ordered, family, gazetteer)
  const reasons = links.reasons(root)
  if (known !== undefined) {
    const { entry, by } = known
    const told = [...reasons, `${by}: gazetteer`]
    return { id: entry.id, type: entry.type, name: entry.name, forms, reasons: told, root }
  }
  const country =
    family === 'place' ? terms.map((term) => countryName(term.key)).find((name) => name !== undefined) : undefined
  const region = family === 'place' ? regionName(forms) : undefined
  const printed = country ?? region ?? ordered[0] ?? ''
  const name = family === 'group' ? printed : unshouted(printed)
  return { id: slug(name), type: typeOf(terms, family), name, forms, reasons, root }
}

/** Printed forms, fullest first: more words, then not in capitals, then more often, then by code unit. */
function order(terms: readonly Term[]): string[] {
  const counts = new Map<string, number>()
  for (const term of terms) for (const [form, count] of term.forms) counts.set(form, (counts.get(form) ?? 0) + count)
  if (counts.size === 1) return [...counts.keys()]
  const forms = [...counts].map(([form, count]) => ({
    form,
    count,
    words: form.split(' ').length,
    shouted: isShouted(form) ? 1 : 0
  }))
  forms.sort(
    (a, b) =>
      b.words - a.words ||
      a.shouted - b.shouted ||
      b.count - a.count ||
      (a.form < b.form ? -1 : a.form > b.form ? 1 : 0)
  )
  return forms.map(({ form }) => form)
}

function isShouted(form: string): boolean {
  return !/\p{Ll}/u.test(form)
}

/** "COLUMBUS", the place of a dateline, goes by "Columbus"; "NATO" may be an acronym. */
function unshouted(form: string): string {
  if (!isShouted(form) || !(/\p{Lu}{5}/u.test(form) || isCapitalCity(nameKey(form)))) return form
  return form.replace(/(\p{L})(\p{L}+)/gu, (_, first: string, rest: string) => first + rest.toLowerCase())
}

/** The entry that bears one of the names, fullest name first; none if that name is ambiguous. */
function findEntry(
  forms: readonly string[],
  family: Family,
  gazetteer: Gazetteer
): { entry: GazetteerEntry; by: string } | undefined {
  const full = (forms[0] ?? '').includes(' ')
  for (const form of forms) {
    const entries = gazetteer.lookup(form)
    const fits = entries.filter((entry) => entry.type !== 'unnamed' && familyOf(entry.type as NameType) === family)
    const only = fits.length === 1 ? fits[0] : undefined
    if (only !== undefined) return { entry: only, by: form }
    // A bare word whose type was guessed wrong; a full name of a person is not taken for a place.
    const other = entries.length === 1 ? entries[0] : undefined
    if (fits.length === 0 && other !== undefined && (family !== 'person' || !full)) return { entry: other, by: form }
    if (fits.length > 1) return undefined
  }
  return undefined
}

/** The commonest type; one that says more than "organization" wins over it. */
function typeOf(terms: readonly Term[], family: Family): EntityType {
  if (family !== 'group') return family
  const counts = new Map<NameType, number>()
  for (const term of terms) for (const [type, count] of term.types) counts.set(type, (counts.get(type) ?? 0) + count)
  let best: NameType = 'organization'
  let most = 0
  for (const type of ['armedgroup', 'governmentbody', 'outlet', 'channel'] as const) {
    const count = counts.get(type) ?? 0
    if (count > most) {
      best = type
      most = count
    }
  }
  return best
}

/** Drafts with one id: those of one family are one entity, the others stay apart. */
function separate(drafts: readonly Draft[]): Draft[][] {
  const families = new Map<string, Draft[]>()
  for (const each of drafts) {
    const family = each.type === 'unnamed' ? 'unnamed' : familyOf(each.type)
    const known = families.get(family)
    if (known === undefined) families.set(family, [each])
    else known.push(each)
  }
  return [...families.values()]
}

function unused(id: EntityId, used: Set<EntityId>): EntityId {
  let free = id
  for (let number = 2; used.has(free); number++) free = `${id}-${number}`
  used.add(free)
  return free
}
