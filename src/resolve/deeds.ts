/** Denials of a part in something, and the deeds that they deny: "He denied any involvement in the attack". */
import type { StatementId } from '../model.js'
import { sortedTexts } from './order.js'
import type { Proposition } from './propositions.js'

/** What tells one: tokens and speakers are those of a proposition. */
type Denying = Pick<Proposition, 'act' | 'tokens' | 'speakers'>

/** A name of somebody, somewhere or a country, as propositions hold it. */
export function isName(token: string): boolean {
  return /^[@~^]/.test(token)
}

/** Denials of having had a part in something, whoever says they had. */
export function isDenialOfInvolvement(each: Denying): boolean {
  return each.act === 'deny' && each.tokens.includes('involve') && each.speakers.length > 0
}

/** What each of an article's denials of involvement denies: its own words and those of the statement that its sentence sets it against. */
export function deedsOf(
  propositions: readonly (Denying & Pick<Proposition, 'id' | 'against'>)[]
): ReadonlyMap<StatementId, readonly string[]> {
  const tokensOf = new Map(propositions.map((each) => [each.id, each.tokens]))
  return new Map(
    propositions.filter(isDenialOfInvolvement).map((each) => {
      const words = [...each.tokens, ...(each.against === null ? [] : (tokensOf.get(each.against) ?? []))]
      return [each.id, sortedTexts(words).filter((token) => token !== 'involve' && !isName(token))]
    })
  )
}
