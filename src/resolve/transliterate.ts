/**
 * A name → a form that is the same for its usual spellings in Latin letters: Zelensky, Zelenskiy and Zelenskyy;
 * Mykhailo and Mikhaylo; Grayvoron and Graivoron; Odesa and Odessa.
 */
import { nameKey } from '../names/key.js'

const titles = new Set(
  'mr mrs ms miss dr prof professor sir lord lady dame president premier minister general gen colonel col sen senator rep gov governor king queen prince princess'.split(
    ' '
  )
)

/** Words of a name, without case, accents, titles and marks. */
export function nameWords(name: string): string[] {
  const words = nameKey(name)
    .replace(/['`´]s?(?=\s|$)/g, '')
    .split(/[\s,./()"“”«»&-]+/)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '')
  const first = words.findIndex((word) => !titles.has(word))
  return first <= 0 ? words : words.slice(first)
}

/** One word, spelled in one way. Not for reading. */
export function soundOf(word: string): string {
  return word
    .replace(/shch|sch/g, 'sh')
    .replace(/kh/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/ck/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/w/g, 'v')
    .replace(/[yj]/g, 'i')
    .replace(/^ie/, 'e')
    .replace(/(.)\1+/g, '$1')
    .replace(/ei$|ii$/, 'i')
}

/** The whole name, spelled in one way. */
export function soundsOf(name: string): string {
  return nameWords(name).map(soundOf).join(' ')
}
