/** A text → whether it is English, and if it is not, which language it seems to be. */
import { franc } from 'franc-min'

/** Words that one English word in four is, and that other languages hardly have. */
const functionWords = new Set(
  'the of and to in that is was for on with as at by be from has have had it he his they an were which not this are said who will would their but been after'.split(
    ' '
  )
)
const sample = 6000
const fewestWords = 12

/** @returns null for English, else the ISO 639-3 code of what it seems to be, `und` where nobody can tell */
export function foreignLanguage(text: string): string | null {
  const start = text.slice(0, sample)
  const words = start.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < fewestWords) return null
  const english = words.filter((word) => functionWords.has(word)).length / words.length
  // Between the two the trigrams decide; a list of names has few such words, and is nothing to set aside.
  if (english >= 0.12) return null
  const language = franc(start, { minLength: 40 })
  if (language === 'eng' || language === 'sco') return null
  return language === 'und' && english >= 0.04 ? null : language
}

/** @example languageName('deu') // 'German' */
export function languageName(code: string): string {
  if (code === 'und') return 'no language that is known here'
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
