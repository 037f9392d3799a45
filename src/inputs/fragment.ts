/**
 * A page's address and words of it → a link that jumps to the words.
 *
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */

const longest = 300
const wordsAtEnds = 6

/**
 * Long stretches are given by their first and last words, as browsers want it.
 *
 * @example textFragmentLink('https://example.org/a', 'The dam held.') // 'https://example.org/a#:~:text=The%20dam%20held.'
 */
export function textFragmentLink(url: string, words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim()
  const page = url.replace(/#.*$/s, '')
  if (plain === '') return page
  const parts = plain.split(' ')
  if (plain.length <= longest || parts.length <= 2 * wordsAtEnds) return `${page}#:~:text=${encoded(plain)}`
  const [first, last] = [parts.slice(0, wordsAtEnds).join(' '), parts.slice(-wordsAtEnds).join(' ')]
  return `${page}#:~:text=${encoded(first)},${encoded(last)}`
}

/** A hyphen, a comma and an ampersand have meanings of their own in a text directive. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(/[-!'()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  })
}
