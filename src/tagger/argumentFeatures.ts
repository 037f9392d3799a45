/**
 * A cue and its window → the features by which its source and its content are found, one row a token. Training and finding call the
 * same code; a change here asks for training anew.
 *
 * Features come in groups by what they look at, because most of them need not be scored anew for every token of every window: those of
 * a token by itself are the same for all cues (`addTokenFeatures`, `addSideFeatures`), and of those that join the cue with a token's
 * place most are the same as for the token before (`addDistanceFeatures`, `addPartFeatures`, `addBetweenFeatures`).
 * Only `addPairFeatures` are the token's and the cue's own.
 */
import { beside, type FeatureSink, hash1, hash2, hash3, SmallGroups } from '../learn/index.js'
import type { Page } from './page.js'
import { part } from './partsOfSpeech.js'
import { inPhrases, marks, partsOfSpeech, shapes } from './sizes.js'
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
  /** How many other cues there are before each token of the text. */
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

/** How many values small numbers have; see `Place`. */
const distances = 24
const sentenceSteps = 8
const paragraphSteps = 6
const segmentSteps = 16
const quotings = 14
const types = partsOfSpeech << 5
const sides = 2
const mostCommas = 3
const mostVerbs = 4
const mostMarks = 4
const mostCues = 3
const farSteps = 12

export const smallArguments = new SmallGroups()
const always = smallArguments.define([1], (rows) => rows.add(hash1(1, 0)))
const tokenParts = smallArguments.define([partsOfSpeech, partsOfSpeech, partsOfSpeech], (rows, before, p, after) =>
  rows.add(hash3(5, before, p, after))
)
const tokenShape = smallArguments.define([partsOfSpeech, shapes, inPhrases], (rows, p, shape, inPhrase) => {
  rows.add(hash2(6, p, shape))
  rows.add(hash2(7, p, inPhrase))
})
const tokenMark = smallArguments.define([marks, 2], (rows, mark, quoted) => rows.add(hash2(8, mark, quoted)))
const tokenEdge = smallArguments.define([2, 2], (rows, first, last) => rows.add(hash2(11, first, last)))

/** Features of a token by itself. */
export function addTokenFeatures(page: Page, i: number, nodes: FeatureSink): void {
  const { word, lemma, pos, shape, inPhrase, mark, quote, sentenceFrom, sentenceTo } = page
  const from = sentenceFrom[i] ?? 0
  const to = sentenceTo[i] ?? 0
  const l1 = i > from ? (lemma[i - 1] as number) : 0
  const r1 = i + 1 < to ? (lemma[i + 1] as number) : 0
  const p1 = i > from ? (pos[i - 1] as number) : 0
  const q1 = i + 1 < to ? (pos[i + 1] as number) : 0
  const p = pos[i] ?? 0
  nodes.addSmall(always, 0)
  nodes.add(hash1(2, word[i] ?? 0))
  nodes.add(hash1(3, l1))
  nodes.add(hash1(4, r1))
  nodes.addSmall(tokenParts, p1, p, q1)
  nodes.addSmall(tokenShape, p, shape[i] ?? 0, inPhrase[i] ?? 0)
  nodes.addSmall(tokenMark, mark[i] ?? 0, (quote[i] ?? 0) > 0 ? 1 : 0)
  nodes.add(hash2(9, l1, word[i] ?? 0))
  nodes.add(hash2(10, word[i] ?? 0, r1))
  nodes.addSmall(tokenEdge, i === from ? 1 : 0, i === to - 1 ? 1 : 0)
}

/** Features of a token before (0) or after (1) some cue. */
export function addSideFeatures({ lemma }: Page, i: number, side: number, nodes: FeatureSink): void {
  nodes.add(hash2(40, side, lemma[i] ?? 0))
}

const steps = Uint8Array.from({ length: 260 }, (_, d) =>
  d <= 4 ? d : d <= 6 ? 5 : d <= 9 ? 6 : d <= 14 ? 7 : d <= 22 ? 8 : d <= 35 ? 9 : d <= 60 ? 10 : 11
)
const far = (distance: number): number => steps[distance] ?? 11
const cap = (value: number, most: number): number => (value < most ? value : most)

/** Where a token stands to a cue, in small numbers. One object serves all tokens of a window. */
export class Place {
  side = 0
  /** Distance, in steps that grow. */
  distance = 0
  sentences = 0
  paragraphs = 0
  segments = 0
  /** Whether the token is quoted, and how that quotation lies to the cue. */
  quoting = 0
  /** What lies between, the token itself not counted; see `Counts`. */
  counts = 0
  cues = 0
  phrases = 0
  /** `addPartFeatures` are the same as long as this is. */
  part = 0

  /** `i` must not lie in the cue. */
  moveTo(view: CueView, i: number): void {
    const { page, from, to } = view
    const { sentence, paragraph, segment, quote, counts } = page
    const side = i < from ? 0 : 1
    const low = side === 0 ? i + 1 : to
    const high = side === 0 ? from : i
    this.side = side
    this.distance = (far(high - low) << 1) | side
    const inSentences = Math.abs((sentence[i] as number) - (sentence[from] as number))
    const inParagraphs = Math.abs((paragraph[i] as number) - (paragraph[from] as number))
    const inSegments = Math.abs((segment[i] as number) - (segment[side === 0 ? from : to - 1] as number))
    this.sentences = (cap(inSentences, 3) << 1) | side
    this.paragraphs = (cap(inParagraphs, 2) << 1) | side
    this.segments = (cap(inSegments, 7) << 1) | side
    const q = quote[i] as number
    this.quoting =
      (q === 0
        ? 0
        : q === view.quoteAround
          ? 1
          : q === view.quoteAfter && side === 1
            ? 2
            : q === view.quoteBefore && side === 0
              ? 3
              : 4 + side) | (view.quoteAround > 0 ? 8 : 0)
    this.counts = ((counts.between[high] as number) - (counts.between[low] as number)) | 0
    this.phrases = cap((counts.phrases[high] as number) - (counts.phrases[low] as number), 6)
    this.cues = cap((view.cues[high] as number) - (view.cues[low] as number), mostCues)
    this.part = (this.sentences << 11) | (this.paragraphs << 8) | (this.segments << 4) | this.quoting
  }
}

const distance = smallArguments.define([distances], (rows, d) => rows.add(hash1(20, d)))
const distanceType = smallArguments.define([distances, types], (rows, d, type) => rows.add(hash2(23, d, type)))
const distanceNext = smallArguments.define([distances, partsOfSpeech], (rows, d, nextPos) =>
  rows.add(hash3(52, d, nextPos, 0))
)
const distancePrevious = smallArguments.define([distances, partsOfSpeech], (rows, d, previousPos) =>
  rows.add(hash3(53, d, previousPos, 0))
)

/** Features of the cue and the distance to it. */
export function addDistanceFeatures(view: CueView, place: Place, nodes: FeatureSink): void {
  const d = place.distance
  nodes.addSmall(distance, d)
  nodes.add(hash2(22, d, view.head))
  nodes.addSmall(distanceType, d, view.type)
  nodes.addSmall(distanceNext, d, view.nextPos)
  nodes.addSmall(distancePrevious, d, view.previousPos)
  nodes.add(hash3(54, d, view.next, 0))
  nodes.add(hash3(65, d, view.level, view.type))
}

const paragraphStep = smallArguments.define([sentenceSteps, paragraphSteps], (rows, sentences, paragraphs) =>
  rows.add(hash2(24, sentences, paragraphs))
)
const segmentType = smallArguments.define([segmentSteps, types], (rows, segments, type) =>
  rows.add(hash2(35, segments, type))
)
const segmentPlace = smallArguments.define(
  [segmentSteps, quotings, sentenceSteps],
  (rows, segments, quoting, sentences) => rows.add(hash3(36, segments, quoting, sentences))
)
const quotesNear = smallArguments.define([sentenceSteps, 4, quotings], (rows, sentences, available, quoting) =>
  rows.add(hash3(56, sentences, available, quoting))
)
const segmentParts = smallArguments.define(
  [segmentSteps, partsOfSpeech, partsOfSpeech],
  (rows, segments, nextPos, previousPos) => rows.add(hash3(67, segments, nextPos, previousPos))
)
const paragraphPlace = smallArguments.define(
  [paragraphSteps, quotings, sentenceSteps],
  (rows, paragraphs, quoting, sentences) => rows.add(hash3(70, paragraphs, quoting, sentences))
)

/** Features of the cue and the part of the text, as sentences, quotations and commas cut it, that the token is in. */
export function addPartFeatures(view: CueView, place: Place, nodes: FeatureSink): void {
  const { side, sentences, paragraphs, segments, quoting } = place
  const { head, type, kind, next, nextPos, previousPos } = view
  const available = (view.quoteBefore > 0 ? 1 : 0) + (view.quoteAfter > 0 ? 2 : 0)
  nodes.addSmall(paragraphStep, sentences, paragraphs)
  nodes.add(hash3(30, side, quoting, head))
  nodes.add(hash3(31, sentences, quoting, type))
  nodes.add(hash2(33, segments, head))
  nodes.addSmall(segmentType, segments, type)
  nodes.addSmall(segmentPlace, segments, quoting, sentences)
  nodes.add(hash3(55, segments, next, sentences))
  nodes.addSmall(quotesNear, sentences, available, quoting)
  nodes.add(hash3(64, segments, kind, type))
  nodes.addSmall(segmentParts, segments, nextPos, previousPos)
  nodes.add(hash3(68, segments, type, next))
  nodes.addSmall(paragraphPlace, paragraphs, quoting, sentences)
}

const marksBetween = smallArguments.define(
  [sides, mostCommas + 1, mostVerbs + 1, mostMarks + 1],
  (rows, side, commas, verbs, marks) => {
    rows.add(hash3(27, side, commas, verbs))
    rows.add(hash3(28, side, commas, marks))
  }
)
const quotesBetween = smallArguments.define([sentenceSteps, quotings, 16], (rows, sentences, quoting, marks) =>
  rows.add(hash3(32, sentences, quoting, marks))
)
const cuesBetween = smallArguments.define([sides, mostCues + 1, mostCommas + 1], (rows, side, cues, commas) =>
  rows.add(hash3(49, side, cues, commas))
)
const segmentsBetween = smallArguments.define(
  [sentenceSteps, mostCues + 1, segmentSteps],
  (rows, sentences, cues, segments) => rows.add(hash3(51, sentences, cues, segments))
)

/** Features of what lies between the token and the cue. */
export function addBetweenFeatures(view: CueView, place: Place, nodes: FeatureSink): void {
  const { side, sentences, segments, quoting, cues, counts } = place
  const commas = cap(counts & 255, mostCommas)
  const verbs = cap((counts >>> 8) & 255, mostVerbs)
  const marks = cap((counts >>> 16) & 255, mostMarks)
  const that = cap(counts >>> 24, 2)
  const available = (view.quoteBefore > 0 ? 1 : 0) + (view.quoteAfter > 0 ? 2 : 0)
  nodes.addSmall(marksBetween, side, commas, verbs, marks)
  nodes.addSmall(quotesBetween, sentences, quoting, (available << 2) | marks)
  nodes.add(hash3(46, side, that, view.head))
  nodes.addSmall(cuesBetween, side, cues, commas)
  nodes.addSmall(segmentsBetween, sentences, cues, segments)
}

const distancePart = smallArguments.define([distances, partsOfSpeech], (rows, distance, p) =>
  rows.add(beside(hash1(21, distance), p))
)
const fromBegin = smallArguments.define([sentenceSteps, farSteps], (rows, sentences, far) =>
  rows.add(beside(hash1(25, sentences), far))
)
const toEnd = smallArguments.define([sentenceSteps, farSteps], (rows, sentences, far) =>
  rows.add(beside(hash1(26, sentences), far))
)
const quotingPart = smallArguments.define([sentenceSteps, quotings, partsOfSpeech], (rows, sentences, quoting, p) =>
  rows.add(beside(hash2(29, sentences, quoting), p))
)
const segmentPart = smallArguments.define([segmentSteps, partsOfSpeech], (rows, segments, p) =>
  rows.add(beside(hash1(34, segments), p))
)
const phraseVerbs = smallArguments.define([sides, mostVerbs + 1, inPhrases << 3], (rows, side, verbs, phrasePlace) =>
  rows.add(beside(hash2(37, side, verbs), phrasePlace))
)
const distanceAfter = smallArguments.define([distances, partsOfSpeech, partsOfSpeech], (rows, distance, p, after) =>
  rows.add(beside(hash2(43, distance, p), after))
)
const distanceBefore = smallArguments.define([distances, partsOfSpeech, partsOfSpeech], (rows, distance, p, before) =>
  rows.add(beside(hash2(44, distance, p), before))
)
const quotingMark = smallArguments.define([distances, quotings, marks], (rows, distance, quoting, mark) =>
  rows.add(beside(hash2(57, distance, quoting), mark))
)

/** Features of this token and this cue. */
export function addPairFeatures(view: CueView, place: Place, i: number, nodes: FeatureSink): void {
  const { word, lemma, pos, inPhrase, mark, sentenceFrom, sentenceTo, length } = view.page
  const { side, distance, sentences, segments, quoting, counts } = place
  const p = pos[i] as number
  const before = i > 0 ? (pos[i - 1] as number) : 0
  const after = i + 1 < length ? (pos[i + 1] as number) : 0
  const verbs = cap((counts >>> 8) & 255, mostVerbs)
  const phrasePlace = ((inPhrase[i] as number) << 3) | place.phrases
  nodes.addSmall(distancePart, distance, p)
  nodes.addSmall(fromBegin, sentences, far(i - (sentenceFrom[i] as number)))
  nodes.addSmall(toEnd, sentences, far((sentenceTo[i] as number) - 1 - i))
  nodes.addSmall(quotingPart, sentences, quoting, p)
  nodes.addSmall(segmentPart, segments, p)
  nodes.addSmall(phraseVerbs, side, verbs, phrasePlace)
  nodes.add(beside(hash2(38, side, view.head), phrasePlace))
  nodes.add(beside(hash2(42, side, word[i] as number), verbs))
  nodes.addSmall(distanceAfter, distance, p, after)
  nodes.addSmall(distanceBefore, distance, p, before)
  nodes.addSmall(quotingMark, distance, quoting, mark[i] as number)
  nodes.add(beside(hash2(62, sentences, lemma[i] as number), quoting))
}

/** All of a token's features for a cue that it is no part of; ends no row. */
export function addWindowFeatures(view: CueView, place: Place, i: number, nodes: FeatureSink): void {
  place.moveTo(view, i)
  addTokenFeatures(view.page, i, nodes)
  addSideFeatures(view.page, i, place.side, nodes)
  addDistanceFeatures(view, place, nodes)
  addPartFeatures(view, place, nodes)
  addBetweenFeatures(view, place, nodes)
  addPairFeatures(view, place, i, nodes)
}
