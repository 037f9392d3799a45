/** Where a clause ends: before a coordinated or relaying attribution, before the remark that the article adds to it. */
import { skipCircumstances, subjectBefore } from './phrases.js'
import type { VerbGroup } from './verbs.js'
import { isComma, isDash, lower, type Tokens } from './words.js'

const subordinator =
  /^(?:that|which|who|whom|whose|where|when|while|because|although|though|if|whether|as|after|before|since|until|unless|but|and|or|so|than|what|how|why)$/

/** Where a clause that begins at `from` ends (index of its last token), given the verb groups that attribute something else. */
export function clauseEnd(tokens: Tokens, from: number, otherCues: readonly VerbGroup[]): number {
  let last = tokens.length - 1
  while (last > from && /^[.;]$/.test(tokens[last]?.text ?? '')) last--
  for (const cue of otherCues) {
    if (cue.first <= from || cue.main > last) continue
    const cut = cutBefore(tokens, cue, from)
    if (cut !== undefined && cut < last) last = cut
  }
  for (let at = from; at <= last; at++) {
    if (tokens[at]?.text === ';') return at - 1
  }
  while (last > from && /^[,;:–—-]$/.test(tokens[last]?.text ?? '')) last--
  return last
}

/**
 * Where a clause ends before the remark that the article adds to it: an apposition with "a", "the" or a possessive that names
 * nobody's neighbour in a list, or "in what appeared to be …".
 *
 *     said it was imposing a curfew, the first since the war     said it had shelled the port, in what looked like revenge
 *                                 ^                                                          ^
 */
export function beforeGloss(tokens: Tokens, groups: readonly VerbGroup[], from: number, last: number): number {
  const verb = groups.find((group) => group.first >= from && !group.infinitive && !group.participle)
  if (verb === undefined) return last
  for (let at = verb.main + 2; at < last - 1; at++) {
    if (!isComma(tokens[at])) continue
    const word = lower(tokens[at + 1])
    if (word === 'in' && /^what$/.test(lower(tokens[at + 2]))) return at - 1
    if (commasBetween(tokens, at + 1, last) > 0 || !startsGloss(tokens, at + 1)) continue
    const within = groups.find((group) => group.first > at && group.main <= last && !group.participle)
    const linked = tokens
      .slice(at + 1, within?.first ?? last + 1)
      .some((token) => /^(?:and|or|but)$/.test(lower(token)))
    const subordinate =
      within === undefined ||
      within.infinitive ||
      subordinator.test(lower(tokens[within.first - 1])) ||
      leads(tokens, at + 1, within.first)
    if (!linked && subordinate) return at - 1
  }
  return last
}

/** A subordinating word between a phrase's start and the verb: the phrase itself has no verb. */
const leads = (tokens: Tokens, from: number, to: number): boolean =>
  tokens
    .slice(from + 1, to)
    .some((token) => /^(?:which|who|that|where|when|since|after|before|whose)$/.test(lower(token)))

/** "a first since", "the latest of", "Moscow's first claim" */
function startsGloss(tokens: Tokens, at: number): boolean {
  if (/^(?:an?|the)$/.test(lower(tokens[at]))) return true
  return (
    tokens[at]?.pos === 'PROPN' &&
    /^['’]s$/.test(tokens[at + 1]?.text ?? '') &&
    /^(?:ADJ|ADV)$/.test(tokens[at + 2]?.pos ?? '')
  )
}

const commasBetween = (tokens: Tokens, from: number, to: number): number => {
  let count = 0
  for (let at = from; at <= to; at++) if (isComma(tokens[at])) count++
  return count
}

/** "the group, which claims to be local, said …": the relative clause ends at the comma before the main verb. */
export function beforeMainVerb(tokens: Tokens, groups: readonly VerbGroup[], from: number, last: number): number {
  for (let at = from + 1; at < last; at++) {
    if (!isComma(tokens[at])) continue
    let verb = at + 1
    while (tokens[verb]?.pos === 'ADV') verb++
    if (groups.some((group) => group.first === verb && !group.participle && !group.infinitive)) return at - 1
  }
  return last
}

/** The last token before a coordinated or relaying cue, or undefined if that cue belongs to the clause. */
function cutBefore(tokens: Tokens, cue: VerbGroup, from: number): number | undefined {
  let at = cue.first - 1
  while (at > from && tokens[at]?.pos === 'ADV' && !isComma(tokens[at])) at--
  const before = lower(tokens[at])
  if (cue.participle) {
    if (isComma(tokens[at])) return at - 1
    // "…, with the paper reporting that …"
    const teller = subjectBefore(tokens, cue.first, from)
    const link = teller === undefined ? -1 : teller.first - 1
    return lower(tokens[link]) === 'with' && isComma(tokens[link - 1]) && link - 2 > from ? link - 2 : undefined
  }
  if (cue.infinitive) return undefined
  if (/^(?:and|but)$/.test(before)) return at - 1
  if (isDash(tokens[at])) return at - 1
  const subject = subjectBefore(tokens, cue.first, from)
  if (subject === undefined) return undefined
  const left = subject.first - 1
  const word = lower(tokens[left])
  if (/^(?:but|and|though|although|while|as|after|because|since|when)$/.test(word)) {
    return left > from ? left - 1 : undefined
  }
  if (/^both$/.test(word) && /^(?:as|and|while)$/.test(lower(tokens[left - 1]))) return left - 2
  // "…, the agency reported." ends what the agency relays.
  if (isComma(tokens[left]) && endsSaying(tokens, cue)) return left - 1
  return undefined
}

/** Is nothing left to be said after the verb: "…, he said on Monday."? */
export function endsSaying(tokens: Tokens, cue: VerbGroup): boolean {
  const at = skipCircumstances(tokens, cue.main + 1)
  const next = tokens[at]
  if (next === undefined || /^(?:[.,;!?)]|citing|quoting)$/.test(next.text) || isDash(next)) return true
  return subordinator.test(lower(next)) && !/^(?:that|if|whether|what|how|why|who|which|where)$/.test(lower(next))
}
