/** Where phrases begin and end in a sentence's tokens: subjects left of a verb, noun phrases to its right. No parser. */
import type { Token } from '../model.js'
import { memberNouns, recordingNouns } from './lexicon.js'
import { findVerbGroups, type VerbGroup } from './verbs.js'
import { inNounPhrase, isComma, isDash, isNominal, isQuoteMark, lower, type Tokens } from './words.js'

/** Token indices, both included. */
export interface Range {
  readonly first: number
  readonly last: number
}

const timeWord =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|night|morning|afternoon|evening|day|\d{1,4})$/

const subordinator =
  /^(?:that|which|who|whom|whose|where|when|while|because|although|though|if|whether|as|after|before|since|until|unless|but|and|or|so|than|what|how|why)$/

/**
 * The subject of a verb group: the noun phrase that ends right before it, over an insertion between commas.
 *
 *     Vyacheslav Gladkov, governor of Belgorod, said …        The Legion, which describes itself …, said …
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                 ^^^^^^^^^^
 */
export function subjectBefore(tokens: Tokens, before: number, floor = 0): Range | undefined {
  let last = before - 1
  while (
    last >= floor &&
    (tokens[last]?.pos === 'ADV' || /^(?:also|then|previously|later|both|all)$/.test(lower(tokens[last])))
  )
    last--
  if (last < floor) return undefined
  if (isComma(tokens[last]) || isDash(tokens[last])) return subjectOverInsertion(tokens, last, floor)
  if (tokens[last]?.text === ')') {
    let open = last
    while (open > floor && tokens[open]?.text !== '(') open--
    const named = nounPhraseEnding(tokens, open - 1, floor)
    return named && { first: named.first, last }
  }
  const phrase = nounPhraseEnding(tokens, last, floor)
  return phrase && (withNameBefore(tokens, phrase, floor) ?? phrase)
}

/**
 * A name with an apposition that no second comma closes, as headings have it.
 *
 *     Coast Brigade, an armed group claimed involvement
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function withNameBefore(tokens: Tokens, phrase: Range, floor: number): Range | undefined {
  const { first, last } = phrase
  if (!isComma(tokens[first - 1]) || !/^an?$/i.test(tokens[first]?.text ?? '')) return undefined
  for (let at = first; at <= last; at++) if (/^(?:and|or)$/.test(lower(tokens[at]))) return undefined
  const name = nounPhraseEnding(tokens, first - 2, floor)
  if (name === undefined || name.first !== floor || tokens[name.last]?.pos !== 'PROPN') return undefined
  return { first: name.first, last }
}

function subjectOverInsertion(tokens: Tokens, comma: number, floor: number): Range | undefined {
  for (let open = comma - 2; open >= floor && comma - open < 60; open--) {
    if (!isComma(tokens[open]) && !isDash(tokens[open])) continue
    if (isDash(tokens[open]) !== isDash(tokens[comma])) continue
    const head = nounPhraseEnding(tokens, open - 1, floor)
    if (head === undefined) continue
    const apposition = insertionNames(tokens, open + 1)
    return apposition ? { first: head.first, last: comma - 1 } : head
  }
  return undefined
}

/** Does an insertion give another name or the role of what stands before it, rather than tell something about it? */
function insertionNames(tokens: Tokens, first: number): boolean {
  const word = lower(tokens[first])
  if (/^(?:which|who|whose|whom|where|when|while|including|in|on|at|with|by|after|before|for)$/.test(word)) return false
  return tokens[first]?.pos !== 'VERB' && tokens[first]?.pos !== 'ADV' && tokens[first]?.pos !== 'ADP'
}

/** The longest noun phrase (with "of …", "from …", "and …") that ends at `last`. */
export function nounPhraseEnding(tokens: Tokens, last: number, floor = 0): Range | undefined {
  const end = tokens[last]
  if (end === undefined) return undefined
  if (end.pos === 'PRON') return /^(?:who|which|that|what|whom)$/i.test(end.text) ? undefined : { first: last, last }
  if (!inNounPhrase(tokens, last)) return undefined
  let first = last
  for (let at = last; at >= floor; at--) {
    if (inNounPhrase(tokens, at) && !isQuoteMark(tokens[at])) {
      first = at
      continue
    }
    const word = lower(tokens[at])
    // A preposition or conjunction joins only if a noun stands before it.
    if (tokens[at]?.pos === 'ADP' || word === 'and' || word === '&') {
      if (at > floor && isNominal(tokens[at - 1]) && !/^(?:as|after|before|since|until|than|like|despite)$/.test(word))
        continue
    }
    // "video posted to social media", "one woman selling flowers": a participle that restricts the noun before it.
    if (tokens[at]?.pos === 'VERB' && /(?:ed|ing|en)$/.test(word) && at > floor && isCommon(tokens[at - 1])) continue
    if (
      tokens[at]?.pos === 'ADP' &&
      tokens[at - 1]?.pos === 'VERB' &&
      /(?:ed|ing|en)$/.test(lower(tokens[at - 1])) &&
      isCommon(tokens[at - 2])
    )
      continue
    if (insideReducedRelative(tokens, at, floor)) continue
    break
  }
  return first <= last ? dropTime(tokens, { first, last }) : undefined
}

/** "a group calling itself X", "militias purporting to be X", "people familiar with X", "sources close to X". */
function insideReducedRelative(tokens: Tokens, at: number, floor: number): boolean {
  const word = lower(tokens[at])
  if (/^(?:itself|himself|herself|themselves)$/.test(word)) return isReduced(tokens, at - 1, floor)
  if (word === 'to' && lower(tokens[at + 1]) === 'be') return isReduced(tokens, at - 1, floor)
  if (word === 'be' && lower(tokens[at - 1]) === 'to') return isReduced(tokens, at - 2, floor)
  return (
    tokens[at]?.pos === 'ADP' &&
    at - 2 >= floor &&
    /^(?:close|familiar|loyal|opposed|responsible|sympathetic)$/.test(lower(tokens[at - 1])) &&
    isCommon(tokens[at - 2])
  )
}

/** A participle right after the common noun that it restricts. */
const isReduced = (tokens: Tokens, at: number, floor: number): boolean =>
  at > floor && tokens[at]?.pos === 'VERB' && /(?:ed|ing)$/.test(lower(tokens[at])) && isCommon(tokens[at - 1])

/** A common noun; "Video" at the head of a sentence is one, whatever the tagger thinks. */
const isCommon = (token: Token | undefined): boolean => token?.pos === 'NOUN' || recordingNouns.has(lower(token))

/** "On Monday Russia" → "Russia"; the phrase's head words stay. */
function dropTime(tokens: Tokens, range: Range): Range | undefined {
  let { first } = range
  while (
    first < range.last &&
    timeWord.test(lower(tokens[first])) &&
    inNounPhrase(tokens, first + 1) &&
    !/^['’]s?$/.test(tokens[first + 1]?.text ?? '')
  )
    first++
  if (first === range.last && timeWord.test(lower(tokens[first]))) return undefined
  return { first, last: range.last }
}

/**
 * The noun phrase that begins at `first`, with what restricts it: "a statement put out by the Legion on social media".
 * It takes one apposition after a comma if that is closed or ends the sentence.
 */
export function nounPhraseFrom(
  tokens: Tokens,
  first: number,
  options: { readonly apposition: boolean }
): Range | undefined {
  let at = first
  let last = -1
  if (tokens[at]?.pos === 'PRON') {
    const next = lower(tokens[at + 1])
    return next === 'of' || next === "'s" ? baseFrom(tokens, at) : { first, last: at }
  }
  const base = baseFrom(tokens, at)
  if (base === undefined) return undefined
  last = base.last
  at = last + 1
  while (at < tokens.length) {
    const word = lower(tokens[at])
    const join = tokens[at]?.pos === 'ADP' || word === 'and' || word === 'to'
    if (join && !/^(?:as|after|before|on|at|in|during|since|until)$/.test(word)) {
      const more = baseFrom(tokens, at + 1)
      if (more === undefined) break
      last = more.last
      at = last + 1
      continue
    }
    // A participle that restricts the noun: "a video released by X", "one woman filming from her window".
    if (tokens[at]?.pos === 'VERB' && /(?:ed|ing|en|put|made|sent|held)$/.test(word)) {
      const end = participleEnd(tokens, at)
      if (end > at) last = end
      break
    }
    break
  }
  if (options.apposition && isComma(tokens[last + 1])) {
    const more = insertionNames(tokens, last + 2) ? nounPhraseFrom(tokens, last + 2, { apposition: false }) : undefined
    if (more && (more.last + 1 >= tokens.length || /^[.,;:!?]$/.test(tokens[more.last + 1]?.text ?? '')))
      last = more.last
  }
  return { first, last }
}

function baseFrom(tokens: Tokens, first: number): Range | undefined {
  let at = first
  if (tokens[at]?.pos === 'PRON' && lower(tokens[at + 1]) === 'of') at += 2
  const begin = at
  while (at < tokens.length && (inNounPhrase(tokens, at) || (at === begin && tokens[at]?.pos === 'PRON'))) at++
  return at > begin ? { first, last: at - 1 } : undefined
}

function participleEnd(tokens: Tokens, verb: number): number {
  let at = verb + 1
  for (; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined || /^[.,;:!?]$/.test(token.text) || isQuoteMark(token) || isDash(token)) break
    if (token.pos === 'VERB' || token.pos === 'AUX' || /^(?:as|while|after|when|on|during)$/i.test(token.text)) break
  }
  return at - 1
}

/** Skips what tells when, where or to whom something is said: "on Monday", "on Twitter", "to reporters", "in an interview". */
export function skipCircumstances(tokens: Tokens, from: number, limit = tokens.length): number {
  let at = from
  for (;;) {
    const word = lower(tokens[at])
    if (at >= limit) return at
    if (tokens[at]?.pos === 'ADV' && !/^(?:not|how|why|when|where)$/.test(word)) {
      at++
      continue
    }
    if (timeWord.test(word) && !/^(?:may|march)$/.test(word) && tokens[at]?.pos !== 'VERB') {
      at++
      continue
    }
    if (/^(?:on|in|at|to|during|via|through|earlier|late|last|this|over|from|by)$/.test(word)) {
      const phrase = baseFrom(tokens, at + 1)
      if (phrase && circumstance(tokens, at, phrase)) {
        at = phrase.last + 1
        continue
      }
    }
    return at
  }
}

const sayingPlace =
  /^(?:twitter|telegram|facebook|instagram|youtube|x|tv|television|radio|interview|statement|post|tweet|message|speech|conference|briefing|comments|remarks|letter|email|reporters|journalists|media|news|agency|parliament|court|video|channel|address|article|report|website|ap|afp|reuters|bbc|cnn)$/

function circumstance(tokens: Tokens, preposition: number, phrase: Range): boolean {
  const head = lower(tokens[phrase.last])
  if (timeWord.test(head) || sayingPlace.test(head)) return true
  const word = lower(tokens[preposition])
  return word === 'to' && tokens[phrase.last]?.pos === 'PROPN' && !isVerbAhead(tokens, phrase.last + 1)
}

function isVerbAhead(tokens: Tokens, at: number): boolean {
  return tokens[at]?.pos === 'VERB' || tokens[at]?.pos === 'AUX'
}

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

/** The last token before a coordinated or relaying cue, or undefined if that cue belongs to the clause. */
function cutBefore(tokens: Tokens, cue: VerbGroup, from: number): number | undefined {
  let at = cue.first - 1
  while (at > from && tokens[at]?.pos === 'ADV' && !isComma(tokens[at])) at--
  const before = lower(tokens[at])
  if (cue.participle) return isComma(tokens[at]) ? at - 1 : undefined
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
  if (next === undefined || /^[.,;!?)]$/.test(next.text) || isDash(next))
    return !(isComma(next) && isQuoteMark(tokens[at + 1]) && false)
  return subordinator.test(lower(next)) && !/^(?:that|if|whether|what|how|why|who|which|where)$/.test(lower(next))
}

/** Is the head of this phrase a word like "members", so that the phrase after "of" is who speaks? */
export function isMembership(tokens: Tokens, range: Range): boolean {
  for (let at = range.first; at <= range.last; at++) {
    if (/^(?:of|from)$/.test(lower(tokens[at]))) return memberNouns.has(tokens[at - 1]?.lemma.toLowerCase() ?? '')
  }
  return false
}

export { findVerbGroups }
