/**
 * Who speaks for whom: a record → the ties that it tells; ties of all records and the gazetteer → the state or body on whose side
 * somebody speaks. One state that speaks of itself through three mouths is one origin; nobody's side is guessed from a name.
 */
import type { ArticleRecord, EntityId, Relation } from '../model.js'
import { countryOfDemonym } from '../names/countries.js'
import { slug } from '../names/slug.js'
import type { GazetteerEntry } from '../names/types.js'
import { idsOf } from './ids.js'
import { sortBy } from './order.js'

export interface Tie {
  readonly from: EntityId
  readonly to: EntityId
  /** Of somebody who speaks for a body: "its spokeswoman", "its chief executive". */
  readonly mouth?: boolean
  /** How often it is told; once unless it says so. */
  readonly count?: number
}

/** "a presidential adviser", "foreign minister": they speak for the body or state; a senator or a mayor speaks for himself. */
const speaksFor =
  /\b(?:spokes\w+|advis[eo]r|aide|minister|ministry|ambassador|envoy|press secretary|defen[cs]e|intelligence|military|army|representative to|chief executive|ceo|managing director|(?:general|regional) secretary|campaign (?:manager|chief))\b/i
const officials =
  /\b(?:authorit(?:y|ies)|officials?|government|ministry|ministries|police|spokes\w+|minister|governor|mayor|military|army|intelligence|prosecutors?|diplomats?|embassy)\b/i
const irregulars = /\b(?:anti|former|militia|opposition|partisans?|rebels?|self|separatists?|volunteers?)\b/i

/** Of these a place has one: "the police" of two articles on one event are the same. */
const institution =
  /\b(?:(?:\p{L}+ )?(?:ministry|commission|agency)|army|cabinet|city hall|coast ?guard|court|fire (?:brigade|department|service)|military|navy|parliament|police|prosecutors?)\b/iu
/** People of an institution are not it: "a former police officer". */
const noMouth = /\b(?:former|ex|officer|source|worker|member|chief)s?\b/i

/** By local ids; a country that is only meant by an adjective has the id that its name gives. */
export function tiesOf(record: ArticleRecord): Tie[] {
  const ties = record.relations.flatMap(tieOf)
  const entityOf = new Map(record.entities.map((entity) => [entity.id, entity]))
  const done = new Set<EntityId>()
  for (const mention of record.mentions) {
    const entity = entityOf.get(mention.entity)
    if (mention.kind !== 'nominal' || entity?.type !== 'unnamed' || done.has(entity.id)) continue
    if (!(officials.test(entity.name) || institution.test(entity.name)) || irregulars.test(entity.name)) continue
    done.add(entity.id)
    const country = entity.name.split(/[^\p{L}]+/u).flatMap((word) => countryOfDemonym.get(word) ?? [])[0]
    if (country !== undefined) {
      ties.push({ from: entity.id, to: slug(country.name) })
      continue
    }
    // "in the Southern region, where local authorities …": of the place that its sentence names last before it.
    const sentence = record.sentences.find((each) => each.start <= mention.start && mention.end <= each.end)
    const places = record.mentions.filter(
      (each) => each.type === 'place' && each.kind === 'name' && sentence !== undefined && each.start >= sentence.start
    )
    const before = places.filter((each) => each.end <= mention.end).at(-1)
    if (before !== undefined) {
      ties.push({ from: entity.id, to: before.entity })
      continue
    }
    const body = noMouth.test(entity.name) ? null : institution.exec(entity.name.replace(/^the /i, ''))
    if (body !== null) ties.push({ from: entity.id, to: `body-${slug(body[0])}` })
  }
  return ties
}

function tieOf(relation: Relation): Tie[] {
  const { type, subject, object, role } = relation
  if (object === null) return []
  const speaks = type === 'spokesperson-of' || (type === 'holds-role' && role !== null && speaksFor.test(role))
  if (type === 'part-of') return [{ from: subject, to: object }]
  return speaks ? [{ from: subject, to: object, mouth: true }] : []
}

/** Ties by an article's ids → by those over all articles. */
export function tiesBetween(ties: readonly Tie[], ids: Readonly<Record<EntityId, EntityId>>): Tie[] {
  const idOf = idsOf(ids)
  return ties.map((tie) => ({ ...tie, from: idOf(tie.from), to: idOf(tie.to) }))
}

export interface Sides {
  /** Whose mouth somebody is: one step, and never the state itself. */
  readonly bodyOf: (id: EntityId) => EntityId
  /** The state or body in the end. */
  readonly sideOf: (id: EntityId) => EntityId
}

/** Ties and entries by global ids → the body and side of an id. */
export function sidesOf(ties: Iterable<Tie>, entries: ReadonlyMap<EntityId, GazetteerEntry>): Sides {
  const counts = new Map<EntityId, Map<EntityId, number>>()
  const mouths = new Set<EntityId>()
  for (const { from, to, mouth = false, count = 1 } of ties) {
    if (mouth) mouths.add(from)
    const known = counts.get(from) ?? new Map<EntityId, number>()
    known.set(to, (known.get(to) ?? 0) + count)
    counts.set(from, known)
  }
  const above = (id: EntityId): EntityId | undefined => {
    const known = entries.get(id)?.broader
    if (known !== undefined) return known.at(-1)
    const [best] = sortBy(
      counts.get(id) ?? [],
      ([, count]) => -count,
      ([to]) => to
    )
    return best?.[0]
  }
  const bodyOf = (id: EntityId): EntityId => {
    const up = above(id)
    const isMouth = mouths.has(id) || entries.get(id)?.type === 'person'
    return up === undefined || !isMouth || entries.get(up)?.kind === 'country' ? id : up
  }
  const sides = new Map<EntityId, EntityId>()
  const sideOf = (id: EntityId): EntityId => {
    const known = sides.get(id)
    if (known !== undefined) return known
    let side = id
    const seen = new Set([id])
    for (let up = above(side); up !== undefined && !seen.has(up); up = above(side)) {
      seen.add(up)
      side = up
      if (entries.get(side)?.kind === 'country') break
    }
    sides.set(id, side)
    return side
  }
  return { bodyOf, sideOf }
}
