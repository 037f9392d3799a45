/**
 * A cue and its window → the features by which its source and its content are found, one row a token. Those of a token alone
 * (`addTokenFeatures`) are the same for every cue, and those relative to a cue (`addCueFeatures`) are not. Training and finding call
 * the same code; a change here asks for training anew.
 */
import { type FeatureRows, hash1, hash2, hash3 } from '../learn/index.js'
import type { Page } from './page.js'
import { part } from './partsOfSpeech.js'
import type { TokenSpan } from './window.js'

/** Labels of the tagger of sources and contents. */
export const argumentLabels = { outside: 0, source: 1, content: 2, count: 3 } as const

/** What stays the same over the window of one cue. */
export interface CueView {
  readonly page: Page
  readonly from: number
  readonly to: number
  /** Lemma of the cue's head: its last verb, or else its last noun or adjective, or else its last word. */
  readonly head: number
  readonly headAt: number
  /** The head's part of speech, its form, and whether the cue is passive, quoted, infinitive. */
  readonly type: number
  readonly level: number
  readonly kind: number
  readonly next: number
  readonly nextPos: number
  readonly previousPos: number
  /** Quotation around the cue, and the nearest one that ends before it and begins after it (0: none near). */
  readonly quoteAround: number
  readonly quoteBefore: number
  readonly quoteAfter: number
  /** Counts of other cues before each token of the text. */
  readonly cues: Int32Array
}

export function viewCue(page: Page, cue: TokenSpan, window: TokenSpan, cues: Int32Array): CueView {
  const { pos, lemma, prior, sense, quote, sentence, word } = page
  let headAt = cue.to - 1
  let best = 0
  for (let i = cue.from; i < cue.to; i++) {
    const p = pos[i] ?? 0
    const rank = p === part.verb ? 3 : p === part.noun || p === part.adjective ? 2 : p === part.auxiliary ? 1 : 0
    if (rank >= best) {
      best = rank
      headAt = i
    }
  }
  const text = page.tokens[headAt]?.text ?? ''
  const form = /ing$/.test(text) ? 1 : /(?:ed|en|said|told|wrote)$/.test(text) ? 2 : /s$/.test(text) ? 3 : 0
  const sameSentence = (i: number): boolean => sentence[i] === sentence[cue.from]
  const before = cue.from > 0 && sameSentence(cue.from - 1) ? cue.from - 1 : -1
  const lead = before < 0 ? 0 : (pos[before] ?? 0)
  const group =
    (pos[cue.from] ?? 0) === part.auxiliary
      ? 1
      : lead === part.auxiliary
        ? 2
        : lead === part.particle || (pos[cue.from] ?? 0) === part.particle
          ? 3
          : 0
  const around = quote[cue.from] ?? 0
  let quoteBefore = 0
  for (let i = cue.from - 1; i >= window.from && quoteBefore === 0; i--)
    if ((quote[i] ?? 0) !== around) quoteBefore = quote[i] ?? 0
  let quoteAfter = 0
  for (let i = cue.to; i < window.to && quoteAfter === 0; i++)
    if ((quote[i] ?? 0) !== around) quoteAfter = quote[i] ?? 0
  const after = cue.to < page.length && sameSentence(cue.to) ? cue.to : -1
  return {
    page,
    from: cue.from,
    to: cue.to,
    head: lemma[headAt] ?? 0,
    headAt,
    type: ((pos[headAt] ?? 0) << 5) | (form << 3) | (group << 1) | (around > 0 ? 1 : 0),
    level: prior[headAt] ?? 0,
    kind: (sense[headAt] ?? 0) & 63,
    next: after < 0 ? 0 : (word[after] ?? 0),
    nextPos: after < 0 ? 0 : (pos[after] ?? 0),
    previousPos: lead,
    quoteAround: around,
    quoteBefore,
    quoteAfter,
    cues
  }
}

/** Features of a token by itself. */
export function addTokenFeatures(page: Page, i: number, nodes: FeatureRows): void {
  const { word, lemma, pos, shape, inPhrase, mark, quote, sentenceFrom, sentenceTo } = page
  const from = sentenceFrom[i] ?? 0
  const to = sentenceTo[i] ?? 0
  const at = (array: Int32Array | Uint8Array, j: number): number => (j < from || j >= to ? 0 : (array[j] ?? 0))
  const p = pos[i] ?? 0
  nodes.add(hash1(1, 0))
  nodes.add(hash1(2, word[i] ?? 0))
  nodes.add(hash1(3, at(lemma, i - 1)))
  nodes.add(hash1(4, at(lemma, i + 1)))
  nodes.add(hash3(5, at(pos, i - 1), p, at(pos, i + 1)))
  nodes.add(hash2(6, p, shape[i] ?? 0))
  nodes.add(hash2(7, p, inPhrase[i] ?? 0))
  nodes.add(hash2(8, mark[i] ?? 0, (quote[i] ?? 0) > 0 ? 1 : 0))
  nodes.add(hash2(9, at(lemma, i - 1), word[i] ?? 0))
  nodes.add(hash2(10, word[i] ?? 0, at(lemma, i + 1)))
  nodes.add(hash2(11, i === from ? 1 : 0, i === to - 1 ? 1 : 0))
}

const steps = Uint8Array.from({ length: 260 }, (_, d) =>
  d <= 4 ? d : d <= 6 ? 5 : d <= 9 ? 6 : d <= 14 ? 7 : d <= 22 ? 8 : d <= 35 ? 9 : d <= 60 ? 10 : 11
)
const far = (distance: number): number => steps[distance] ?? 11
const cap = (value: number, most: number): number => (value < most ? value : most)

/** Features of a token relative to a cue; ends no row. */
export function addCueFeatures(view: CueView, i: number, nodes: FeatureRows): void {
  const { page, from, to } = view
  const { word, lemma, pos, shape, inPhrase, mark, quote, sentence, paragraph, segment, counts } = page
  const p = pos[i] ?? 0
  const l = lemma[i] ?? 0
  if (i >= from && i < to) {
    nodes.add(hash1(20, 0))
    return
  }
  const side = i < from ? 0 : 1
  // What lies between the token and the cue, the token itself not counted.
  const low = side === 0 ? i + 1 : to
  const high = side === 0 ? from : i
  const distance = high - low
  const d = (far(distance) << 1) | side
  const between = (count: Int32Array): number => (count[high] ?? 0) - (count[low] ?? 0)
  const commas = cap(between(counts.commas), 3)
  const verbs = cap(between(counts.verbs), 4)
  const marks = cap(between(counts.marks), 4)
  const that = cap(between(counts.that), 2)
  const coordinators = cap(between(counts.coordinators), 2)
  const subordinators = cap(between(counts.subordinators), 2)
  const dashes = cap(between(counts.dashes), 2)
  const phrases = cap(between(counts.phrases), 6)
  const cues = cap(between(view.cues), 3)
  const sentences = cap(Math.abs((sentence[i] ?? 0) - (sentence[from] ?? 0)), 3) * 2 + side
  const paragraphs = cap(Math.abs((paragraph[i] ?? 0) - (paragraph[from] ?? 0)), 2) * 2 + side
  const segments = cap(Math.abs((segment[i] ?? 0) - (segment[side === 0 ? from : to - 1] ?? 0)), 7) * 2 + side
  const q = quote[i] ?? 0
  const quoting =
    q === 0
      ? 0
      : q === view.quoteAround
        ? 1
        : q === view.quoteAfter && side === 1
          ? 2
          : q === view.quoteBefore && side === 0
            ? 3
            : 4 + side
  const inCueQuote = view.quoteAround > 0 ? 8 : 0
  const available = (view.quoteBefore > 0 ? 1 : 0) + (view.quoteAfter > 0 ? 2 : 0)
  const phrasePlace = ((inPhrase[i] ?? 0) << 3) | phrases
  const sentenceStart = far(i - (page.sentenceFrom[i] ?? 0))
  const sentenceEnd = far((page.sentenceTo[i] ?? 0) - 1 - i)
  const m = mark[i] ?? 0
  const { head, type, level, kind, next, nextPos, previousPos } = view
  const p1 = i > 0 ? (pos[i - 1] ?? 0) : 0
  const q1 = pos[i + 1] ?? 0

  nodes.add(hash1(20, d))
  nodes.add(hash2(21, d, p))
  nodes.add(hash2(22, d, head))
  nodes.add(hash2(23, d, type))
  nodes.add(hash2(24, sentences, paragraphs))
  nodes.add(hash3(25, sentences, sentenceStart, 0))
  nodes.add(hash3(26, sentences, sentenceEnd, 0))
  nodes.add(hash3(27, side, commas, verbs))
  nodes.add(hash3(28, side, commas, marks))
  nodes.add(hash3(29, sentences, quoting | inCueQuote, p))
  nodes.add(hash3(30, side, quoting | inCueQuote, head))
  nodes.add(hash3(31, sentences, quoting | inCueQuote, type))
  nodes.add(hash3(32, sentences, quoting | inCueQuote, (available << 2) | marks))
  nodes.add(hash2(33, segments, head))
  nodes.add(hash2(34, segments, p))
  nodes.add(hash2(35, segments, type))
  nodes.add(hash3(36, segments, quoting | inCueQuote, sentences))
  nodes.add(hash3(37, side, phrasePlace, verbs))
  nodes.add(hash3(38, side, phrasePlace, head))
  nodes.add(hash3(39, side, phrasePlace, type))
  nodes.add(hash2(40, side, l))
  nodes.add(hash3(41, side, l, head))
  nodes.add(hash3(42, side, word[i] ?? 0, verbs))
  nodes.add(hash3(43, d, p, q1))
  nodes.add(hash3(44, d, p1, p))
  nodes.add(hash3(45, side, that, p))
  nodes.add(hash3(46, side, that, head))
  nodes.add(hash3(47, side, coordinators, verbs))
  nodes.add(hash3(48, side, coordinators, segments))
  nodes.add(hash3(49, side, cues, commas))
  nodes.add(hash3(50, sentences, cues, p))
  nodes.add(hash3(51, sentences, cues, segments))
  nodes.add(hash3(52, d, nextPos, 0))
  nodes.add(hash3(53, d, previousPos, 0))
  nodes.add(hash3(54, d, next, 0))
  nodes.add(hash3(55, segments, next, sentences))
  nodes.add(hash3(56, sentences, available, quoting))
  nodes.add(hash3(57, d, m, quoting))
  nodes.add(hash3(58, side, dashes, commas))
  nodes.add(hash3(59, side, subordinators, verbs))
  nodes.add(hash3(60, side, subordinators, l))
  nodes.add(hash3(61, (shape[i] ?? 0) * 2 + side, phrasePlace, verbs))
  nodes.add(hash3(62, sentences, l, quoting))
  nodes.add(hash3(63, d, kind, p))
  nodes.add(hash3(64, segments, kind, type))
  nodes.add(hash3(65, d, level, type))
  nodes.add(hash3(66, side, phrasePlace, kind))
  nodes.add(hash3(67, segments, nextPos, previousPos))
  nodes.add(hash3(68, segments, type, next))
  nodes.add(hash3(69, sentenceEnd, segments, p))
  nodes.add(hash3(70, paragraphs, quoting, sentences))
  nodes.add(hash3(71, segments, verbs, p))
  nodes.add(hash3(72, segments, sentenceStart, type))
}

/** Features of the step from the token before to this one; ends no row. */
export function addStepFeatures(view: CueView, i: number, edges: FeatureRows): void {
  const { page, from, to } = view
  const { word, pos, quote, mark, sentence, segment, inPhrase } = page
  const side = i < from ? 0 : i < to ? 1 : 2
  const p = pos[i] ?? 0
  const p1 = pos[i - 1] ?? 0
  const near = side === 0 ? cap(from - i, 3) : side === 2 ? cap(i - to, 3) : 4
  const turn =
    (quote[i] === quote[i - 1] ? 0 : 1) |
    (sentence[i] === sentence[i - 1] ? 0 : 2) |
    (segment[i] === segment[i - 1] ? 0 : 4) |
    ((inPhrase[i] ?? 0) >= 3 ? 8 : 0)
  edges.add(hash1(1, side))
  edges.add(hash2(2, side, p))
  edges.add(hash3(3, side, p1, p))
  edges.add(hash2(4, side, word[i] ?? 0))
  edges.add(hash2(5, side, word[i - 1] ?? 0))
  edges.add(hash3(6, side, near, turn))
  edges.add(hash3(7, turn, (mark[i] ?? 0) * 3 + (mark[i - 1] ?? 0), side))
  edges.add(hash3(8, side, turn, view.type))
}
