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
import type { TokenSpan } from './window.js'

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
  return drafts.map((draft, d) => toStatement(page, draft, sigmoid(scoreRow(model.keeper, rows, d))))
}

export function toStatement(page: Page, draft: Draft, probability: number): TaggedStatement {
  const spans = (parts: readonly TokenSpan[]): Span[] => parts.flatMap((each) => toSpan(page, each) ?? [])
  return {
    source: spans(draft.source === null ? [] : [draft.source]),
    cue: spans([draft.cue]),
    content: spans(draft.content),
    probability
  }
}

function toSpan({ tokens }: Page, { from, to }: TokenSpan): Span | undefined {
  const first = tokens[from]
  const last = tokens[to - 1]
  return first && last && { start: first.start, end: last.end }
}
