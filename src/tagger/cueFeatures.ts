/**
 * A sentence → the features by which its cues ("said", "according to", "the claim that") are found, one row a token. Training and
 * finding call the same code; a change here asks for training anew.
 */
import { type FeatureRows, hash1, hash2, hash3 } from '../learn/index.js'
import type { Page } from './page.js'
import { part } from './partsOfSpeech.js'

export interface Rows {
  readonly nodes: FeatureRows
  readonly edges: FeatureRows
}

/** Labels of the tagger of cues. */
export const cueLabels = { outside: 0, begin: 1, inside: 2, count: 3 } as const

/** A distance in tokens as one of eight. */
const near = (distance: number): number =>
  distance <= 3 ? distance : distance <= 5 ? 4 : distance <= 9 ? 5 : distance <= 16 ? 6 : 7

const strong = 6

/** `from` must be the first token of its sentence, `to` the token after its last (or after a part of it that is looked at alone). */
export function addCueRows(page: Page, from: number, to: number, { nodes, edges }: Rows): void {
  const { word, lemma, pos, suffix, shape, prior, sense, quote, mark, counts } = page
  const size = to - from
  const scan = scanSentence(page, from, to)
  const lemmaAt = (i: number): number => (i < from || i >= to ? 0 : (lemma[i] ?? 0))
  const posAt = (i: number): number => (i < from || i >= to ? 0 : (pos[i] ?? 0))
  const priorAt = (i: number): number => (i < from || i >= to ? 0 : (prior[i] ?? 0))
  const quotedSentence = (counts.marks[to] ?? 0) > (counts.marks[from] ?? 0) ? 1 : 0
  for (let i = from; i < to; i++) {
    const w = word[i] ?? 0
    const l = lemma[i] ?? 0
    const p = pos[i] ?? 0
    const l1 = lemmaAt(i - 1)
    const l2 = lemmaAt(i - 2)
    const r1 = lemmaAt(i + 1)
    const r2 = lemmaAt(i + 2)
    const p1 = posAt(i - 1)
    const p2 = posAt(i - 2)
    const q1 = posAt(i + 1)
    const q2 = posAt(i + 2)
    const level = prior[i] ?? 0
    const levelPart = (level << 5) | p
    const kind = sense[i] ?? 0
    const quoted = (quote[i] ?? 0) > 0 ? 1 : 0
    const place = i - from
    const subject = subjectIndex(page, i, from)
    const subjectPos = posAt(subject)
    const group = (i - subject > 3 ? 3 : i - subject) | 0
    const left = scan.markBefore[place] ?? 0
    const right = scan.markAfter[place] ?? 0
    const others = others2(scan, place)
    const thatAfter = thatWithin(page, i, to)
    const follow = followed(page, i, to)

    nodes.add(hash1(1, 0))
    nodes.add(hash1(2, w))
    nodes.add(hash1(3, l))
    nodes.add(hash2(4, l, p))
    nodes.add(hash1(5, l1))
    nodes.add(hash1(6, r1))
    nodes.add(hash1(7, l2))
    nodes.add(hash1(8, r2))
    nodes.add(hash1(9, lemmaAt(i - 3)))
    nodes.add(hash1(10, lemmaAt(i + 3)))
    nodes.add(hash2(11, l1, l))
    nodes.add(hash2(12, l, r1))
    nodes.add(hash2(13, l1, r1))
    nodes.add(hash3(14, l2, l1, l))
    nodes.add(hash3(15, l, r1, r2))
    nodes.add(hash3(16, l1, l, r1))
    nodes.add(hash2(17, l, q1))
    nodes.add(hash2(18, p1, l))
    nodes.add(hash3(19, p1, l, q1))
    nodes.add(hash2(20, p, q1))
    nodes.add(hash2(21, p1, p))
    nodes.add(hash3(22, p1, p, q1))
    nodes.add(hash3(23, p2, p1, p))
    nodes.add(hash3(24, p, q1, q2))
    nodes.add(hash3(25, levelPart, p1, q1))
    nodes.add(hash2(26, suffix[i] ?? 0, p))
    nodes.add(hash2(27, shape[i] ?? 0, p))
    nodes.add(hash1(28, levelPart))
    nodes.add(hash2(29, levelPart, priorAt(i - 1)))
    nodes.add(hash2(30, levelPart, priorAt(i + 1)))
    nodes.add(hash3(31, level, l1, p))
    nodes.add(hash3(32, level, r1, p))
    nodes.add(hash2(33, levelPart, (quoted << 1) | quotedSentence))
    nodes.add(hash3(34, levelPart, left, right))
    nodes.add(hash3(35, left, right, p))
    nodes.add(hash2(36, l, (quoted << 1) | quotedSentence))
    nodes.add(hash2(37, l, left))
    nodes.add(hash2(38, l, right))
    nodes.add(hash2(39, levelPart, thatAfter))
    nodes.add(hash2(40, l, thatAfter))
    nodes.add(hash2(41, levelPart, others))
    nodes.add(hash2(42, l, others))
    nodes.add(hash2(43, scan.verbBefore[place] ?? 0, p))
    nodes.add(hash2(44, scan.verbAfter[place] ?? 0, p))
    nodes.add(hash3(45, levelPart, subjectPos, group))
    nodes.add(hash2(46, l, subjectPos))
    nodes.add(hash2(47, levelPart, lemmaAt(subject)))
    nodes.add(hash3(48, p, lemmaAt(subject), group))
    nodes.add(hash2(49, levelPart, near(place)))
    nodes.add(hash2(50, levelPart, near(to - 1 - i)))
    nodes.add(hash3(51, levelPart, near(place), near(size)))
    nodes.add(hash2(52, kind & 63, p))
    nodes.add(hash2(53, kind, p))
    nodes.add(hash3(54, kind & 63, p1, q1))
    nodes.add(hash3(55, kind & 63, p, r1))
    nodes.add(hash3(56, kind & 63, thatAfter, q1))
    nodes.add(hash3(57, kind & 63, subjectPos, group))
    nodes.add(hash2(58, levelPart, follow))
    nodes.add(hash2(59, l, follow))
    nodes.add(hash3(60, kind & 63, p, follow))
    nodes.add(hash3(61, levelPart, scan.verbsBefore[place] ?? 0, scan.verbsAfter[place] ?? 0))
    nodes.add(hash2(62, levelPart, scan.depth))
    nodes.add(hash3(63, kind & 63, quoted, follow))
    nodes.add(hash3(64, level, quoted, follow))
    nodes.add(hash3(65, sense[i - 1] ?? 0, p1, p))
    nodes.endRow()

    edges.add(hash1(1, 0))
    edges.add(hash1(2, p))
    edges.add(hash2(3, p1, p))
    edges.add(hash1(4, l))
    edges.add(hash1(5, l1))
    edges.add(hash2(6, level, priorAt(i - 1)))
    edges.add(hash2(7, mark[i] ?? 0, mark[i - 1] ?? 0))
    edges.endRow()
  }
}

interface Scan {
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
  readonly depth: number
}

function scanSentence(page: Page, from: number, to: number): Scan {
  const size = to - from
  const { mark, prior, pos, lemma, quote } = page
  const bytes = (): Uint8Array => new Uint8Array(size)
  const scan = {
    markBefore: bytes(),
    markAfter: bytes(),
    strongBefore: bytes(),
    strongAfter: bytes(),
    verbBefore: new Int32Array(size),
    verbAfter: new Int32Array(size),
    verbsBefore: bytes(),
    verbsAfter: bytes(),
    depth: ((quote[from] ?? 0) > 0 ? 1 : 0) + ((quote[to - 1] ?? 0) > 0 ? 2 : 0)
  }
  let last = -1
  let strongs = 0
  let verb = 0
  let verbs = 0
  for (let i = 0; i < size; i++) {
    const at = from + i
    scan.markBefore[i] = last < 0 ? 0 : 1 + near(i - last) + ((mark[from + last] ?? 0) === 2 ? 8 : 0)
    scan.strongBefore[i] = Math.min(strongs, 2)
    scan.verbBefore[i] = verb
    scan.verbsBefore[i] = Math.min(verbs, 3)
    if ((mark[at] ?? 0) > 0) last = i
    if ((prior[at] ?? 0) >= strong) strongs++
    if (pos[at] === part.verb) {
      verb = lemma[at] ?? 0
      verbs++
    }
  }
  last = -1
  strongs = 0
  verb = 0
  verbs = 0
  for (let i = size - 1; i >= 0; i--) {
    const at = from + i
    scan.markAfter[i] = last < 0 ? 0 : 1 + near(last - i) + ((mark[from + last] ?? 0) === 2 ? 8 : 0)
    scan.strongAfter[i] = Math.min(strongs, 2)
    scan.verbAfter[i] = verb
    scan.verbsAfter[i] = Math.min(verbs, 3)
    if ((mark[at] ?? 0) > 0) last = i
    if ((prior[at] ?? 0) >= strong) strongs++
    if (pos[at] === part.verb) {
      verb = lemma[at] ?? 0
      verbs++
    }
  }
  return scan
}

const others2 = (scan: Scan, i: number): number => (scan.strongBefore[i] ?? 0) * 3 + (scan.strongAfter[i] ?? 0)

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
