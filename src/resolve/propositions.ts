/**
 * A record and who is who in it → what each statement says, in a form that can be compared with other articles' statements. Plain
 * values only, so that a proposition can travel as a line of JSON.
 */
import type { Act, ArticleId, ArticleRecord, EntityId, HopRole, Span, Statement, StatementId } from '../model.js'
import { deedsOf } from './deeds.js'
import { detached, type Own } from './detached.js'
import { type Answers, findAnswers } from './discourse.js'
import { hashText, hex } from './hash.js'
import { isAllOf, sameWordsAs } from './nested.js'
import { addTo, listOf, sortBy, sortedTexts } from './order.js'
import { type Identified, tokenReader, unitOf } from './tokens.js'
import { findWords } from './words.js'

export interface Proposition extends Answers {
  readonly id: StatementId
  readonly article: ArticleId
  /** Up to the day; empty if unknown. */
  readonly published: string
  /** The number of its sentence in the record. */
  readonly sentence: number
  /** It stands in a title or a heading, which tells in short what the text tells. */
  readonly heading: boolean
  readonly act: Act
  readonly text: string
  /** What it says as a whole: concepts, numbers (`#8`), names (`@ann-leary`), places (`~kozinka`) and countries (`^russia`), sorted. */
  readonly tokens: readonly string[]
  /** The same by sentence, where the content has several. */
  readonly parts: readonly (readonly string[])[]
  readonly quantities: readonly Count[]
  /** Its quoted sentences of four words or more, in plain words, as hashes: whether two quote the same is all that is asked. */
  readonly quotes: readonly string[]
  readonly negative: boolean
  /** Names (as in `tokens`) that stand as those who do something: "from Russia", "Russian troops", or first of all. */
  readonly doers: readonly string[]
  /** Those who say it first; several if they speak together, none if the article does not say. */
  readonly speakers: readonly Speaker[]
  /** All who pass it on, from inside outwards. */
  readonly chain: readonly { readonly role: HopRole; readonly entity: EntityId }[]
  readonly inside: StatementId | null
  /** What it stands inside says nothing else: "RIA said that Peskov said that …". */
  readonly isAll: boolean
  /** Another statement of its sentence, before it in the record, that is made of much the same words. */
  readonly sameWords: StatementId | null
  /** Whom the article names, countries left out: two articles that share some speak of the same things. */
  readonly company: readonly EntityId[]
  /** The sentence that its own was copied from, as `article number`; its own where others copy it; null where nobody did. */
  readonly original: string | null
  /** The article that its own was copied from, in the end; its own where it is no copy. */
  readonly originalArticle: ArticleId
  /** Another of its article denies it or says the contrary. */
  readonly isAnswered: boolean
  /** Of a denial of involvement: what it denies, as tokens. */
  readonly deed: readonly string[]
}

/** What of an article is copied, by the numbers of its sentences. */
export interface Copied {
  readonly article: ArticleId
  readonly sentences: ReadonlyMap<number, string>
}

export interface Count {
  readonly number: number
  readonly bound: string
  /** The stem of what is counted; people are one unit. */
  readonly unit: string
  /** What else its own sentence is about, so that two counts of one thing are told from counts of two. */
  readonly of: readonly string[]
}

export interface Speaker {
  readonly id: EntityId
  /** Whose mouth it is: "Kremlin spokesman" of the Kremlin; itself where it is nobody's. */
  readonly body: EntityId
  /** The state or body that it speaks for in the end; itself where nothing is known. */
  readonly side: EntityId
  readonly named: boolean
  readonly outlet: boolean
}

/** So many of the most named are kept as company. */
const companySize = 40

/** One for each statement, in their order. @param own what makes the strings of propositions that are kept */
export function propositionsOf(
  record: ArticleRecord,
  identified: Identified,
  copied?: Copied,
  own: Own = (text) => text
): Proposition[] {
  const { article, sentences } = record
  const company = companyOf(record, identified)
  const published = (article.published ?? '').slice(0, 10)
  const voicesOf = voiceReader(identified)
  const byId = new Map(record.statements.map((statement) => [statement.id, statement]))
  const inSentence = new Map<number, Statement[]>()
  for (const statement of record.statements) addTo(inSentence, statement.sentence, statement)
  const read = tokenReader(record, identified)
  const propositions = record.statements.map((statement): Omit<Proposition, keyof Answers> => {
    const { speakers, chain } = voicesOf(statement)
    const own = new Set(speakers.map((speaker) => speaker.id))
    const pieces = statement.content.flatMap((span) => cutAtSentences(span, sentences))
    const said = (pieces.length > 0 ? pieces : statement.content).map((piece) => read(piece, own))
    // "They blamed the fire on Ann": the cue says that she is responsible.
    const implied = statement.act === 'attribute' ? ['involve'] : []
    const parts = said.map((each) => sortedTexts([...each.tokens, ...implied]))
    return {
      id: statement.id,
      article: article.id,
      published,
      sentence: statement.sentence,
      heading: /^(?:title|heading)$/.test(sentences[statement.sentence]?.mark ?? ''),
      act: statement.act,
      text: detached(
        statement.content
          .map((span) => article.text.slice(span.start, span.end))
          .join(' … ')
          .replace(/\s+/g, ' ')
      ),
      tokens: sortedTexts(parts.flat()),
      parts: parts.length > 1 ? parts.filter((part) => part.length > 2) : [],
      quantities: statement.quantities.map((quantity): Count => {
        const at = pieces.findIndex((piece) => piece.start <= quantity.start && quantity.end <= piece.end)
        const unit = unitOf(quantity.unit)
        const of = (parts[at] ?? []).filter((token) => token !== unit && !token.startsWith('#'))
        return { number: quantity.number, bound: quantity.bound, unit, of }
      }),
      quotes: quotesIn(article.text, statement.content),
      negative: said.some((each) => each.negative),
      doers: sortedTexts(said.flatMap((each) => each.doers)),
      speakers,
      chain,
      inside: statement.inside,
      isAll: isAllOf(statement, byId.get(statement.inside ?? statement.id)),
      sameWords: sameWordsAs(statement, inSentence.get(statement.sentence) ?? []),
      company,
      original: copied?.sentences.get(statement.sentence) ?? null,
      originalArticle: copied?.article ?? article.id,
      isAnswered: false,
      deed: []
    }
  })
  const answers = findAnswers(record, propositions)
  const answering = propositions.map((each, i) => ({ ...each, ...(answers[i] ?? nothingAnswered) }))
  const answered = new Set(answering.flatMap(({ denied, contrary }) => [denied, contrary]))
  const deeds = deedsOf(answering)
  const ownAll = (texts: readonly string[]): readonly string[] => listOf(texts, own)
  return answering.map((each) => ({
    ...each,
    tokens: ownAll(each.tokens),
    parts: listOf(each.parts, ownAll),
    quantities: listOf(each.quantities, (count) => ({ ...count, unit: own(count.unit), of: ownAll(count.of) })),
    quotes: listOf(each.quotes),
    doers: ownAll(each.doers),
    isAnswered: answered.has(each.id),
    deed: ownAll(deeds.get(each.id) ?? [])
  }))
}

const nothingAnswered: Answers = { against: null, denied: null, contrary: null }

/** Propositions of one article that was read before anybody knew what of it is copied. */
export function asCopied(propositions: readonly Proposition[], { article, sentences }: Copied): Proposition[] {
  return propositions.map((each) => ({
    ...each,
    original: sentences.get(each.sentence) ?? null,
    originalArticle: article
  }))
}

/** The parts of a span in each of the sentences that it touches. */
function cutAtSentences(span: Span, sentences: readonly Span[]): Span[] {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) <= span.start) low = middle + 1
    else high = middle
  }
  const parts: Span[] = []
  for (let i = low; i < sentences.length; i++) {
    const sentence = sentences[i]
    if (sentence === undefined || sentence.start >= span.end) break
    parts.push({ start: Math.max(span.start, sentence.start), end: Math.min(span.end, sentence.end) })
  }
  return parts
}

/** A quoted sentence of fewer words may be anybody's. */
const fewestQuoted = 4

function quotesIn(text: string, content: readonly Span[]): string[] {
  const found = content.flatMap((span) => {
    const quoted = text.slice(span.start, span.end).match(/[“"][^”"]*[”"]?/g) ?? []
    return quoted
      .flatMap((part) => part.split(/[.!?]+/))
      .map((sentence) => findWords(sentence).map((word) => word.text))
  })
  return sortedTexts(found.flatMap((words) => (words.length < fewestQuoted ? [] : [numberedText(words.join(' '))])))
}

/** A text as 64 bits, which two that differ hardly ever share: a quotation may be long, and a statement travels under dozens of keys. */
function numberedText(text: string): string {
  return hex(hashText(text)) + hex(hashText(text, 1))
}

function companyOf(record: ArticleRecord, { idOf, isNamed, isCountry }: Identified): EntityId[] {
  const counts = new Map<EntityId, number>()
  for (const mention of record.mentions) {
    if (mention.kind !== 'name') continue
    const id = idOf(mention.entity)
    if (isNamed(id) && !isCountry(id)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const most = sortBy(
    counts,
    ([, count]) => -count,
    ([id]) => id
  )
  return sortedTexts(most.slice(0, companySize).map(([id]) => id))
}

type Voices = Pick<Proposition, 'speakers' | 'chain'>

/** Statements of one article with the same chain share what is made of it. */
function voiceReader(identified: Identified): (statement: Statement) => Voices {
  const known = new Map<string, Voices>()
  return (statement) => {
    const key = JSON.stringify(statement.chain.map(({ role, entity }) => [role, entity]))
    const found = known.get(key)
    if (found !== undefined) return found
    const voices = {
      speakers: listOf(speakersOf(statement, identified)),
      chain: listOf(statement.chain, ({ role, entity }) => ({ role, entity: identified.idOf(entity) }))
    }
    known.set(key, voices)
    return voices
  }
}

function speakersOf(statement: Statement, identified: Identified): Speaker[] {
  const { idOf, bodyOf, sideOf, isNamed, isOutlet } = identified
  const end = statement.chain.findIndex((hop) => hop.role !== 'speaker')
  const hops = end === -1 ? statement.chain : statement.chain.slice(0, Math.max(1, end))
  const ids = sortedTexts(hops.map((hop) => idOf(hop.entity)))
  // Somebody without a name whom a group lets speak ("a soldier, in a video that the army released") speaks for the group.
  const relayer = statement.chain.slice(1).find((hop) => hop.role === 'relayer' && isNamed(idOf(hop.entity)))
  return ids.map((id) => {
    const lent = relayer !== undefined && !isNamed(id) && sideOf(id) === id
    const by = lent ? idOf(relayer.entity) : id
    return { id, body: bodyOf(by), side: sideOf(by), named: isNamed(id), outlet: isOutlet(id) }
  })
}
