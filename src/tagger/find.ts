/** Prose → attributions that the learned tagger finds, each with the probability that it is right. */
import type { Prose } from '../language/index.js'
import { FeatureRows, scoreRow, sigmoid } from '../learn/index.js'
import type { Span } from '../model.js'
import type { Draft } from './arguments.js'
import { findCues } from './cues.js'
import { draftAll } from './draft.js'
import { addKeeperRows } from './keeperFeatures.js'
import type { StatementsModel } from './model.js'
import { type Page, readPage } from './page.js'
import { tidyContent, tidySource, toSpan } from './tidy.js'

/** Cues less likely than this are not looked at further. */
export const leastCue = 0.05

export interface TaggedStatement {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  readonly probability: number
}

export function findByTagger(prose: Prose, model: StatementsModel): TaggedStatement[] {
  const page = readPage(prose, model.lexicon)
  const drafts = draftAll(page, findCues(page, model.cues, leastCue), model.arguments, leastCue)
  const rows = new FeatureRows()
  addKeeperRows(page, drafts, rows)
  return drafts
    .map((draft, d) => toStatement(page, draft, sigmoid(scoreRow(model.keeper, rows, d))))
    .filter((each) => each.content.length > 0)
}

export function toStatement(page: Page, draft: Draft, probability: number): TaggedStatement {
  return {
    source: draft.source === null ? [] : tidySource(page, draft.source),
    cue: toSpan(page, draft.cue.from, draft.cue.to),
    content: tidyContent(page, draft.content),
    probability
  }
}
