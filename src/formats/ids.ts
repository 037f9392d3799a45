/**
 * Ids of the graph → ids in files, of letters, digits, `.`, `-`, `_` and `:` only: GraphML's schema allows no others (its type NMTOKEN). The same
 * in all formats: `entity/ann-lee` is `entity:ann-lee`, `article/0a#statement=1,2,3` is `article:0a:statement:1:2:3`. Two ids stay two.
 *
 * @see https://www.w3.org/TR/xml/#NT-NameChar
 */

/** @example fileId('entity/ann-lee') // 'entity:ann-lee' */
export function fileId(id: string): string {
  return id.replace(unsafe, (character, separator?: string) => {
    return separator === undefined ? `_${character.codePointAt(0)?.toString(16)}_` : ':'
  })
}

/** A sign that ids are made with, at its place in them; or any other that has no place in a name, or that stands for something above. */
const unsafe =
  /((?<=^(?:entity|article|claim))\/|#(?=statement=)|(?<=#statement)=|(?<=#statement=[\d,]*),)|[^A-Za-z0-9.\-\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u3001-\ud7ff]/gu
