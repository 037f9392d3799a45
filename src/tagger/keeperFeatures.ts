/**
 * The drafts of a page → the features by which it is judged whether each is an attribution and right, one row a draft. Training and
 * finding call the same code.
 */
import { gatherOnes } from '../gather.js'
import { type FeatureRows, hash1, hash2, hash3 } from '../learn/index.js'
import type { Draft, Group } from './draft.js'
import type { Page } from './page.js'
import { part } from './partsOfSpeech.js'
import type { TokenSpan } from './window.js'

/** A probability as one of some twenty, finer at both ends. */
function level(probability: number): number {
  const odds = Math.log((probability + 1e-4) / (1.0001 - probability))
  return Math.max(-9, Math.min(9, Math.round(odds * 1.5))) + 10
}

const lengthLevel = (length: number): number =>
  length <= 4 ? length : length <= 6 ? 5 : length <= 9 ? 6 : length <= 14 ? 7 : length <= 25 ? 8 : length <= 50 ? 9 : 10

interface Overlap {
  /** Share of the own content that a likelier draft has as content too. */
  readonly content: number
  /** Whether the cue lies in a likelier draft's content, source or cue; and whether a likelier one's cue lies in the own content. */
  readonly cue: number
  readonly holds: number
}

/** For each token the likeliest of the drafts whose content holds it, -1 for none, and how many they are. */
interface Owners {
  readonly likeliest: Int32Array
  readonly count: Int32Array
}

/** Adds one row a draft, in the order of the groups. */
export function addKeeperRows(page: Page, groups: readonly Group[], rows: FeatureRows): void {
  const leading = gatherOnes(groups, (group) => group[0])
  const owners = contentOwners(page, leading)
  for (let d = 0; d < groups.length; d++)
    for (const draft of groups[d] as Group) addRow(page, leading, d, draft, overlapOf(leading, d, draft, owners), rows)
}

function addRow(
  page: Page,
  drafts: readonly Draft[],
  d: number,
  draft: Draft,
  overlap: Overlap,
  rows: FeatureRows
): void {
  const { cue, source, content } = draft
  const { word, lemma, pos, prior, sense, quote, mark, sentence, paragraph } = page
  const first = content[0] ?? cue
  const last = content[content.length - 1] ?? cue
  let head = cue.to - 1
  for (let i = cue.from; i < cue.to; i++) if ((pos[i] ?? 0) === part.verb) head = i
  let words = 17
  let tags = 3
  for (let i = cue.from; i < cue.to && i < cue.from + 5; i++) {
    words = hash2(1, words, word[i] ?? 0)
    tags = hash2(1, tags, pos[i] ?? 0)
  }
  const h = lemma[head] ?? 0
  const hp = pos[head] ?? 0
  const kind = (sense[head] ?? 0) & 63
  const p = level(draft.probability)
  const path = level(Math.sqrt(draft.path))
  const sourceDoubt = source === null ? 30 : level(draft.sourceDoubt)
  const contentDoubt = level(draft.contentDoubt)
  const contentLength = content.reduce((sum, span) => sum + span.to - span.from, 0)
  const sourceLength = source === null ? 0 : source.to - source.from
  const sourceHead = source === null ? 0 : headOf(page, source)
  const order = source === null ? 0 : source.from < cue.from ? 1 : 2
  const after = first.from >= cue.to ? 1 : last.to <= cue.from ? 2 : 3
  const gap = source === null ? 0 : order === 1 ? cue.from - source.to : source.from - cue.to
  const contentGap = after === 1 ? first.from - cue.to : after === 2 ? cue.from - last.to : 0
  const opens = (mark[first.from] ?? 0) === 1 ? 1 : (quote[first.from] ?? 0) > 0 ? 2 : 0
  const closes = (mark[last.to - 1] ?? 0) === 2 ? 1 : (quote[last.to - 1] ?? 0) > 0 ? 2 : 0
  const quoting = opens * 3 + closes
  const quotedCue = (quote[cue.from] ?? 0) > 0 ? 1 : 0
  const sentences = Math.min(3, Math.abs((sentence[last.to - 1] ?? 0) - (sentence[first.from] ?? 0)))
  const away = Math.min(2, Math.abs((sentence[first.from] ?? 0) - (sentence[cue.from] ?? 0)))
  const sourceAway =
    source === null ? 3 : Math.min(2, Math.abs((sentence[source.from] ?? 0) - (sentence[cue.from] ?? 0)))
  const paragraphs = Math.min(2, Math.abs((paragraph[last.to - 1] ?? 0) - (paragraph[first.from] ?? 0)))
  const shape = order * 4 + after
  const next = word[cue.to] ?? 0
  const nextPos = pos[cue.to] ?? 0
  const before = cue.from > 0 ? (pos[cue.from - 1] ?? 0) : 0
  const firstLemma = lemma[first.from] ?? 0
  const firstPos = pos[first.from] ?? 0
  const sourceLemma = source === null ? 0 : (lemma[sourceHead] ?? 0)
  const sourcePos = source === null ? 0 : (pos[sourceHead] ?? 0)
  const sourceKind = source === null ? 0 : (sense[sourceHead] ?? 0) & 63
  const neighbours = neighboursOf(page, drafts, d, cue)
  const levelHead = prior[head] ?? 0

  rows.add(hash1(1, 0))
  rows.add(hash1(2, p))
  rows.add(hash1(3, path))
  rows.add(hash1(4, sourceDoubt))
  rows.add(hash1(5, contentDoubt))
  rows.add(hash2(6, p, path))
  rows.add(hash3(7, p, sourceDoubt, contentDoubt))
  rows.add(hash2(8, p, contentDoubt))
  rows.add(hash2(9, p, sourceDoubt))
  rows.add(hash1(10, h))
  rows.add(hash2(11, h, p >> 2))
  rows.add(hash1(12, words))
  rows.add(hash2(13, words, order))
  rows.add(hash1(14, tags))
  rows.add(hash2(15, tags, shape))
  rows.add(hash2(16, h, shape))
  rows.add(hash2(17, shape, Math.min(gap, 6)))
  rows.add(hash2(18, shape, Math.min(contentGap, 6)))
  rows.add(hash2(19, shape, quoting))
  rows.add(hash3(20, shape, quoting, quotedCue))
  rows.add(hash2(21, h, quoting))
  rows.add(hash1(22, sourceLemma))
  rows.add(hash3(23, sourcePos, Math.min(sourceLength, 6), order))
  rows.add(hash2(24, sourcePos, h))
  rows.add(hash2(25, sourceLemma, h))
  rows.add(hash1(26, firstLemma))
  rows.add(hash2(27, firstPos, h))
  rows.add(hash2(28, firstPos, shape))
  rows.add(hash2(29, firstLemma, next))
  rows.add(hash2(30, lengthLevel(contentLength), shape))
  rows.add(hash2(31, lengthLevel(contentLength), h))
  rows.add(hash2(32, lengthLevel(contentLength), quoting))
  rows.add(hash1(33, Math.min(content.length, 4)))
  rows.add(hash3(34, sentences, away, shape))
  rows.add(hash3(35, sourceAway, away, order))
  rows.add(hash2(36, paragraphs, quoting))
  rows.add(hash1(37, overlap.content))
  rows.add(hash2(38, overlap.content, p >> 2))
  rows.add(hash2(39, overlap.cue, p >> 2))
  rows.add(hash2(40, overlap.holds, overlap.content))
  rows.add(hash3(41, overlap.cue, quotedCue, h))
  rows.add(hash2(42, neighbours, p >> 2))
  rows.add(hash2(43, nextPos, hp))
  rows.add(hash2(44, next, h))
  rows.add(hash2(45, before, hp))
  rows.add(hash2(46, levelHead, p >> 2))
  rows.add(hash3(47, levelHead, hp, shape))
  rows.add(hash3(48, kind, hp, shape))
  rows.add(hash3(49, kind, hp, firstPos))
  rows.add(hash2(50, sourceKind, sourcePos))
  rows.add(hash3(51, kind, sourcePos, quoting))
  rows.add(hash2(52, quotedCue, p))
  rows.add(hash2(53, quoting, p))
  rows.add(hash2(54, shape, p))
  rows.add(hash2(55, quoting, contentDoubt))
  rows.add(hash2(56, order, sourceDoubt))
  const rule = draft.hint?.rule ?? 0
  const origin = (draft.agreement << 1) | (draft.byRule ? 1 : 0)
  rows.add(hash2(57, rule, origin))
  rows.add(hash1(58, origin))
  rows.add(hash2(59, origin, p))
  rows.add(hash2(60, rule, p >> 1))
  rows.add(hash2(61, origin, path))
  rows.add(hash2(62, origin, contentDoubt))
  rows.add(hash2(63, origin, sourceDoubt))
  rows.add(hash3(64, rule, h, draft.byRule ? 1 : 0))
  rows.add(hash3(65, rule, overlap.content, overlap.cue))
  rows.endRow()
}

/** The last noun before an "of", a comma or the like. */
export function headOf({ pos, tokens }: Page, { from, to }: TokenSpan): number {
  let head = -1
  for (let i = from; i < to; i++) {
    const p = pos[i] ?? 0
    if (p === part.noun || p === part.properNoun || p === part.pronoun) head = i
    else if (head >= 0 && (p === part.adposition || p === part.verb || tokens[i]?.text === ',')) break
  }
  return head < 0 ? from : head
}

function contentOwners(page: Page, drafts: readonly Draft[]): Owners {
  const likeliest = new Int32Array(page.length).fill(-1)
  const count = new Int32Array(page.length)
  for (let d = 0; d < drafts.length; d++) {
    const draft = drafts[d] as Draft
    for (const { from, to } of draft.content) {
      for (let i = from; i < to && i < page.length; i++) {
        count[i] = (count[i] as number) + 1
        const other = likeliest[i] as number
        if (other < 0 || draft.probability > (drafts[other] as Draft).probability) likeliest[i] = d
      }
    }
  }
  return { likeliest, count }
}

function overlapOf(drafts: readonly Draft[], d: number, draft: Draft, { likeliest, count }: Owners): Overlap {
  let size = 0
  let taken = 0
  for (const span of draft.content) {
    for (let i = span.from; i < span.to; i++) {
      size++
      if (isLikelier(drafts, likeliest[i] ?? -1, d, draft)) taken++
    }
  }
  const own = holdsToken((drafts[d] as Draft).content, draft.cue.from)
  const others = (count[draft.cue.from] as number) - (own ? 1 : 0)
  const cue = others === 0 ? 0 : isLikelier(drafts, likeliest[draft.cue.from] as number, d, draft) ? 2 : 1
  let holds = 0
  for (let other = Math.max(0, d - 12); other < Math.min(drafts.length, d + 13); other++) {
    const at = (drafts[other] as Draft).cue.from
    if (other === d || !holdsToken(draft.content, at)) continue
    holds = Math.max(holds, isLikelier(drafts, other, d, draft) ? 2 : 1)
  }
  return { content: size === 0 ? 0 : Math.ceil((4 * taken) / size), cue, holds }
}

/** Whether another draft comes before this one by its cue's probability, or by its place. */
function isLikelier(drafts: readonly Draft[], other: number, d: number, { probability }: Draft): boolean {
  if (other < 0 || other === d) return false
  const p = (drafts[other] as Draft).probability
  return p > probability || (p === probability && other < d)
}

function holdsToken(spans: readonly TokenSpan[], at: number): boolean {
  for (const { from, to } of spans) if (from <= at && at < to) return true
  return false
}

/** Whether the sentence has likelier cues before and after. */
function neighboursOf({ sentence }: Page, drafts: readonly Draft[], d: number, cue: TokenSpan): number {
  const own = drafts[d]?.probability ?? 0
  let found = 0
  for (let other = Math.max(0, d - 6); other < Math.min(drafts.length, d + 7); other++) {
    const each = drafts[other]
    if (each === undefined || other === d || sentence[each.cue.from] !== sentence[cue.from]) continue
    if (each.probability > own) found |= other < d ? 1 : 2
    else if (each.probability > 0.4) found |= 4
  }
  return found
}
