/**
 * Who first, through whom, on which channel: the hops of each statement, from its own words, from the statement whose content
 * it lies in, and from the channel that the sentence before named.
 */
import type { EntityId, EntityType, Hop, HopRole, Span, Token } from '../model.js'
import { slug } from '../names/slug.js'
import type { Participant } from './cast.js'
import { channelNouns, recordingNouns, showingVerbs } from './lexicon.js'
import type { Around } from './participants.js'
import type { Identify } from './pronouns.js'
import { publishing, recordingAt } from './recordings.js'
import { lemmaOf, lower } from './words.js'

/** A hop that is not the speaker. */
export interface Medium extends Participant {
  readonly role: HopRole
  /** It is named as what somebody published; only what follows is said in it. */
  readonly putOut?: boolean
}

/** Words after which a medium carries what is said. */
const carriers = /^(?:on|via|in|through|to|by|from|with|over|at)$/

const mediaHeads: ReadonlySet<string> = new Set(
  'blog broadcast channel channels clip clips footage livestream media newsletter podcast radio recording recordings television tv video videos website'.split(
    ' '
  )
)

/** The media that these tokens (those of one sentence that belong to nobody's content) say the words went through. */
export function channelsIn(around: Around, tokens: readonly Token[], identify: Identify): Medium[] {
  const hops: Medium[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    const name = around.reading.nameAt(token.start)
    if (name !== undefined && name.start === token.start) {
      const role = roleOfMedium(tokens, at, name.type)
      if (role !== undefined) hops.push({ entity: name.entity, start: name.start, end: name.end, role })
      continue
    }
    if (name === undefined && lower(token) === 'televised') {
      const hop = { start: token.start, end: (tokens[at + 1] ?? token).end }
      const entity = around.cast.unnamed('television', 'television', 'channel')
      around.cast.speaks({ entity, ...hop }, 'nominal')
      hops.push({ entity, ...hop, role: 'channel' })
    }
    if (name === undefined && mediaHeads.has(lower(token)) && token.pos !== 'VERB') {
      const head = lastNoun(tokens, at)
      if (head !== undefined) hops.push(...nominalMedium(around, tokens, head, identify))
    }
  }
  return hops.filter((hop, i) => hops.findIndex((each) => each.entity === hop.entity) === i)
}

function roleOfMedium(tokens: readonly Token[], at: number, type: EntityType): HopRole | undefined {
  if (type === 'channel') {
    // "wrote on Telegram", "in a Telegram post": not "Telegram said", not "the Telegram app".
    for (let i = at - 1; i >= 0 && at - i <= 4; i--) {
      if (/^(?:on|via|in|through|to)$/.test(lower(tokens[i]))) return 'channel'
      if (/^[,.;]$/.test(tokens[i]?.text ?? '') || tokens[i]?.pos === 'VERB') return undefined
    }
    return undefined
  }
  if (type !== 'outlet') return undefined
  for (let i = at - 1; i >= 0 && at - i <= 6; i--) {
    const word = lower(tokens[i])
    const lemma = lemmaOf(tokens[i])
    if (/^(?:tell|inform)$/.test(lemma)) return 'outlet'
    if (
      /^(?:interview|comment|comments|remarks|statement|briefing)$/.test(lemma) &&
      /^(?:with|to|for|by)$/.test(lower(tokens[i + 1]))
    )
      return 'outlet'
    if (
      /^(?:cited|quoted|reported|carried|published|relayed|aired|broadcast|saying)$/.test(word) &&
      /^(?:by|in|on)$/.test(lower(tokens[i + 1]))
    )
      return 'outlet'
    if (/^[.;]$/.test(tokens[i]?.text ?? '')) return undefined
  }
  return undefined
}

/** "on social media", "told Ukrainian media", "in a video released by": the phrase that ends in such a noun, and who put it out. */
function nominalMedium(around: Around, tokens: readonly Token[], head: number, identify: Identify): Medium[] {
  let first = head
  while (
    first > 0 &&
    head - first < 4 &&
    /^(?:ADJ|NOUN|PROPN)$/.test(tokens[first - 1]?.pos ?? '') &&
    contiguous(tokens, first)
  )
    first--
  if (tokens[first - 1]?.pos === 'DET' && contiguous(tokens, first)) first--
  const from = tokens[first]
  const to = tokens[head]
  if (from === undefined || to === undefined) return []
  const recording = recordingNouns.has(lemmaOf(to))
  if (!carries(tokens[first - 1]) && !(recording && showsWhat(tokens, head))) return []
  const span = { start: from.start, end: to.end }
  const named = from.pos === 'DET' && !/^(?:another|other)$/i.test(from.text) ? (tokens[first + 1] ?? to) : from
  const words = around.reading.prose.article.text.slice(named.start, to.end).replace(/\s+/gu, ' ')
  if (!recording) {
    const earlier = /^the$/i.test(from.text) && first === head - 1 ? sameChannel(around, to) : undefined
    const entity = earlier ?? around.cast.unnamed(slug(words), words, 'channel')
    around.cast.speaks({ entity, ...span }, 'nominal')
    return [{ entity, ...span, role: 'channel' }]
  }
  const { entity, publishers } = recordingAt(around, span, to, words, identify)
  around.cast.speaks({ entity, ...span }, 'nominal')
  const putOut = publishing.test(lemmaOf(tokens[first - 1]))
  return [{ entity, ...span, role: 'channel', putOut }, ...publishers.map((each) => publisherHop(around, each))]
}

/** "the channel": the one that was spoken of. */
const sameChannel = (around: Around, noun: Token): EntityId | undefined =>
  channelNouns.has(lemmaOf(noun))
    ? around.cast.recent(noun.start, ['channel'], { noun: lemmaOf(noun), onlyNamed: true })
    : undefined

const carries = (link: Token | undefined): boolean =>
  link !== undefined &&
  !/^(?:with|at)$/.test(lower(link)) &&
  (carriers.test(lower(link)) || /^(?:tell|inform)$/.test(lemmaOf(link)) || publishing.test(lemmaOf(link)))

/** "Another video showed what it said were …" */
function showsWhat(tokens: readonly Token[], head: number): boolean {
  const verb = tokens.findIndex((token, i) => i > head && token.pos === 'VERB' && showingVerbs.has(lemmaOf(token)))
  return verb > head && tokens.slice(verb, verb + 8).some((token) => lower(token) === 'what')
}

/** Who puts out a recording passes on what it shows: news organisations and channels as outlets. */
export function publisherHop(around: Around, publisher: Participant): Medium {
  const type = around.cast.entities.get(publisher.entity)?.type
  const nominal = around.reading.nameAt(publisher.start) === undefined
  const role = type === 'outlet' ? 'outlet' : type === 'channel' ? (nominal ? 'channel' : 'outlet') : 'relayer'
  return { entity: publisher.entity, start: publisher.start, end: publisher.end, role }
}

/** "video message" is one medium, "social media channels" another than "social media"; "media tycoon" is none. */
function lastNoun(tokens: readonly Token[], at: number): number | undefined {
  let head = at
  while (tokens[head + 1]?.pos === 'NOUN' && contiguous(tokens, head + 1)) head++
  const noun = lower(tokens[head])
  return mediaHeads.has(noun) ||
    /^(?:address|appearance|comments?|interview|message|post|posts|remarks|statement)$/.test(noun)
    ? head
    : undefined
}

function contiguous(tokens: readonly Token[], at: number): boolean {
  return (tokens[at]?.start ?? 0) - (tokens[at - 1]?.end ?? 0) <= 1
}

/** What a statement brings to its own chain. */
export interface Telling {
  readonly speakers: readonly Participant[]
  readonly recording: boolean
  readonly media: readonly Medium[]
  /** The statement whose content this one lies in, if what it says is passed on rather than denied. */
  readonly within: number | undefined
  /** All that it says is that somebody else says something. */
  readonly relays: boolean
}

/** The chains of one article's statements, in their order. */
export function buildChains(
  tellings: readonly Telling[],
  typeOf: (entity: EntityId) => EntityType | undefined
): Hop[][] {
  const done: (Hop[] | undefined)[] = tellings.map(() => undefined)
  const build = (at: number, depth: number): Hop[] => {
    const ready = done[at]
    const telling = tellings[at]
    if (ready !== undefined) return ready
    if (telling === undefined || depth > 20) return []
    const own: Hop[] = telling.speakers.map((speaker) => hop(speaker, ownRole(telling, typeOf(speaker.entity))))
    const media = telling.media.map((medium) => hop(medium, medium.role))
    const outer =
      telling.within === undefined
        ? []
        : build(telling.within, depth + 1).map((each) => passedOn(each, typeOf(each.entity)))
    const chain: Hop[] = []
    for (const each of [...own, ...media, ...outer])
      if (!chain.some((earlier) => earlier.entity === each.entity)) chain.push(each)
    done[at] = chain
    return chain
  }
  return tellings.map((_, at) => build(at, 0))
}

function ownRole(telling: Telling, type: EntityType | undefined): HopRole {
  if (telling.recording) return type === 'channel' ? 'channel' : 'speaker'
  if (!telling.relays) return 'speaker'
  return type === 'outlet' ? 'outlet' : 'relayer'
}

const passedOn = (hop: Hop, type: EntityType | undefined): Hop =>
  hop.role === 'speaker' ? { ...hop, role: type === 'outlet' ? 'outlet' : 'relayer' } : hop

const hop = (span: Span & { readonly entity: EntityId }, role: HopRole): Hop => ({
  role,
  entity: span.entity,
  start: span.start,
  end: span.end
})
