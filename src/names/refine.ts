/**
 * Runs of tokens → names as they are printed: titles, "the" and possessives cut off, lists split, peoples and days left
 * out, acronyms in brackets added, "region" taken along.
 */
import type { Prose } from '../language/index.js'
import type { Token } from '../model.js'
import { countryOf, countryOfDemonym, regions } from './countries.js'
import type { TokenRun } from './decode.js'
import { isAcronym } from './key.js'
import { kindOf } from './kinds.js'
import type { CoarseType, Name } from './types.js'
import {
  calendarWords,
  governmentBodies,
  honorifics,
  organizationWords,
  outlets,
  regionNouns,
  roleModifiers,
  roleNouns,
  shortTitles
} from './words.js'

interface Piece {
  readonly tokens: readonly Token[]
  readonly from: number
  readonly to: number
  readonly type: CoarseType
  readonly probability: number
  /** Where the titles before it begin. */
  readonly titled: number
}

export function refineNames(prose: Prose, runs: readonly TokenRun[]): Name[] {
  const names: Name[] = []
  for (const run of runs) {
    if (run.type === 'other') continue
    const tokens = prose.sentences[run.sentence]?.tokens ?? []
    const whole = { tokens, from: run.from, to: run.to, type: run.type, probability: run.probability, titled: run.from }
    for (const part of split(whole)) {
      for (const piece of cutTitles(trim(part))) {
        const name = toName(piece)
        if (name === undefined) continue
        const last = names.at(-1)
        if (last !== undefined && name.start < last.end) continue
        names.push(name)
        const acronym = bracketed(piece)
        if (acronym !== undefined) names.push(acronym)
      }
    }
  }
  return withoutOverlap(names)
}

function withoutOverlap(names: readonly Name[]): Name[] {
  const sorted = [...names].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Name[] = []
  for (const name of sorted) if (name.start >= (kept.at(-1)?.end ?? 0)) kept.push(name)
  return kept
}

/** "Smith and Jones", "Twitter / Barack Obama" are two names; "Health and Human Services" is one. */
function split(piece: Piece): Piece[] {
  const { tokens, from, to, type } = piece
  for (let i = from + 1; i < to - 1; i++) {
    const { text } = tokens[i] ?? { text: '' }
    const slash = text === '/'
    if (!slash && text !== 'and') continue
    if (!slash && type === 'organization' && !twoOrganizations(tokens, from, i, to)) continue
    if (!slash && type === 'place' && countryOf.has(wordsOf(tokens, from, to))) continue
    return [{ ...piece, to: i }, ...split({ ...piece, from: i + 1, titled: i + 1 })]
  }
  return [piece]
}

function twoOrganizations(tokens: readonly Token[], from: number, and: number, to: number): boolean {
  if (/^the$/i.test(tokens[and + 1]?.text ?? '')) return true
  const left = (tokens[and - 1]?.text ?? '').toLowerCase()
  const right = (tokens[to - 1]?.text ?? '').toLowerCase()
  return and - from > 1 && organizationWords.has(left) && organizationWords.has(right)
}

/** Without "the", marks and small words at either end; "The" stays in the name of an outlet that has it. */
function trim(piece: Piece): Piece {
  const { tokens } = piece
  let { from, to } = piece
  while (from < to && isEdge(tokens[from]?.text ?? '')) from++
  while (to > from && isEdge(tokens[to - 1]?.text ?? '')) to--
  // "The Guardian"
  const before = tokens[from - 1]?.text
  if (before === 'The' && outlets.has(`The ${wordsOf(tokens, from, to)}`)) from--
  return { ...piece, from, to, titled: Math.max(piece.titled, from) }
}

function isEdge(text: string): boolean {
  return /^(?:[Tt]he|THE|[Aa]n?|of|and|for|in|on|at|to|[^\p{L}\p{N}]+|['’]s?)$/u.test(text)
}

/** "Belgorod Governor Vyacheslav Gladkov" → the place and the person; a title alone is no name. */
function cutTitles(piece: Piece): Piece[] {
  const { tokens, from, to, type } = piece
  if (type !== 'person') return [piece]
  let cut = from
  for (let i = from; i < to; i++) if (isTitle(tokens[i]) && !isSuffix(tokens, i + 1, to)) cut = i + 1
  if (cut === from) return [piece]
  if (cut >= to) {
    // "Mike Judge" ends in a word that may be a title; "Prime Minister" is one.
    const titles = tokens
      .slice(from, to)
      .every((token) => isTitle(token) || roleModifiers.has(plain(token)) || isPeople(token))
    const first = tokens.slice(from, to - 1).findIndex((token) => isTitle(token))
    return titles || to - from < 2 || first >= 0 ? [] : [piece]
  }
  const person = { ...piece, from: cut, titled: from }
  const body = bodyBefore(piece, cut)
  return body === undefined ? [person] : [body, person]
}

/** The place or body whose title it is: "U.S." of "U.S. President Barack Obama". */
function bodyBefore(piece: Piece, cut: number): Piece | undefined {
  const { tokens, from } = piece
  let to = cut
  while (
    to > from &&
    (isTitle(tokens[to - 1]) || roleModifiers.has(plain(tokens[to - 1])) || /^[-,.]$/.test(tokens[to - 1]?.text ?? ''))
  )
    to--
  if (to === from || tokens.slice(from, to).some(isPeople)) return undefined
  const name = wordsOf(tokens, from, to)
  const title = plain(tokens[cut - 1])
  const place =
    countryOf.has(name) ||
    regions.has(name) ||
    /^(?:governor|gov|mayor|president|premier|king|queen|sheriff)$/.test(title)
  const group = governmentBodies.has(name) || (isAcronym(name) && !countryOf.has(name))
  return { ...piece, from, to, type: place && !group ? 'place' : 'organization', titled: from }
}

function plain(token: Token | undefined): string {
  return (token?.text ?? '').toLowerCase().replace(/\.$/, '')
}

function isTitle(token: Token | undefined): boolean {
  const word = plain(token)
  return honorifics.has(word) || shortTitles.has(word) || roleNouns.has(word)
}

function isSuffix(tokens: readonly Token[], from: number, to: number): boolean {
  return to - from === 1 && /^(?:jr|sr|ii|iii|iv)$/.test(plain(tokens[from]))
}

function isPeople(token: Token): boolean {
  return countryOfDemonym.has(token.text)
}

function toName({ tokens, from, to, type, probability, titled }: Piece): Name | undefined {
  const first = tokens[from]
  let last = tokens[to - 1]
  if (first === undefined || last === undefined || to <= from) return undefined
  if (to - from === 1 && (isPeople(first) || calendarWords.has(first.text.toLowerCase()))) return undefined
  if (!/\p{L}/u.test(first.text) && to - from === 1) return undefined
  const region = tokens[to]
  if (type === 'place' && region !== undefined && regionNouns.has(region.text) && region.start - last.end === 1)
    last = region
  const start = tokens[Math.min(titled, from)]?.start ?? first.start
  return { start: first.start, end: last.end, type: kindOf(tokens, from, to, type), probability, titled: start }
}

/** "Russian Volunteer Corps (RVC)": the acronym is a name too, though the model may not have seen it. */
function bracketed(piece: Piece): Name | undefined {
  const { tokens, to, type, probability } = piece
  const token = tokens[to + 1]
  if (tokens[to]?.text !== '(' || token === undefined || tokens[to + 2]?.text !== ')' || type === 'person')
    return undefined
  if (!isAcronym(token.text) || piece.to - piece.from < 2) return undefined
  return {
    start: token.start,
    end: token.end,
    type: kindOf(tokens, piece.from, piece.to, type),
    probability,
    titled: token.start
  }
}

function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ')
}
