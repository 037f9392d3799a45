/**
 * What was proposed → what stays, with its last boundaries: nothing of a heading or a date line in what running text says, no source
 * that is a mere "which", and nothing that the tagger has learned to see and the project's guidelines do not count.
 */
import { gather, gatherOnes } from '../gather.js'
import type { Prose } from '../language/index.js'
import type { Mark, Span } from '../model.js'
import { withoutAsides } from './asides.js'
import type { Candidate } from './candidate.js'
import { withCited } from './citing.js'
import { without } from './combine.js'
import { recordingNouns } from './lexicon.js'
import { nounPhraseEnding, type Range } from './phrases.js'
import { firstWhere, overlapping } from './reading.js'
import { publishing } from './recordings.js'
import { isComma, lemmaOf, lower, spanOf, type Tokens } from './words.js'

export function settle(prose: Prose, candidates: readonly Candidate[]): Candidate[] {
  const named = gather(candidates, ({ rule, content }) => (rule === 'what-they-call' ? content : []))
  return gatherOnes(withCited(prose, withoutAsides(candidates)), (candidate): Candidate | undefined => {
    const clipped = outsideMarks(prose.article.marks, candidate)
    if (clipped.content.length === 0 || asksForAnonymity(prose, clipped)) return undefined
    if (clipped.rule === 'tagger' && !attributes(prose, clipped, named)) return undefined
    return withAntecedent(prose, withoutOpener(prose.article.text, clipped))
  })
}

/** "…, though details could not be confirmed": what links the clause to the one before is no part of what is said. */
function withoutOpener(text: string, candidate: Candidate): Candidate {
  const [first, ...more] = candidate.content
  const opener = first && /^(?:al)?though\s+/.exec(text.slice(first.start, first.start + 12))?.[0]
  if (first === undefined || opener === undefined || first.start > (candidate.cue[0]?.start ?? 0)) return candidate
  return { ...candidate, content: [{ ...first, start: first.start + opener.length }, ...more] }
}

/** "who did not want to be named": says nothing but that nobody shall know who speaks. */
const asksForAnonymity = ({ article: { text } }: Prose, { content: [first] }: Candidate): boolean =>
  first !== undefined &&
  /^(?:that (?:he|she|they) )?(?:not )?(?:to )?(?:not )?be (?:named|identified|quoted)\b/.test(
    text.slice(first.start, first.start + 40)
  )

/** A statement lies wholly in one heading, caption or title, or in none of them. */
function outsideMarks(marks: readonly Mark[], candidate: Candidate): Candidate {
  if (marks.length === 0) return candidate
  const heart = candidate.cue[0] ?? candidate.content[0]
  const outside = (spans: readonly Span[]): readonly Span[] =>
    gather(spans, (span) => {
      const foreign = overlapping(marks, span).filter(
        (mark) => heart === undefined || heart.start >= mark.end || heart.end <= mark.start
      )
      return foreign.length === 0 ? [span] : without(span, foreign)
    })
  const touched = [...candidate.source, ...candidate.content].some((span) => overlapping(marks, span).length > 0)
  return touched ? { ...candidate, source: outside(candidate.source), content: outside(candidate.content) } : candidate
}

/**
 * A relative pronoun with what it stands for, so that a reader sees who speaks.
 *
 *     a group from the coast, which claims …
 *     ^^^^^^^^^^^^^^^^^^^^^^  ^^^^^
 */
function withAntecedent(prose: Prose, candidate: Candidate): Candidate {
  const [pronoun, more] = candidate.source
  if (pronoun === undefined || more !== undefined) return candidate
  const { sentences } = prose
  const tokens = sentences[firstWhere(sentences, (sentence) => sentence.end > pronoun.start)]?.tokens ?? []
  const at = firstWhere(tokens, (token) => token.start >= pronoun.start)
  if (tokens[at]?.end !== pronoun.end || !isRelative(tokens, at)) return candidate
  const range = antecedentOf(tokens, at)
  const span = range && spanOf(tokens, range.first, range.last)
  return span === undefined ? candidate : { ...candidate, source: [span, pronoun] }
}

const isRelative = (tokens: Tokens, at: number): boolean => /^(?:who|which|that)$/.test(lower(tokens[at]))

function antecedentOf(tokens: Tokens, pronoun: number): Range | undefined {
  const last = isComma(tokens[pronoun - 1]) ? pronoun - 2 : pronoun - 1
  const phrase = nounPhraseEnding(tokens, last)
  if (phrase === undefined || !isComma(tokens[phrase.first - 1]) || !/^(?:an?|the)$/.test(lower(tokens[phrase.first])))
    return phrase
  // "Vera Holm, a baker who says …"
  const name = nounPhraseEnding(tokens, phrase.first - 2)
  return name !== undefined && tokens[name.last]?.pos === 'PROPN' ? { first: name.first, last: phrase.last } : phrase
}

/** Is what the tagger found by itself somebody's saying, or only the article's own hedge, or something handed out? */
function attributes(prose: Prose, candidate: Candidate, named: readonly Span[]): boolean {
  const { sentences } = prose
  const first = candidate.content[0]
  const cue = candidate.cue[candidate.cue.length - 1]
  if (first === undefined || cue === undefined) return true
  // "self-declared troops"
  if (prose.article.text[(candidate.cue[0]?.start ?? 0) - 1] === '-') return false
  const tokens = sentences[firstWhere(sentences, (sentence) => sentence.end > cue.start)]?.tokens ?? []
  const verb = tokens[firstWhere(tokens, (token) => token.end >= cue.end)]
  // "The clashes appear to be the worst", "it is not clear whether …", "is not known to have fought"
  if (candidate.source.length === 0 && ownHedges.has(lemmaOf(verb))) return false
  const words = tokens.filter((token) => token.start >= first.start && token.end <= first.end)
  // "showed what it said was a ship": that says it, and the recording is its channel.
  if (lower(words[0]) === 'what' && named.some((span) => span.start > first.start && span.end <= first.end))
    return false
  // "published a video of the ship"
  return !(publishing.test(lemmaOf(verb)) && handsOut(words))
}

const ownHedges: ReadonlySet<string> = new Set(['appear', 'clear', 'know', 'known', 'look', 'seem', 'unclear'])

/** A recording: the first noun that no other follows. */
function handsOut(words: Tokens): boolean {
  const head = words.findIndex((token, i) => token.pos === 'NOUN' && words[i + 1]?.pos !== 'NOUN')
  return (
    head >= 0 && recordingNouns.has(lemmaOf(words[head])) && words.slice(0, head).every((each) => each.pos !== 'VERB')
  )
}
