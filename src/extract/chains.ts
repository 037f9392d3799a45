/**
 * Who first, through whom, on which channel: the hops of each statement, from its own words, from the statement whose content
 * it lies in, and from the channel that the sentence before named.
 */
import type { EntityId, EntityType, Hop, HopRole, Span, Token } from '../model.js'
import { slug } from '../names/slug.js'
import type { Participant } from './cast.js'
import type { Around } from './participants.js'
import { lemmaOf, lower } from './words.js'

/** Words after which a medium carries what is said. */
const carriers = /^(?:on|via|in|through|to|by|from|with|over|at)$/

const mediaHead =
  /^(?:media|television|tv|radio|videos?|footage|clips?|recordings?|livestream|broadcast|channels?|podcast|blog|website|newsletter)$/

/** What one does with a recording that carries words. */
const publishing = /^(?:air|post|publish|release|share|upload)$/

/** The media that these tokens (those of one sentence that belong to nobody's content) say the words went through. */
export function channelsIn(around: Around, tokens: readonly Token[]): (Participant & { readonly role: HopRole })[] {
  const hops: (Participant & { readonly role: HopRole })[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    const name = around.reading.nameAt(token.start)
    if (name !== undefined && name.start === token.start) {
      const role = roleOfMedium(tokens, at, name.type)
      if (role !== undefined) hops.push({ entity: name.entity, start: name.start, end: name.end, role })
      continue
    }
    if (name === undefined && mediaHead.test(lower(token)) && token.pos !== 'VERB') {
      const head = lastNoun(tokens, at)
      const medium = head === undefined ? undefined : nominalMedium(around, tokens, head)
      if (medium !== undefined) hops.push({ ...medium, role: 'channel' })
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
      /^(?:cited|quoted|reported|carried|published|relayed|aired|broadcast)$/.test(word) &&
      /^(?:by|in|on)$/.test(lower(tokens[i + 1]))
    )
      return 'outlet'
    if (/^[.;]$/.test(tokens[i]?.text ?? '')) return undefined
  }
  return undefined
}

/** "on social media", "told Ukrainian media", "in a video released by": the phrase that ends in such a noun. */
function nominalMedium(around: Around, tokens: readonly Token[], head: number): Participant | undefined {
  let first = head
  while (
    first > 0 &&
    head - first < 4 &&
    /^(?:ADJ|NOUN|PROPN)$/.test(tokens[first - 1]?.pos ?? '') &&
    contiguous(tokens, first)
  )
    first--
  let before = first - 1
  if (tokens[before]?.pos === 'DET') before--
  const link = tokens[before]
  const verb = lemmaOf(link)
  if (link === undefined || !(carriers.test(lower(link)) || /^(?:tell|inform)$/.test(verb) || publishing.test(verb)))
    return undefined
  if (lower(link) === 'with' || lower(link) === 'at') return undefined
  const from = tokens[first]
  const to = tokens[head]
  if (from === undefined || to === undefined) return undefined
  const words = around.reading.prose.article.text.slice(from.start, to.end).replace(/\s+/gu, ' ')
  const entity = around.cast.unnamed(slug(words), words, 'channel')
  const hop = { entity, start: from.start, end: to.end }
  around.cast.speaks(hop, 'nominal')
  return hop
}

/** "video message" is one medium, "social media channels" another than "social media"; "media tycoon" is none. */
function lastNoun(tokens: readonly Token[], at: number): number | undefined {
  let head = at
  while (tokens[head + 1]?.pos === 'NOUN' && contiguous(tokens, head + 1)) head++
  const noun = lower(tokens[head])
  return mediaHead.test(noun) ||
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
  readonly media: readonly (Participant & { readonly role: HopRole })[]
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
