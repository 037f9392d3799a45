/** Prose → what the rules and the tagger take for attributions, without doubles. */
import type { Prose } from '../language/index.js'
import type { Candidate } from './candidate.js'
import { combine } from './combine.js'
import { findConstructions } from './constructions.js'
import { withFollowingQuotes } from './following.js'
import { findSpeech } from './speech.js'

export function propose(prose: Prose): Candidate[] {
  const rules = prose.sentences
    .filter(
      (sentence) =>
        sentence.mark === null ||
        sentence.mark === 'title' ||
        sentence.mark === 'heading' ||
        sentence.mark === 'caption'
    )
    .flatMap((sentence) => [...findConstructions(sentence, prose.quotes), ...findSpeech(sentence, prose.quotes)])
  return withFollowingQuotes(prose, combine([rules]))
}
