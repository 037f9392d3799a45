/** Prose → attributions that the learned tagger finds, each with the probability that it is right. */
import { gatherOnes } from '../gather.js'
import type { Prose } from '../language/index.js'
import { FeatureRows, type PackedWeights, sigmoid } from '../learn/index.js'
import type { Span } from '../model.js'
import { findCues } from './cues.js'
import { type Draft, draftAll, type Group } from './draft.js'
import { type Hint, readHints } from './hints.js'
import { addKeeperRows } from './keeperFeatures.js'
import type { StatementsModel } from './model.js'
import { type Page, readPage } from './page.js'
import { finding, scoutOdds } from './scout.js'
import { tidyContent, tidySource, toSpan } from './tidy.js'

/** Cues less likely than this are not looked at further. */
export const leastCue = 0.2

/**
 * Added to the odds of a rule's boundaries before they are compared with the tagger's. PolNeAR's annotators cut otherwise than the
 * project's guidelines ask (what follows a dash or an "as" stays in, a second quotation is often left out); this much costs next to
 * nothing on PolNeAR's dev part.
 */
const ruleBonus = 1.2

export interface TaggedStatement {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  readonly probability: number
  /** The number of the hint with the same cue, or null. */
  readonly hint: number | null
  /** Whether source, cue and content are the hint's. */
  readonly byRule: boolean
}

/** One for each likely cue and each hint, in the order of the text. */
export function findByTagger(prose: Prose, model: StatementsModel, hints: readonly Hint[] = []): TaggedStatement[] {
  const page = readPage(prose, model.lexicon)
  const cues = findCues(page, scoutOdds(page, model.scout, finding), finding, model.cues, leastCue)
  const groups = draftAll(page, cues, readHints(page, hints), model.arguments)
  const odds = judge(page, groups, model.keeper)
  let row = 0
  return gatherOnes(groups, (group): TaggedStatement | undefined => {
    let best: { draft: Draft; odds: number; worth: number } | undefined
    for (const draft of group) {
      const own = odds[row++] as number
      const worth = own + (draft.byRule ? ruleBonus : 0)
      if (best === undefined || worth > best.worth) best = { draft, odds: own, worth }
    }
    if (best === undefined) return undefined
    const made = toStatement(page, best.draft, hints, sigmoid(best.odds))
    return made.content.length > 0 ? made : undefined
  })
}

const rows = new FeatureRows()

/** For each draft, in the order of the groups, the log odds that it is right. */
function judge(page: Page, groups: readonly Group[], keeper: PackedWeights): Float64Array {
  rows.clear()
  addKeeperRows(page, groups, rows)
  const sums = new Int32Array(2 * rows.rows)
  keeper.sumRows(rows, sums)
  return Float64Array.from({ length: rows.rows }, (_, row) => (sums[2 * row] as number) * keeper.unit)
}

export function toStatement(page: Page, draft: Draft, hints: readonly Hint[], probability: number): TaggedStatement {
  const number = draft.hint?.number ?? null
  const hint = number === null ? undefined : hints[number]
  const learned = draft.source === null ? [] : tidySource(page, draft.source)
  if (draft.byRule && hint !== undefined) {
    const { source, cue, content } = hint
    return { source: draft.sourceByRule ? source : learned, cue, content, probability, hint: number, byRule: true }
  }
  return {
    source: learned,
    cue: toSpan(page, draft.cue.from, draft.cue.to),
    content: tidyContent(page, draft.content),
    probability,
    hint: number,
    byRule: false
  }
}
