/**
 * Prose → what the features look at, as flat arrays over all tokens of an article: words as hashes, where sentences, paragraphs,
 * quotations, noun phrases and clauses begin and end, and counts from the start of the text (a difference of two counts tells
 * what lies between two tokens). Everything is found once, in one pass.
 */
import { type Prose, partOf } from '../language/index.js'
import { hashText } from '../learn/index.js'
import type { Token } from '../model.js'
import { type CueLexicon, keyOf } from './lexicon.js'
import { classOf, part } from './partsOfSpeech.js'

export interface Page {
  readonly length: number
  readonly tokens: readonly Token[]
  /** Hash of the lower-case word, of its lemma, of its last three letters. */
  readonly word: Int32Array
  readonly lemma: Int32Array
  readonly suffix: Int32Array
  /** Part of speech, see partsOfSpeech.ts. */
  readonly pos: Uint8Array
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
  readonly commas: Int32Array
  readonly verbs: Int32Array
  readonly marks: Int32Array
  readonly that: Int32Array
  readonly coordinators: Int32Array
  readonly subordinators: Int32Array
  readonly dashes: Int32Array
  readonly phrases: Int32Array
}

interface Word {
  readonly word: number
  readonly suffix: number
  readonly shape: number
  readonly kind: number
}

export const kinds = { comma: 1, that: 2, dash: 3, subordinator: 4, breaks: 5, possessive: 6 } as const

const subordinating = new Set([
  'because',
  'if',
  'when',
  'while',
  'although',
  'though',
  'since',
  'unless',
  'until',
  'after',
  'before',
  'as',
  'who',
  'which',
  'whom',
  'whose',
  'where',
  'what',
  'how',
  'why',
  'whether'
])

export function readPage(prose: Prose, lexicon: CueLexicon): Page {
  const tokens = prose.sentences.flatMap((sentence) => sentence.tokens)
  const length = tokens.length
  const page = emptyPage(tokens)
  const { counts } = page
  const words = new Map<string, Word>()
  const lemmas = new Map<string, number>()
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
    let known = words.get(token.text)
    if (known === undefined) {
      known = readWord(token.text)
      words.set(token.text, known)
    }
    let lemma = lemmas.get(token.lemma)
    if (lemma === undefined) {
      lemma = hashText(token.lemma.toLowerCase())
      lemmas.set(token.lemma, lemma)
    }
    const pos = partOf(token.pos)
    const key = keyOf(lemma, classOf(pos))
    const { kind } = known
    page.word[i] = known.word
    page.lemma[i] = lemma
    page.suffix[i] = known.suffix
    page.shape[i] = known.shape
    page.pos[i] = pos
    page.prior[i] = lexicon.priors.get(key) ?? 0
    page.sense[i] = lexicon.senses.get(key) ?? 0
    const nominal = isNominal(pos, kind)
    const before = i > 0 && page.sentence[i - 1] === page.sentence[i] ? (page.phrase[i - 1] ?? 0) : 0
    if (pos === part.pronoun) page.phrase[i] = ++phrase
    else if (nominal) page.phrase[i] = before > 0 && (page.pos[i - 1] ?? 0) !== part.pronoun ? before : ++phrase
    const breaks = kind === kinds.comma || kind === kinds.dash || kind === kinds.breaks || (page.mark[i] ?? 0) > 0
    const begins = i > 0 && page.sentence[i - 1] !== page.sentence[i]
    if (begins || breaks) segment++
    page.segment[i] = segment
    if (breaks) segment++
    counts.commas[i + 1] = (counts.commas[i] ?? 0) + (kind === kinds.comma ? 1 : 0)
    counts.verbs[i + 1] = (counts.verbs[i] ?? 0) + (pos === part.verb ? 1 : 0)
    counts.marks[i + 1] = (counts.marks[i] ?? 0) + ((page.mark[i] ?? 0) > 0 ? 1 : 0)
    counts.that[i + 1] = (counts.that[i] ?? 0) + (kind === kinds.that ? 1 : 0)
    counts.coordinators[i + 1] = (counts.coordinators[i] ?? 0) + (pos === part.coordinator ? 1 : 0)
    counts.subordinators[i + 1] = (counts.subordinators[i] ?? 0) + (kind === kinds.subordinator ? 1 : 0)
    counts.dashes[i + 1] = (counts.dashes[i] ?? 0) + (kind === kinds.dash ? 1 : 0)
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
      commas: sum(),
      verbs: sum(),
      marks: sum(),
      that: sum(),
      coordinators: sum(),
      subordinators: sum(),
      dashes: sum(),
      phrases: sum()
    }
  }
}

function readWord(text: string): Word {
  const lower = text.toLowerCase()
  return { word: hashText(lower), suffix: hashText(lower.slice(-3)), shape: shapeOf(text, lower), kind: kindOf(lower) }
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
  return subordinating.has(lower) ? kinds.subordinator : 0
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
