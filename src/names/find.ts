/** Prose → its names, outermost only, in the order of the text. */
import type { Prose } from '../language/index.js'
import type { Token } from '../model.js'
import { kindOf } from './kinds.js'
import { findByRules, type TokenRun } from './rules.js'
import type { Name } from './types.js'

/**
 * Finds every proper name of a person, organization or place. Spans are UTF-16 offsets, never overlap and come in order.
 *
 * @example findNames(readProse(article)).map((name) => article.text.slice(name.start, name.end))
 */
export function findNames(prose: Prose): Name[] {
  return findByRules(prose).flatMap((run) => toSpan(prose, run) ?? [])
}

function toSpan(prose: Prose, run: TokenRun): Name | undefined {
  const tokens: readonly Token[] = prose.sentences[run.sentence]?.tokens ?? []
  const first = tokens[run.from]
  const last = tokens[run.to - 1]
  if (first === undefined || last === undefined) return undefined
  const type = kindOf(tokens, run.from, run.to, run.type)
  return { start: first.start, end: last.end, type, probability: run.probability, titled: first.start }
}
