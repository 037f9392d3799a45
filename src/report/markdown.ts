/** Text of articles and links → Markdown in which they stay text. */

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }

/**
 * Nothing of what an article says can become a heading, a link or HTML, nor turn the direction of what stands after it.
 *
 * @example escapeMarkdown('a *b* <i>') // 'a \\*b\\* &lt;i&gt;'
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(
      /[\\`*_{}[\]<>#+!|~&]|(?<=^\s*)[-=:.)]|(?<=^\s*\d+)[.)]|(?<=\w):(?=\/\/)|@(?=\w)/g,
      (mark) => entities[mark] ?? `\\${mark}`
    )
    .trim()
}

/** `article/ab#statement=1,2,3` → the address under which the page shows it, in `index.html` beside the report. */
export function linkTo(label: string, id: string): string {
  const key = id.replace(/^(?:article|claim)\//, '').replace('#statement=', ',')
  const kind = id.startsWith('claim/') ? 'claim' : 'statement'
  return `[${escapeMarkdown(label)}](index.html#${kind}=${key.replace(/[^A-Za-z0-9,-]/g, encodeURIComponent)})`
}

/** Whole words of it, so that it fits into a line. */
export function shorten(text: string, most = 220): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= most) return plain
  const cut = plain.slice(0, most).replace(/[\ud800-\udbff]$/, '')
  return `${cut.replace(/\s+\S*$/, '')} …`
}
