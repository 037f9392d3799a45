/** Prose → its names, outermost only, in the order of the text. */
import type { Prose } from '../language/index.js'
import { hashText } from '../learn/index.js'
import { findByModel, type TokenRun } from './decode.js'
import { loadNamesModel, type NamesModel } from './model.js'
import { refineNames } from './refine.js'
import { findByRules } from './rules.js'
import type { Name } from './types.js'

/**
 * Finds every proper name of a person, group, place or channel. Spans are UTF-16 offsets, never overlap and come in order.
 *
 * @example findNames(readProse(article)).map((name) => article.text.slice(name.start, name.end))
 */
export function findNames(prose: Prose, model: NamesModel | null = loadNamesModel()): Name[] {
  const runs: readonly TokenRun[] = model === null ? findByRules(prose) : findByModel(prose, model)
  return refineNames(prose, runs, (text) => model?.lexicon.kindsOf(hashText(text)) ?? 0)
}
