/**
 * What each statement brings to its own chain: who speaks, the media that its sentence names, who put out a recording; and whether it
 * passes on what lies in it.
 */
import { gather, gatherOnes } from '../gather.js'
import type { Act, Sentence, Span, Token } from '../model.js'
import type { Candidate } from './candidate.js'
import { channelsIn, type Medium, publisherHop, type Telling } from './chains.js'
import { lengthOf, shared } from './combine.js'
import { childrenOf } from './nesting.js'
import { type Around, participantsIn, type Source } from './participants.js'
import type { Identify } from './pronouns.js'
import { firstWhere, type Reading } from './reading.js'
import { lower } from './words.js'

export function tell(
  around: Around,
  candidates: readonly Candidate[],
  places: readonly number[],
  sources: readonly Source[],
  outer: readonly (number | undefined)[],
  acts: readonly Act[]
): Telling[] {
  const { reading } = around
  const children = childrenOf(outer)
  const media = new Map<number, Telling['media'][number][]>()
  const bySentence = new Map<number, number[]>()
  for (const [i, place] of places.entries()) {
    const known = bySentence.get(place)
    if (known === undefined) bySentence.set(place, [i])
    else known.push(i)
  }
  for (const [place, here] of bySentence) {
    const sentence = reading.prose.sentences[place]
    if (sentence === undefined) continue
    const said = gather(here, (i) => candidates[i]?.content ?? []).sort((a, b) => a.start - b.start)
    const free = tokensOutside(sentence.tokens, said)
    const identify: Identify = (phrase) => participantsIn(around, phrase)
    for (const medium of channelsIn(around, free, identify)) {
      const owner = ownerOf(reading.prose.article.text, medium, here, candidates)
      if (owner === undefined || sources[owner]?.participants.some((each) => each.entity === medium.entity)) continue
      media.set(owner, [...(media.get(owner) ?? []), medium])
    }
  }
  return candidates.map((_, i) => {
    const parent = outer[i]
    const act = parent === undefined ? undefined : acts[parent]
    const own = sources[i]?.participants[0]?.entity
    // Who says what he himself thinks passes nothing on.
    const others = (children.get(i) ?? []).filter((child) => sources[child]?.participants[0]?.entity !== own)
    const inner = gatherOnes(others, (child) => candidates[child])
    const whole = lengthOf(candidates[i]?.content ?? [])
    const relays = inner.some((each) => shared(candidates[i]?.content ?? [], [extent(each)]) >= 0.85 * whole)
    return {
      speakers: sources[i]?.participants ?? [],
      recording: sources[i]?.recording ?? false,
      media: [...(sources[i]?.publishers ?? []).map((each) => publisherHop(around, each)), ...(media.get(i) ?? [])],
      within: act !== undefined && rejects(act) ? undefined : parent,
      // Who denies that somebody says something speaks for himself.
      relays: relays && !rejects(acts[i] ?? 'assert')
    }
  })
}

const rejects = (act: Act): boolean => act === 'deny' || act === 'doubt' || act === 'refuse'

/** Tokens that lie in none of the spans, which are sorted by their start and may overlap. */
function tokensOutside(tokens: readonly Token[], spans: readonly Span[]): Token[] {
  let next = 0
  let covered = 0
  return tokens.filter((token) => {
    for (; next < spans.length && (spans[next]?.start ?? 0) <= token.start; next++)
      covered = Math.max(covered, spans[next]?.end ?? 0)
    return token.end > covered
  })
}

/** From the first to the last character of a candidate's parts. */
function extent(candidate: Candidate): Span {
  const parts = [...candidate.source, ...candidate.cue, ...candidate.content]
  return { start: Math.min(...parts.map((span) => span.start)), end: Math.max(...parts.map((span) => span.end)) }
}

/**
 * The statement of the sentence whose cue stands nearest before a medium. What stands before all cues ("In a video released by a
 * channel claiming …, a spokesman said") belongs to the first that is no participle.
 */
function ownerOf(
  text: string,
  medium: Medium,
  here: readonly number[],
  candidates: readonly Candidate[]
): number | undefined {
  let before: { i: number; start: number } | undefined
  let after: { i: number; start: number } | undefined
  // Candidates are in the order of their cues; far ones in an endless sentence do not count.
  const nearest = firstWhere(here, (i) => (candidates[i]?.cue[0]?.start ?? 0) > medium.start)
  for (const i of here.slice(Math.max(0, nearest - 20), nearest + 20)) {
    const cue = candidates[i]?.cue[0]
    if (cue === undefined) continue
    const rank = cue.start + (/ing$/.test(text.slice(cue.start, cue.end)) ? text.length : 0)
    if (cue.start <= medium.start) {
      if (medium.putOut !== true && (before === undefined || cue.start > before.start)) before = { i, start: cue.start }
    } else if (after === undefined || rank < after.start) after = { i, start: rank }
  }
  return before?.i ?? after?.i
}

/**
 * A channel that was named holds for the next sentence too if the same speaker goes on as "he" or "the group", or if somebody
 * without a name speaks in the video that was just described ("one said").
 */
export function carryChannels(
  around: Around,
  begins: readonly number[],
  candidates: readonly Candidate[],
  places: readonly number[],
  sources: readonly Source[],
  tellings: readonly Telling[]
): Telling[] {
  const { reading } = around
  const told = storyOrder(reading.prose.sentences)
  const carried: Telling[] = []
  for (const [i, telling] of tellings.entries()) {
    const before = carried.at(-1)
    const close = (told[begins[i] ?? 0] ?? 0) - (told[places[i - 1] ?? 0] ?? 0) <= 1
    const mine = sources[i]?.participants[0]
    const theirs = sources[i - 1]?.participants[0]
    const words = candidates[i]?.source[0]
    const goesOn =
      mine !== undefined &&
      mine.entity === theirs?.entity &&
      (words?.start === candidates[i - 1]?.source[0]?.start || (words !== undefined && pointsBack(reading, words)))
    const free = before !== undefined && close && telling.media.length === 0 && telling.within === undefined
    if (free && goesOn) carried.push({ ...telling, media: before.media })
    else if (
      free &&
      theirs !== undefined &&
      sources[i - 1]?.recording === true &&
      words !== undefined &&
      isSomebody(reading, words)
    )
      carried.push({ ...telling, media: [{ ...theirs, role: 'channel' }, ...before.media] })
    else carried.push(telling)
  }
  return carried
}

/** "he", "the group" */
const pointsBack = (reading: Reading, source: Span): boolean => {
  const tokens = reading.tokensIn(source)
  return tokens.length === 1 ? tokens[0]?.pos === 'PRON' : tokens.length <= 3 && /^(?:the|this)$/.test(lower(tokens[0]))
}

/** "one", "another", "a man" */
const isSomebody = (reading: Reading, source: Span): boolean =>
  /^(?:one|another|an?)$/.test(lower(reading.tokensIn(source)[0])) && reading.namesIn(source).length === 0

/** For each sentence how many that tell something come before it: headings and captions do not stand between two sayings. */
function storyOrder(sentences: readonly Sentence[]): number[] {
  let count = 0
  return sentences.map((sentence) => {
    const tells = sentence.mark === null && sentence.tokens.some((token) => token.pos === 'VERB' || token.pos === 'AUX')
    return tells ? count++ : count
  })
}
