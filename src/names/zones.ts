/**
 * Prose → the stretches of tokens that can hold names: capitalised words and what may join them ("of", "the", "-", "'s").
 *
 * The model looks at these only, which is a fifth of a text. Stretches are cut at a length, so that hostile text costs no
 * more memory than any other.
 */
import type { Prose } from '../language/index.js'
import type { Token } from '../model.js'
import { isCapital } from './reading.js'
import { functionWords, openingWords } from './words.js'

/** Tokens `from` to `to` (exclusive) of sentence number `sentence`. */
export interface Zone {
  readonly sentence: number
  readonly tokens: readonly Token[]
  readonly from: number
  readonly to: number
}

/** In tokens; the joining words before a stretch may add a few. */
export const longestZone = 200
const joining = new Set([
  'of',
  'the',
  'and',
  'for',
  '&',
  '-',
  '–',
  "'s",
  '’s',
  "'",
  '’',
  'de',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'du',
  'van',
  'von',
  'der',
  'den',
  'la',
  'le',
  'bin',
  'ibn',
  'al',
  'el',
  'on',
  'in',
  'to',
  'y',
  '/',
  '.',
  'at'
])
const leading = new Set([
  'al',
  'el',
  'de',
  'van',
  'von',
  'der',
  'den',
  'bin',
  'ibn',
  'di',
  'da',
  'du',
  'la',
  'le',
  'del',
  'ul',
  'ad',
  'as',
  'an',
  'ar'
])

export function findZones(prose: Prose): Zone[] {
  const zones: Zone[] = []
  prose.sentences.forEach(({ tokens }, sentence) => {
    let i = 0
    while (i < tokens.length) {
      if (!isCore(tokens[i]) || isOpener(tokens, i)) {
        i++
        continue
      }
      const from = reachBack(tokens, i)
      let to = i + 1
      while (to < tokens.length && to - from < longestZone) {
        const next = nextCore(tokens, to)
        if (next < 0) break
        to = next + 1
      }
      zones.push({ sentence, tokens, from, to })
      i = to
    }
  })
  return zones
}

/** A word with a capital, or a number glued to nothing that follows a name ("Channel 4"). */
export function isCore(token: Token | undefined): boolean {
  if (token === undefined) return false
  const { text } = token
  const length = Math.min(text.length, 40)
  for (let i = 0; i < length; i++) if (isCapital(text.charCodeAt(i))) return true
  return false
}

/** "He said", "In the": a capital that a sentence or quotation gives to a common word, with no name right after it. */
function isOpener(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? ''
  if (text === 'I') return !isCore(tokens[at + 1])
  if (text.length > 9 || text.charCodeAt(1) < 97 || isCore(tokens[at + 1])) return false
  const word = text.toLowerCase()
  return functionWords.has(word) || openingWords.has(word)
}

/** The next core token after at most three joining ones, or -1. Numbers and what a hyphen glues on are taken along. */
function nextCore(tokens: readonly Token[], at: number): number {
  for (let i = at; i < at + 4; i++) {
    const token = tokens[i]
    if (token === undefined) return -1
    if (isCore(token)) return i
    const before = tokens[i - 1]
    if (i === at && /^\d/.test(token.text)) return i
    // "Ban Ki-moon"
    if (before !== undefined && before.text === '-' && before.start + 1 === token.start && i === at + 1) return i
    if (!joining.has(token.text)) return -1
  }
  return -1
}

/** "al-Qaeda", "von der Leyen", "501st Legion" begin before their first capital. */
function reachBack(tokens: readonly Token[], core: number): number {
  let from = core
  while (from > 0 && core - from < 3) {
    const before = tokens[from - 1]
    if (before === undefined) break
    const glued = before.text === '-' && before.end === tokens[from]?.start && leading.has(tokens[from - 2]?.text ?? '')
    if (!glued && !leading.has(before.text) && !/^\d+(?:st|nd|rd|th)$/.test(before.text)) break
    from -= glued ? 2 : 1
  }
  return from
}
