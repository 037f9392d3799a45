/**
 * Names of places beside one another → what lies in, near or is part of what; and who is tied to whom.
 *
 *     Grayvoron in Russia's Belgorod region        Irving, Texas
 *     ^located-in           ^part-of Russia        ^located-in
 */
import { beginsUpper, isPossessive, tokenAt } from '../language/index.js'
import type { EntityId, RelationType } from '../model.js'
import { countryOf, regionOf, regions } from './countries.js'
import type { Actor, Scene } from './scene.js'
import { isGroup } from './scene.js'
import { placeNouns } from './words.js'

/** Token range and ends of a relation that has no role. */
export interface Tie {
  readonly type: RelationType
  readonly subject: EntityId
  readonly object: EntityId
  readonly from: number
  readonly to: number
}

export function findTies(scene: Scene): Tie[] {
  const ties: Tie[] = []
  for (const actor of scene.actors) {
    const { type } = actor.mention
    if (type === 'place') {
      push(ties, actor, inside(scene, actor))
      push(ties, actor, statedAfterComma(scene, actor))
      push(ties, actor, beside(scene, actor))
      push(ties, actor, describedPlace(scene, actor))
    }
    if (type === 'place' || type === 'governmentbody') push(ties, actor, owned(scene, actor))
    if (isGroup(type)) push(ties, actor, unitOf(scene, actor))
    if (type !== 'place') push(ties, actor, tiedTo(scene, actor))
  }
  return ties
}

interface Found {
  readonly type: RelationType
  readonly object: EntityId
  readonly from: number
  readonly to: number
}

function push(ties: Tie[], actor: Actor, found: Found | undefined): void {
  if (found === undefined || found.object === actor.mention.entity) return
  const { type, object, from, to } = found
  ties.push({ type, subject: actor.mention.entity, object, from, to })
}

function word(scene: Scene, at: number): string {
  return tokenAt(scene.tokens, at)?.lower ?? ''
}

function printed(scene: Scene, actor: Actor): string {
  return scene.text.slice(actor.mention.start, actor.mention.end)
}

function isLarge(scene: Scene, actor: Actor): boolean {
  const name = printed(scene, actor)
  return countryOf.has(name) || regions.has(name) || regionOf.has(name)
}

/** The place after small words from token `at` on: "the southern Russian region of X", "Russia's X". */
function placeFrom(scene: Scene, at: number, owners = 2): Actor | undefined {
  for (let i = at; i < at + 7; i++) {
    const actor = scene.actorAt(i)
    if (actor !== undefined) {
      if (actor.mention.type !== 'place') return undefined
      if (!isPossessive(word(scene, actor.to))) return actor
      return owners > 0 ? placeFrom(scene, actor.to + 1, owners - 1) : undefined
    }
    const token = scene.tokens[i]
    if (token === undefined) return undefined
    if (
      !/^(?:DET|ADJ)$/.test(token.pos) &&
      token.text !== 'of' &&
      !placeNouns.has(word(scene, i)) &&
      !beginsUpper(token.text)
    ) {
      return undefined
    }
  }
  return undefined
}

/** "X in Y", "X in Z's Y": X is no country, or the words say where something happens. */
function inside(scene: Scene, actor: Actor): Found | undefined {
  if (isLarge(scene, actor) || word(scene, actor.to) !== 'in') return undefined
  const outer = placeFrom(scene, actor.to + 1)
  return outer && { type: 'located-in', object: outer.mention.entity, from: actor.from, to: outer.to }
}

/** "Irving, Texas," but not "Paris, France and Italy". */
function statedAfterComma(scene: Scene, actor: Actor): Found | undefined {
  if (word(scene, actor.to) !== ',') return undefined
  const outer = scene.actorAt(actor.to + 1)
  if (outer === undefined || outer.from !== actor.to + 1 || outer.mention.type !== 'place' || !isLarge(scene, outer))
    return undefined
  const name = printed(scene, actor)
  if (countryOf.has(name) || (regions.has(name) && !countryOf.has(printed(scene, outer)))) return undefined
  const after = word(scene, outer.to)
  if (/^(?:and|or)$/.test(after) || (after === ',' && scene.actorAt(outer.to + 1)?.mention.type === 'place')) {
    const third = scene.actorAt(outer.to + 1)
    if (third?.mention.type === 'place' && !(countryOf.has(printed(scene, third)) && after === ',')) return undefined
  }
  return { type: 'located-in', object: outer.mention.entity, from: actor.from, to: outer.to }
}

function beside(scene: Scene, actor: Actor): Found | undefined {
  const at = word(scene, actor.to) === ',' ? actor.to + 1 : actor.to
  if (word(scene, at) !== 'near') return undefined
  const other = placeFrom(scene, at + 1)
  return other && { type: 'near', object: other.mention.entity, from: actor.from, to: other.to }
}

/** "Bakhmut, a city in eastern Ukraine"; "the Ukrainian city of Bakhmut"; "Russian Belgorod region" */
function describedPlace(scene: Scene, actor: Actor): Found | undefined {
  const { tokens } = scene
  let at = actor.from - 1
  if (word(scene, at) === 'of' && placeNouns.has(word(scene, at - 1))) at -= 2
  for (let i = 0; i < 2 && tokens[at]?.pos === 'ADJ' && scene.countryOf(tokens[at]?.text ?? '') === undefined; i++) at--
  if (/^(?:border|port|capital|coastal|mining|industrial)$/.test(word(scene, at))) at--
  const country = scene.countryOf(tokens[at]?.text ?? '')
  if (country !== undefined && scene.actorAt(at) === undefined && !isLargeCountry(scene, actor)) {
    return { type: 'located-in', object: country, from: at, to: actor.to }
  }
  if (word(scene, actor.to) !== ',') return undefined
  for (let i = actor.to + 1; i < actor.to + 7; i++) {
    if (placeNouns.has(word(scene, i)) && /^(?:in|of)$/.test(word(scene, i + 1))) {
      const outer = placeFrom(scene, i + 2)
      return outer && { type: 'located-in', object: outer.mention.entity, from: actor.from, to: outer.to }
    }
    if (!/^(?:DET|ADJ|NOUN)$/.test(tokens[i]?.pos ?? '')) return undefined
  }
  return undefined
}

function isLargeCountry(scene: Scene, actor: Actor): boolean {
  return countryOf.has(printed(scene, actor))
}

/** "Russia's Belgorod region", "Ukraine's Defence Ministry" */
function owned(scene: Scene, actor: Actor): Found | undefined {
  if (!isPossessive(word(scene, actor.from - 1))) return undefined
  const owner = scene.actorAt(actor.from - 2)
  if (owner === undefined || owner.mention.type !== 'place' || isLargeCountry(scene, actor)) return undefined
  return { type: 'part-of', object: owner.mention.entity, from: owner.from, to: actor.to }
}

/** "the 5th Brigade, part of the Northern Army", "Acme, a subsidiary of Ajax" */
function unitOf(scene: Scene, actor: Actor): Found | undefined {
  if (word(scene, actor.to) !== ',') return undefined
  let at = actor.to + 1
  while (at < actor.to + 5 && /^(?:a|an|the|which|is|was)$/.test(word(scene, at))) at++
  if (
    !/^(?:part|unit|subsidiary|branch|arm|division|offshoot|wing|affiliate)$/.test(word(scene, at)) ||
    word(scene, at + 1) !== 'of'
  )
    return undefined
  at += 2
  if (/^(?:the|a)$/.test(word(scene, at))) at++
  const whole = scene.actorAt(at)
  if (whole === undefined || !isGroup(whole.mention.type)) return undefined
  return { type: 'part-of', object: whole.mention.entity, from: actor.from, to: whole.to }
}

/** "Baza, linked to Russia's security services"; "Iran-backed Houthis" */
function tiedTo(scene: Scene, actor: Actor): Found | undefined {
  if (
    /^(?:linked|backed|aligned|controlled|funded|affiliated|allied|sponsored|supported|owned)$/.test(
      word(scene, actor.from - 1)
    ) &&
    word(scene, actor.from - 2) === '-'
  ) {
    const other = scene.actorAt(actor.from - 3)
    if (other !== undefined) return { type: 'linked-to', object: other.mention.entity, from: other.from, to: actor.to }
  }
  let at = actor.to
  if (word(scene, at) === ',') at++
  while (at < actor.to + 4 && /^(?:which|who|is|was|are|has|been|closely|reportedly|widely)$/.test(word(scene, at)))
    at++
  if (!/^(?:linked|tied|connected|allied|affiliated|aligned|close|loyal)$/.test(word(scene, at))) return undefined
  if (!/^(?:to|with)$/.test(word(scene, at + 1))) return undefined
  at += 2
  while (scene.actorAt(at) === undefined && /^(?:DET|ADJ)$/.test(scene.tokens[at]?.pos ?? '')) at++
  const other = scene.actorAt(at)
  if (other === undefined) return undefined
  let to = other.to
  if (isPossessive(word(scene, to))) {
    to++
    while (to < other.to + 5 && /^(?:NOUN|ADJ|PROPN)$/.test(scene.tokens[to]?.pos ?? '')) to++
  }
  return { type: 'linked-to', object: other.mention.entity, from: actor.from, to }
}
