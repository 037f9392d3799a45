/** Two propositions → how likely they say the same, with the reason. */
import type { Act } from '../model.js'
import { oppositeIn } from './opposites.js'
import { isSameUnit } from './people.js'
import type { Proposition } from './propositions.js'
import { weightOf } from './weights.js'

/** What two propositions are compared by. */
export type Comparable = Pick<
  Proposition,
  | 'id'
  | 'article'
  | 'published'
  | 'act'
  | 'tokens'
  | 'parts'
  | 'quantities'
  | 'quotes'
  | 'negative'
  | 'speakers'
  | 'inside'
  | 'company'
  | 'original'
>

export interface Likeness {
  /** 0 to 1. */
  readonly score: number
  readonly reason: string
}

/** What speaks for and against two propositions being one claim, each from 0 to 1. */
export interface Evidence {
  /** Share of the words of both that they have in common, by weight; the best of the whole and of single sentences. */
  readonly shared: number
  /** Share of the shorter one's words that the longer one has, less where those are few. */
  readonly contained: number
  readonly sameSpeaker: number
  /** The same, within one article, where most statements have one of a few speakers. */
  readonly sameSpeakerHere: number
  /** Speakers of one state or body. */
  readonly sameSide: number
  /** Known speakers of different sides. */
  readonly otherSide: number
  /** A sentence of four words or more is quoted by both. */
  readonly quoted: number
  readonly sameNumber: number
  /** Both count the same thing and come to different numbers. */
  readonly otherNumber: number
  /** Their sentences stand for one another in articles that copy each other. */
  readonly copied: number
  /** How much the articles have in common; 0 within one article. */
  readonly company: number
  readonly sameArticle: number
  /** Both deny, both confirm, both give the blame, or both could not verify. */
  readonly sameAct: number
  readonly otherAct: number
  /** Only one of them is a denial: one claim only if the words are much the same. */
  readonly oneDenies: number
  /** One says that, the other that not. */
  readonly otherSign: number
  /** One has a word and the other its opposite: helps, hurts. */
  readonly opposite: number
  /** Weeks between the articles, at most four, as a share of four. */
  readonly apart: number
}

/**
 * What the evidence weighs, in logarithms of odds: a logistic regression over 350 pairs that were judged by hand, then drawn half-way
 * to a second one over 153 other pairs of PolNeAR's training articles (evenly over the scores of the first) and the pairs of the judged
 * stories in test/resolve/judged but for `spill`, which was kept aside.
 */
const weights: Readonly<Record<keyof Evidence, number>> = {
  shared: 8.3,
  contained: 1.5,
  sameSpeaker: 2.1,
  sameSpeakerHere: 1.1,
  sameSide: 1.6,
  otherSide: -0.8,
  quoted: 4,
  sameNumber: 0.6,
  otherNumber: -2,
  copied: 2.8,
  company: 1.7,
  sameArticle: 0.5,
  sameAct: 1.9,
  otherAct: -0.6,
  oneDenies: -1.8,
  otherSign: -0.9,
  opposite: -1.3,
  apart: -2
}
const base = -5.2

export function likenessOf(a: Comparable, b: Comparable, copied: boolean): Likeness {
  const evidence = evidenceOf(a, b, copied)
  return { score: weigh(a, b, copied, evidence), reason: reasonOf(a, b, evidence) }
}

/** The score alone: most pairs need no reason. */
export function scoreOf(a: Comparable, b: Comparable, copied: boolean): number {
  return weigh(a, b, copied, evidenceOf(a, b, copied))
}

const kinds: readonly (keyof Evidence)[] = [
  'shared',
  'contained',
  'sameSpeaker',
  'sameSpeakerHere',
  'sameSide',
  'otherSide',
  'quoted',
  'sameNumber',
  'otherNumber',
  'copied',
  'company',
  'sameArticle',
  'sameAct',
  'otherAct',
  'oneDenies',
  'otherSign',
  'opposite',
  'apart'
]

function weigh(a: Comparable, b: Comparable, copied: boolean, evidence: Evidence): number {
  let sum = base
  for (const kind of kinds) sum += weights[kind] * evidence[kind]
  const score = 1 / (1 + Math.exp(-sum))
  // Another count of a thing is another claim, which updates the first or contradicts it.
  const vague = !copied && (saysNothing(a) || saysNothing(b) || shareNothing(a, b, evidence))
  return Math.min(score, evidence.otherNumber === 1 || vague ? 0.3 : 1)
}

/** "Critics attacked Orlin": a name alone tells of whom, and not what; nor does who "did not respond to a request for comment". */
function saysNothing({ act, tokens }: Comparable): boolean {
  return act === 'refuse' || tokens.every(isName)
}

/** Two who say "Orlin's remarks" mean one thing only where somebody says both: names and one common word are anybody's. */
function shareNothing(
  a: Comparable,
  b: Comparable,
  { sameSpeaker, sameSpeakerHere, sameSide, quoted }: Evidence
): boolean {
  if (sameSpeaker + sameSpeakerHere + sameSide + quoted > 0) return false
  return sumOf(commonTokens(a.tokens, b.tokens).filter((token) => !isName(token))) < 1
}

function isName(token: string): boolean {
  return token.startsWith('@') || token.startsWith('~') || token.startsWith('^')
}

export function evidenceOf(a: Comparable, b: Comparable, copied: boolean): Evidence {
  const [shared, contained] = overlapOf(a, b)
  const sameArticle = a.article === b.article
  const sameSpeaker = haveSameSpeaker(a, b)
  const sameSide = haveSameSide(a, b)
  const sameNumber = a.tokens.some((token) => token.startsWith('#') && b.tokens.includes(token))
  const kind = kindOf(a.act)
  return {
    shared,
    contained,
    sameSpeaker: flag(sameSpeaker && !sameArticle),
    sameSpeakerHere: flag(sameSpeaker && sameArticle),
    sameSide: flag(sameSide && !sameSpeaker),
    otherSide: flag(areOfOtherSides(a, b)),
    quoted: flag(a.quotes.length > 0 && commonTokens(a.quotes, b.quotes).length > 0),
    sameNumber: flag(sameNumber),
    otherNumber: flag(countsDiffer(a, b)),
    // A sentence may hold several statements, and its copy too: some words must tell which is which.
    copied: flag(copied && shared > 0.12),
    company: sameArticle ? 0 : companyOf(a, b),
    sameArticle: flag(sameArticle),
    sameAct: flag((kind !== 'say' && kind === kindOf(b.act)) || (a.act === 'confirm' && b.act === 'confirm')),
    otherAct: flag(kind !== kindOf(b.act)),
    oneDenies: flag((a.act === 'deny') !== (b.act === 'deny')),
    otherSign: flag(a.negative !== b.negative && a.act !== 'deny' && b.act !== 'deny'),
    opposite: flag(oppositeIn(a.tokens, b.tokens) !== undefined),
    apart: weeksBetween(a.published, b.published) / 4
  }
}

/** Do the two tell of one thing at one time, as far as the articles' names and dates and their own words show? */
export function sameStory(a: Comparable, b: Comparable): boolean {
  if (a.article === b.article) return true
  if (weeksBetween(a.published, b.published) / 4 > 0.5) return false
  return companyOf(a, b) >= 0.3 || overlapOf(a, b)[1] >= 0.5
}

/** Known speakers of different sides. */
export function areOfOtherSides(a: Comparable, b: Comparable): boolean {
  return areNamed(a) && areNamed(b) && !haveSameSide(a, b) && !haveSameSpeaker(a, b)
}

function areNamed({ speakers }: Comparable): boolean {
  return speakers.some((speaker) => speaker.named)
}

function haveSameSpeaker(a: Comparable, b: Comparable): boolean {
  return b.speakers.some(({ body }) => a.speakers.some((speaker) => speaker.body === body))
}

function haveSameSide(a: Comparable, b: Comparable): boolean {
  return b.speakers.some(({ side }) => a.speakers.some((speaker) => speaker.side === side))
}

function flag(value: boolean): number {
  return value ? 1 : 0
}

function kindOf(act: Act): string {
  if (act === 'deny' || act === 'cannot-verify' || act === 'attribute' || act === 'announce') return act
  return act === 'question' || act === 'order' || act === 'refuse' || act === 'doubt' ? act : 'say'
}

/** The best over whole contents and single sentences of them: a long quotation holds more than one claim. */
function overlapOf(a: Comparable, b: Comparable): [number, number] {
  let best = overlap(a.tokens, b.tokens)
  // What the wholes do not share, no sentence of them does.
  if (best[0] === 0) return best
  for (const part of a.parts) best = better(best, overlap(part, b.tokens))
  for (const part of b.parts) best = better(best, overlap(a.tokens, part))
  for (const left of a.parts) for (const right of b.parts) best = better(best, overlap(left, right))
  return best
}

function better(a: [number, number], b: [number, number]): [number, number] {
  return b[0] + b[1] > a[0] + a[1] ? b : a
}

function overlap(a: readonly string[], b: readonly string[]): [number, number] {
  const common = sumOfCommon(a, b)
  if (common === 0) return [0, 0]
  const left = sumOf(a)
  const right = sumOf(b)
  // Two words in common are little, whatever share they are.
  const much = common / (common + 1)
  return [((2 * common) / (left + right)) * much, (common / Math.min(left, right)) * much]
}

function sumOf(tokens: readonly string[]): number {
  let sum = 0
  for (const token of tokens) sum += weightOf(token)
  return sum
}

/** As `sumOf` of what they have in common, without a list of it: most pairs have little. */
function sumOfCommon(a: readonly string[], b: readonly string[]): number {
  let sum = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? ''
    const right = b[j] ?? ''
    if (left === right) {
      sum += weightOf(left)
      i++
      j++
    } else if (left < right) i++
    else j++
  }
  return sum
}

/** Both sorted. */
export function commonTokens(a: readonly string[], b: readonly string[]): string[] {
  const found: string[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? ''
    const right = b[j] ?? ''
    if (left === right) {
      found.push(left)
      i++
      j++
    } else if (left < right) i++
    else j++
  }
  return found
}

function countsDiffer(a: Comparable, b: Comparable): boolean {
  let differ = false
  for (const left of a.quantities) {
    for (const right of b.quantities) {
      if (!isSameUnit(left.unit, right.unit)) continue
      if (left.number === right.number) return false
      differ = true
    }
  }
  return differ
}

function companyOf(a: Comparable, b: Comparable): number {
  const common = commonTokens(a.company, b.company).length
  return common / Math.max(3, Math.min(a.company.length, b.company.length))
}

const week = 7 * 24 * 60 * 60 * 1000

function weeksBetween(a: string, b: string): number {
  if (a === b || a === '' || b === '') return 0
  const weeks = Math.abs(Date.parse(a) - Date.parse(b)) / week
  return Number.isFinite(weeks) ? Math.min(4, weeks) : 0
}

function reasonOf(a: Comparable, b: Comparable, evidence: Evidence): string {
  const words = commonTokens(a.tokens, b.tokens).map((token) => token.replace(/^[#@~^]/, ''))
  const said = words.length === 0 ? 'no words in common' : `in common: ${words.slice(0, 8).join(', ')}`
  const more = [
    evidence.copied === 1 ? 'their sentences are copies' : '',
    evidence.sameSpeaker + evidence.sameSpeakerHere === 1
      ? 'same speaker'
      : evidence.sameSide === 1
        ? 'speakers of one side'
        : '',
    evidence.quoted === 1 ? 'both quote the same words' : '',
    evidence.sameAct === 1 ? `both ${a.act}` : '',
    (a.act === 'deny') !== (b.act === 'deny') ? 'one denies it' : '',
    evidence.otherNumber === 1 ? 'different counts' : ''
  ]
  return [said, ...more.filter((each) => each !== '')].join('; ')
}
