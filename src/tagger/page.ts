/**
 * Prose → what the features look at, as flat arrays over all tokens of an article: words as hashes, where sentences, paragraphs,
 * quotations, noun phrases and clauses begin and end, and counts from the start of the text (a difference of two counts tells
 * what lies between two tokens). Everything is found once, in one pass.
 */
import { type Prose, partOf } from '../language/index.js'
import { hashText } from '../learn/index.js'
import type { Token } from '../model.js'
import { type CueLexicon, keyOf } from './lexicon.js'
import { classOf, part, type WordClass } from './partsOfSpeech.js'
import { stepWordOf } from './stepWords.js'

export interface Page {
  readonly length: number
  readonly tokens: readonly Token[]
  /** Hash of the lower-case word, of its lemma, of its last three letters. */
  readonly word: Int32Array
  readonly lemma: Int32Array
  readonly suffix: Int32Array
  /** Part of speech, see partsOfSpeech.ts. */
  readonly pos: Uint8Array
  /** See stepWords.ts. */
  readonly step: Uint8Array
  /** 0 small letters, 1 Capital, 2 CAPITALS, 3 digits, 4 other. */
  readonly shape: Uint8Array
  /** From the lexicon. */
  readonly prior: Uint8Array
  readonly sense: Uint16Array
  readonly sentence: Int32Array
  readonly paragraph: Int32Array
  /** First token, and token after the last one, of each token's sentence and paragraph. */
  readonly sentenceFrom: Int32Array
  readonly sentenceTo: Int32Array
  readonly paragraphFrom: Int32Array
  readonly paragraphTo: Int32Array
  /** Number of the quotation that a token lies in (its marks are in it), counted from 1; a quotation that goes on keeps its number. */
  readonly quote: Int32Array
  /** 1 an opening mark, 2 a closing mark. */
  readonly mark: Uint8Array
  /** The noun phrase or pronoun a token is in: its ordinal, 0 for none; and how the token lies in it: 1 alone, 2 first, 3 inside, 4 last. */
  readonly phrase: Int32Array
  readonly inPhrase: Uint8Array
  /** Ordinal of the stretch between commas, dashes, quotation marks and the like. */
  readonly segment: Int32Array
  readonly counts: Counts
}

/** How many there are before a token, from the start of the text; one longer than the text. */
export interface Counts {
  readonly marks: Int32Array
  readonly that: Int32Array
  readonly phrases: Int32Array
  /**
   * Commas, verbs, quotation marks and "that" in eight bits each, from the lowest up: differences over fewer than 256 tokens are right,
   * though the counts themselves run over.
   */
  readonly between: Int32Array
}

interface Word {
  readonly word: number
  readonly suffix: number
  readonly shape: number
  readonly kind: number
  readonly step: number
  /** The lemma that the word had when it was last met; it depends on the part of speech. */
  lemma: Lemma
}

/**
 * A lemma's hash, and what the lexicon has for it in each class of words: four numbers in one, and two in one. Small whole numbers lie in
 * the object itself, and whoever comes from another article finds all of them with one reading of memory.
 */
interface Lemma {
  readonly text: string
  readonly hash: number
  readonly priors: number
  readonly firstSenses: number
  readonly lastSenses: number
}

/** What is known of words once they were read, in whatever article: it depends on nothing else. Emptied when it is full. */
interface Known {
  readonly words: Map<string, Word>
  readonly lemmas: Map<string, Lemma>
}

const mostKnown = 20_000
/** Longer words are not kept: V8 would keep the whole text that they were cut from. */
const longestKnown = 12
const knownOf = new WeakMap<CueLexicon, Known>()

function knownWith(lexicon: CueLexicon): Known {
  let known = knownOf.get(lexicon)
  if (known === undefined || known.words.size > mostKnown || known.lemmas.size > mostKnown) {
    known = { words: new Map(), lemmas: new Map() }
    knownOf.set(lexicon, known)
  }
  return known
}

function wordOf({ text, lemma }: Token, known: Known, lexicon: CueLexicon): Word {
  let word = known.words.get(text)
  if (word === undefined) {
    word = readWord(text, lemmaOf(lemma, known, lexicon))
    if (text.length <= longestKnown && lemma.length <= longestKnown) known.words.set(text, word)
  } else if (word.lemma.text !== lemma) word.lemma = lemmaOf(lemma, known, lexicon)
  return word
}

function lemmaOf(text: string, known: Known, lexicon: CueLexicon): Lemma {
  let lemma = known.lemmas.get(text)
  if (lemma !== undefined) return lemma
  const hash = hashText(text.toLowerCase())
  const prior = (kind: WordClass): number => lexicon.priors.get(keyOf(hash, kind)) ?? 0
  const sense = (kind: WordClass): number => lexicon.senses.get(keyOf(hash, kind)) ?? 0
  lemma = {
    text,
    hash,
    priors: prior(0) | (prior(1) << 4) | (prior(2) << 8) | (prior(3) << 12),
    firstSenses: sense(0) | (sense(1) << 14),
    lastSenses: sense(2) | (sense(3) << 14)
  }
  if (text.length <= longestKnown) known.lemmas.set(text, lemma)
  return lemma
}

export const kinds = { comma: 1, that: 2, dash: 3, breaks: 4, possessive: 5 } as const

export function readPage(prose: Prose, lexicon: CueLexicon): Page {
  const tokens: Token[] = []
  for (const sentence of prose.sentences) for (const token of sentence.tokens) tokens.push(token)
  const length = tokens.length
  const page = emptyPage(tokens)
  const { counts } = page
  const known = knownWith(lexicon)
  let at = 0
  for (let s = 0; s < prose.sentences.length; s++) {
    const sentence = prose.sentences[s]
    const size = sentence?.tokens.length ?? 0
    const paragraph = sentence?.paragraph ?? 0
    page.sentence.fill(s, at, at + size)
    page.paragraph.fill(paragraph, at, at + size)
    page.sentenceFrom.fill(at, at, at + size)
    page.sentenceTo.fill(at + size, at, at + size)
    at += size
  }
  fillParagraphs(page)
  fillQuotes(page, prose)
  let phrase = 0
  let segment = 0
  for (let i = 0; i < length; i++) {
    const token = tokens[i]
    if (token === undefined) break
    const read = wordOf(token, known, lexicon)
    const { kind, lemma } = read
    const pos = partOf(token.pos)
    const wordClass = classOf(pos)
    page.word[i] = read.word
    page.lemma[i] = lemma.hash
    page.suffix[i] = read.suffix
    page.shape[i] = read.shape
    page.step[i] = read.step
    page.pos[i] = pos
    page.prior[i] = (lemma.priors >> (4 * wordClass)) & 15
    page.sense[i] = ((wordClass < 2 ? lemma.firstSenses : lemma.lastSenses) >> (14 * (wordClass & 1))) & 0x3fff
    const nominal = isNominal(pos, kind)
    const before = i > 0 && page.sentence[i - 1] === page.sentence[i] ? (page.phrase[i - 1] ?? 0) : 0
    if (pos === part.pronoun) page.phrase[i] = ++phrase
    else if (nominal) page.phrase[i] = before > 0 && (page.pos[i - 1] ?? 0) !== part.pronoun ? before : ++phrase
    const breaks = kind === kinds.comma || kind === kinds.dash || kind === kinds.breaks || (page.mark[i] ?? 0) > 0
    const begins = i > 0 && page.sentence[i - 1] !== page.sentence[i]
    if (begins || breaks) segment++
    page.segment[i] = segment
    if (breaks) segment++
    const marked = (page.mark[i] ?? 0) > 0 ? 1 : 0
    const that = kind === kinds.that ? 1 : 0
    counts.marks[i + 1] = (counts.marks[i] ?? 0) + marked
    counts.that[i + 1] = (counts.that[i] ?? 0) + that
    const own = (kind === kinds.comma ? 1 : 0) | (pos === part.verb ? 1 << 8 : 0) | (marked << 16) | (that << 24)
    counts.between[i + 1] = (counts.between[i] ?? 0) + own
    counts.phrases[i + 1] = phrase
  }
  fillInPhrase(page)
  return page
}

function emptyPage(tokens: readonly Token[]): Page {
  const length = tokens.length
  const whole = (): Int32Array => new Int32Array(length)
  const sum = (): Int32Array => new Int32Array(length + 1)
  return {
    length,
    tokens,
    word: whole(),
    lemma: whole(),
    suffix: whole(),
    pos: new Uint8Array(length),
    shape: new Uint8Array(length),
    step: new Uint8Array(length),
    prior: new Uint8Array(length),
    sense: new Uint16Array(length),
    sentence: whole(),
    paragraph: whole(),
    sentenceFrom: whole(),
    sentenceTo: whole(),
    paragraphFrom: whole(),
    paragraphTo: whole(),
    quote: whole(),
    mark: new Uint8Array(length),
    phrase: whole(),
    inPhrase: new Uint8Array(length),
    segment: whole(),
    counts: {
      marks: sum(),
      that: sum(),
      phrases: sum(),
      between: sum()
    }
  }
}

function readWord(text: string, lemma: Lemma): Word {
  const lower = text.toLowerCase()
  return {
    word: hashText(lower),
    suffix: hashText(lower.slice(-3)),
    shape: shapeOf(text, lower),
    kind: kindOf(lower),
    step: stepWordOf(lower),
    lemma
  }
}

function shapeOf(text: string, lower: string): number {
  const first = text.charCodeAt(0)
  if (first >= 48 && first <= 57) return 3
  if (text !== lower) return text.length > 1 && text === text.toUpperCase() ? 2 : 1
  return lower !== text.toUpperCase() ? 0 : 4
}

function kindOf(lower: string): number {
  if (lower === ',') return kinds.comma
  if (lower === 'that') return kinds.that
  if (lower === '-' || lower === '–' || lower === '—' || lower === '--') return kinds.dash
  if (/^[;:()[\].!?…]$/.test(lower)) return kinds.breaks
  if (/^['’]s?$/.test(lower)) return kinds.possessive
  return 0
}

function isNominal(pos: number, kind: number): boolean {
  return (
    pos === part.determiner ||
    pos === part.adjective ||
    pos === part.number ||
    pos === part.noun ||
    pos === part.properNoun ||
    pos === part.symbol ||
    kind === kinds.possessive
  )
}

function fillParagraphs(page: Page): void {
  let from = 0
  for (let i = 1; i <= page.length; i++) {
    if (i < page.length && page.paragraph[i] === page.paragraph[from]) continue
    page.paragraphFrom.fill(from, from, i)
    page.paragraphTo.fill(i, from, i)
    from = i
  }
}

function fillQuotes(page: Page, prose: Prose): void {
  const numbers: number[] = []
  let at = 0
  for (let q = 0; q < prose.quotes.length; q++) {
    const quote = prose.quotes[q]
    if (quote === undefined) break
    numbers[q] = quote.continues >= 0 ? (numbers[quote.continues] ?? q + 1) : q + 1
    while (at < page.length && (page.tokens[at]?.start ?? 0) < quote.start) at++
    const from = at
    while (at < page.length && (page.tokens[at]?.start ?? 0) < quote.end) at++
    page.quote.fill(numbers[q] ?? 0, from, at)
    if (at > from) {
      page.mark[from] = 1
      if (quote.closed && at - 1 > from) page.mark[at - 1] = 2
    }
  }
}

function fillInPhrase(page: Page): void {
  const { phrase, inPhrase, length } = page
  for (let i = 0; i < length; i++) {
    if (phrase[i] === 0) continue
    const joined = i > 0 && phrase[i - 1] === phrase[i]
    const joins = i + 1 < length && phrase[i + 1] === phrase[i]
    inPhrase[i] = joined ? (joins ? 3 : 4) : joins ? 2 : 1
  }
}
