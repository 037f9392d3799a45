/**
 * A sentence → the features by which its cues ("said", "according to", "the claim that") are found, one row a token. Training and
 * finding call the same code; a change here asks for training anew.
 */
import { beside, type FeatureSink, hash1, hash2, hash3, SmallGroups } from '../learn/index.js'
import type { Page } from './page.js'
import { part } from './partsOfSpeech.js'
import { kinds, levelParts, partsOfSpeech, priors, shapes } from './sizes.js'
import type { TokenSpan } from './window.js'

export interface Rows {
  readonly nodes: FeatureSink
  readonly edges: FeatureSink
}

/** Labels of the tagger of cues. */
export const cueLabels = { outside: 0, begin: 1, inside: 2, count: 3 } as const

/** A distance in tokens as one of eight. */
const near = (distance: number): number =>
  distance <= 3 ? distance : distance <= 5 ? 4 : distance <= 9 ? 5 : distance <= 16 ? 6 : 7

const strong = 6

/** How many values small numbers have. */
const nears = 8
const quotedSentences = 4
const depths = 4
const markDistances = 17
const thats = 6
const manyOthers = 9
const groups = 4
const follows = partsOfSpeech << 2
const verbCounts = 4

export const smallCues = new SmallGroups()
const aroundParts = smallCues.define([partsOfSpeech, partsOfSpeech, partsOfSpeech], (rows, before, p, after) => {
  rows.add(beside(hash1(20, p), after))
  rows.add(beside(hash1(21, p), before))
  rows.add(beside(hash2(22, before, p), after))
})
const partsBefore = smallCues.define([partsOfSpeech, partsOfSpeech, partsOfSpeech], (rows, second, first, p) =>
  rows.add(hash3(23, second, first, p))
)
const partsAfter = smallCues.define([partsOfSpeech, partsOfSpeech, partsOfSpeech], (rows, p, first, second) =>
  rows.add(beside(hash2(24, p, first), second))
)
const shapePart = smallCues.define([shapes, partsOfSpeech], (rows, shape, p) => rows.add(hash2(27, shape, p)))
const always = smallCues.define([1], (rows) => rows.add(hash1(1, 0)))
const levelAlone = smallCues.define([levelParts], (rows, levelPart) => rows.add(hash1(28, levelPart)))
const quotedLevel = smallCues.define([levelParts, quotedSentences], (rows, levelPart, quoted) =>
  rows.add(beside(hash1(33, levelPart), quoted))
)
const depthLevel = smallCues.define([levelParts, depths], (rows, levelPart, depth) =>
  rows.add(beside(hash1(62, levelPart), depth))
)
const levelBefore = smallCues.define([levelParts, priors], (rows, levelPart, before) =>
  rows.add(beside(hash1(29, levelPart), before))
)
const levelAfter = smallCues.define([levelParts, priors], (rows, levelPart, after) =>
  rows.add(beside(hash1(30, levelPart), after))
)
const marksPart = smallCues.define([markDistances, markDistances, partsOfSpeech], (rows, left, right, p) =>
  rows.add(beside(hash2(35, left, right), p))
)
const thatLevel = smallCues.define([levelParts, thats], (rows, levelPart, that) =>
  rows.add(beside(hash1(39, levelPart), that))
)
const othersLevel = smallCues.define([levelParts, manyOthers], (rows, levelPart, others) =>
  rows.add(beside(hash1(41, levelPart), others))
)
const subjectLevel = smallCues.define([levelParts, partsOfSpeech, groups], (rows, levelPart, subject, group) =>
  rows.add(hash3(45, levelPart, subject, group))
)
const placeLevel = smallCues.define([levelParts, nears], (rows, levelPart, place) =>
  rows.add(beside(hash1(49, levelPart), place))
)
const sizeLevel = smallCues.define([levelParts, nears, nears], (rows, levelPart, place, size) =>
  rows.add(hash3(51, levelPart, place, size))
)
const endLevel = smallCues.define([levelParts, nears], (rows, levelPart, end) =>
  rows.add(beside(hash1(50, levelPart), end))
)
const kindPart = smallCues.define([kinds, partsOfSpeech], (rows, kind, p) => rows.add(beside(hash1(52, kind), p)))
const kindAround = smallCues.define([kinds, partsOfSpeech, partsOfSpeech], (rows, kind, before, after) =>
  rows.add(beside(hash2(54, kind, before), after))
)
const kindThat = smallCues.define([kinds, thats, partsOfSpeech], (rows, kind, that, after) =>
  rows.add(beside(hash2(56, kind, that), after))
)
const kindSubject = smallCues.define([kinds, partsOfSpeech, groups], (rows, kind, subject, group) =>
  rows.add(hash3(57, kind, subject, group))
)
const followLevel = smallCues.define([levelParts, follows], (rows, levelPart, follow) =>
  rows.add(beside(hash1(58, levelPart), follow))
)
const verbsLevel = smallCues.define([levelParts, verbCounts, verbCounts], (rows, levelPart, before, after) =>
  rows.add(hash3(61, levelPart, before, after))
)
const kindFollow = smallCues.define([kinds, 2, follows], (rows, kind, quoted, follow) =>
  rows.add(beside(hash2(63, kind, quoted), follow))
)
const followQuoted = smallCues.define([priors, 2, follows], (rows, level, quoted, follow) =>
  rows.add(beside(hash2(64, level, quoted), follow))
)

/** One row for each token of a run, which must lie in the stretch that was scanned. */
export function addCueRows(page: Page, scan: Scan, run: TokenSpan, { nodes, edges }: Rows): void {
  const { word, lemma, pos, suffix, shape, prior, sense, quote, mark, counts } = page
  const { from, to } = scan
  const size = to - from
  const quotedSentence = (counts.marks[to] ?? 0) > (counts.marks[from] ?? 0) ? 1 : 0
  for (let i = run.from; i < run.to; i++) {
    const w = word[i] ?? 0
    const l = lemma[i] ?? 0
    const p = pos[i] ?? 0
    const l1 = within(lemma, i - 1, scan)
    const l2 = within(lemma, i - 2, scan)
    const r1 = within(lemma, i + 1, scan)
    const r2 = within(lemma, i + 2, scan)
    const p1 = within(pos, i - 1, scan)
    const p2 = within(pos, i - 2, scan)
    const q1 = within(pos, i + 1, scan)
    const q2 = within(pos, i + 2, scan)
    const level = prior[i] ?? 0
    const levelPart = (level << 5) | p
    const kind = sense[i] ?? 0
    const quoted = (quote[i] ?? 0) > 0 ? 1 : 0
    const place = i - from
    const subject = subjectIndex(page, i, from)
    const subjectPos = within(pos, subject, scan)
    const group = (i - subject > 3 ? 3 : i - subject) | 0
    const left = scan.markBefore[place] ?? 0
    const right = scan.markAfter[place] ?? 0
    const others = othersAround(scan, place)
    const thatAfter = thatWithin(page, i, to)
    const follow = followed(page, i, to)

    nodes.addSmall(always, 0)
    nodes.add(hash1(2, w))
    nodes.add(hash1(3, l))
    nodes.add(beside(hash1(4, l), p))
    nodes.add(hash1(5, l1))
    nodes.add(hash1(6, r1))
    nodes.add(hash1(7, l2))
    nodes.add(hash1(8, r2))
    nodes.add(hash1(9, within(lemma, i - 3, scan)))
    nodes.add(hash1(10, within(lemma, i + 3, scan)))
    nodes.add(hash2(11, l1, l))
    nodes.add(hash2(12, l, r1))
    nodes.add(hash2(13, l1, r1))
    nodes.add(hash3(14, l2, l1, l))
    nodes.add(hash3(15, l, r1, r2))
    nodes.add(hash3(16, l1, l, r1))
    nodes.add(beside(hash1(17, l), q1))
    nodes.add(beside(hash1(18, l), p1))
    nodes.add(beside(hash2(19, l, p1), q1))
    nodes.addSmall(aroundParts, p1, p, q1)
    nodes.addSmall(partsBefore, p2, p1, p)
    nodes.addSmall(partsAfter, p, q1, q2)
    nodes.add(beside(hash2(25, levelPart, p1), q1))
    nodes.add(beside(hash1(26, suffix[i] ?? 0), p))
    nodes.addSmall(shapePart, shape[i] ?? 0, p)
    nodes.addSmall(levelAlone, levelPart)
    nodes.addSmall(levelBefore, levelPart, within(prior, i - 1, scan))
    nodes.addSmall(levelAfter, levelPart, within(prior, i + 1, scan))
    nodes.add(hash3(31, level, l1, p))
    nodes.add(hash3(32, level, r1, p))
    nodes.addSmall(quotedLevel, levelPart, (quoted << 1) | quotedSentence)
    nodes.add(beside(hash2(34, levelPart, left), right))
    nodes.addSmall(marksPart, left, right, p)
    nodes.add(beside(hash1(36, l), (quoted << 1) | quotedSentence))
    nodes.add(beside(hash1(37, l), left))
    nodes.add(beside(hash1(38, l), right))
    nodes.addSmall(thatLevel, levelPart, thatAfter)
    nodes.add(beside(hash1(40, l), thatAfter))
    nodes.addSmall(othersLevel, levelPart, others)
    nodes.add(beside(hash1(42, l), others))
    nodes.add(hash2(43, scan.verbBefore[place] ?? 0, p))
    nodes.add(hash2(44, scan.verbAfter[place] ?? 0, p))
    nodes.addSmall(subjectLevel, levelPart, subjectPos, group)
    nodes.add(beside(hash1(46, l), subjectPos))
    nodes.add(hash2(47, levelPart, within(lemma, subject, scan)))
    nodes.add(hash3(48, p, within(lemma, subject, scan), group))
    nodes.addSmall(placeLevel, levelPart, near(place))
    nodes.addSmall(endLevel, levelPart, near(to - 1 - i))
    nodes.addSmall(sizeLevel, levelPart, near(place), near(size))
    nodes.addSmall(kindPart, kind & 63, p)
    nodes.add(beside(hash1(53, kind), p))
    nodes.addSmall(kindAround, kind & 63, p1, q1)
    nodes.add(hash3(55, kind & 63, p, r1))
    nodes.addSmall(kindThat, kind & 63, thatAfter, q1)
    nodes.addSmall(kindSubject, kind & 63, subjectPos, group)
    nodes.addSmall(followLevel, levelPart, follow)
    nodes.add(beside(hash1(59, l), follow))
    nodes.add(beside(hash2(60, kind & 63, p), follow))
    nodes.addSmall(verbsLevel, levelPart, scan.verbsBefore[place] ?? 0, scan.verbsAfter[place] ?? 0)
    nodes.addSmall(depthLevel, levelPart, scan.depth)
    nodes.addSmall(kindFollow, kind & 63, quoted, follow)
    nodes.addSmall(followQuoted, level, quoted, follow)
    nodes.add(hash3(65, sense[i - 1] ?? 0, p1, p))
    nodes.endRow()

    edges.add(hash1(1, 0))
    edges.add(hash1(2, p))
    edges.add(hash2(3, p1, p))
    edges.add(hash1(4, l))
    edges.add(hash1(5, l1))
    edges.add(hash2(6, level, within(prior, i - 1, scan)))
    edges.add(hash2(7, mark[i] ?? 0, mark[i - 1] ?? 0))
    edges.endRow()
  }
}

/** What is near each token of a sentence, or of a part of an endless one; used again for the next one. */
export class Scan implements TokenSpan {
  from = 0
  to = 0
  /** Distance to the nearest quotation mark before and after, 8 and more where it closes or opens away; 0 for none. */
  readonly markBefore: Uint8Array
  readonly markAfter: Uint8Array
  readonly strongBefore: Uint8Array
  readonly strongAfter: Uint8Array
  /** Lemma of the nearest verb before and after. */
  readonly verbBefore: Int32Array
  readonly verbAfter: Int32Array
  readonly verbsBefore: Uint8Array
  readonly verbsAfter: Uint8Array
  /** Whether the sentence is quoted at its beginning and at its end. */
  depth = 0

  /** `most` tokens at most can be read at once. */
  constructor(most: number) {
    this.markBefore = new Uint8Array(most)
    this.markAfter = new Uint8Array(most)
    this.strongBefore = new Uint8Array(most)
    this.strongAfter = new Uint8Array(most)
    this.verbBefore = new Int32Array(most)
    this.verbAfter = new Int32Array(most)
    this.verbsBefore = new Uint8Array(most)
    this.verbsAfter = new Uint8Array(most)
  }

  read({ mark, prior, pos, lemma, quote }: Page, { from, to }: TokenSpan): void {
    const size = to - from
    this.from = from
    this.to = to
    this.depth = ((quote[from] as number) > 0 ? 1 : 0) + ((quote[to - 1] as number) > 0 ? 2 : 0)
    let last = -1
    let strongs = 0
    let verb = 0
    let verbs = 0
    for (let i = 0; i < size; i++) {
      const at = from + i
      this.markBefore[i] = last < 0 ? 0 : 1 + near(i - last) + (mark[from + last] === 2 ? 8 : 0)
      this.strongBefore[i] = Math.min(strongs, 2)
      this.verbBefore[i] = verb
      this.verbsBefore[i] = Math.min(verbs, 3)
      if ((mark[at] as number) > 0) last = i
      if ((prior[at] as number) >= strong) strongs++
      if (pos[at] === part.verb) {
        verb = lemma[at] as number
        verbs++
      }
    }
    last = -1
    strongs = 0
    verb = 0
    verbs = 0
    for (let i = size - 1; i >= 0; i--) {
      const at = from + i
      this.markAfter[i] = last < 0 ? 0 : 1 + near(last - i) + (mark[from + last] === 2 ? 8 : 0)
      this.strongAfter[i] = Math.min(strongs, 2)
      this.verbAfter[i] = verb
      this.verbsAfter[i] = Math.min(verbs, 3)
      if ((mark[at] as number) > 0) last = i
      if ((prior[at] as number) >= strong) strongs++
      if (pos[at] === part.verb) {
        verb = lemma[at] as number
        verbs++
      }
    }
  }
}

/** What an array has for a token; 0 beyond the ends of what was scanned. */
const within = (array: Int32Array | Uint8Array, i: number, { from, to }: TokenSpan): number =>
  i < from || i >= to ? 0 : (array[i] as number)

const othersAround = (scan: Scan, i: number): number => (scan.strongBefore[i] ?? 0) * 3 + (scan.strongAfter[i] ?? 0)

/** The token before the auxiliaries and adverbs before `i`: "He [has] [never] said". */
function subjectIndex({ pos }: Page, i: number, from: number): number {
  let at = i - 1
  while (at >= from && i - at <= 5) {
    const p = pos[at] ?? 0
    if (p !== part.auxiliary && p !== part.adverb && p !== part.particle) break
    at--
  }
  return at
}

/** Distance to "that" if it stands within five tokens, else 0. */
function thatWithin({ counts }: Page, i: number, to: number): number {
  const before = counts.that[i + 1] ?? 0
  for (let d = 1; d <= 5 && i + d < to; d++) if ((counts.that[i + d + 1] ?? 0) > before) return d
  return 0
}

/** What comes after the word: the first part of speech that is no adverb, determiner or adjective, and how many were skipped. */
function followed({ pos }: Page, i: number, to: number): number {
  let at = i + 1
  while (at < to && at - i <= 4) {
    const p = pos[at] ?? 0
    if (p !== part.adverb && p !== part.determiner && p !== part.adjective) break
    at++
  }
  return (at < to ? (pos[at] ?? 0) : 0) * 4 + Math.min(at - i - 1, 3)
}
