/**
 * "a video", "footage of the raid", "the clip" → the recording as an entity of its own, and who put it out where the sentence says so.
 *
 * An indefinite recording is a new one each time; "the video" is the last that was spoken of.
 */
import type { EntityId, Span, Token } from '../model.js'
import { slug } from '../names/slug.js'
import type { Participant } from './cast.js'
import { recordingNouns } from './lexicon.js'
import type { Around } from './participants.js'
import { nounPhraseFrom, subjectBefore } from './phrases.js'
import type { Identify } from './pronouns.js'
import { findVerbGroups } from './verbs.js'
import { lemmaOf, lower } from './words.js'

/** What one does with a recording that carries words. */
export const publishing = /^(?:air|broadcast|circulate|distribute|issue|post|publish|release|reveal|share|upload)$/

export interface Recording {
  readonly entity: EntityId
  readonly publishers: readonly Participant[]
}

/**
 * @param span the recording's words, of which `head` ends the noun phrase proper: "footage" of "footage of the raid"
 */
export function recordingAt(around: Around, span: Span, head: Token, name: string, identify: Identify): Recording {
  const { reading, cast } = around
  const sentence = reading.prose.sentences[reading.sentenceAt(span.start)]
  const tokens = sentence?.tokens ?? []
  const first = tokens.findIndex((token) => token.start >= span.start)
  const last = tokens.findIndex((token) => token.start >= head.start)
  const lemma = lemmaOf(head)
  if (/^(?:the|this|that)$/i.test(tokens[first]?.text ?? '')) {
    const earlier = cast.recent(span.start, ['channel'], { noun: lemma })
    if (earlier !== undefined && isRecording(around, earlier)) return { entity: earlier, publishers: [] }
  }
  const known = cast.recordingIn(span.start)
  const publishers = publishersOf(around, tokens, first, last, identify)
  if (known !== undefined) return { entity: known, publishers }
  const owner = publishers[0] && cast.entities.get(publishers[0].entity)
  const bare = !/\s/.test(name) || /^(?:video footage|another \w+|other \w+)$/i.test(name)
  const full = owner !== undefined && owner.type !== 'unnamed' && bare ? `${owner.name} ${name}` : name
  const id = cast.newRecording(slug(full), full, span.start)
  return { entity: id, publishers }
}

const isRecording = (around: Around, id: EntityId): boolean => {
  const entity = around.cast.entities.get(id)
  const last = entity?.name.split(' ') ?? []
  return (
    entity?.reasons[0] === 'unnamed' && last.some((word) => recordingNouns.has(word.toLowerCase().replace(/s$/, '')))
  )
}

/** "the ministry published a video", "a video released by the ministry" */
function publishersOf(
  around: Around,
  tokens: readonly Token[],
  first: number,
  last: number,
  identify: Identify
): readonly Participant[] {
  if (first < 0 || last < 0) return []
  if (publishing.test(lemmaOf(tokens[last + 1])) && lower(tokens[last + 2]) === 'by') {
    const phrase = nounPhraseFrom(tokens, last + 3, { apposition: false })
    return phrase === undefined ? [] : identify(cut(tokens.slice(phrase.first, phrase.last + 1)))
  }
  let before = first - 1
  while (/^(?:DET|ADJ|NUM|ADV)$/.test(tokens[before]?.pos ?? '')) before--
  if (!publishing.test(lemmaOf(tokens[before]))) return []
  const group = findVerbGroups(tokens.slice(0, before + 1)).find((each) => each.main === before)
  if (group === undefined || group.passive || group.infinitive || group.participle) return []
  const subject = subjectBefore(tokens, group.first)
  return subject === undefined || around.reading.quoteAround(tokens[before] ?? { start: 0, end: 0 }) !== undefined
    ? []
    : identify(tokens.slice(subject.first, subject.last + 1))
}

/** "a channel claiming to …": without what restricts it. */
function cut(phrase: readonly Token[]): readonly Token[] {
  const verb = phrase.findIndex((token, i) => i > 0 && token.pos === 'VERB' && /ing$/.test(token.text))
  return verb < 0 ? phrase : phrase.slice(0, verb)
}
