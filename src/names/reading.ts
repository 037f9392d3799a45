/**
 * Prose → its words as the name model sees them: each different word looked up once, with what the whole article shows
 * about it (also written in small letters? after a title? before "said"?).
 */
import { type Prose, tokenAt } from '../language/index.js'
import { hashText } from '../learn/index.js'
import type { Sentence, Token } from '../model.js'
import { type Lexicon, lexicalKinds } from './lexicon.js'
import { kindBits, wordKinds } from './wordKinds.js'

/** What an article shows of a word beside single places; bits. */
export const evidenceBits = {
  small: 1,
  /** Capitalised inside a sentence. */
  middle: 2,
  titled: 4,
  located: 8,
  saying: 16,
  /** After a given name. */
  given: 32,
  /** Before a word of organisations. */
  organized: 64,
  /** With a possessive. */
  owning: 128,
  bracketed: 256
} as const

export interface Evidence {
  bits: number
}

/** What is always the same of a word. */
export interface Form {
  /** Of its own: no other form of the same list ever has it. */
  readonly number: number
  readonly exact: number
  readonly id: number
  readonly shape: number
  readonly prefix: number
  readonly suffix2: number
  readonly suffix3: number
  readonly kinds: number
  readonly lexical: number
  readonly capital: boolean
  readonly lower: string
}

export interface Word extends Form {
  readonly evidence: Evidence
}

/** How a sentence is capitalised: as sentences are, in headline style, in capitals throughout. */
export type Case = 0 | 1 | 2

export interface Reading {
  wordOf(token: Token): Word
  caseOf(sentence: number): Case
}

export function readWords(prose: Prose, forms: Forms): Reading {
  const words = new Map<string, Word>()
  const evidences = new Map<string, Evidence>()
  const wordOf = (token: Token): Word => {
    const known = words.get(token.text)
    if (known !== undefined) return known
    const made = makeWord(forms.of(token), evidences)
    words.set(token.text, made)
    return made
  }
  const cases = prose.sentences.map(findCase)
  prose.sentences.forEach(({ tokens }, number) => {
    const ordinary = cases[number] === 0
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]
      if (token !== undefined && isCapital(token.text.charCodeAt(0)))
        gather(wordOf(token).evidence, tokens, i, ordinary, wordOf)
    }
  })
  for (const { text } of prose.tokens) {
    const first = text.charCodeAt(0)
    const evidence = first >= 97 && first <= 122 ? evidences.get(text) : undefined
    if (evidence !== undefined) evidence.bits |= evidenceBits.small
  }
  return { wordOf, caseOf: (sentence) => cases[sentence] ?? 0 }
}

/** Marks after which a capital says as little as at the beginning of a sentence. */
const opening: ReadonlySet<string> = new Set(['"', '“', '‘', '(', ':'])

function gather(
  evidence: Evidence,
  tokens: readonly Token[],
  i: number,
  ordinary: boolean,
  wordOf: (token: Token) => Word
): void {
  const before = tokenAt(tokens, i - 1)
  const after = tokens[i + 1]
  let bits = 0
  if (before !== undefined) {
    const { kinds, lexical, capital } = wordOf(before)
    if (ordinary && !opening.has(before.text.charAt(0))) bits |= evidenceBits.middle
    if ((kinds & kindBits.honorific) !== 0 && capital) bits |= evidenceBits.titled
    if ((kinds & kindBits.role) !== 0) bits |= evidenceBits.titled
    if ((kinds & kindBits.locative) !== 0) bits |= evidenceBits.located
    if (capital && (lexical & lexicalKinds.firstName) !== 0 && (kinds & kindBits.role) === 0) bits |= evidenceBits.given
    if (before.text === '(') bits |= evidenceBits.bracketed
  }
  if (after !== undefined) {
    const { kinds, capital } = wordOf(after)
    if ((kinds & kindBits.saying) !== 0) bits |= evidenceBits.saying
    if (capital && (kinds & (kindBits.organization | kindBits.government)) !== 0) bits |= evidenceBits.organized
    if (after.text === "'s" || after.text === '’s') bits |= evidenceBits.owning
  }
  evidence.bits |= bits
}

/** Of a UTF-16 unit: an upper-case letter? Letters beyond ASCII are asked by their small form. */
export function isCapital(unit: number): boolean {
  if (unit < 128) return unit >= 65 && unit <= 90
  const letter = String.fromCharCode(unit)
  return letter !== letter.toLowerCase()
}

/** Classes although they do nothing: see `WinkToken`. */
class Seen implements Evidence {
  bits = 0
}

class ArticleWord implements Word {
  declare readonly number: number
  declare readonly exact: number
  declare readonly id: number
  declare readonly shape: number
  declare readonly prefix: number
  declare readonly suffix2: number
  declare readonly suffix3: number
  declare readonly kinds: number
  declare readonly lexical: number
  declare readonly capital: boolean
  declare readonly lower: string
  declare readonly evidence: Evidence

  constructor(form: Form, evidence: Evidence) {
    this.number = form.number
    this.exact = form.exact
    this.id = form.id
    this.shape = form.shape
    this.prefix = form.prefix
    this.suffix2 = form.suffix2
    this.suffix3 = form.suffix3
    this.kinds = form.kinds
    this.lexical = form.lexical
    this.capital = form.capital
    this.lower = form.lower
    this.evidence = evidence
  }
}

function makeWord(form: Form, evidences: Map<string, Evidence>): Word {
  let evidence = evidences.get(form.lower)
  if (evidence === undefined) {
    evidence = new Seen()
    evidences.set(form.lower, evidence)
  }
  return new ArticleWord(form, evidence)
}

/** A process that reads for days must not keep every word. */
const mostForms = 16384

/** The forms of words, kept from article to article: of the capitalised words of PolNeAR's dev articles two thirds stand in an earlier one. */
export class Forms {
  readonly #lexicon: Lexicon
  readonly #known = new Map<string, Form>()
  #made = 0

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
  }

  of({ text, lower }: Token): Form {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    if (this.#known.size === mostForms) this.#known.clear()
    const id = hashText(lower)
    const made = {
      number: ++this.#made,
      exact: text === lower ? id : hashText(text),
      id,
      shape: shapeOf(text),
      prefix: hashText(lower.slice(0, 3)),
      suffix2: hashText(lower.slice(-2)),
      suffix3: hashText(lower.slice(-3)),
      kinds: wordKinds(text, lower),
      lexical: this.#lexicon.kindsOf(id),
      capital: isCapital(text.charCodeAt(0)),
      lower
    }
    this.#known.set(text, made)
    return made
  }
}

/** Runs of like characters, as a number: "McDonald" XxXx, "U.S." X.X., "501st" 0x; at most six runs. */
export function shapeOf(text: string): number {
  let shape = text.length === 1 ? 1 : text.length < 4 ? 2 : 3
  let last = 0
  for (let i = 0, runs = 0; i < text.length && runs < 6; i++) {
    const unit = text.charCodeAt(i)
    const kind =
      unit >= 97 && unit <= 122
        ? 1
        : isCapital(unit)
          ? 2
          : unit >= 48 && unit <= 57
            ? 3
            : unit === 46
              ? 4
              : unit >= 128
                ? 1
                : 5
    // "XX" is told from "X", but not from "XXX".
    const doubled = kind === last && kind === 2 && runs === 1 && i === 1
    if (kind === last && !doubled) continue
    shape = Math.imul(shape, 7) + (doubled ? 6 : kind)
    last = kind
    runs++
  }
  return shape
}

function findCase({ tokens }: Sentence): Case {
  let words = 0
  let capitals = 0
  let shouted = 0
  for (const { text } of tokens) {
    if (text.length < 4) continue
    const first = text.charCodeAt(0)
    const capital = isCapital(first)
    if (!capital && !(first >= 97 && first <= 122)) continue
    words++
    if (!capital) continue
    capitals++
    if (isCapital(text.charCodeAt(1)) && isCapital(text.charCodeAt(2))) shouted++
  }
  if (words >= 3 && shouted >= words * 0.8) return 2
  return words >= 4 && capitals >= words * 0.7 ? 1 : 0
}
