/**
 * The names of one article → entities and mentions: surnames, acronyms, short forms and other names of countries are
 * brought together, each with its reason; without a reason two names stay two entities.
 */
import { gatherOnes } from '../gather.js'
import type { Prose } from '../language/index.js'
import type { Mention } from '../model.js'
import { linkGroups } from './groups.js'
import { identify } from './identify.js'
import { Links } from './links.js'
import { locate } from './locate.js'
import { linkPersons } from './persons.js'
import { linkPlaces } from './places.js'
import { collectTerms, familyOf } from './terms.js'
import type { Gazetteer, LinkedNames, Name } from './types.js'

const nothing: Gazetteer = { lookup: () => [] }

/**
 * Decides which names of an article are one entity. `names` as `findNames` gives them (sorted, without overlap); there is
 * one mention for each, in their order. Entities are sorted by id.
 *
 * @example linkNames(prose, findNames(prose)).entities[0]?.id // 'denis-nikitin'
 */
export function linkNames(prose: Prose, names: readonly Name[], gazetteer: Gazetteer = nothing): LinkedNames {
  const places = locate(prose, names)
  const terms = collectTerms(prose, names, places)
  const links = new Links(terms.all.length)
  const surnames = linkPersons(terms, links)
  linkGroups(prose, names, terms, links)
  const governments = linkPlaces(terms, places, links)
  const chosen = names.map((_, i) => surnames.get(i) ?? governments.get(i) ?? terms.of[i])
  const borne = new Set(gatherOnes(chosen, (term) => term && links.rootOf(term.id)))
  const named = terms.all.filter((term) => borne.has(links.rootOf(term.id)))
  const { entities, ofRoot } = identify(named, links, gazetteer)
  const mentions: Mention[] = []
  names.forEach((name, i) => {
    const term = chosen[i]
    const entity = term === undefined ? undefined : ofRoot.get(links.rootOf(term.id))
    if (entity === undefined) return
    const { start, end } = name
    // A network is a channel where somebody posts on it, and a company where it acts.
    const type = entity.type === 'channel' && familyOf(name.type) === 'group' ? name.type : entity.type
    mentions.push({ start, end, type, kind: 'name', entity: entity.id })
  })
  return { entities, mentions }
}
