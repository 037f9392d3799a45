/** A printed name → the forms by which two names are compared. */
import { gather } from '../gather.js'

const forms = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['‐', '-'],
  ['‑', '-']
])

/** Lower case, without accents, dots and "the"; one space between words. */
export function nameKey(name: string): string {
  if (plain.test(name)) return withoutThe(name.toLowerCase())
  return withoutThe(
    name
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/[’‘‐‑]/g, (mark) => forms.get(mark) ?? mark)
      .replace(/\./g, '')
      .toLowerCase()
      .trim()
      .replace(/\s*-\s*/g, '-')
      .replace(/\s+/g, ' ')
  )
}

/** Nothing but its letters' case is to be changed. */
const plain = /^[\w',&/]+(?:-[\w',&/]+)*(?: [\w',&/]+(?:-[\w',&/]+)*)*$/

const withoutThe = (key: string): string => (key.startsWith('the ') && key.length > 4 ? key.slice(4) : key)

/** The words of a key; "al-assad" gives "al" and "assad", other hyphens stay. */
export function keyWords(key: string): string[] {
  if (!key.includes('-')) return key.split(' ')
  return gather(key.split(' '), (word) => {
    const found = /^(al|el|ad|as|an|ar|ash|at)-(.+)$/.exec(word)
    return found === null ? [word] : [found[1] ?? '', found[2] ?? '']
  })
}

const smallWords = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'de', 'du', 'des', 'la', 'le', '&'])

/** The initials of a name, with and without those of its small words: "study of war" gives "sw" and "sow". */
export function initialsOf(words: readonly string[]): string[] {
  const parts = gather(words, (word) => word.split('-')).filter((word) => word !== '')
  if (parts.length < 2) return []
  const long = parts.map((word) => word.charAt(0)).join('')
  const short = parts
    .filter((word) => !smallWords.has(word))
    .map((word) => word.charAt(0))
    .join('')
  return long === short ? [long] : [short, long]
}

/** Do the letters of an acronym begin the words of a name, in order, the first one included? */
export function initialsFit(words: readonly string[], acronym: string): boolean {
  const letters = acronym.replace(/[^\p{L}]/gu, '')
  if (letters.length < 2 || words.length < 2) return false
  let at = 0
  for (const word of gather(words, (each) => each.split('-'))) {
    if (at < letters.length && word.charAt(0) === letters.charAt(at)) at++
  }
  return at === letters.length && words[0]?.charAt(0) === letters.charAt(0)
}

/** Written in capitals throughout, two letters at least: "RVC", "U.N.". */
export function isAcronym(name: string): boolean {
  return /^\p{Lu}[\p{Lu}\d&.-]*\p{Lu}\.?s?$/u.test(name) && name.length <= 10
}
