/**
 * The words of a source → whom they mean: a name at the head of the phrase, the body behind a statement, the holder of a role,
 * what a pronoun or "the group" points back to, or else an unnamed source under its own words.
 */

import { gather, gatherOnes } from '../gather.js'
import { isPossessive } from '../language/index.js'
import type { EntityId, EntityType, Mention, Span, Token } from '../model.js'
import { namesRole } from '../names/index.js'
import { slug } from '../names/slug.js'
import type { Cast, Count, Participant } from './cast.js'
import { bearerOf, type Head, headOf, nameBesideNoun, nameItGivesItself, singular } from './heads.js'
import type { Known } from './knownByNouns.js'
import { channelNouns, documentNouns, memberNouns, recordingNouns } from './lexicon.js'
import { genderOfNoun, namesItsKind, typesOfNoun } from './nouns.js'
import { isPlural, isPronoun, meantByPronoun, unknownPronoun } from './pronouns.js'
import type { Reading } from './reading.js'
import { recordingAt } from './recordings.js'
import { lemmaOf, lower } from './words.js'

export interface Around {
  readonly reading: Reading
  readonly cast: Cast
  /** Whom common nouns name by themselves: "Russian defence ministry". */
  readonly known: (words: string) => Known | undefined
}

export interface Source {
  readonly participants: readonly Participant[]
  /** Who put out the recording that is the source. */
  readonly publishers: readonly Participant[]
  /** Whether the phrase is a recording or a document that nobody is said to stand behind. */
  readonly recording: boolean
}

/** `content` is what is said: a speaker seldom names himself in it. */
export function participantsOf(around: Around, source: readonly Span[], content: readonly Span[]): Source {
  const participants: Participant[] = []
  const publishers: Participant[] = []
  let recording = false
  for (const span of withoutPronoun(around, source)) {
    for (const part of coordinated(around, around.reading.tokensIn(span))) {
      for (const found of identify(around, part, content, 0)) {
        if (found.recording) recording = true
        publishers.push(...found.publishers)
        if (!participants.some((each) => each.entity === found.entity)) participants.push(found)
      }
    }
  }
  return { participants, publishers, recording }
}

/** "a group, … which": what the pronoun stands for says who is meant. */
function withoutPronoun({ reading }: Around, source: readonly Span[]): readonly Span[] {
  const last = source[source.length - 1]
  const pronoun =
    source.length > 1 && last !== undefined && /^(?:who|which|that)$/.test(lower(reading.tokensIn(last)[0]))
  return pronoun ? source.slice(0, -1) : source
}

/** "the Coast Guard (CG)": what stands in brackets names the same once more. */
function withoutBrackets(tokens: Tokens): Tokens {
  const open = tokens.findIndex((token) => token.text === '(')
  return open > 0 && !tokens.slice(open).some((token) => token.text === ')' && token !== tokens[tokens.length - 1])
    ? tokens.slice(0, open)
    : tokens
}

/** Whom a phrase means that is no statement's source. */
export const participantsIn = (around: Around, phrase: readonly Token[]): readonly Participant[] =>
  gather(coordinated(around, phrase), (part) => identify(around, part, [], 0))

interface Identified extends Participant {
  readonly recording: boolean
  readonly publishers: readonly Participant[]
}

type Tokens = readonly Token[]

const relatives: ReadonlySet<string> = new Set(['who', 'which', 'whose', 'that'])

/** Not at the beginning of a name: "and" in "Health and Human Services". */
function insideName({ reading }: Around, token: Token): boolean {
  const name = reading.nameAt(token.start)
  return name !== undefined && name.start < token.start
}

/** "Both Russia and Ukrainian officials" → two phrases. */
function coordinated(around: Around, tokens: Tokens): Tokens[] {
  const parts: Token[][] = [[]]
  let attached = false
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    const word = token.lower
    if (i === 0 && word === 'both') continue
    if (!attached && (word === 'and' || token.pos === 'ADP' || relatives.has(word)) && !insideName(around, token)) {
      if (token.pos === 'ADP' || relatives.has(word)) attached = true
      if (word === 'and' && !attached && i > 0 && i < tokens.length - 1) {
        parts.push([])
        continue
      }
    }
    parts[parts.length - 1]?.push(token)
  }
  const whole = parts.map((part) => withoutBrackets(trimmed(part))).filter((part) => part.length > 0)
  // "foreign and defence ministers": an adjective on the left is no phrase of its own.
  const complete = whole.every(
    (part) =>
      /^(?:NOUN|PROPN|PRON)$/.test(part[part.length - 1]?.pos ?? '') ||
      around.reading.nameAt(part[part.length - 1]?.start ?? -1)
  )
  return complete ? whole : [tokens.filter((token, i) => i > 0 || lower(token) !== 'both')]
}

function identify(around: Around, phrase: Tokens, content: readonly Span[], depth: number): Identified[] {
  const tokens = trimmed(phrase)
  const first = tokens[0]
  const last = tokens[tokens.length - 1]
  if (first === undefined || last === undefined || depth > 3) return []
  if (tokens.length === 1 && isPronoun(first)) return [byPronoun(around, first, content, depth)]
  const parts = byCommas(around, tokens)
  const main = parts[0] ?? tokens
  const head = headOf(around, main)
  const named = head.name ?? nameBesideNoun(around, head) ?? bearerOf(around, main, head)
  if (named !== undefined) return [present(around, named)]
  const called = nameItGivesItself(main, head)
  if (called.length > 0) return identify(around, called, content, depth + 1)
  const beside = gatherOnes(parts.slice(1), (part) => headOf(around, trimmed(part)).name)
  // "The secretary of the board (CBE), Ana Reis": a person's role is borne by a person.
  const person = typesOfNoun(lemmaOf(head.noun)).includes('person') && beside.find((name) => name.type === 'person')
  const apposition = person || beside[0]
  const circumstance = /^(?:who|which|in|on|at|with|including)$/.test(lower(parts[1]?.[0]))
  if (apposition !== undefined && !circumstance) return [present(around, apposition)]
  const noun = head.noun
  const behind = noun === undefined ? [] : bodyBehind(around, main, head, content, depth)
  if (behind.length > 0) return behind
  const known = around.known(words(around, head.base))
  const span = { start: first.start, end: last.end }
  if (known !== undefined) {
    around.cast.introduce(known)
    return [refer(around, known.id, span, 'nominal')]
  }
  const meant = noun === undefined ? undefined : pointedAt(around, main, head, noun, content)
  if (meant !== undefined) return [refer(around, meant, span, 'nominal', recordingNouns.has(lemmaOf(noun)))]
  return unnamed(around, main, head, span, content, depth)
}

function trimmed(tokens: Tokens): Tokens {
  let from = 0
  let to = tokens.length
  while (from < to && /^[,;:–—"“”‘’()-]+$/.test(tokens[from]?.text ?? '')) from++
  while (to > from && /^[,;:–—"“”‘()-]+$/.test(tokens[to - 1]?.text ?? '')) to--
  return tokens.slice(from, to)
}

function byPronoun(around: Around, pronoun: Token, content: readonly Span[], depth: number): Identified {
  const again = (phrase: Tokens): readonly Participant[] => identify(around, phrase, content, depth + 1)
  const meant = meantByPronoun(around, pronoun, content, again) ?? unknownPronoun(around, pronoun)
  return refer(around, meant, pronoun, 'pronoun')
}

/** Splits off appositions: "Andriy Yusov, a spokesperson for …". Commas inside names do not split. */
function byCommas(around: Around, tokens: Tokens): Tokens[] {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    if (/^(?:,|\(|\)|–|—)$/.test(token.text) && around.reading.nameAt(token.start) === undefined) parts.push([])
    else parts[parts.length - 1]?.push(token)
  }
  return parts.filter((part) => part.length > 0)
}

/** "a statement put out by the Legion", "members of the corps", "the ministry's report": who stands behind it. */
function bodyBehind(around: Around, main: Tokens, head: Head, content: readonly Span[], depth: number): Identified[] {
  const lemma = singular(head.noun)
  const document = documentNouns.has(lemma)
  const member = memberNouns.has(lemma)
  if (!document && !member) return []
  const links = /^(?:by|from|of)$/
  const marker = main.findIndex((token, i) => i >= head.rest && links.test(lower(token)))
  if (marker >= 0) {
    const after = main.slice(marker + 1)
    const stop = after.findIndex(
      (token, i) => i > 0 && token.pos === 'ADP' && around.reading.nameAt(token.start) === undefined
    )
    const bodies = coordinated(around, stop < 0 ? after : after.slice(0, stop))
    if (
      document ||
      bodies.some((body) => headOf(around, trimmed(byCommas(around, body)[0] ?? body)).name !== undefined)
    ) {
      return gather(bodies, (body) => identify(around, body, content, depth + 1))
    }
  }
  if (!document) return []
  const owner = head.base.findIndex((token) => isPossessive(token.text))
  if (owner > 0) return identify(around, head.base.slice(0, owner), content, depth + 1)
  const pronoun = head.base[0]
  if (pronoun !== undefined && /^(?:his|her|its|their)$/i.test(pronoun.text))
    return [byPronoun(around, pronoun, content, depth)]
  return []
}

/** Whom "the group" or "the governor of X" points at. */
function pointedAt(
  around: Around,
  main: Tokens,
  head: Head,
  noun: Token,
  content: readonly Span[]
): EntityId | undefined {
  const lemma = lemmaOf(noun)
  const types = typesOfNoun(lemma)
  const start = main[0]?.start ?? noun.start
  if (isPlural(noun) || types.length === 0) return undefined
  const bodies = around.reading
    .namesIn({ start, end: main[main.length - 1]?.end ?? noun.end })
    .map((name) => name.entity)
  const beside = head.base
    .slice(0, -1)
    .filter((token) => /^(?:NOUN|PROPN|ADJ)$/.test(token.pos))
    .map((token) => token.text)
  // "a spokeswoman for the port": of a body without a name nobody is known to hold an office.
  const elsewhere = bodies.length === 0 && /^(?:for|of|at)$/.test(lower(main[head.rest]))
  if (types.includes('person') && !elsewhere) {
    const holder = around.cast.holder(lemma, beside, bodies, start)
    if (holder !== undefined) return holder
  }
  const definite = /^(?:the|this|that|its|his|her|their)$/i.test(main[0]?.text ?? '')
  const bare = head.base.length === 2 && main.length === 2
  if (!definite || !bare || lemma === 'official' || lemma === 'source') return undefined
  const same = around.cast.recent(start, [...types, 'unnamed'], { noun: lemma, onlyNamed: true, avoid: content })
  if (same !== undefined) return same
  const things = types.filter((type) => type !== 'person' && type !== 'channel')
  if (things.length > 0 && !namesItsKind.has(lemma))
    return around.cast.recent(start, things, { noun: lemma, avoid: content })
  return undefined
}

function unnamed(
  around: Around,
  main: Tokens,
  head: Head,
  span: Span,
  content: readonly Span[],
  depth: number
): Identified[] {
  const lemma = lemmaOf(head.noun)
  const noun = head.noun
  if (noun !== undefined && recordingNouns.has(lemma)) {
    const again = (phrase: Tokens): readonly Participant[] => identify(around, phrase, content, depth + 1)
    const found = recordingAt(around, span, noun, words(around, main), again)
    return [refer(around, found.entity, span, 'nominal', true, found.publishers)]
  }
  // "militias purporting to be rebels" are "militias" once these have spoken.
  const short = slug(words(around, head.base))
  const whole = slug(words(around, main))
  const known = around.cast.entities.get(short)?.type === 'unnamed' ? short : whole
  if (known === '') return []
  const type: EntityType = channelNouns.has(lemma) ? 'channel' : 'unnamed'
  around.cast.unnamed(known, words(around, main), type)
  const count = noun === undefined ? undefined : countOf(noun)
  if (count !== undefined) around.cast.tellNumber(known, count)
  const gender = noun === undefined ? undefined : genderOfNoun(lemmaOf(noun))
  if (gender !== undefined) around.cast.tellGender(known, gender)
  return [refer(around, known, span, 'nominal', documentNouns.has(lemma))]
}

/** Undefined where the noun does not tell: "he" must not mean a "think tank". */
function countOf(noun: Token): Count | undefined {
  if (isPlural(noun)) return 'many'
  const types = typesOfNoun(lemmaOf(noun))
  if (types.includes('person') || namesRole(lemmaOf(noun)) || /(?:ian|ist|man|person|woman)$/.test(lemmaOf(noun)))
    return 'one'
  return types.length > 0 ? 'body' : undefined
}

/** A phrase as a name: without its article, on one line. */
function words(around: Around, tokens: Tokens): string {
  const kept = /^(?:the|a|an)$/i.test(tokens[0]?.text ?? '') ? tokens.slice(1) : tokens
  const first = kept[0]
  const last = kept[kept.length - 1]
  return first && last ? around.reading.prose.article.text.slice(first.start, last.end).replace(/\s+/gu, ' ') : ''
}

function present(around: Around, name: Mention): Identified {
  const participant = { entity: name.entity, start: name.start, end: name.end, recording: false, publishers: [] }
  around.cast.speaks(participant, 'name')
  return participant
}

function refer(
  around: Around,
  entity: EntityId,
  { start, end }: Span,
  kind: 'nominal' | 'pronoun',
  recording = false,
  publishers: readonly Participant[] = []
): Identified {
  const participant = { entity, start, end, recording, publishers }
  around.cast.speaks(participant, kind)
  return participant
}
