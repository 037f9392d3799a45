/**
 * A zone → the features of its tokens, hashed. Training and finding call the same code; a change here asks for training
 * anew.
 */
import { partOf, tokenAt } from '../language/index.js'
import { hash1, hash2, hashText } from '../learn/index.js'
import type { Token } from '../model.js'
import { type Lexicon, lexicalKinds, nameKinds } from './lexicon.js'
import type { Form, Reading, Word } from './reading.js'
import { kindBits } from './wordKinds.js'
import type { Zone } from './zones.js'

/** What takes the features of a zone, token by token: training keeps them all, finding only what they weigh. */
export interface FeatureSink {
  /** Features of a token of one template: `template` and values are hashed together. */
  one(template: number, value: number): void
  two(template: number, first: number, second: number): void
  three(template: number, first: number, second: number, third: number): void
  /** The token's features that `wordFeatures` adds for this word: always the same ones, so that they need not be weighed again. */
  word(form: Form, spot: Spot, position: number): void
  /** Ends a token; `step` is the feature of how it follows the one before. */
  end(step: number): void
}

/**
 * Where a word stands as seen from a token: it is the token or stands beside it, and it is an end of its run of capitalised words or
 * stands beside the run. Where a run has one word only, both are said at once.
 */
export const spots = {
  here: 0,
  before: 1,
  after: 2,
  twoBefore: 3,
  twoAfter: 4,
  inRun: 5,
  head: 6,
  lead: 7,
  beforeRun: 8,
  afterRun: 9,
  alone: 10,
  beforeAlone: 11,
  afterAlone: 12
} as const
export type Spot = (typeof spots)[keyof typeof spots]

/** A token's place in its run: how far from the first and how far from the last word, at most three; below this. */
export const positionCount = 64
const positionOf = (fromFirst: number, fromLast: number): number =>
  (Math.min(fromFirst, 3) << 4) | Math.min(fromLast, 3)

/** What stands beyond a sentence's ends. */
const nothing: Word = {
  number: 0,
  exact: 1,
  id: 1,
  shape: 0,
  prefix: 1,
  suffix2: 1,
  suffix3: 1,
  kinds: 0,
  lexical: 0,
  capital: false,
  lower: '',
  evidence: { bits: 0 }
}

/** What a word says of a token by itself, whatever else the text holds. `position` is the token's; it counts in runs only. */
export function wordFeatures(form: Form, spot: Spot, position: number, sink: FeatureSink): void {
  const { id, kinds, shape } = form
  const lexical = form.lexical & nameKinds
  switch (spot) {
    case spots.here:
      sink.one(2, form.exact)
      sink.one(3, id)
      sink.one(12, form.prefix)
      sink.one(13, form.suffix2)
      sink.one(14, form.suffix3)
      sink.one(18, kinds)
      sink.one(22, lexical)
      addBits(sink, 42, kinds)
      addBits(sink, 43, lexical)
      return
    case spots.before:
      sink.one(4, id)
      sink.one(19, kinds)
      sink.two(23, lexical, shape)
      return
    case spots.after:
      sink.one(5, id)
      sink.one(20, kinds)
      sink.two(24, lexical, shape)
      return
    case spots.twoBefore:
      sink.one(6, id)
      return
    case spots.twoAfter:
      sink.one(7, id)
      return
    case spots.inRun:
      sink.two(17, kinds, position)
      sink.two(21, lexical, position)
      return
    case spots.head:
      sink.two(30, id, position)
      sink.two(31, kinds, position)
      sink.two(32, lexical, position)
      return
    case spots.lead:
      sink.two(33, kinds, position)
      sink.two(34, lexical, position)
      return
    case spots.beforeRun:
      sink.two(38, id, position)
      sink.two(39, kinds, position)
      return
    case spots.afterRun:
      sink.two(37, id, position)
      return
    case spots.alone:
      for (const each of allAlone) wordFeatures(form, each, position, sink)
      return
    case spots.beforeAlone:
      wordFeatures(form, spots.before, position, sink)
      wordFeatures(form, spots.beforeRun, position, sink)
      return
    case spots.afterAlone:
      wordFeatures(form, spots.after, position, sink)
      wordFeatures(form, spots.afterRun, position, sink)
  }
}

const allAlone = [spots.here, spots.inRun, spots.head, spots.lead]

export function addZone(zone: Zone, reading: Reading, lexicon: Lexicon, sink: FeatureSink): void {
  const { tokens, from, to } = zone
  const words: Word[] = []
  for (let i = from - 2; i < to + 2; i++) {
    const token = tokenAt(tokens, i)
    words.push(token === undefined ? nothing : reading.wordOf(token))
  }
  const letterCase = reading.caseOf(zone.sentence)
  const phrases = findPhrases(words, lexicon)
  const runs = findRuns(words)
  for (let i = from; i < to; i++) {
    const at = i - from + 2
    const word = words[at] ?? nothing
    const before = words[at - 1] ?? nothing
    const before2 = words[at - 2] ?? nothing
    const after = words[at + 1] ?? nothing
    const part = partAt(tokens[i])
    const start = startOf(tokens, i)
    const { bits } = word.evidence
    const lexical = word.lexical & nameKinds
    const runStart = runs[at] ?? at
    const runEnd = runs[at + words.length] ?? at
    const head = words[runEnd] ?? nothing
    const beforeRun = (runStart > 0 ? words[runStart - 1] : undefined) ?? nothing
    const position = positionOf(at - runStart, runEnd - at)

    if (runStart === runEnd) {
      sink.word(word, spots.alone, 0)
      sink.word(before, spots.beforeAlone, 0)
      sink.word(after, spots.afterAlone, 0)
    } else {
      sink.word(word, spots.here, 0)
      sink.word(before, spots.before, 0)
      sink.word(after, spots.after, 0)
      sink.word(word, spots.inRun, position)
      sink.word(head, spots.head, position)
      sink.word(words[runStart] ?? nothing, spots.lead, position)
      sink.word(beforeRun, spots.beforeRun, position)
      sink.word(words[runEnd + 1] ?? nothing, spots.afterRun, position)
    }
    sink.word(before2, spots.twoBefore, 0)
    sink.word(words[at + 2] ?? nothing, spots.twoAfter, 0)
    sink.one(1, letterCase)
    sink.two(8, before.id, word.id)
    sink.two(9, word.id, after.id)
    sink.two(10, word.shape, start)
    sink.three(11, before.shape, word.shape, after.shape)
    sink.two(15, part, start)
    sink.three(16, partAt(tokenAt(tokens, i - 1)), part, partAt(tokens[i + 1]))
    sink.three(44, word.lexical & cased, start, bits & 3)
    sink.three(45, before.id, before2.kinds, runStart === at ? 1 : 0)
    if (word.capital) sink.three(46, namesSomebody(beforeRun) ? 1 : 0, position, 0)
    sink.two(25, before.lexical & nameKinds, lexical)
    sink.two(26, lexical, after.lexical & nameKinds)
    sink.two(27, bits, start)
    sink.three(28, bits & 3, part, start)
    addBits(sink, 29, bits)
    sink.two(35, position, letterCase)
    sink.two(36, head.evidence.bits, position)
    const phrase = phrases[at] ?? 0
    if (phrase !== 0) {
      sink.one(40, phrase)
      sink.two(41, phrase, position)
    }
    sink.end(stepTo(word, before))
  }
}

/** The feature that all steps from one token to the next have. */
export const anyStep = hash1(1, 0)

/** A joining word, or whether either word has a capital. */
const stepTo = (word: Word, before: Word): number =>
  (word.kinds & kindBits.joining) !== 0
    ? hash1(2, word.id)
    : (capitalSteps[(word.capital ? 2 : 0) | (before.capital ? 1 : 0)] ?? 0)

const capitalSteps = [hash2(3, 0, 0), hash2(3, 0, 1), hash2(3, 1, 0), hash2(3, 1, 1)]

const cased = lexicalKinds.small | lexicalKinds.capital

/** A role or a form of address: who follows it is a person. */
const namesSomebody = (word: Word): boolean => (word.kinds & (kindBits.role | kindBits.honorific)) !== 0

function addBits(sink: FeatureSink, template: number, bits: number): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) sink.two(template, 77, rest & -rest)
}
const partAt = (token: Token | undefined): number => (token === undefined ? 0 : partOf(token.pos))

/** 2 at the first word of a sentence, 1 after an opening mark or a colon, 0 elsewhere. */
function startOf(tokens: readonly Token[], at: number): number {
  if (at === 0) return 2
  return opening.has(tokens[at - 1]?.text ?? '') ? 1 : 0
}

const opening: ReadonlySet<string> = new Set(['"', '“', '‘', '(', ':', '–', '—', '-'])

/** For each word the first (and, `words.length` further on, the last) of its run of capitalised words. */
function findRuns(words: readonly Word[]): readonly number[] {
  const size = words.length
  const runs = new Array<number>(size * 2).fill(0)
  for (let i = 0; i < size; i++) {
    const joined = i > 0 && words[i]?.capital === true && words[i - 1]?.capital === true
    runs[i] = joined ? (runs[i - 1] ?? i) : i
  }
  for (let i = size - 1; i >= 0; i--) {
    const joined = i + 1 < size && words[i]?.capital === true && words[i + 1]?.capital === true
    runs[size + i] = joined ? (runs[size + i + 1] ?? i) : i
  }
  return runs
}

/** For each word the kinds of the longest known phrase of two to five words around it, and whether it begins it. */
function findPhrases(words: readonly Word[], lexicon: Lexicon): readonly number[] {
  const found = new Array<number>(words.length).fill(0)
  for (let i = 2; i < words.length - 2; i++) {
    const word = words[i]
    if (word === undefined || found[i] !== 0 || (word.lexical & lexicalKinds.phraseStart) === 0) continue
    let text = word.lower
    let longest = 0
    let kinds = 0
    for (let length = 2; length <= 5 && i + length <= words.length; length++) {
      const next = words[i + length - 1]
      if (next === undefined) break
      text = `${text} ${next.lower}`
      const each = lexicon.kindsOf(hashText(text)) & nameKinds
      if (each === 0) continue
      longest = length
      kinds = each
    }
    for (let k = 0; k < longest; k++) found[i + k] = kinds * 4 + (k === 0 ? 1 : k === longest - 1 ? 3 : 2)
  }
  return found
}
