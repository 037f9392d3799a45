/** Questions about tokens that more than one rule asks. Indices are into one sentence's tokens. */
import { isPossessive, tokenAt } from '../language/index.js'
import type { Span, Token } from '../model.js'

export type Tokens = readonly Token[]

const quoteMarks: ReadonlySet<string> = new Set(['"', '“', '”', '„', '«', '»', '``', "''", '‘'])
const dashes: ReadonlySet<string> = new Set(['–', '—', '-', '--'])

/** Marks are short: most words are told from them by their length. */
export const isQuoteMark = (token: Token | undefined): boolean =>
  token !== undefined && token.text.length <= 2 && quoteMarks.has(token.text)

export const isComma = (token: Token | undefined): boolean => token?.text === ','

export const isDash = (token: Token | undefined): boolean =>
  token !== undefined && token.text.length <= 2 && dashes.has(token.text)

/** A hyphen inside a word, which wink-nlp makes a token of its own. */
export const isHyphen = (tokens: Tokens, i: number): boolean =>
  tokens[i]?.text === '-' && tokenAt(tokens, i - 1)?.end === tokens[i]?.start && tokens[i]?.end === tokens[i + 1]?.start

export const isNominal = (token: Token | undefined): boolean => token?.pos === 'NOUN' || token?.pos === 'PROPN'

export const lower = (token: Token | undefined): string => token?.lower ?? ''

export const lemmaOf = (token: Token | undefined): string => token?.lemma ?? ''

/** The span from one token to another, both included. */
export function spanOf(tokens: Tokens, first: number, last: number): Span | undefined {
  const from = tokens[first]
  const to = tokens[last]
  return from && to && last >= first ? { start: from.start, end: to.end } : undefined
}

const nounPhrasePos = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'SYM', 'PART'])

/** "Lynch said", "news agency TAP said": a name that the tagger takes for a verb. */
export const isNameLikeVerb = (tokens: Tokens, i: number): boolean =>
  tokens[i]?.pos === 'VERB' &&
  /^\p{Lu}(?:\p{Ll}|\p{Lu}+$)/u.test(tokens[i]?.text ?? '') &&
  !/(?:ed|ing)$/.test(tokens[i]?.text ?? '') &&
  /^(?:VERB|AUX)$/.test(tokens[i + 1]?.pos ?? '') &&
  /^\p{Ll}/u.test(tokens[i + 1]?.text ?? '')

const noNounPhrase: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'to', 'that', 'which', 'who'])
const determining: ReadonlySet<string> = new Set(
  'its his her their our my your one another first second third last latest own only'.split(' ')
)

/** May this token stand inside a simple noun phrase? */
export function inNounPhrase(tokens: Tokens, i: number): boolean {
  const token = tokens[i]
  if (token === undefined) return false
  if (nounPhrasePos.has(token.pos)) return !noNounPhrase.has(token.lower)
  if (isPossessive(token.lower)) return true
  if (determining.has(token.lower)) return true
  // A hyphen between two words: "state - run". wink-nlp tags the second part freely.
  const before = tokenAt(tokens, i - 1)
  if (token.text === '-') return before?.end === token.start && tokens[i + 1]?.start === token.end
  if (before?.text === '-' && before.end === token.start) return true
  if (tokens[i + 1]?.text === '-' && tokens[i + 1]?.start === token.end) return true
  if (isNameLikeVerb(tokens, i)) return true
  if (token.lower === 'think') return /^tanks?$/i.test(tokens[i + 1]?.text ?? '')
  // A participle or adverb before a noun: "captured servicemen", "self-described Russian forces", "heavily armed men".
  if (token.pos === 'VERB' || token.pos === 'ADV') {
    const left = before?.pos ?? ''
    return (
      /(?:ed|ing|ly|en)$/.test(token.text) &&
      /^(?:NOUN|PROPN|ADJ)$/.test(tokens[i + 1]?.pos ?? '') &&
      // "in televised comments", but "by moving troops".
      (/^(?:DET|ADJ|PART|ADV)$/.test(left) || (left === 'ADP' && /ed$/.test(token.text)))
    )
  }
  return false
}
