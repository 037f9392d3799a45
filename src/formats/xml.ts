/** Text → what XML can hold. The one place that escapes; what it writes reads back unchanged, but for characters that XML forbids. */

/**
 * The text with every character that XML 1.0 does not allow (controls, lone surrogates, U+FFFE, U+FFFF) replaced by U+FFFD, one
 * for one, so that offsets in code points stay right. Evidence in a graph file is compared with the article after this.
 *
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function replaceInvalid(text: string): string {
  return text.replace(invalid, '\ufffd')
}

// With the u flag a surrogate in a class matches only where it stands alone.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
const invalid = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu

/** For an element's text or an attribute's value. Line ends and tabs are written as references, since parsers normalize them. */
export function escapeXml(text: string): string {
  return replaceInvalid(text).replace(/[&<>"'\t\n\r\u0085\u2028]/g, (character) => `&#${character.charCodeAt(0)};`)
}
