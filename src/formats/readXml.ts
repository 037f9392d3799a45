/**
 * XML → its tags and texts, in order; as much of XML as graph files have (no entities of their own, no namespaces resolved).
 * Written for `verify`, so that graph files are read by other code than the one that wrote them. Linear in the text.
 */

export type XmlPart =
  | {
      readonly kind: 'open'
      readonly name: string
      readonly attributes: ReadonlyMap<string, string>
      readonly empty: boolean
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

/** Throws where the text is not such XML, with the offset (UTF-16). */
export function* readXml(xml: string): Iterable<XmlPart> {
  let at = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    if (tag < 0) break
    if (tag > at) yield { kind: 'text', text: decoded(xml.slice(at, tag)) }
    if (xml.startsWith('<!--', tag)) at = after(xml, '-->', tag + 4)
    else if (xml.startsWith('<![CDATA[', tag)) {
      at = after(xml, ']]>', tag + 9)
      yield { kind: 'text', text: xml.slice(tag + 9, at - 3) }
    } else if (xml.startsWith('<?', tag)) at = after(xml, '?>', tag)
    else if (xml.startsWith('<!', tag)) at = after(xml, '>', tag)
    else {
      at = tagEnd(xml, tag)
      yield readTag(xml.slice(tag + 1, at - 1), tag)
    }
  }
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from)
  if (found < 0) throw new Error(`not XML: "${mark}" is missing after character ${from}`)
  return found + mark.length
}

/** Behind the `>` that ends a tag; one inside a quoted value does not. */
function tagEnd(xml: string, tag: number): number {
  let quote = ''
  for (let i = tag + 1; i < xml.length; i++) {
    const character = xml.charAt(i)
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return i + 1
  }
  throw new Error(`not XML: the tag at character ${tag} does not end`)
}

const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

function readTag(inside: string, at: number): XmlPart {
  if (inside.startsWith('/')) return { kind: 'close', name: inside.slice(1).trim() }
  const empty = inside.endsWith('/')
  const body = empty ? inside.slice(0, -1) : inside
  const name = /^[^\s]+/.exec(body)?.[0]
  if (name === undefined) throw new Error(`not XML: a tag without a name at character ${at}`)
  const attributes = new Map<string, string>()
  for (const [, key = '', double, single] of body.slice(name.length).matchAll(attribute)) {
    attributes.set(key, decoded(double ?? single ?? ''))
  }
  return { kind: 'open', name, attributes, empty }
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole
    const code = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
