/**
 * One article → its record: names, statements with their chains, relations. Sees this article and nothing else.
 *
 * Rules and the learned tagger propose; what follows (who is meant, act, mode, chain, times, counts) is the same for both.
 */
import { type Prose, readProse } from '../language/index.js'
import type {
  Act,
  Article,
  ArticleRecord,
  EntityId,
  LocalEntity,
  Mention,
  Sentence,
  Span,
  Statement,
  StatementId,
  Token,
  When
} from '../model.js'
import { findNames, findRelations, type Gazetteer, type GazetteerEntry, linkNames } from '../names/index.js'
import { mapOffsets } from '../offsets.js'
import { actOf, hedgesOf, modeOf } from './acts.js'
import type { Candidate } from './candidate.js'
import { Cast } from './cast.js'
import { buildChains, channelsIn, type Medium, publisherHop, type Telling } from './chains.js'
import { lengthOf, shared } from './combine.js'
import { type Around, participantsIn, participantsOf, type Source } from './participants.js'
import type { Identify } from './pronouns.js'
import { propose } from './propose.js'
import { quantitiesIn } from './quantities.js'
import { firstWhere, type Reading, readingOf } from './reading.js'
import { timesIn } from './times.js'
import { lower } from './words.js'

export interface ExtractOptions {
  /** Names that are known beforehand. Without one, everybody goes by the name the article gives. */
  readonly gazetteer?: Gazetteer
  /** Statements below this probability are left out. Default 0. */
  readonly minConfidence?: number
  /** How attributions are proposed: by default rules and tagger together; `proposeByRules` leaves the tagger out. */
  readonly propose?: (prose: Prose) => Candidate[]
}

/** @example extract(article).statements[0]?.chain[0]?.entity // 'dmitry-peskov' */
export function extract(article: Article, options: ExtractOptions = {}): ArticleRecord {
  const prose = readProse(article)
  return extractProse(prose, options)
}

function extractProse(prose: Prose, options: ExtractOptions): ArticleRecord {
  const { article, sentences } = prose
  const linked = linkNames(prose, findNames(prose), options.gazetteer)
  const relations = findRelations(prose, linked)
  const reading = readingOf(prose, linked.mentions)
  const cast = new Cast(reading, linked.entities, linked.mentions, relations)
  const around: Around = { reading, cast, known: (words) => onlyEntry(options.gazetteer, words) }
  const candidates = (options.propose ?? propose)(prose).filter(
    (each) => each.probability >= (options.minConfidence ?? 0)
  )
  const statements = understand(around, candidates)
  const mentions = [...linked.mentions, ...cast.references].sort((a, b) => a.start - b.start || b.end - a.end)
  return {
    article,
    sentences,
    entities: present(cast, mentions, statements),
    mentions,
    statements,
    relations: placed(relations, statements)
  }
}

/** A body, group or channel that the gazetteer knows by common nouns: "Ukraine's military intelligence". */
function onlyEntry(gazetteer: Gazetteer | undefined, words: string): GazetteerEntry | undefined {
  const entries = gazetteer?.lookup(words) ?? []
  return entries.length === 1 ? entries[0] : undefined
}

function understand(around: Around, candidates: readonly Candidate[]): Statement[] {
  const { reading, cast } = around
  const { article, sentences, quotes } = reading.prose
  const places = candidates.map((candidate) =>
    reading.sentenceAt(candidate.cue[0]?.start ?? candidate.content[0]?.start ?? 0)
  )
  const sources = candidates.map((candidate) => participantsOf(around, candidate.source, candidate.content))
  const outer = nesting(candidates)
  const acts = candidates.map((candidate) => actOf(reading, candidate))
  const begins = candidates.map((candidate, i) =>
    Math.min(places[i] ?? 0, reading.sentenceAt(candidate.content[0]?.start ?? 0))
  )
  const tellings = carryChannels(
    around,
    begins,
    candidates,
    places,
    sources,
    tell(around, candidates, places, sources, outer, acts)
  )
  const chains = buildChains(tellings, (entity) => cast.entities.get(entity)?.type)
  const { toCodePoint } = mapOffsets(article.text)
  const ids = candidates.map((candidate): StatementId => {
    const first = candidate.content[0]?.start ?? 0
    const last = candidate.content[candidate.content.length - 1]?.end ?? first
    return `${article.id}#statement=${toCodePoint(first)},${toCodePoint(last)},${toCodePoint(candidate.cue[0]?.start ?? first)}`
  })
  const children = childrenOf(outer)
  const seen = new Set<string>()
  return candidates.flatMap((candidate, i): Statement[] => {
    const id = ids[i]
    if (id === undefined || seen.has(id)) return []
    seen.add(id)
    const inner = (children.get(i) ?? []).flatMap((child) => candidates[child]?.content ?? [])
    const parent = outer[i]
    const about = new Set(candidate.content.flatMap((span) => reading.namesIn(span)).map((name) => name.entity))
    return [
      {
        id,
        sentence: places[i] ?? 0,
        source: candidate.source,
        cue: candidate.cue,
        content: candidate.content,
        mode: modeOf(candidate.content, quotes, inner),
        act: acts[i] ?? 'assert',
        chain: chains[i] ?? [],
        confidence: candidate.probability,
        when: whenOf(around, candidate, sentences[places[i] ?? 0]),
        quantities: candidate.content.flatMap((span) => quantitiesIn(reading.tokensIn(span))),
        hedges: hedgesOf(reading, candidate),
        about: [...about].sort(),
        inside: parent === undefined ? null : (ids[parent] ?? null),
        rule: candidate.rule
      }
    ]
  })
}

/** For each candidate the smallest other one whose content holds its cue and content. */
function nesting(candidates: readonly Candidate[]): (number | undefined)[] {
  const spans = candidates
    .flatMap((candidate, i) => candidate.content.map((span) => ({ ...span, i })))
    .sort((a, b) => a.start - b.start)
  return candidates.map((candidate, i) => {
    const heart = candidate.cue[0] ?? candidate.content[0]
    if (heart === undefined) return undefined
    let best: { i: number; length: number } | undefined
    const newest = firstWhere(spans, (span) => span.start > heart.start) - 1
    for (let at = newest; at >= 0 && newest - at < 40; at--) {
      const span = spans[at]
      if (span === undefined || span.i === i || span.end < heart.end) continue
      const holder = candidates[span.i]
      if (holder === undefined || shared(candidate.content, [span]) < 0.8 * lengthOf(candidate.content)) continue
      if (candidate.cue.length === 0 && holder.cue.length === 0) continue
      const length = lengthOf(holder.content)
      if (length >= lengthOf(candidate.content) && (best === undefined || length < best.length))
        best = { i: span.i, length }
    }
    return best?.i
  })
}

function childrenOf(outer: readonly (number | undefined)[]): Map<number, number[]> {
  const children = new Map<number, number[]>()
  for (const [child, parent] of outer.entries()) {
    if (parent === undefined) continue
    const known = children.get(parent)
    if (known === undefined) children.set(parent, [child])
    else known.push(child)
  }
  return children
}

function tell(
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
    const said = here.flatMap((i) => candidates[i]?.content ?? []).sort((a, b) => a.start - b.start)
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
    const inner = (children.get(i) ?? []).flatMap((child) => candidates[child] ?? [])
    const whole = lengthOf(candidates[i]?.content ?? [])
    const relays = inner.some((each) => shared(candidates[i]?.content ?? [], [extent(each)]) >= 0.85 * whole)
    return {
      speakers: sources[i]?.participants ?? [],
      recording: sources[i]?.recording ?? false,
      media: [...(sources[i]?.publishers ?? []).map((each) => publisherHop(around, each)), ...(media.get(i) ?? [])],
      within: act === 'deny' || act === 'doubt' || act === 'refuse' ? undefined : parent,
      relays
    }
  })
}

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
function carryChannels(
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
    const before = carried[i - 1]
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

function whenOf(around: Around, candidate: Candidate, sentence: Sentence | undefined): When[] {
  const { reading } = around
  const { published } = reading.prose.article
  const times: When[] = []
  for (const span of candidate.content) {
    const tokens = reading.tokensIn(span)
    const future = tokens.some((token) => /^(?:will|shall|'ll|’ll|would)$/.test(lower(token)))
    for (const time of timesIn(tokens, published, future)) times.push({ ...time, of: 'happened' })
  }
  const cue = candidate.cue[0]
  if (sentence !== undefined && cue !== undefined) {
    for (const span of sayingCircumstances(candidate, sentence))
      for (const time of timesIn(reading.tokensIn(span), published, false))
        if (time.from !== null || time.precision === 'vague' || published === null) times.push({ ...time, of: 'said' })
  }
  return times.sort((a, b) => a.start - b.start || a.end - b.end)
}

/**
 * Where a sentence tells when something is said: right after the cue, and before the source where no other clause stands between.
 *
 *     On Monday the minister said late in the evening that …
 *     ^^^^^^^^^                   ^^^^^^^^^^^^^^^^^^^
 */
function sayingCircumstances(candidate: Candidate, sentence: Sentence): Span[] {
  const { tokens } = sentence
  const cue = candidate.cue[0]
  if (cue === undefined) return []
  const inContent = (token: Span): boolean =>
    candidate.content.some((span) => span.start < token.end && token.start < span.end)
  const isCue = (token: Span): boolean => cue.start <= token.start && token.end <= cue.end
  const first = firstWhere(tokens, (token) => token.start >= cue.start)
  const spans: Span[] = []
  // After the cue, and after a source that follows it ("said the minister on Monday"), up to the next clause.
  const last = Math.max(
    cue.end,
    ...candidate.source.filter((span) => span.start < sentence.end).map((span) => span.end)
  )
  const next = firstWhere(tokens, (token) => token.start >= last)
  let to = next
  while (to < tokens.length && to - next < 14) {
    const token = tokens[to]
    if (token === undefined || inContent(token) || /^[;:–—“"]$/.test(token.text)) break
    if ((token.pos === 'VERB' || token.pos === 'AUX') && to > next) break
    if (/^(?:that|and|but|after|as|while|which|who)$/.test(lower(token))) break
    to++
  }
  if (to > next) spans.push({ start: tokens[next]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 })
  let from = first
  let verbs = 0
  while (from > 0 && first - from < 40) {
    const token = tokens[from - 1]
    if (token === undefined || inContent(token) || /^[;:–—”"]$/.test(token.text)) break
    if (/^(?:and|but|after|before|when|while|which|who|that|as|because|although|though)$/.test(lower(token))) break
    if (token.pos === 'VERB' && !isCue(token)) verbs++
    // "Late on Monday it released a video showing …": a participle has its time from the clause it hangs on.
    if (verbs > (/ing$/.test(lower(tokens[first])) ? 1 : 0)) break
    from--
  }
  if (from < first) spans.push({ start: tokens[from]?.start ?? 0, end: tokens[first - 1]?.end ?? 0 })
  return spans
}

/** Entities that somebody names or that take part; in the order of their ids. */
function present(cast: Cast, mentions: readonly Mention[], statements: readonly Statement[]): LocalEntity[] {
  const used = new Set<EntityId>([
    ...mentions.map((mention) => mention.entity),
    ...statements.flatMap((statement) => statement.chain.map((hop) => hop.entity))
  ])
  return [...cast.entities.values()]
    .filter((entity) => used.has(entity.id))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** A relation belongs to the smallest statement whose content holds it, or else to the article's own voice. */
function placed(relations: ArticleRecord['relations'], statements: readonly Statement[]): ArticleRecord['relations'] {
  const contents = statements
    .flatMap((statement) => statement.content.map((span) => ({ ...span, id: statement.id })))
    .sort((a, b) => a.start - b.start)
  return relations.map((relation) => {
    let best: { id: StatementId; length: number } | undefined
    const newest = firstWhere(contents, (span) => span.start > relation.start) - 1
    for (let at = newest; at >= 0 && newest - at < 40; at--) {
      const span = contents[at]
      if (span === undefined || span.end < relation.end) continue
      if (best === undefined || span.end - span.start < best.length)
        best = { id: span.id, length: span.end - span.start }
    }
    return best === undefined ? relation : { ...relation, statement: best.id }
  })
}

export type { Candidate } from './candidate.js'
export { propose, proposeByRules } from './propose.js'
