/** A name → the id it gives: lower-case ASCII letters and digits joined by hyphens. */

const apart: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ə: 'e'
}

/** @example slug('Zübeyir Aydar’s') // 'zubeyir-aydars' */
export function slug(name: string): string {
  const plain = (isAscii(name) ? name.toLowerCase() : withoutAccents(name))
    .replace(/&/g, ' and ')
    .replace(/['’`´.]/g, '')
  const ascii = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  if (ascii !== '') return ascii
  // A name in another script keeps its code points, so that two such names stay two.
  return Array.from(plain.trim(), (letter) => `u${(letter.codePointAt(0) ?? 0).toString(16)}`)
    .slice(0, 40)
    .join('-')
}

/** Most names are, and need no closer look. */
function isAscii(name: string): boolean {
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) > 127) return false
  return true
}

const withoutAccents = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłıħŋə]/g, (letter) => apart[letter] ?? '')
