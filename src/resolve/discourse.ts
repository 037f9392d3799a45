/**
 * The propositions of one article → which of them answer others: what the article sets against each other, what a denial denies, what
 * says the contrary of the sentence before. Only what stands close together is looked at.
 */
import type { ArticleRecord, Span, Statement, StatementId } from '../model.js'
import { countsOfOneThing, excludeEachOther } from './counts.js'
import { commonTokens } from './likeness.js'
import { oppositeIn } from './opposites.js'
import { addTo } from './order.js'
import { unitClass } from './people.js'
import type { Count, Proposition } from './propositions.js'
import { weightOf } from './weights.js'

export interface Answers {
  /** The statement before it in its sentence, where the article puts the two against each other: "A said …, although B said …". */
  readonly against: StatementId | null
  /** What a denial denies: the nearest of what others say before it that it has a word of, or calls "the accusation". */
  readonly denied: StatementId | null
  /** What another side says just before it, of which it says the contrary. */
  readonly contrary: StatementId | null
}

type Bare = Omit<Proposition, keyof Answers>

/** A denial is looked for so many sentences after what it denies. */
const reach = 3
const contrast = /\b(?:although|though|but|whereas|while|however|despite)\b[^.;]{0,40}$/i

/** "but" and "while" mostly add. */
const concession = /\b(?:although|though|whereas|however|despite)\b/i

/** One for each of the propositions, which are those of the record's statements in their order. */
export function findAnswers(record: ArticleRecord, propositions: readonly Bare[]): Answers[] {
  const told = propositions.map((proposition, i): Told => {
    const statement = record.statements[i]
    const [start, end] = statement === undefined ? [0, 0] : extentOf(statement)
    const cue = statement?.cue.map((span) => record.article.text.slice(span.start, span.end)).join(' ') ?? ''
    return { proposition, cue, start, end }
  })
  const bySentence = new Map<number, Told[]>()
  for (const each of told) addTo(bySentence, each.proposition.sentence, each)
  for (const same of bySentence.values()) same.sort((a, b) => a.start - b.start)
  return told.map((each): Answers => {
    const { sentence } = each.proposition
    const own = bySentence.get(sentence) ?? []
    const place = own.indexOf(each)
    const before = lastOf(own.slice(Math.max(0, place - few), place)).filter(
      (other) => other.end <= each.start && isOuter(other)
    )
    const earlier = (from: number, to: number): Told[] => {
      const found: Told[] = []
      for (let at = from; at <= to; at++) found.push(...lastOf(bySentence.get(sentence - at) ?? []))
      return found
    }
    const nearest = before[0]
    const between = nearest === undefined ? '' : record.article.text.slice(nearest.end, each.start)
    const isAgainst = nearest !== undefined && isOuter(each) && contrast.test(between)
    return {
      against: isAgainst ? nearest.proposition.id : null,
      denied: deniedBy(each, [...before, ...earlier(1, reach)], (bySentence.get(sentence + 1) ?? []).slice(0, few)),
      contrary: contraryTo(each.proposition, isAgainst && concession.test(between) ? nearest : undefined, [
        ...before,
        ...earlier(1, 1)
      ])
    }
  })
}

/** So many statements of a sentence are looked at, so that a text of one sentence takes no longer than others. */
const few = 12

/** The last of a sentence, the very last first. */
function lastOf(told: readonly Told[]): Told[] {
  return told.slice(-few).reverse()
}

interface Told {
  readonly proposition: Bare
  readonly cue: string
  /** From the first to the last of source, cue and content. */
  readonly start: number
  readonly end: number
}

function isOuter({ proposition }: Told): boolean {
  return proposition.inside === null
}

function extentOf({ source, cue, content }: Statement): [number, number] {
  const spans: readonly Span[] = [...source, ...cue, ...content]
  return [Math.min(...spans.map((span) => span.start)), Math.max(...spans.map((span) => span.end))]
}

function isName(token: string): boolean {
  return /^[@~^]/.test(token)
}

/** Are both known, and of two sides? */
function areOpposed(a: Bare, b: Bare): boolean {
  if (a.speakers.length === 0 || b.speakers.length === 0) return false
  const own = new Set(a.speakers.flatMap(({ id, body, side }) => [id, body, side]))
  return !b.speakers.some(({ id, body, side }) => own.has(id) || own.has(body) || own.has(side))
}

const assertive = /^(?:announce|assert|attribute|believe|claim|confirm)$/
/** "denied the allegation", "rejected his claims": what they were stands elsewhere. */
const anaphor =
  /^["“]?(?:(?:all|any|both|the|this|that|these|those|such|his|her|its|their)\s+)*(?:accusations?|allegations?|assertions?|charges?|claims?|criticism|reports?|suggestions?)\b(?!\s+(?:about|by|of|that))/i

function deniedBy(own: Told, before: readonly Told[], after: readonly Told[]): StatementId | null {
  const { proposition: denial } = own
  if (denial.act !== 'deny' || denial.heading) return null
  const back = anaphor.test(denial.text) && denial.inside === null
  if (!back && !/\b(?:den(?:y|ies|ied|ying)|disput|refut)/i.test(own.cue)) return null
  const words = denial.tokens.filter((token) => !isName(token) && token !== 'involve')
  const fits = ({ proposition: other }: Told): boolean => {
    if (!assertive.test(other.act) || other.heading || !areOpposed(denial, other)) return false
    if (other.inside === denial.id || denial.inside === other.id) return false
    if (back) return other.act === 'attribute' || denial.sentence - other.sentence <= 1
    const said = other.tokens.filter((token) => !isName(token))
    const common = sumOf(commonTokens(words, said))
    return common > 0.4 && common >= 0.4 * Math.min(sumOf(words), sumOf(said))
  }
  // What comes after a denial is seldom what it denies, unless it is the accusation.
  const found = before.find(fits) ?? after.find((each) => each.proposition.act === 'attribute' && names(each, denial))
  return found?.proposition.id ?? null
}

/** Does somebody say something of those who speak here? */
function names({ proposition }: Told, { speakers }: Bare): boolean {
  const wanted = new Set(speakers.flatMap(({ id, body, side }) => [id, body, side]))
  return proposition.tokens.some((token) => /^[@~^]/.test(token) && wanted.has(token.slice(1)))
}

/** Mostly the next voice only adds: the contrary is said with an opposite, a negation or another count of a common thing. */
function contraryTo(own: Bare, against: Told | undefined, before: readonly Told[]): StatementId | null {
  if (!mayContradict(own)) return null
  const found = before.find((each) => {
    const other = each.proposition
    if (!mayContradict(other) || !areOpposed(own, other) || other.inside !== null || own.inside !== null) return false
    const counts = countsOfOneThing(other, own)
    if (counts !== undefined && each !== against) {
      return isCountable(counts[0]) && excludeEachOther(...counts) && sameNames(counts[0].of, counts[1].of)
    }
    const common = sumOf(commonTokens(own.tokens, other.tokens))
    const [least, most] = [sumOf(own.tokens), sumOf(other.tokens)].sort((a, b) => a - b)
    const opposite = oppositeIn(own.tokens, other.tokens)
    const negated = own.negative !== other.negative
    if (each === against) return (opposite !== undefined || negated) && common > 0
    // "He said it was safe. She said it was not."
    if (negated) return common >= Math.max(1.6, 0.6 * (most ?? 0))
    const rest = (opposite?.ofState ? least : most) ?? 0
    return opposite !== undefined && common >= Math.max(0.8, 0.5 * (rest - 1))
  })
  return found?.proposition.id ?? null
}

/** Two sums of money or shares of votes are mostly of two things. */
function isCountable({ unit }: Count): boolean {
  return unitClass(unit) === 'person'
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  const names = (tokens: readonly string[]): string => tokens.filter((token) => /^[@~]/.test(token)).join(' ')
  return names(a) === names(b)
}

function mayContradict({ act }: Bare): boolean {
  return assertive.test(act)
}

function sumOf(tokens: readonly string[]): number {
  return tokens.reduce((sum, token) => sum + weightOf(token), 0)
}
