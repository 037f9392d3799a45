/**
 * The statements of a claim → its independent origins: who said it first, however many printed it.
 *
 * One speaker is one origin in every article; so is one state or body through several mouths. What an article copies from another,
 * or passes on of a statement that is here itself, adds none. What nobody in particular said is its article's.
 */
import type { ArticleId, EntityId } from '../model.js'
import { findComponents } from './components.js'
import { addTo, byText, sortedTexts } from './order.js'
import type { Proposition } from './propositions.js'

export type Origin = readonly (EntityId | ArticleId)[]

export function originsOf(members: readonly Proposition[]): Origin[] {
  const passedOn = new Set(members.flatMap((each) => each.inside ?? []))
  const first = members.filter((each) => !passedOn.has(each.id))
  const asserting = first.filter((each) => each.act !== 'deny')
  const told = asserting.length > 0 ? asserting : first
  const keys = told.map((each) => keysOf(each, told))
  const nodes = sortedTexts(keys.flat())
  const numberOf = new Map(nodes.map((node, i) => [node, i]))
  const components = findComponents(nodes.length)
  const number = (key: string): number => numberOf.get(key) ?? 0
  told.forEach((each, i) => {
    for (const speaker of each.speakers) {
      const own = keys[i]?.find((key) => key === `speaker ${speaker.id}`)
      const side = keys[i]?.find((key) => key === `side ${speaker.side}`)
      if (own !== undefined && side !== undefined) components.join(number(own), number(side))
    }
    // Nobody in particular, in one article or through one agency: one telling.
    const [anchor, ...rest] = (keys[i] ?? []).filter((key) => !key.startsWith('side ') && !key.startsWith('speaker '))
    for (const key of rest) if (anchor !== undefined) components.join(number(anchor), number(key))
  })
  const groups = new Map<number, (EntityId | ArticleId)[]>()
  told.forEach((each, i) => {
    for (const key of keys[i] ?? []) addTo(groups, components.rootOf(number(key)), each.article)
    each.speakers.forEach((speaker) => {
      const key = keys[i]?.find((known) => known === `speaker ${speaker.id}`) ?? keys[i]?.[0]
      if (key !== undefined) addTo(groups, components.rootOf(number(key)), speaker.id)
    })
  })
  return [...groups.values()].map((group) => sortedTexts(group)).sort((a, b) => byText(a.join(' '), b.join(' ')))
}

/** What a statement's telling is known by; statements that share a key tell from one origin. */
function keysOf(each: Proposition, told: readonly Proposition[]): string[] {
  const original = each.originalArticle
  // A copy's unnamed speaker is whoever says it in the original, and so is the original's outlet: "The Post reported that …".
  const known = each.speakers.some((speaker) => speaker.named || speaker.side !== speaker.id)
  const outlet = each.speakers.length > 0 && each.speakers.every((speaker) => speaker.outlet)
  if (known && !(outlet && original !== each.article && told.some((other) => other.article === original))) {
    return each.speakers.flatMap((speaker) => [`speaker ${speaker.id}`, `side ${speaker.side}`])
  }
  // And a heading's is whoever says it in the text below.
  if (each.heading && !known) {
    const source = told.find((other) => other.article === each.article && !other.heading)
    if (source !== undefined) return keysOf(source, told)
  }
  if (original !== each.article) {
    const source = told.find((other) => other.article === original && other.id !== each.id)
    if (source !== undefined) return keysOf(source, told)
  }
  const outlets = each.chain.filter((hop) => hop.role === 'outlet' || hop.role === 'channel').map((hop) => hop.entity)
  return [`article ${original}`, ...outlets.map((outlet) => `outlet ${outlet}`)]
}
