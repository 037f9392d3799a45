/**
 * Text → wink-nlp's tokens with exact UTF-16 offsets, lemmas and parts of speech, and where it would end sentences.
 *
 * wink-nlp keeps state between documents: whether it splits a possessive depends on what the process read before.
 * A space put before every possessive takes that choice away from it; the tokens are then found again in the original.
 */

import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItsFunction, type WinkMethods } from 'wink-nlp'
import type { Token } from '../model.js'

export interface RawTokens {
  readonly tokens: readonly Token[]
  /** Token indices that begin a sentence, ascending; 0 is one of them if there is a token. */
  readonly starts: readonly number[]
}

let loaded: WinkMethods | undefined

function load(): WinkMethods {
  loaded ??= winkNLP(model, ['sbd', 'pos'])
  return loaded
}

/** wink-nlp's time for one word grows with the square of its length; nobody's words are this long. */
const longestWord = 200
const overlongWord = /\S{200}/gu

/** The text as wink-nlp is given it: a space before every possessive, and words of no more than `longestWord` characters. */
function prepare(text: string): string {
  let spaced = ''
  let done = 0
  let taken = 0
  for (let at = nextApostrophe(text, 1); at > 0; at = nextApostrophe(text, at + 1)) {
    const singular = at > taken && isSingularPossessive(text, at)
    if (singular) taken = at + 2
    else if (!isPluralPossessive(text, at)) continue
    spaced += `${text.slice(done, at)} `
    done = at
  }
  spaced += text.slice(done)
  return hasOverlongWord(spaced) ? spaced.replace(overlongWord, '$& ') : spaced
}

function nextApostrophe(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 39 || unit === 0x2019) return at
  }
  return -1
}

/** "the mayor's": letters and digits beyond ASCII are asked of a regular expression, which is slow. */
function isSingularPossessive(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  if (next !== 115 && next !== 83) return false
  return /[\p{L}\d.]$/u.test(text.slice(Math.max(0, at - 2), at)) && !/^[\p{L}\d]/u.test(text.slice(at + 2, at + 4))
}

/** "the mayors' houses" */
function isPluralPossessive(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  if ((before !== 115 && before !== 83) || !/\s/.test(text.charAt(at + 1))) return false
  let next = at + 2
  while (/\s/.test(text.charAt(next))) next++
  return /^\p{L}/u.test(text.slice(next, next + 2))
}

/** Only where no space comes for so long can there be such a word. */
function hasOverlongWord(text: string): boolean {
  for (let at = 0; at + longestWord <= text.length; ) {
    const space = text.indexOf(' ', at)
    if (space < 0 || space - at >= longestWord) return true
    at = space + 1
  }
  return false
}

/** Throws an Error if wink-nlp changed a character of the text, which it is not known to do. */
export function tokenize(text: string): RawTokens {
  const nlp = load()
  const its = nlp.its
  const doc = nlp.readDoc(prepare(text))
  const all = doc.tokens()
  const values = all.out(its.value)
  const lemmas = all.out(its.lemma as ItsFunction<string>)
  const parts = all.out(its.pos) as string[]
  const begins = (doc.sentences().out(its.span) as unknown as [number, number][]).map((span) => span[0])

  const tokens: Token[] = []
  const starts: number[] = []
  let cursor = 0
  let pending = true
  let sentence = 0
  for (let i = 0; i < values.length; i++) {
    for (; (begins[sentence] ?? values.length) <= i; sentence++) pending = true
    const value = values[i] ?? ''
    if (isBlank(value)) continue
    const start = find(text, value, cursor)
    if (start < 0) throw new Error(`wink-nlp changed the text near offset ${cursor}: ${JSON.stringify(value)}`)
    cursor = start + value.length
    const previous = value === "'" ? tokens.at(-1) : undefined
    if (previous?.text === "'" && previous.end === start) {
      // Two apostrophes are one quotation mark in many newspapers' archives.
      tokens[tokens.length - 1] = { ...previous, end: cursor, text: "''", lower: "''", lemma: "''" }
      continue
    }
    if (pending) starts.push(tokens.length)
    pending = false
    const lower = small(value)
    const lemma = lemmas[i]
    tokens.push(new WinkToken(start, cursor, value, lower, lemma === undefined ? lower : small(lemma), parts[i] ?? 'X'))
  }
  return { tokens: withNames(tokens), starts }
}

/**
 * A class although it does nothing. Literals that outlive the many collections of a young process V8 puts among its old objects ever
 * after, where only a full collection frees them; each article would leave its tokens there.
 */
class WinkToken implements Token {
  declare readonly start: number
  declare readonly end: number
  declare readonly text: string
  declare readonly lower: string
  declare readonly lemma: string
  declare readonly pos: string

  constructor(start: number, end: number, text: string, lower: string, lemma: string, pos: string) {
    this.start = start
    this.end = end
    this.text = text
    this.lower = lower
    this.lemma = lemma
    this.pos = pos
  }
}

/** In small letters. Most words are, and `toLowerCase` makes them anew. */
function small(word: string): string {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    if (unit > 127 || (unit >= 65 && unit <= 90)) return word.toLowerCase()
  }
  return word
}

/** Where a token stands: nearly always it is the next thing after white space, and `indexOf` would ask more of the text. */
function find(text: string, value: string, from: number): number {
  let start = from
  while (text.charCodeAt(start) <= 32) start++
  for (let i = 0; i < value.length; i++)
    if (text.charCodeAt(start + i) !== value.charCodeAt(i)) return text.indexOf(value, from)
  return start
}

/** wink-nlp makes tokens of line breaks. Most tokens begin with an ASCII letter, and need no closer look. */
function isBlank(value: string): boolean {
  const first = value.charCodeAt(0)
  return !(first > 32 && first < 128) && /^\s*$/.test(value)
}

/**
 * "Peyton Manning", "Northern Line Shipping": wink-nlp takes the end of such a name for a verb. Where more capitals follow it may be a
 * headline, in which a verb has one too.
 */
function withNames(tokens: readonly Token[]): readonly Token[] {
  const names = new Map<number, Token>()
  for (let at = 1; at < tokens.length; at++) {
    const token = tokens[at]
    if (token?.pos !== 'VERB' || tokens[at - 1]?.pos !== 'PROPN' || !token.text.endsWith('ing')) continue
    if (isName(token, tokens[at - 1], tokens[at + 1])) names.set(at, { ...token, pos: 'PROPN', lemma: token.lower })
  }
  return names.size === 0 ? tokens : tokens.map((token, at) => names.get(at) ?? token)
}

function isName(token: Token, before: Token | undefined, after: Token | undefined): boolean {
  if (before === undefined || before.end + 1 !== token.start || !/^\p{Lu}\p{Ll}+ing$/u.test(token.text)) return false
  return /^\p{Lu}/u.test(before.text) && !/^(?:\p{Lu}|to$)/u.test(after?.text ?? '')
}
