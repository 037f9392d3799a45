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

const singularPossessive = /([\p{L}\d.])(['’][sS])(?![\p{L}\d])/gu
const pluralPossessive = /([sS])(['’])(?=\s+\p{L})/gu

/** wink-nlp's time for one word grows with the square of its length; nobody's words are this long. */
const overlongWord = /\S{200}/gu

/** Throws an Error if wink-nlp changed a character of the text, which it is not known to do. */
export function tokenize(text: string): RawTokens {
  const nlp = load()
  const its = nlp.its
  const spaced = text
    .replace(singularPossessive, '$1 $2')
    .replace(pluralPossessive, '$1 $2')
    .replace(overlongWord, '$& ')
  const doc = nlp.readDoc(spaced)
  const all = doc.tokens()
  const values = all.out(its.value)
  const lemmas = all.out(its.lemma as ItsFunction<string>)
  const parts = all.out(its.pos) as string[]
  const begins = new Set<number>()
  for (const span of doc.sentences().out(its.span) as unknown as [number, number][]) begins.add(span[0])

  const tokens: Token[] = []
  const starts: number[] = []
  let cursor = 0
  let pending = true
  for (let i = 0; i < values.length; i++) {
    if (begins.has(i)) pending = true
    const value = values[i] ?? ''
    if (/^\s*$/.test(value)) continue
    const start = text.indexOf(value, cursor)
    if (start < 0) throw new Error(`wink-nlp changed the text near offset ${cursor}: ${JSON.stringify(value)}`)
    cursor = start + value.length
    const previous = tokens[tokens.length - 1]
    if (value === "'" && previous?.text === "'" && previous.end === start) {
      // Two apostrophes are one quotation mark in many newspapers' archives.
      tokens[tokens.length - 1] = { ...previous, end: cursor, text: "''", lemma: "''" }
      continue
    }
    if (pending) starts.push(tokens.length)
    pending = false
    tokens.push({ start, end: cursor, text: value, lemma: lemmas[i] ?? value.toLowerCase(), pos: parts[i] ?? 'X' })
  }
  return { tokens: tokens.map(asName), starts }
}

/**
 * "Peyton Manning", "Northern Line Shipping": wink-nlp takes the end of such a name for a verb. Where more capitals follow it may be a
 * headline, in which a verb has one too.
 */
function asName(token: Token, at: number, tokens: readonly Token[]): Token {
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  const looksLikeVerb = token.pos === 'VERB' && /^\p{Lu}\p{Ll}+ing$/u.test(token.text)
  if (!looksLikeVerb || before?.pos !== 'PROPN' || before.end + 1 !== token.start) return token
  if (!/^\p{Lu}/u.test(before.text) || /^(?:\p{Lu}|to$)/u.test(after?.text ?? '')) return token
  return { ...token, pos: 'PROPN', lemma: token.text.toLowerCase() }
}
