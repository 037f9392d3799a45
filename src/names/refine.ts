/**
 * Runs of tokens → names as they are printed: titles, "the" and possessives cut off, lists split, peoples and days left
 * out, acronyms in brackets added, "region" taken along; each with one type for the whole article.
 */
import { gather, gatherOnes } from '../gather.js'
import { type Prose, tokenAt } from '../language/index.js'
import { agreeTypes, besideName, certain, type KindsOf } from './agree.js'
import { countryOfDemonym, regionOf } from './countries.js'
import type { TokenRun } from './decode.js'
import { initialsFit, isAcronym, keyWords, nameKey } from './key.js'
import { kindOf } from './kinds.js'
import { lexicalKinds } from './lexicon.js'
import { isShouted, mendRuns } from './mend.js'
import { countryName } from './places.js'
import { isCapital } from './reading.js'
import {
  introducesPerson,
  isHead,
  isPeople,
  isTitle,
  type Piece,
  retyped,
  splitLists,
  splitTitles,
  wordsOf
} from './split.js'
import type { CoarseType, Name } from './types.js'
import { calendarWords, functionWords, noNames, openingWords, outlets, partyWords, regionNouns } from './words.js'

export function refineNames(prose: Prose, runs: readonly TokenRun[], kindsOf: KindsOf = () => 0): Name[] {
  const pieces: Piece[] = []
  for (const run of mendRuns(prose, runs, kindsOf)) {
    const { from, to, type, probability, odds } = run
    const tokens = prose.sentences[run.sentence]?.tokens ?? []
    for (const part of splitLists({ tokens, from, to, type, odds, probability, titled: from }, kindsOf)) {
      const bare = trim(part)
      for (const piece of splitTitles({ ...bare, titled: bare.from }, kindsOf)) {
        const whole = asRegion(withDistrict(withRegion(trim(piece))))
        if (!isName(whole)) continue
        pieces.push(whole)
        pieces.push(...bracketed(whole))
      }
    }
  }
  pieces.push(...repeated(prose, pieces, kindsOf))
  const apart = shortened(withoutOpeners(withoutOverlap(pieces), kindsOf), kindsOf)
  const types = agreeTypes(
    apart.map(({ tokens, from, to, type, odds, probability, titled }) => ({
      words: tokens.slice(from, to).map((token) => token.text),
      odds,
      other: type === 'other' ? probability : 0,
      beside: besideName(tokens, from, to),
      titled: titled < from || introducesPerson(tokenAt(tokens, from - 1))
    })),
    kindsOf
  )
  return gatherOnes(apart, (piece, i) => {
    const type = types[i] ?? 'other'
    return type === 'other' ? undefined : toName(piece, type)
  })
}

/** "Miss Universe Alicia Machado" is Alicia Machado, if the article names her so elsewhere. */
function shortened(pieces: readonly Piece[], kindsOf: KindsOf): Piece[] {
  const full = new Set(
    pieces.filter(({ from, to, type }) => type === 'person' && to - from === 2).map((piece) => textOf(piece))
  )
  return pieces.map((piece) => {
    const { tokens, from, to, type } = piece
    if (type !== 'person' || to - from < 3 || !full.has(wordsOf(tokens, to - 2, to))) return piece
    const given = (kindsOf((tokens[from]?.text ?? '').toLowerCase()) & lexicalKinds.firstName) !== 0
    return given ? piece : { ...piece, from: to - 2 }
  })
}

const textOf = ({ tokens, from, to }: Piece): string => wordsOf(tokens, from, to)

/** Without common words that got their capital from the sentence they open ("Members …"): inside no sentence are they names. */
function withoutOpeners(pieces: readonly Piece[], kindsOf: KindsOf): Piece[] {
  const opens = (piece: Piece): boolean =>
    piece.to - piece.from === 1 &&
    (piece.from === 0 || /^["“‘:]$/.test(piece.tokens[piece.from - 1]?.text ?? '')) &&
    (kindsOf(textOf(piece).toLowerCase()) & lexicalKinds.small) !== 0
  const elsewhere = new Set(pieces.filter((piece) => !opens(piece)).map(textOf))
  return pieces.filter((piece) => !opens(piece) || elsewhere.has(textOf(piece)))
}

function withoutOverlap(pieces: readonly Piece[]): Piece[] {
  const sorted = [...pieces].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))
  const kept: Piece[] = []
  let end = 0
  for (const piece of sorted) {
    if (startOf(piece) < end) continue
    kept.push(piece)
    end = endOf(piece)
  }
  return kept
}

const startOf = ({ tokens, from }: Piece): number => tokens[from]?.start ?? 0
const endOf = ({ tokens, to }: Piece): number => tokens[to - 1]?.end ?? 0

/** Without "the", marks and small words at either end; "The" stays in the name of an outlet that has it. */
function trim(piece: Piece): Piece {
  const { tokens } = piece
  let { from, to } = piece
  while (from < to && isEdge(tokens[from]?.text ?? '')) from++
  while (to > from && isEdge(tokens[to - 1]?.text ?? '')) to--
  // "The Guardian"
  if (tokenAt(tokens, from - 1)?.text === 'The' && outlets.has(`The ${wordsOf(tokens, from, to)}`)) from--
  const titled = Math.min(piece.titled, from)
  return from === piece.from && to === piece.to && titled === piece.titled ? piece : { ...piece, from, to, titled }
}

const edges = new Set("the The THE a A an An of and for in on at to 's ’s ' ’".split(' '))

/** A small word, or a mark without letter or digit. */
function isEdge(text: string): boolean {
  if (edges.has(text)) return true
  const first = text.charCodeAt(0)
  if ((first >= 97 && first <= 122) || (first >= 65 && first <= 90)) return false
  return !/^[\p{L}\p{N}]/u.test(text)
}

/** "Belgorod region" is one name; of "Russian Belgorod region" the first word is none. */
function withRegion(piece: Piece): Piece {
  const { tokens, to, titled } = piece
  let { from } = piece
  const region = tokens[to]
  if (region === undefined || !regionNouns.has(region.text) || titled < from) return piece
  if (region.start - endOf(piece) !== 1 || isHead(tokens[to - 1]) || isPeople(tokens[to - 1])) return piece
  if (to - from > 1 && countryOfDemonym.has(tokens[from]?.text ?? '')) from++
  return { ...retyped(piece, 'place'), from, to: to + 1 }
}

function isCommonOpener(text: string): boolean {
  const word = text.toLowerCase()
  return text !== text.toUpperCase() && (openingWords.has(word) || functionWords.has(word))
}

/** "N.Y." */
function asRegion(piece: Piece): Piece {
  const short = piece.to - piece.from === 1 && regionOf.has(piece.tokens[piece.from]?.text ?? '')
  return short ? { ...piece, type: 'place', odds: certain('place', 0.9), probability: 0.9 } : piece
}

/** "Washington, D.C." is one name. */
function withDistrict(piece: Piece): Piece {
  const { tokens, from, to } = piece
  const capital = to - from === 1 && tokens[from]?.text === 'Washington'
  const at = tokens[to]?.text === ',' ? to + 1 : to
  return capital && /^D\.?C\.?$/.test(tokens[at]?.text ?? '') ? { ...retyped(piece, 'place'), to: at + 1 } : piece
}

function isName({ tokens, from, to }: Piece): boolean {
  const first = tokens[from]
  if (first === undefined || to <= from) return false
  // "an anti-NATO stance"
  if (/^(?:anti|pro|non|ex|post|pre|pan|mid|un)$/i.test(first.text) && tokens[from + 1]?.text === '-') return false
  if (/^(?:anti|pro|non)-/i.test(first.text)) return false
  // "(AAPL.O)": what a share is traded under.
  if (tokenAt(tokens, from - 1)?.text === '(' && /^\p{Lu}{1,5}\.\p{Lu}{1,2}\)/u.test(joined(tokens, from, from + 4)))
    return false
  // "(R-Utah)"
  if (/^[RDI]$/.test(first.text) && tokens[from + 1]?.text === '-') return false
  if (tokenAt(tokens, from - 1)?.text === '-' && /^[RDI]$/.test(tokens[from - 2]?.text ?? '')) return false
  if (to - from > 1) return !tokens.slice(from, to).every((token) => isPeople(token) || token.text === '-')
  if (partyWords.has(first.text) || (from === 0 && isCommonOpener(first.text))) return false
  if (first.text === 'State' && tokens[from - 1]?.text === 'of' && isTitle(tokens[from - 2])) return false
  if (noNames.has(first.text) || /^(?:I|[IVX]{2,}|Home|Secretary)$/.test(first.text)) return false
  return !isPeople(first) && !calendarWords.has(first.text.toLowerCase()) && /\p{L}/u.test(first.text)
}

const joined = (tokens: Piece['tokens'], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map((token) => token.text)
    .join('')

function toName(piece: Piece, type: CoarseType): Name {
  const { tokens, from, to, probability, titled } = piece
  const start = startOf(piece)
  return {
    start,
    end: endOf(piece),
    type: kindOf(tokens, from, to, type),
    probability,
    titled: tokens[Math.min(titled, from)]?.start ?? start
  }
}

/** "Russian Volunteer Corps (RVC)", "CEI (Italian Episcopal Conference)": the acronym is a name too, though the model may not have seen it. */
function bracketed(piece: Piece): Piece[] {
  const { tokens, from, to, type } = piece
  if (type === 'person' || to - from < 2) return []
  const inside = tokens[to + 1]
  if (
    tokens[to]?.text === '(' &&
    tokens[to + 2]?.text === ')' &&
    inside !== undefined &&
    isAcronym(inside.text) &&
    (type !== 'place' || initialsFit(keyWords(nameKey(wordsOf(tokens, from, to))), nameKey(inside.text)))
  )
    return [{ ...piece, from: to + 1, to: to + 2, titled: to + 1 }]
  const outside = tokenAt(tokens, from - 2)
  if (
    tokenAt(tokens, from - 1)?.text === '(' &&
    tokens[to]?.text === ')' &&
    outside !== undefined &&
    isAcronym(outside.text)
  )
    return [{ ...piece, from: from - 2, to: from - 1, titled: from - 2 }]
  return []
}

/**
 * Places that the model passed over: acronyms that brackets explain, names that it found elsewhere in the article, and what
 * follows "the town of".
 */
function repeated(prose: Prose, pieces: readonly Piece[], kindsOf: KindsOf): Piece[] {
  const known = new Map<string, Piece>()
  const covered = new Set<number>()
  for (const piece of pieces) {
    const { tokens, from, to } = piece
    for (let at = from; at < to; at++) covered.add(tokens[at]?.start ?? 0)
    const text = tokens[from]?.text ?? ''
    if (to - from === 1 && piece.type !== 'other' && isTelling(text, kindsOf)) known.set(text, piece)
  }
  const shouted = new Map([...known].map(([text, piece]) => [text.toUpperCase(), piece]))
  return gather(prose.sentences, ({ tokens }) => {
    const found: Piece[] = []
    const heading = isShouted(tokens)
    tokens.forEach((token, at) => {
      if (!isCapital(token.text.charCodeAt(0)) || covered.has(token.start)) return
      const one = { tokens, from: at, to: at + 1, titled: at }
      const same = known.get(token.text) ?? (heading ? shouted.get(token.text) : undefined)
      if (same !== undefined) found.push({ ...same, ...one })
      else if (heading && token.text.length > 3 && countryName(nameKey(token.text)) !== undefined)
        found.push({ ...one, type: 'place', odds: certain('place', 0.8), probability: 0.8 })
      else if (
        tokenAt(tokens, at - 1)?.text === 'of' &&
        settlements.test(tokens[at - 2]?.text ?? '') &&
        !isPeople(token)
      )
        found.push({ ...one, type: 'place', odds: certain('place', 0.8), probability: 0.8 })
    })
    return found
  })
}

const settlements = /^(?:towns?|cit(?:y|ies)|villages?|settlements?)$/

/** A word that, written like this, is hardly anything but a name. */
function isTelling(text: string, kindsOf: KindsOf): boolean {
  if (text.length < 3) return false
  return isAcronym(text) || (kindsOf(text.toLowerCase()) & lexicalKinds.small) === 0
}
