/**
 * One article → its record: names, statements with their chains, relations. Sees this article and nothing else.
 *
 * Rules and the learned tagger propose; what follows (who is meant, act, mode, chain, times, counts) is the same for both.
 */
import { gather, gatherOnes } from '../gather.js'
import { type Prose, readProse } from '../language/index.js'
import type { Article, ArticleRecord, EntityId, LocalEntity, Mention, Statement, StatementId } from '../model.js'
import { findNames, findRelations, type Gazetteer, linkNames } from '../names/index.js'
import { mapOffsets } from '../offsets.js'
import { actOf, hedgesOf, modeOf } from './acts.js'
import { deniedAside } from './asides.js'
import { withBareBodies } from './bareBodies.js'
import type { Candidate } from './candidate.js'
import { Cast } from './cast.js'
import { buildChains } from './chains.js'
import { knownByNouns } from './knownByNouns.js'
import { childrenOf, nesting, placed } from './nesting.js'
import { type Around, participantsOf, type Source } from './participants.js'
import { propose } from './propose.js'
import { quantitiesIn } from './quantities.js'
import { readingOf } from './reading.js'
import { carryChannels, tell } from './tellings.js'
import { whenOf } from './when.js'

export interface ExtractOptions {
  /** Names that are known beforehand. Without one, everybody goes by the name the article gives. */
  readonly gazetteer?: Gazetteer
  /** Statements below this probability are left out. Default 0. */
  readonly minConfidence?: number
  /** How attributions are proposed: by default rules and tagger together; `proposeByRules` leaves the tagger out. */
  readonly propose?: (prose: Prose) => Candidate[]
}

/**
 * What one article says: names, statements with their chains, relations. The same for the same article, whatever was read before.
 *
 * @example extract(article).statements[0]?.chain[0]?.entity // 'dmitry-peskov'
 */
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
  const around: Around = { reading, cast, known: (words) => knownByNouns(words, options.gazetteer) }
  const candidates = (options.propose ?? propose)(prose).filter(
    (each) => each.probability >= (options.minConfidence ?? 0)
  )
  const statements = understand(around, candidates)
  const mentions = [...linked.mentions, ...cast.references].sort((a, b) => a.start - b.start || b.end - a.end)
  return withBareBodies({
    article,
    sentences,
    entities: present(cast, mentions, statements),
    mentions,
    statements,
    relations: placed(relations, statements)
  })
}

function understand(around: Around, candidates: readonly Candidate[]): Statement[] {
  const { reading, cast } = around
  const { article, sentences, quotes } = reading.prose
  const places = candidates.map((candidate) =>
    reading.sentenceAt(candidate.cue[0]?.start ?? candidate.content[0]?.start ?? 0)
  )
  const sources = candidates.map((candidate, i): Source => {
    // Nobody denies at once what he says; but whom it is said of may.
    const avoid = candidate.rule === deniedAside ? (candidates[i - 1]?.source ?? []) : candidate.content
    const source = participantsOf(around, candidate.source, avoid)
    if (candidate.cited === undefined) return source
    const { participants } = participantsOf(around, candidate.cited, candidate.content)
    return { ...source, participants, publishers: [...source.participants, ...source.publishers] }
  })
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
  return gatherOnes(candidates, (candidate, i): Statement | undefined => {
    const id = ids[i]
    if (id === undefined || seen.has(id)) return undefined
    seen.add(id)
    const inner = gather(children.get(i) ?? [], (child) => candidates[child]?.content ?? [])
    const parent = outer[i]
    const said = candidate.content.map(reading.tokensIn)
    const about = new Set(gather(candidate.content, (span) => reading.namesIn(span)).map((name) => name.entity))
    return {
      id,
      sentence: places[i] ?? 0,
      source: candidate.source,
      cue: candidate.cue,
      content: candidate.content,
      mode: modeOf(candidate.content, quotes, inner),
      act: acts[i] ?? 'assert',
      chain: chains[i] ?? [],
      confidence: candidate.probability,
      when: whenOf(around, candidate, said, sentences[places[i] ?? 0]),
      quantities: gather(said, quantitiesIn),
      hedges: hedgesOf(candidate.cue.map(reading.tokensIn), said),
      about: [...about].sort(),
      inside: parent === undefined ? null : (ids[parent] ?? null),
      rule: candidate.rule
    }
  })
}
/** Entities that somebody names or that take part; in the order of their ids. */
function present(cast: Cast, mentions: readonly Mention[], statements: readonly Statement[]): LocalEntity[] {
  const used = new Set<EntityId>([
    ...mentions.map((mention) => mention.entity),
    ...gather(statements, (statement) => statement.chain.map((hop) => hop.entity))
  ])
  return [...cast.entities.values()]
    .filter((entity) => used.has(entity.id))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

export type { Candidate } from './candidate.js'
export { propose, proposeByRules } from './propose.js'
