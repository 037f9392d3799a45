/** Where phrases begin and end in a sentence's tokens: subjects left of a verb, noun phrases to its right. No parser. */
import { isPossessive, tokenAt } from '../language/index.js'
import type { Token } from '../model.js'
import { recordingNouns } from './lexicon.js'
import { inNounPhrase, isComma, isDash, isNominal, isQuoteMark, lower, type Tokens } from './words.js'

/** Token indices, both included. */
export interface Range {
  readonly first: number
  readonly last: number
}

const timeWord =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|night|morning|afternoon|evening|day|\d{1,4})$/

const beforeVerb: ReadonlySet<string> = new Set(['all', 'also', 'both', 'later', 'previously', 'then'])

/**
 * The subject of a verb group: the noun phrase that ends right before it, over an insertion between commas.
 *
 *     Vyacheslav Gladkov, governor of Belgorod, said …        The Legion, which describes itself …, said …
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                 ^^^^^^^^^^
 */
export function subjectBefore(tokens: Tokens, before: number, floor = 0): Range | undefined {
  let last = before - 1
  while (last >= floor && (tokens[last]?.pos === 'ADV' || beforeVerb.has(lower(tokens[last])))) last--
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
  if (!isComma(tokenAt(tokens, first - 1)) || !/^an?$/i.test(tokens[first]?.text ?? '')) return undefined
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

const participle =
  /(?:ed|ing|en|own|awn|born|bought|brought|built|caught|cut|found|held|kept|left|lost|made|paid|put|sent|set|shot|sold|taught)$/

/** The longest noun phrase (with "of …", "from …", "and …") that ends at `last`. */
export function nounPhraseEnding(tokens: Tokens, last: number, floor = 0): Range | undefined {
  const end = tokenAt(tokens, last)
  if (end === undefined) return undefined
  if (end.pos === 'PRON') return /^(?:who|which|that|what|whom)$/i.test(end.text) ? undefined : { first: last, last }
  if (!inNounPhrase(tokens, last)) return undefined
  let first = last
  for (let at = last; at >= floor; at--) {
    if (inNounPhrase(tokens, at) && !isQuoteMark(tokens[at])) {
      first = at
      // "a claim the army denied": the article opens another phrase.
      if (at < last && isNominal(tokenAt(tokens, at - 1)) && /^(?:an?|the)$/.test(tokens[at]?.text ?? '')) break
      continue
    }
    const word = lower(tokens[at])
    // A preposition or conjunction joins only if a noun stands before it.
    if ((tokens[at]?.pos === 'ADP' && word !== 'that') || word === 'and' || word === '&') {
      if (at > floor && isNominal(tokens[at - 1]) && !/^(?:as|after|before|since|until|than|like|despite)$/.test(word))
        continue
    }
    // "video posted to social media", "one woman selling flowers": a participle that restricts the noun before it.
    // "the council approved a plan" is a clause.
    const rules = /ed$/.test(word) && /^(?:an?|the)$/.test(lower(tokens[at + 1]))
    if (tokens[at]?.pos === 'VERB' && !rules && /(?:ed|ing|en)$/.test(word) && at > floor && isCommon(tokens[at - 1]))
      continue
    if (
      tokens[at]?.pos === 'ADP' &&
      at > 1 &&
      tokens[at - 1]?.pos === 'VERB' &&
      participle.test(lower(tokens[at - 1])) &&
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
    !isPossessive(tokens[first + 1]?.text ?? '')
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
    const owned = /^(?:his|her|its|their|our|my|your)$/.test(lower(tokens[at])) && isNominal(tokens[at + 1])
    return owned || next === 'of' || next === "'s" ? baseFrom(tokens, at) : { first, last: at }
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

/** Whom "by" names at this token; undefined where another word stands. */
export function agentAt(tokens: Tokens, at: number): Range | undefined {
  return lower(tokens[at]) === 'by' ? nounPhraseFrom(tokens, at + 1, { apposition: false }) : undefined
}

function baseFrom(tokens: Tokens, first: number): Range | undefined {
  let at = first
  if (tokens[at]?.pos === 'PRON' && lower(tokens[at + 1]) === 'of') at += 2
  const begin = at
  while (at < tokens.length && (inNounPhrase(tokens, at) || (at === begin && tokens[at]?.pos === 'PRON'))) {
    if (at > begin && beginsPhrase(tokens, at)) break
    at++
  }
  return at > begin ? { first, last: at - 1 } : undefined
}

/** An article inside a row of nouns begins the next phrase: "told the BBC the road was shut". */
export const beginsPhrase = (tokens: Tokens, at: number): boolean =>
  (tokens[at]?.pos === 'DET' || /^(?:his|its|their|our|my|your)$/.test(lower(tokens[at]))) &&
  !/^(?:both|all|half|such|quite)$/.test(lower(tokens[at - 1]))

function participleEnd(tokens: Tokens, verb: number): number {
  let at = verb + 1
  for (; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined || /^[.,;:!?]$/.test(token.text) || isQuoteMark(token) || isDash(token)) break
    if (token.pos === 'VERB' || token.pos === 'AUX') break
    // "people briefed on the matter", but "a video released on Monday".
    const told = at === verb + 1 && /^(?:based|briefed|focused)$/.test(lower(tokens[verb]))
    if (!told && /^(?:as|while|after|when|on|during)$/i.test(token.text)) break
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
