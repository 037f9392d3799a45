/**
 * A pronoun as a source → whom it means: the subject of its own sentence if that is a common noun that fits ("users … what they
 * called"), or else whoever fits and stood out most before.
 */
import type { EntityId, EntityType, Span, Token } from '../model.js'
import { slug } from '../names/slug.js'
import type { Count, Gender, Participant } from './cast.js'
import { typesOfNoun } from './nouns.js'
import type { Around } from './participants.js'
import { subjectBefore } from './phrases.js'
import { findVerbGroups } from './verbs.js'
import { lemmaOf, lower } from './words.js'

export const isPronoun = (token: Token): boolean =>
  /^(?:he|she|it|they|him|her|them|his|its|their|who|i|we|himself|herself|itself|themselves|one|which)$/i.test(
    token.text
  )

/** Who is meant by a phrase that is no pronoun. */
export type Identify = (phrase: readonly Token[]) => readonly Participant[]

const groups: readonly EntityType[] = ['armedgroup', 'organization', 'governmentbody', 'outlet']

const genders: Readonly<Record<string, Gender>> = {
  he: 'male',
  him: 'male',
  himself: 'male',
  his: 'male',
  her: 'female',
  herself: 'female',
  she: 'female'
}

/** The entity, or undefined where nobody fits. */
export function meantByPronoun(
  around: Around,
  pronoun: Token,
  content: readonly Span[],
  identify: Identify
): EntityId | undefined {
  const { cast } = around
  const word = pronoun.text.toLowerCase()
  const gender = Object.hasOwn(genders, word) ? genders[word] : undefined
  const recent = (types: readonly EntityType[], numbers?: readonly Count[]): EntityId | undefined =>
    cast.recent(pronoun.start, types, {
      avoid: content,
      ...(gender === undefined ? {} : { gender }),
      ...(numbers === undefined ? {} : { numbers })
    })
  if (gender !== undefined || word === 'i') {
    const meant =
      (gender === undefined ? undefined : subjectHere(around, pronoun, content, 'one', identify)) ??
      recent(['person', 'unnamed'], ['one'])
    if (meant !== undefined && gender !== undefined) cast.tellGender(meant, gender)
    return meant
  }
  if (/^(?:it|its|itself|which)$/.test(word))
    return recent([...groups, 'place', 'unnamed'], ['body']) ?? subjectBeforeIt(around, pronoun, content, identify)
  if (word === 'who') return recent(['person', ...groups, 'unnamed'])
  if (word === 'one') return undefined
  return (
    subjectHere(around, pronoun, content, 'many', identify) ??
    recent(['unnamed', 'armedgroup', 'organization', 'governmentbody'], ['many', 'body']) ??
    recent(['place', 'person'])
  )
}

/** A pronoun that nobody fits, as an unnamed source under its own word. */
export function unknownPronoun(around: Around, pronoun: Token): EntityId {
  return around.cast.unnamed(slug(pronoun.text), pronoun.text, 'unnamed')
}

/**
 * The first subject of the pronoun's sentence, where it is a common noun of the right number and stands outside what is said.
 *
 *     Local fishermen mocked what they called a phantom ship.
 *     ^^^^^^^^^^^^^^^             ^^^^
 */
function subjectHere(
  around: Around,
  pronoun: Token,
  content: readonly Span[],
  number: Count,
  identify: Identify,
  limit = pronoun.start
): EntityId | undefined {
  const { reading } = around
  const sentence = reading.prose.sentences[reading.sentenceAt(pronoun.start)]
  if (sentence === undefined) return undefined
  const tokens = sentence.tokens
  const near = tokens.slice(0, 80)
  const verb = findVerbGroups(near).find(
    (group) => !group.participle && !group.infinitive && (near[group.first]?.start ?? 0) > sentence.start
  )
  const subject = verb && subjectBefore(near, verb.first)
  if (verb === undefined || subject === undefined) return undefined
  const phrase = near.slice(subject.first, subject.last + 1)
  const first = phrase[0]
  const last = phrase[phrase.length - 1]
  if (first === undefined || last === undefined || last.end > limit) return undefined
  if (content.some((span) => span.start <= first.start && first.start < span.end)) return undefined
  const head = headNoun(around, phrase)
  if (head === undefined) return undefined
  if (!fits(head, number)) return undefined
  return identify(phrase)[0]?.entity
}

function fits(noun: Token, count: Count): boolean {
  if (isPlural(noun)) return count === 'many'
  const types = typesOfNoun(lemmaOf(noun))
  if (count === 'body') return types.length > 0 && !types.includes('person') && !types.includes('channel')
  return count === 'one' && types.includes('person')
}

/** "The campaign sent a letter. It says …": the subject of this sentence or the one before, where it is a body without a name. */
function subjectBeforeIt(
  around: Around,
  pronoun: Token,
  content: readonly Span[],
  identify: Identify
): EntityId | undefined {
  const here = around.reading.sentenceAt(pronoun.start)
  const before = around.reading.prose.sentences[here - 1]?.tokens[0]
  return (
    subjectHere(around, pronoun, content, 'body', identify) ??
    (before === undefined ? undefined : subjectHere(around, before, content, 'body', identify, pronoun.start))
  )
}

/** The noun before "of", "from" or a participle; undefined if a name stands there. */
function headNoun(around: Around, phrase: readonly Token[]): Token | undefined {
  let head: Token | undefined
  for (const token of phrase) {
    if (token.pos === 'ADP' || (token.pos === 'VERB' && head !== undefined)) break
    head = token
  }
  return head !== undefined && head.pos === 'NOUN' && around.reading.nameAt(head.start) === undefined ? head : undefined
}

/** "people", "residents": the lemma tells. */
export const isPlural = (noun: Token): boolean =>
  /^(?:people|police|children|media)$|men$/.test(lower(noun)) ||
  (lemmaOf(noun) !== lower(noun) && /s$/i.test(noun.text))
