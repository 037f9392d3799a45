/** The statements of a claim → its independent origins: who said it first, however many printed it. */
import type { ArticleId, Copy, EntityId } from '../model.js'
import { findComponents } from './components.js'
import { addTo, byText, sortedTexts } from './order.js'
import type { Proposition } from './propositions.js'

/** Global ids for an article's local ones. */
export type EntityLookup = (article: ArticleId, local: EntityId) => EntityId

export function originsOf(
  members: readonly Proposition[],
  entity: EntityLookup,
  sideOf: (entity: EntityId) => EntityId,
  copies: ReadonlyMap<ArticleId, Copy>
): (readonly (EntityId | ArticleId)[])[] {
  const supporting = members.filter((each) => !each.denies)
  const told = supporting.length > 0 ? supporting : members
  const nodes = told.flatMap((each) => speakersIn(each, entity).map((speaker) => ({ each, speaker })))
  const components = findComponents(nodes.length)
  const firstOf = new Map<string, number>()
  const join = (key: string, i: number): void => {
    const first = firstOf.get(key)
    if (first === undefined) firstOf.set(key, i)
    else components.join(first, i)
  }
  nodes.forEach(({ each, speaker }, i) => {
    join(`side ${sideOf(speaker)}`, i)
    // What an article repeats from another, it did not hear itself.
    if (copies.has(each.article) || [...copies.values()].some((copy) => copy.of === each.article)) {
      if (nodes.length > 1) join(`copied ${originalOf(each.article, copies)}`, i)
    }
  })
  const groups = new Map<number, (EntityId | ArticleId)[]>()
  nodes.forEach(({ each, speaker }, i) => {
    addTo(groups, components.rootOf(i), speaker)
    addTo(groups, components.rootOf(i), each.article)
  })
  return [...groups.values()].map((group) => sortedTexts(group)).sort((a, b) => byText(a.join(' '), b.join(' ')))
}

export function speakersIn(proposition: Proposition, entity: EntityLookup): EntityId[] {
  const { chain } = proposition.statement
  const speakers = chain.filter((hop) => hop.role === 'speaker')
  const first = speakers.length > 0 ? speakers : chain.slice(0, 1)
  return sortedTexts(first.map((hop) => entity(proposition.article, hop.entity)))
}

function originalOf(article: ArticleId, copies: ReadonlyMap<ArticleId, Copy>): ArticleId {
  let at = article
  for (let copy = copies.get(at); copy !== undefined; copy = copies.get(at)) at = copy.of
  return at
}
