/** Text → how wide it is in a sans-serif, rather too much than too little, since the reader's font is not known; and lines of it. */

/** In ems at regular weight; wider than Helvetica's, Arial's, DejaVu Sans' and Segoe's letters by a little. */
export function widthOf(text: string, size: number): number {
  let ems = 0
  for (const letter of text) ems += widthOfLetter(letter)
  return ems * size
}

function widthOfLetter(letter: string): number {
  if ("iljI.,:;'|!ft()[] ’‘".includes(letter)) return 0.36
  if ('mwMW@%—…'.includes(letter)) return 0.95
  const code = letter.codePointAt(0) ?? 0
  if (
    code >= 0x1100 &&
    /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Extended_Pictographic}/u.test(letter)
  )
    return 1.1
  return letter !== letter.toLowerCase() || code > 0x2000 ? 0.74 : 0.61
}

/** A name on at most two lines of about equal width; what is longer than two lines of `most` letters ends in an ellipsis. */
export function linesOf(name: string, most = 22): string[] {
  const letters = [...name.replace(/\s+/gu, ' ').trim()]
  if (letters.length <= most * 0.75) return [letters.join('')]
  const spaces = letters.flatMap((letter, i) => (letter === ' ' && i <= most ? [i] : []))
  const middle = Math.min(letters.length / 2, most)
  const cut = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b)[0]
  if (cut === undefined) return [shortened(letters, most)]
  return [letters.slice(0, cut).join(''), shortened(letters.slice(cut + 1), most)]
}

function shortened(letters: readonly string[], most: number): string {
  if (letters.length <= most) return letters.join('')
  const whole = letters.slice(0, most - 1).join('')
  const space = whole.lastIndexOf(' ')
  return `${(space > most / 2 ? whole.slice(0, space) : whole).trimEnd()}…`
}
