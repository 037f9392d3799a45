/** Tokens of two propositions → the first pair of opposites that tells them apart: one helps, the other hurts. */
import { conceptsOf } from './concepts.js'
import { findWords } from './words.js'

/**
 * Either side of a row cannot be true of the same thing at the same time. By hand, general words of news. After `!` are states of a
 * thing; the others are mostly said of two things, of which one wins where the other loses.
 */
const rows = `
help | hurt
rise | fall cut
win | lose
buy | sell
begin | end
accept agree | reject refuse oppose
support endorse | oppose reject
approve pass | reject
! true | lie
confirm | deny
! capture | hold
capture control | lose
! hold | lose withdraw
advance | withdraw
enter | expel withdraw
! alive survive | kill
free release | arrest prison
! guilty | innocent
strong stronger | weak weaker
more | less fewer
! open reopen | close shut
! legal | illegal
hire appoint | fire dismiss
! intact | destroy damage
success succeed | fail failure
increase | cut
! off | work
`

export interface Opposite {
  readonly words: readonly [string, string]
  /** States of one thing, not what two do to each other. */
  readonly ofState: boolean
}

let opposites: ReadonlyMap<string, ReadonlyMap<string, boolean>> | undefined

export function oppositeIn(a: readonly string[], b: readonly string[]): Opposite | undefined {
  opposites ??= readRows()
  for (const left of a) {
    const against = opposites.get(left)
    if (against === undefined || b.includes(left)) continue
    const right = b.find((token) => against.has(token) && !a.includes(token))
    if (right !== undefined) return { words: [left, right], ofState: against.get(right) === true }
  }
  return undefined
}

/** Is there a word among them that has an opposite? */
export function hasOpposite(tokens: readonly string[]): boolean {
  opposites ??= readRows()
  const known = opposites
  return tokens.some((token) => known.has(token))
}

function readRows(): Map<string, Map<string, boolean>> {
  const found = new Map<string, Map<string, boolean>>()
  const add = (from: string, to: string, ofState: boolean): void => {
    found.set(from, (found.get(from) ?? new Map()).set(to, ofState))
  }
  for (const row of rows.trim().split('\n')) {
    const ofState = row.startsWith('! ')
    const [left = [], right = []] = row
      .replace('! ', '')
      .split(' | ')
      .map((side) => side.split(' ').flatMap((word) => conceptsOf(findWords(word)).map((concept) => concept.token)))
    for (const one of left) {
      for (const other of right) {
        if (one === other) continue
        add(one, other, ofState)
        add(other, one, ofState)
      }
    }
  }
  return found
}
