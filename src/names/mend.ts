/**
 * Runs of tokens that the model found → the runs as they should be: what belongs to a name taken along ("501st Legion",
 * "Institute for the Study of War", "Secunia.com"), what does not cut off ("Image", "Yesterday", "Members of"), and the
 * type mended where the last word of a name says it plainly.
 */
import { gather } from '../gather.js'
import { beginsUpper, type Prose, tokenAt } from '../language/index.js'
import type { Token } from '../model.js'
import { certain, type KindsOf } from './agree.js'
import { countryOf, countryOfDemonym, regions } from './countries.js'
import type { TokenRun } from './decode.js'
import { isAcronym } from './key.js'
import { lexicalKinds } from './lexicon.js'
import type { CoarseType } from './types.js'
import {
  armedWords,
  calendarWords,
  captionWords,
  governmentWords,
  groupHeads,
  openingWords,
  organizationWords,
  otherHeads,
  placeHeads,
  roleModifiers,
  roleNouns
} from './words.js'

/** The runs of one sentence, in order. */
export function mendRuns(prose: Prose, found: readonly TokenRun[], kindsOf: KindsOf): TokenRun[] {
  const mended: TokenRun[] = []
  const headings = new Set<number>()
  prose.sentences.forEach(({ tokens }, i) => {
    if (isShouted(tokens) || isTitleCase(tokens, kindsOf)) headings.add(i)
  })
  const runs = gather(found, (run) =>
    headings.has(run.sentence) ? unshout(prose.sentences[run.sentence]?.tokens ?? [], run, kindsOf) : [run]
  )
  runs.forEach((run, i) => {
    const last = mended.at(-1)
    const tokens = prose.sentences[run.sentence]?.tokens ?? []
    const after = last?.sentence === run.sentence ? last.to : 0
    // Eaten by the name before it: "Medical Journal" + "of" + "Australia".
    if (run.to <= after) return
    const next = runs[i + 1]
    const limit = next?.sentence === run.sentence ? next : undefined
    const whole = reachOut(tokens, { ...run, from: Math.max(run.from, after) }, after, limit)
    const cut = cutEdges(tokens, whole)
    if (cut.to <= cut.from) return
    const type = headType(tokens, cut, kindsOf)
    if (type === cut.type) mended.push(cut)
    else if (type === 'other') mended.push({ ...cut, type, odds: [0, 0, 0], probability: 1 })
    else mended.push({ ...cut, type, odds: certain(type, 0.8) })
  })
  return mended
}

const joints = new Set(['of', 'the', 'and', 'for', 'de', 'la', 'al', 'van', 'von', '-', '&', "'s", '’s'])
/** Words that news writes in small letters, and that are parts of names as well. */
const nominal: ReadonlySet<string> = new Set([
  ...groupHeads,
  ...organizationWords,
  ...governmentWords,
  ...armedWords,
  ...placeHeads,
  ...roleNouns,
  ...roleModifiers,
  ...joints
])
/** Words for bodies, at the end of their names. */
const bodies: ReadonlySet<string> = new Set([...groupHeads, ...armedWords, ...governmentWords])

/** "UKRAINE SEES ADVANCES AROUND BAKHMUT" holds two names: what lies between is written in small letters elsewhere. */
function unshout(tokens: readonly Token[], run: TokenRun, kindsOf: KindsOf): TokenRun[] {
  const pieces: TokenRun[] = []
  let from = run.from
  for (let at = run.from; at <= run.to; at++) {
    const word = (tokens[at]?.text ?? '').toLowerCase()
    const small = (kindsOf(word) & lexicalKinds.small) !== 0 && !nominal.has(word)
    if (at < run.to && !small) continue
    if (at > from) pieces.push({ ...run, from, to: at })
    from = at + 1
  }
  return pieces
}

/** All long words with a capital, common ones among them, as headlines are written. */
function isTitleCase(tokens: readonly Token[], kindsOf: KindsOf): boolean {
  let words = 0
  let common = 0
  for (const { text, lower } of tokens) {
    if (text.length < 4 || !/^\p{L}/u.test(text)) continue
    if (!beginsUpper(text)) return false
    words++
    if ((kindsOf(lower) & lexicalKinds.small) !== 0 && !nominal.has(lower)) common++
  }
  return words > 3 && (common > 1 || tokens.at(-1)?.text !== '.')
}

/** Written in capitals throughout, as headings are. */
export function isShouted(tokens: readonly Token[]): boolean {
  let words = 0
  for (const { text } of tokens) {
    if (!/^\p{L}{2}/u.test(text)) continue
    if (/\p{Ll}/u.test(text)) return false
    words++
  }
  return words > 2
}

function reachOut(tokens: readonly Token[], run: TokenRun, least: number, next: TokenRun | undefined): TokenRun {
  let { from, to } = run
  while (to - from > 1 && /^(?:of|for|the|and|in|on|at|to)$/.test(tokens[to - 1]?.text ?? '')) to--
  const before = tokenAt(tokens, from - 1)
  // "501st Legion", "47th Brigade"
  if (from > least && before !== undefined && /^\d+(?:st|nd|rd|th)$/.test(before.text) && isGroupHead(tokens[to - 1]))
    from--
  // "Secunia.com"
  const glued = tokens[to]
  if (glued?.start === tokens[to - 1]?.end && /^\.(?:com|org|net|gov|co|ru|ua|uk|tv|info)$/.test(glued?.text ?? ''))
    to++
  if (run.type !== 'organization' && run.type !== 'other' && to - from > 1) return { ...run, from, to }
  return { ...run, from, to: reachOver(tokens, from, to, next) }
}

/**
 *     the Institute for the Study of War
 *         ^model's  ^    ^   ^
 */
function reachOver(tokens: readonly Token[], from: number, to: number, next: TokenRun | undefined): number {
  const joint = tokens[to]?.text
  if (!isGroupHead(tokens[to - 1]) || (joint !== 'of' && joint !== 'for')) return to
  if (joint === 'for' && /^(?:forces?|police|army|guards?|corps)$/i.test(tokens[to - 1]?.text ?? '')) return to
  const start = tokens[to + 1]?.text === 'the' ? to + 2 : to + 1
  if (!isCapitalised(tokens[start]) || to - from > 8) return to
  if (next !== undefined && next.from === start) return next.type === 'person' ? to : next.to
  let end = start + 1
  while (end < tokens.length && end - start < 8) {
    if (isCapitalised(tokens[end])) end++
    else if (/^(?:of|and)$/.test(tokens[end]?.text ?? '') && isCapitalised(tokens[end + 1])) end += 2
    else break
  }
  return next === undefined ? end : Math.min(end, Math.max(next.from, to))
}

function cutEdges(tokens: readonly Token[], run: TokenRun): TokenRun {
  let { from, to } = run
  // "Yesterday Mohamed", "Actual Airbus employment": a capital that only opens the sentence.
  const before = tokenAt(tokens, from - 1)
  const opens = from === 0 || /^["“‘:—–]$/.test(before?.text ?? '')
  if (opens && to - from > 1 && openingWords.has((tokens[from]?.text ?? '').toLowerCase())) from++
  // "On Monday Senate leaders"
  if (to - from > 1 && before?.lower === 'on' && /day$/.test(tokens[from]?.text ?? '')) {
    if (calendarWords.has((tokens[from]?.text ?? '').toLowerCase())) from++
  }
  // "Members of the Sea Org", "Critics of Scientology"
  const word = (tokens[from]?.text ?? '').toLowerCase()
  if (to - from > 2 && tokens[from + 1]?.text === 'of' && isPlural(word) && roleNouns.has(word.slice(0, -1)))
    return cutEdges(tokens, {
      ...run,
      from: from + (tokens[from + 2]?.text === 'the' ? 3 : 2),
      type: 'organization',
      odds: certain('organization', 0.6)
    })
  // "Flowers Won't Come": the verb of a headline.
  if (to - from > 1 && /^n['’]t$/.test(tokens[to]?.text ?? '')) to--
  // "The minister and I"
  while (to - from > 1 && /^(?:I|and)$/.test(tokens[to - 1]?.text ?? '')) to--
  // "the White House Saturday", "Alabama Republican"
  while (to - from > 1 && isTrailing(tokens[to - 1]?.text ?? '', tokens[from]?.text ?? '')) to--
  // "Belle Image: …" is a caption and whom it credits.
  if (to - from > 1 && captionWords.has(tokens[to - 1]?.text ?? '') && /^[:|(]$/.test(tokens[to]?.text ?? '')) to--
  // "a NASA T-shirt"
  if (to - from > 1 && (tokens[to - 1]?.text ?? '').length === 1 && isGlued(tokens, to) && tokens[to]?.text === '-')
    to--
  // "Airbus A380", "Air France Flight 447"
  to -= modelTokens(tokens, from, to)
  if (to - from > 1 && isFlight(tokens, to - 1)) to--
  return { ...run, from, to }
}

const feasts = /^(?:Super|Black|Good|Ash|Bloody|Cyber|Holy|Red|Palm|Easter)$/

function isTrailing(text: string, first: string): boolean {
  return (
    (/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(text) && !feasts.test(first)) ||
    /^(?:Republican|Democrat|Democratic)$/.test(text)
  )
}

/** How many tokens at the end name a model: "A380", "Mi-8". */
function modelTokens(tokens: readonly Token[], from: number, to: number): number {
  if (to - from > 1 && isModel(tokens[to - 1]?.text ?? '')) return 1
  const hyphen = to - from > 3 && tokens[to - 2]?.text === '-' && /^\d+[A-Z]?$/.test(tokens[to - 1]?.text ?? '')
  return hyphen ? 3 : 0
}

function isModel(text: string): boolean {
  return /^(?:[A-Z]{1,3}\d{2,}|[A-Z][A-Za-z]{0,2}-\d+)[A-Za-z]{0,3}$/.test(text)
}

function isFlight(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'Flight' && /^\d+$/.test(tokens[at + 1]?.text ?? '')
}

/** "Russian Volunteer Corps" is no person, whatever the model says; "Vincent Castle" may be one. */
function headType(tokens: readonly Token[], { from, to, type }: TokenRun, kindsOf: KindsOf): TokenRun['type'] {
  if (to - from < 2) return shortType(tokens, from, type)
  const first = tokens[from]?.text ?? ''
  const last = (tokens[to - 1]?.text ?? '').toLowerCase()
  const given = (kindsOf(first.toLowerCase()) & lexicalKinds.firstName) !== 0
  const named = given && to - from === 2 && !countryOfDemonym.has(first)
  const second = tokens[from + 1]?.text
  // "Institute for the Study of War": what the group is for does not say what it is.
  const leads = groupHeads.has(first.toLowerCase()) || governmentWords.has(first.toLowerCase())
  if (leads && (second === 'of' || second === 'for')) return 'organization'
  if (last === 'org' || /^red (?:cross|crescent)$/i.test(`${tokens[to - 2]?.text} ${last}`)) return 'organization'
  if (otherHeads.has(last) && !given) return 'other'
  if (named || (type === 'organization' && !placeHeads.has(last))) return type
  if (bodies.has(last)) return 'organization'
  return placeHeads.has(last) && (type === 'person' || type === 'other') ? 'place' : type
}

function shortType(tokens: readonly Token[], at: number, type: CoarseType | 'other'): CoarseType | 'other' {
  const text = tokens[at]?.text ?? ''
  if (type === 'person' && isAcronym(text) && text.length > 2) return countryOf.has(text) ? 'place' : 'organization'
  return type === 'person' && (countryOf.has(text) || regions.has(text)) && countryOf.has(text) ? 'place' : type
}

function isGroupHead(token: Token | undefined): boolean {
  const word = (token?.text ?? '').toLowerCase()
  return isCapitalised(token) && bodies.has(word)
}

function isCapitalised(token: Token | undefined): boolean {
  return token !== undefined && beginsUpper(token.text) && !calendarWords.has(token.lower)
}

function isPlural(word: string): boolean {
  return word.length > 4 && word.endsWith('s')
}

/** Does token `at` follow the one before it without a space? */
function isGlued(tokens: readonly Token[], at: number): boolean {
  return at > 0 && tokens[at]?.start === tokens[at - 1]?.end
}
