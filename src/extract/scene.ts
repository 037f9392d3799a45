/** A sentence as the constructions see it, and what they share: making a candidate, finding where its content ends. */
import { gatherOnes } from '../gather.js'
import type { Span } from '../model.js'
import { type Candidate, candidateOf } from './candidate.js'
import { clauseEnd } from './clauses.js'
import type { Range } from './phrases.js'
import type { VerbGroup } from './verbs.js'
import { isComma, isDash, isHyphen, spanOf, type Tokens } from './words.js'

export interface Scene {
  readonly tokens: Tokens
  readonly groups: readonly VerbGroup[]
}

export function propose(
  scene: Scene,
  rule: string,
  cue: readonly Range[],
  source: Range | undefined,
  content: readonly (Range | undefined)[],
  rest: { readonly probability: number; readonly act?: Candidate['act'] }
): Candidate[] {
  const spans = (ranges: readonly (Range | undefined)[]): Span[] =>
    gatherOnes(ranges, (range) => range && spanOf(scene.tokens, range.first, range.last))
  const made = spans(content)
  if (made.length === 0) return []
  const { probability, act } = rest
  return [candidateOf({ source: spans([source]), cue: spans(cue), content: made, rule, probability, act })]
}

export const endOf = (scene: Scene, from: number): number => clauseEnd(scene.tokens, from, [])

/** The clause's end, before a relaying ", The Guardian reported". */
export function relayed(scene: Scene, from: number): number {
  const cues = scene.groups.filter((group) => /^(?:say|report|write|add|tell)$/.test(group.lemma))
  return clauseEnd(scene.tokens, from, cues)
}

/** The end of what is named, before a comma or a dash. */
export function phraseEnd(scene: Scene, first: number): number {
  const end = endOf(scene, first)
  for (let at = first; at <= end; at++)
    if (isComma(scene.tokens[at]) || (isDash(scene.tokens[at]) && !isHyphen(scene.tokens, at))) return at - 1
  return end
}
