/** Tokens of two propositions → the first pair of opposites that tells them apart: one helps, the other hurts. */
import { conceptsOf } from './concepts.js'
import { findWords } from './words.js'

/** Either side of a row cannot be true of the same thing at the same time. By hand, general words of news. */
const rows = `
help | hurt
rise | fall cut
win | lose
buy | sell
begin | end
accept agree | reject refuse oppose
support endorse | oppose reject
approve pass | reject
true | lie
confirm | deny
capture | hold
capture control | lose withdraw
advance | withdraw
enter | expel withdraw
alive survive | kill
free release | arrest prison
guilty | innocent
strong stronger | weak weaker
more | less fewer
open reopen | close shut
legal | illegal
hire appoint | fire dismiss
intact | destroy damage
success succeed | fail failure
increase | cut
`

let opposites: ReadonlyMap<string, ReadonlySet<string>> | undefined

export function oppositeIn(a: readonly string[], b: readonly string[]): readonly [string, string] | undefined {
  opposites ??= readRows()
  for (const left of a) {
    const against = opposites.get(left)
    if (against === undefined || b.includes(left)) continue
    const right = b.find((token) => against.has(token) && !a.includes(token))
    if (right !== undefined) return [left, right]
  }
  return undefined
}

function readRows(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const add = (from: string, to: string): void => {
    found.set(from, (found.get(from) ?? new Set()).add(to))
  }
  for (const row of rows.trim().split('\n')) {
    const [left = [], right = []] = row
      .split(' | ')
      .map((side) => side.split(' ').flatMap((word) => conceptsOf(findWords(word)).map((concept) => concept.token)))
    for (const one of left) {
      for (const other of right) {
        if (one === other) continue
        add(one, other)
        add(other, one)
      }
    }
  }
  return found
}
