/**
 * Likely cues of a page, with the hints that rules give → drafts of an attribution for each: what the tagger of arguments takes for
 * its source and content, and what the rule does where that differs.
 */
import { viewCue } from './argumentFeatures.js'
import { type Belief, believe, bestArguments, type Parts, toLabels, toParts } from './arguments.js'
import { type Cue, countCues } from './cues.js'
import { pairHints, type TokenHint } from './hints.js'
import type { Page } from './page.js'
import { type ArgumentWeights, WindowScorer } from './scorer.js'
import { type TokenSpan, windowOf } from './window.js'

export interface Draft extends Parts, Belief {
  readonly cue: TokenSpan
  /** Of the cue. */
  readonly probability: number
  /** The rule's finding with this cue, or null. */
  readonly hint: TokenHint | null
  /** Whether content and cue are the rule's. */
  readonly byRule: boolean
  /** Whether the source is the rule's too: it is not where the tagger's touches it, which has its boundaries right more often. */
  readonly sourceByRule: boolean
  /** How far the tagger and the rule agree on this cue; 0 where there is no rule. */
  readonly agreement: number
}

/** Drafts of one cue, the tagger's first; one of them at most is kept. */
export type Group = readonly Draft[]

/** What a cue that only a rule sees counts for. */
const unseen = 0.02

export function draftAll(page: Page, cues: readonly Cue[], hints: readonly TokenHint[], crf: ArgumentWeights): Group[] {
  const scorer = new WindowScorer(page, crf)
  const counts = countCues(page.length, cues)
  const groups: Group[] = []
  for (const { cue, hint } of pairHints(cues, hints, unseen)) {
    const window = windowOf(page, cue)
    const scores = scorer.score(viewCue(page, cue, window, counts), window)
    const best = bestArguments(scores)
    const logSum = scores.findProbabilities()
    const own: Draft[] = []
    const parts = best === null ? null : toParts(best, window.from)
    const agreement = parts === null || hint === null ? 0 : agree(parts, hint)
    const add = (each: Parts, byRule: boolean, sourceByRule: boolean): void => {
      const { path, sourceDoubt, contentDoubt } = believe(toLabels(each, window, cue), scores, logSum)
      const { probability } = cue
      own.push({
        source: each.source,
        content: each.content,
        path,
        sourceDoubt,
        contentDoubt,
        cue: { from: cue.from, to: cue.to },
        probability,
        hint,
        byRule,
        sourceByRule,
        agreement
      })
    }
    if (parts !== null) add(parts, false, false)
    if (hint !== null && agreement !== same) {
      const touching = parts !== null && (agreement & touches) !== 0 && !holdsCue(hints, parts.source, hint.source)
      add({ source: touching ? parts.source : hint.source, content: hint.content }, true, !touching)
    }
    if (own.length > 0) groups.push(own)
  }
  return groups
}

/** "The Kremlin said Moscow" is nobody: a source that holds the cue of another rule's finding has run over its edge. */
function holdsCue(hints: readonly TokenHint[], source: TokenSpan | null, own: TokenSpan | null): boolean {
  if (source === null || own === null || source.from >= own.from) return false
  let low = 0
  let high = hints.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((hints[middle]?.cue.from ?? 0) >= source.from) high = middle
    else low = middle + 1
  }
  return (hints[low]?.cue.to ?? own.from + 1) <= own.from
}

const same = 31
const touches = 8

/** 1 to 31: five bits of which the lowest says that both look at the same cue. */
function agree(a: Parts, b: Parts): number {
  const first = (parts: Parts): number => parts.content[0]?.from ?? -1
  const last = (parts: Parts): number => parts.content[parts.content.length - 1]?.to ?? -1
  const near = (x: number, y: number): boolean => Math.abs(x - y) <= 1
  const touch =
    a.source === null || b.source === null
      ? a.source === b.source
      : a.source.from < b.source.to && b.source.from < a.source.to
  const alike = a.source?.from === b.source?.from && a.source?.to === b.source?.to
  return (
    1 +
    (near(first(a), first(b)) ? 2 : 0) +
    (near(last(a), last(b)) ? 4 : 0) +
    (touch ? touches : 0) +
    (alike && a.content.length === b.content.length ? 16 : 0)
  )
}
