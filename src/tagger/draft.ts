/**
 * Likely cues of a page, with the hints that rules give → drafts of an attribution for each: what the tagger of arguments takes for
 * its source and content, and what the rule does where that differs.
 */
import { type Crf, FeatureRows, findMarginals, type Scores, scoreRows } from '../learn/index.js'
import {
  addCueFeatures,
  addStepFeatures,
  addTokenFeatures,
  argumentLabels,
  type CueView,
  viewCue
} from './argumentFeatures.js'
import { type Belief, believe, bestArguments, type Parts, toLabels, toParts } from './arguments.js'
import { type Cue, countCues } from './cues.js'
import { pairHints, type TokenHint } from './hints.js'
import type { Page } from './page.js'
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

const { count, source, content } = argumentLabels

/** What a cue that only a rule sees counts for. */
const unseen = 0.02

export function draftAll(page: Page, cues: readonly Cue[], hints: readonly TokenHint[], crf: Crf): Group[] {
  const scorer = new WindowScorer(page, crf, countCues(page.length, cues))
  const groups: Group[] = []
  for (const { cue, hint } of pairHints(cues, hints, unseen)) {
    const window = windowOf(page, cue)
    const scores = scorer.score(cue, window)
    const best = bestArguments(scores)
    const marginals = findMarginals(scores)
    const own: Draft[] = []
    const parts = best === null ? null : toParts(best, window.from)
    const agreement = parts === null || hint === null ? 0 : agree(parts, hint)
    const add = (each: Parts, byRule: boolean, sourceByRule: boolean): void => {
      const belief = believe(toLabels(each, window, cue), scores, marginals)
      const { probability } = cue
      own.push({
        source: each.source,
        content: each.content,
        ...belief,
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

/** Scores of windows of one page. What does not depend on the cue is found once a token. */
class WindowScorer {
  private readonly alone: Float64Array
  private readonly known: Uint8Array
  private readonly row = new FeatureRows()
  private readonly one = new Float64Array(count)
  private readonly nodes = new FeatureRows()
  private readonly edges = new FeatureRows()

  constructor(
    private readonly page: Page,
    private readonly crf: Crf,
    private readonly counts: Int32Array
  ) {
    this.alone = new Float64Array(page.length * count)
    this.known = new Uint8Array(page.length)
  }

  score(cue: TokenSpan, window: TokenSpan): Scores {
    const { nodes, edges, crf } = this
    const view: CueView = viewCue(this.page, cue, window, this.counts)
    nodes.clear()
    edges.clear()
    for (let i = window.from; i < window.to; i++) {
      addCueFeatures(view, i, nodes)
      nodes.endRow()
      if (i > window.from) addStepFeatures(view, i, edges)
      edges.endRow()
    }
    const length = window.to - window.from
    const scores = {
      length,
      labels: count,
      nodes: new Float64Array(length * count),
      edges: new Float64Array(length * count * count)
    }
    scoreRows(crf.nodes, crf.nodeWeights, count, nodes, scores.nodes)
    scoreRows(crf.edges, crf.edgeWeights, count * count, edges, scores.edges)
    for (let i = window.from; i < window.to; i++) {
      const at = (i - window.from) * count
      this.addAlone(i, scores.nodes, at)
      if (i < cue.from || i >= cue.to) continue
      scores.nodes[at + source] = Number.NEGATIVE_INFINITY
      scores.nodes[at + content] = Number.NEGATIVE_INFINITY
    }
    return scores
  }

  private addAlone(i: number, scores: Float64Array, at: number): void {
    if (this.known[i] === 0) {
      this.row.clear()
      addTokenFeatures(this.page, i, this.row)
      this.row.endRow()
      scoreRows(this.crf.nodes, this.crf.nodeWeights, count, this.row, this.one)
      this.alone.set(this.one, i * count)
      this.known[i] = 1
    }
    for (let k = 0; k < count; k++) scores[at + k] = (scores[at + k] ?? 0) + (this.alone[i * count + k] ?? 0)
  }
}
