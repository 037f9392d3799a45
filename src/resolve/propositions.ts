/**
 * A record and who is who in it → what each statement says, in a form that can be compared with other articles' statements. Plain
 * values only, so that a proposition can travel as a line of JSON.
 */
import type {
  Act,
  ArticleId,
  ArticleRecord,
  EntityId,
  HopRole,
  Mention,
  Span,
  Statement,
  StatementId
} from '../model.js'
import { countryOfDemonym } from '../names/countries.js'
import { slug } from '../names/slug.js'
import { conceptsOf } from './concepts.js'
import { deedsOf } from './denials.js'
import { sortBy, sortedTexts } from './order.js'
import { findWords, stemOf, type Word } from './words.js'

export interface Proposition {
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
  /** The statement before it in its sentence, where the article puts the two against each other: "A said …, although B said …". */
  readonly against: StatementId | null
  /** Whom the article names, countries left out: two articles that share some speak of the same things. */
  readonly company: readonly EntityId[]
  /** The sentence that its own was copied from, as `article number`; its own where others copy it; null where nobody did. */
  readonly original: string | null
  /** The article that its own was copied from, in the end; its own where it is no copy. */
  readonly originalArticle: ArticleId
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
  /** The state or body that it speaks for; itself where nothing is known. */
  readonly side: EntityId
  readonly named: boolean
  readonly outlet: boolean
}

/** What is known of an article's entities over all articles. */
export interface Identified {
  readonly idOf: (local: EntityId) => EntityId
  /** By global ids. */
  readonly sideOf: (id: EntityId) => EntityId
  readonly isNamed: (id: EntityId) => boolean
  readonly isCountry: (id: EntityId) => boolean
  readonly isPlace: (id: EntityId) => boolean
  readonly isOutlet: (id: EntityId) => boolean
}

/** So many of the most named are kept as company. */
const companySize = 40
const negations =
  /^(?:not|no|never|without|nothing|nobody|none|neither|nor|cannot|fail|failed|unlikely|impossible|hardly)$|n't$/

export function propositionsOf(record: ArticleRecord, identified: Identified, copied?: Copied): Proposition[] {
  const { article, sentences } = record
  const company = companyOf(record, identified)
  const byId = new Map(record.statements.map((statement) => [statement.id, statement]))
  const mentions = sortBy(
    record.mentions,
    (mention) => mention.start,
    (mention) => -mention.end
  )
  const propositions = record.statements.map((statement): Proposition => {
    const speakers = speakersOf(statement, identified)
    const own = new Set(speakers.map((speaker) => speaker.id))
    const read = (span: Span): Said => tokensIn(article.text, span, mentions, own, identified)
    const pieces = statement.content.flatMap((span) => {
      const cut = sentences.filter((sentence) => sentence.start < span.end && span.start < sentence.end)
      return cut.map((sentence) => ({
        start: Math.max(span.start, sentence.start),
        end: Math.min(span.end, sentence.end)
      }))
    })
    const said = (pieces.length > 0 ? pieces : statement.content).map(read)
    // "They blamed the fire on Ann": the cue says that she is responsible.
    const implied = statement.act === 'attribute' ? ['involve'] : []
    const parts = said.map((each) => sortedTexts([...each.tokens, ...implied]))
    return {
      id: statement.id,
      article: article.id,
      published: (article.published ?? '').slice(0, 10),
      sentence: statement.sentence,
      heading: /^(?:title|heading)$/.test(sentences[statement.sentence]?.mark ?? ''),
      act: statement.act,
      text: statement.content
        .map((span) => article.text.slice(span.start, span.end))
        .join(' … ')
        .replace(/\s+/g, ' '),
      tokens: sortedTexts(parts.flat()),
      parts: parts.length > 1 ? parts.filter((part) => part.length > 2) : [],
      quantities: statement.quantities.map((quantity): Count => {
        const at = pieces.findIndex((piece) => piece.start <= quantity.start && quantity.end <= piece.end)
        const unit = unitOf(quantity.unit)
        const of = (parts[at] ?? []).filter((token) => token !== unit && !token.startsWith('#'))
        return { number: quantity.number, bound: quantity.bound, unit, of }
      }),
      negative: said.some((each) => each.negative),
      doers: sortedTexts(said.flatMap((each) => each.doers)),
      speakers,
      chain: statement.chain.map((hop) => ({ role: hop.role, entity: identified.idOf(hop.entity) })),
      inside: statement.inside,
      isAll: isAllOf(statement, byId.get(statement.inside ?? statement.id)),
      against: againstOf(record, statement),
      company,
      original: copied?.sentences.get(statement.sentence) ?? null,
      originalArticle: copied?.article ?? article.id,
      deed: []
    }
  })
  const deeds = deedsOf(propositions)
  return propositions.map((each) => ({ ...each, deed: deeds.get(each.id) ?? [] }))
}

/** Do content, cue and source of the inner one fill what the outer one says, small words aside? */
function isAllOf(inner: Statement, outer: Statement | undefined): boolean {
  if (outer === undefined || outer.id === inner.id) return false
  const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + span.end - span.start, 0)
  const own = [...inner.content, ...inner.cue, ...inner.source].filter((span) =>
    outer.content.some((whole) => whole.start <= span.start && span.end <= whole.end)
  )
  return lengthOf(own) >= 0.6 * lengthOf(outer.content)
}

function extentOf(spans: readonly Span[]): [number, number] {
  return [Math.min(...spans.map((span) => span.start)), Math.max(...spans.map((span) => span.end))]
}

const contrast = /\b(?:although|though|but|whereas|while|however|despite)\b[^.;]{0,40}$/i

function againstOf(record: ArticleRecord, statement: Statement): StatementId | null {
  const sentence = record.sentences[statement.sentence]
  if (sentence === undefined || statement.inside !== null) return null
  const [start] = extentOf([...statement.content, ...statement.cue, ...statement.source])
  const before = record.statements.filter(
    (other) => other.sentence === statement.sentence && other.id !== statement.id && other.inside === null
  )
  const ends = before.map((other) => extentOf([...other.content, ...other.cue, ...other.source])[1])
  const nearest = Math.max(...ends.filter((end) => end <= start))
  if (!Number.isFinite(nearest) || !contrast.test(record.article.text.slice(nearest, start))) return null
  return before[ends.indexOf(nearest)]?.id ?? null
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

function speakersOf(statement: Statement, { idOf, sideOf, isNamed, isOutlet }: Identified): Speaker[] {
  const end = statement.chain.findIndex((hop) => hop.role !== 'speaker')
  const hops = end === -1 ? statement.chain : statement.chain.slice(0, Math.max(1, end))
  const ids = sortedTexts(hops.map((hop) => idOf(hop.entity)))
  return ids.map((id) => ({ id, side: sideOf(id), named: isNamed(id), outlet: isOutlet(id) }))
}

interface Said {
  readonly tokens: readonly string[]
  readonly negative: boolean
  readonly doers: readonly string[]
}

const doerBefore =
  /(?:\b(?:by|from)\s+(?:the\s+)?|\b(?:troops|forces|army|agents|soldiers|fighters|hackers)\s+of\s+(?:the\s+)?)$/i
const doerAfter =
  /^(?:['’]s?)?\s+(?:\p{L}+\s+)?(?:agents?|aircraft|army|artillery|drones?|fighters?|forces?|groups?|gunmen|hackers?|intelligence|jets?|militants?|military|missiles?|operatives?|rockets?|saboteurs?|services?|soldiers?|spies|troops)\b/iu

function isDoer(text: string, span: Span, name: Span): boolean {
  const before = text.slice(Math.max(span.start, name.start - 40), name.start)
  return (
    /^["“'‘]?(?:the\s+)?$/i.test(text.slice(span.start, name.start)) ||
    doerBefore.test(before) ||
    doerAfter.test(text.slice(name.end, span.end))
  )
}

/** Names as their entities, the rest as concepts. Whoever speaks is not a part of what is said. */
function tokensIn(
  text: string,
  span: Span,
  mentions: readonly Mention[],
  speakers: ReadonlySet<EntityId>,
  identified: Identified
): Said {
  const { idOf, isNamed } = identified
  const tokens: string[] = []
  const doers: string[] = []
  const add = (token: string, place: Span): void => {
    tokens.push(token)
    if (/^[@^]/.test(token) && isDoer(text, span, place)) doers.push(token)
  }
  let words: Word[] = []
  let negative = false
  const flush = (): void => {
    if (words.length === 0) return
    negative ||= words.some((word) => negations.test(word.text))
    for (const { token, from, to } of conceptsOf(words)) {
      const own = words.slice(from, to)
      const [first] = own
      if (first !== undefined) add(tokenOf(token, own), { start: first.start, end: own.at(-1)?.end ?? first.end })
    }
    words = []
  }
  let at = span.start
  const readTo = (end: number): void => {
    if (end > at) words.push(...findWords(text, at, end))
  }
  for (const mention of mentions) {
    if (mention.start < at || mention.end > span.end) continue
    const id = idOf(mention.entity)
    if (!isNamed(id)) continue
    readTo(mention.start)
    // A name cuts no phrase in two: "take control of Kozinka".
    flush()
    if (!speakers.has(id)) add(nameToken(id, identified), mention)
    at = mention.end
  }
  readTo(span.end)
  flush()
  return { tokens: tokens.filter((token) => token !== ''), negative, doers }
}

/** "12 residents" and "12 people" count the same; "12 women" may be some of them. */
function unitOf(unit: string): string {
  const stem = stemOf(unit.toLowerCase())
  return /^(?:civilian|citizen|individual|inhabitant|people|person|resident)$/.test(stem) ? 'person' : stem
}

const numbers = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, i) => [word, `#${i}`])
)

function tokenOf(token: string, words: readonly Word[]): string {
  const [word] = words
  if (word === undefined || words.length > 1) return token
  if (negations.test(word.text)) return ''
  const number = numbers.get(word.text) ?? (/^\d/.test(word.text) ? `#${word.text.replace(/,/g, '')}` : undefined)
  if (number !== undefined) return number
  if (!word.capital) return token
  const country = countryOfDemonym.get(word.text.charAt(0).toUpperCase() + word.text.slice(1))
  return country === undefined ? token : `^${slug(country.name)}`
}

function nameToken(id: EntityId, { isCountry, isPlace }: Identified): string {
  return `${isCountry(id) ? '^' : isPlace(id) ? '~' : '@'}${id}`
}
