/**
 * A first recogniser without learned weights: runs of capitalised words, typed by the words in and beside them.
 *
 * It stands in where `models/names.bin` is missing, and shows what the model is worth.
 */
import { beginsUpper, type Prose } from '../language/index.js'
import type { Token } from '../model.js'
import { certain } from './agree.js'
import type { TokenRun } from './decode.js'
import type { CoarseType } from './types.js'
import {
  calendarWords,
  governmentBodies,
  honorifics,
  nameParticles,
  organizationWords,
  outlets,
  placeWords,
  regionNouns,
  roleNouns,
  shortTitles
} from './words.js'

const people = /(?:ians?|ish|ese|ch|eks?|iss|aelis?|iqis?|anis?|abs?|ews?|ims?)$/

export function findByRules(prose: Prose): TokenRun[] {
  const lower = new Set<string>()
  for (const sentence of prose.sentences) {
    for (const token of sentence.tokens) if (/^\p{Ll}/u.test(token.text)) lower.add(token.text)
  }
  const runs: TokenRun[] = []
  prose.sentences.forEach((sentence, number) => {
    const { tokens } = sentence
    let i = 0
    while (i < tokens.length) {
      const from = i
      if (!starts(tokens[i], i, lower)) {
        i++
        continue
      }
      i++
      while (i < tokens.length && (starts(tokens[i], i, lower) || joins(tokens, i))) i++
      let start = from
      while (start < i - 1 && isTitle(tokens[start])) start++
      if (i - start === 1 && (isTitle(tokens[start]) || people.test(tokens[start]?.text ?? ''))) continue
      const type = typeOf(tokens, start, i)
      runs.push({ sentence: number, from: start, to: i, type, probability: 0.5, odds: certain(type, 0.5) })
    }
  })
  return runs
}

function starts(token: Token | undefined, at: number, lower: ReadonlySet<string>): boolean {
  if (token === undefined || !beginsUpper(token.text)) return false
  const word = token.text.toLowerCase()
  if (calendarWords.has(word) || /\p{Ll}-\p{Lu}/u.test(token.text)) return false
  if (at === 0) return token.pos === 'PROPN' && !lower.has(word)
  return token.pos === 'PROPN' || token.pos === 'NOUN' || token.pos === 'ADJ'
}

/** A hyphen, an ampersand or a small word between two capitalised ones. */
function joins(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token === undefined || next === undefined || !beginsUpper(next.text)) return false
  if (calendarWords.has(next.text.toLowerCase())) return false
  return token.text === '-' || token.text === '&' || token.text === 'of' || nameParticles.has(token.text)
}

function isTitle(token: Token | undefined): boolean {
  const word = (token?.text ?? '').toLowerCase().replace(/\.$/, '')
  return honorifics.has(word) || shortTitles.has(word) || roleNouns.has(word) || /^(?:prime|vice|deputy)$/.test(word)
}

function typeOf(tokens: readonly Token[], from: number, to: number): CoarseType {
  const name = tokens.slice(from, to).map((token) => token.text)
  const last = (name.at(-1) ?? '').toLowerCase()
  const first = (name[0] ?? '').toLowerCase()
  if (outlets.has(name.join(' ')) || governmentBodies.has(name.join(' '))) return 'organization'
  if (organizationWords.has(last) || (organizationWords.has(first) && name[1] === 'of')) return 'organization'
  if (placeWords.has(last)) return 'place'
  if (name.length === 1 && /^\p{Lu}{2,}$/u.test(name[0] ?? ''))
    return /^(?:US|UK|UAE|USA)$/.test(name[0] ?? '') ? 'place' : 'organization'
  const before = (tokens[from - 1]?.text ?? '').toLowerCase()
  const after = tokens[to]
  if (isTitle(tokens[from - 1])) return 'person'
  if (regionNouns.has(after?.text ?? '')) return 'place'
  if (/^(?:in|at|from|near|into|across|inside|outside|around)$/.test(before)) return 'place'
  if (name.length > 1 && name.length < 4) return 'person'
  return after?.pos === 'VERB' ? 'person' : 'place'
}
