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
  /** How often it is told; once unless it says so. */
  readonly count?: number
}

/** "a presidential adviser", "foreign minister": they speak for the body or state; a senator or a mayor speaks for himself. */
const speaksFor =
  /\b(?:spokes\w+|advis[eo]r|aide|minister|ministry|ambassador|envoy|press secretary|defen[cs]e|intelligence|military|army|representative to)\b/i
const officials =
  /\b(?:authorit(?:y|ies)|officials?|government|ministry|ministries|police|spokes\w+|minister|governor|mayor|military|army|intelligence|prosecutors?|diplomats?|embassy)\b/i
const irregulars = /\b(?:anti|former|militia|opposition|partisans?|rebels?|self|separatists?|volunteers?)\b/i

/** By local ids; a country that is only meant by an adjective has the id that its name gives. */
export function tiesOf(record: ArticleRecord): Tie[] {
  const ties = record.relations.flatMap(tieOf)
  const typeOf = new Map(record.entities.map((entity) => [entity.id, entity]))
  const done = new Set<EntityId>()
  for (const mention of record.mentions) {
    const entity = typeOf.get(mention.entity)
    if (mention.kind !== 'nominal' || entity?.type !== 'unnamed' || done.has(entity.id)) continue
    if (!officials.test(entity.name) || irregulars.test(entity.name)) continue
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
    if (before !== undefined) ties.push({ from: entity.id, to: before.entity })
  }
  return ties
}

function tieOf(relation: Relation): Tie[] {
  const { type, subject, object, role } = relation
  if (object === null) return []
  const speaks = type === 'spokesperson-of' || (type === 'holds-role' && role !== null && speaksFor.test(role))
  return speaks || type === 'part-of' ? [{ from: subject, to: object }] : []
}

/** Ties by an article's ids → by those over all articles. */
export function tiesBetween(ties: readonly Tie[], ids: Readonly<Record<EntityId, EntityId>>): Tie[] {
  const idOf = idsOf(ids)
  return ties.map((tie) => ({ ...tie, from: idOf(tie.from), to: idOf(tie.to) }))
}

/** Ties and entries by global ids → the side of an id. */
export function sidesOf(
  ties: Iterable<Tie>,
  entries: ReadonlyMap<EntityId, GazetteerEntry>
): (id: EntityId) => EntityId {
  const counts = new Map<EntityId, Map<EntityId, number>>()
  for (const { from, to, count = 1 } of ties) {
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
  const sides = new Map<EntityId, EntityId>()
  return (id) => {
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
}
