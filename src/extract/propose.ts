/** Prose → what the rules and the tagger take for attributions, without doubles. */
import { gather } from '../gather.js'
import type { Prose } from '../language/index.js'
import type { MarkKind, Sentence } from '../model.js'
import { findByTagger, loadStatementsModel } from '../tagger/index.js'
import type { Candidate } from './candidate.js'
import { combine } from './combine.js'
import { findConstructions } from './constructions.js'
import { withFollowingQuotes } from './following.js'
import { findInLines } from './lines.js'
import { mergeTagged } from './merge.js'
import { overlapping } from './reading.js'
import { settle } from './settle.js'
import { findSpeech } from './speech.js'
import { findVerbGroups } from './verbs.js'

/** Metadata in which somebody may be said to say something. */
const spoken: ReadonlySet<MarkKind | null> = new Set([null, 'title', 'heading', 'caption'])

/** Hearsay's own proposals, to add to or to choose from: `extract(article, { propose: (prose) => propose(prose).filter(mine) })`. */
export function propose(prose: Prose): Candidate[] {
  const rules = proposeByRules(prose)
  const model = loadStatementsModel()
  if (model === null) return settle(prose, rules)
  const merged = mergeTagged(prose.article.text, rules, findByTagger(prose, model, rules))
  return settle(prose, withFollowingQuotes(prose, merged))
}

/** What the rules alone find, without the learned tagger. */
export function proposeByRules(prose: Prose): Candidate[] {
  const sentences = prose.sentences.filter((sentence) => spoken.has(sentence.mark))
  const rules = gather(gather(sentences, pieces), (sentence) => {
    const groups = findVerbGroups(sentence.tokens)
    const quotes = overlapping(prose.quotes, sentence)
    return [...findConstructions(sentence, groups, quotes), ...findSpeech(sentence, groups, quotes)]
  })
  return withFollowingQuotes(prose, combine([findInLines(prose), rules]))
}

/** The rules' time grows with the square of a sentence's cues; a table or a list without full stops must not stop them. */
const mostTokens = 300

function pieces(sentence: Sentence): Sentence[] {
  const { tokens } = sentence
  if (tokens.length <= mostTokens) return [sentence]
  const found: Sentence[] = []
  for (let from = 0; from < tokens.length; from += mostTokens) {
    const part = tokens.slice(from, from + mostTokens)
    const first = part[0]
    const last = part[part.length - 1]
    if (first && last) found.push({ ...sentence, start: first.start, end: last.end, tokens: part })
  }
  return found
}
