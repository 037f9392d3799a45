/** The beginning of a file and its name → what kind of input it is. The content decides; the name only where content cannot. */
import type { InputKind } from './types.js'

export const sniffedBytes = 65_536

/** Why something that is recognised cannot be read. */
export interface Unsupported {
  readonly unsupported: string
}

export function kindOf(head: Uint8Array, name: string): InputKind | Unsupported {
  if (starts(head, [0x1f, 0x8b])) return 'gzip'
  if (starts(head, [0x50, 0x4b, 0x03, 0x04])) {
    const names = new TextDecoder('latin1').decode(head)
    const office = /\[Content_Types\]\.xml|mimetypeapplication\/vnd\.oasis/.test(names)
    return office ? { unsupported: 'this is an office document: save it as plain text or HTML' } : 'zip'
  }
  const text = new TextDecoder('latin1').decode(head).replace(/^ï»¿/, '').trimStart()
  if (/^WARC\/\d/.test(text)) return 'warc'
  if (
    /^(?:From: <Saved by|MIME-Version:|Snapshot-Content-Location:)/m.test(text.slice(0, 2000)) &&
    /multipart\/related/.test(text)
  )
    return { unsupported: 'this is an MHTML archive: save the page as HTML' }
  if (text.startsWith('{') || text.startsWith('[')) return jsonKind(text, name)
  if (text.startsWith('<')) return markupKind(text, name)
  return /\.(?:csv|tsv)$/i.test(name) || hasCsvHeader(text) ? 'csv' : 'text'
}

function starts(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte)
}

/** One object a line, or one value over the whole file. A text that merely begins with a bracket is a text. */
function jsonKind(text: string, name: string): InputKind {
  const [first = '', second = ''] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const closed = first.startsWith('{') && first.endsWith('}')
  if (closed && (second.startsWith('{') || /\.(?:jsonl|ndjson|jsonlines)$/i.test(name))) return 'jsonl'
  if (/\.(?:jsonl|ndjson|jsonlines)$/i.test(name)) return 'jsonl'
  return /^(?:\{\s*(?:"|\}|$)|\[\s*(?:[{\]]|$))/.test(text) ? 'json' : 'text'
}

function markupKind(text: string, name: string): InputKind {
  const start = text.slice(0, 4096)
  if (/<(?:rss|feed|rdf:RDF)[\s>]/.test(start)) return 'feed'
  if (/<(?:newsItem|newsMessage|packageItem|nitf|NewsML)[\s>]/.test(start)) return 'newsml'
  if (/<(?:!doctype\s+html|html|head|body|meta|title|article|div|p)[\s>]/i.test(start)) return 'html'
  return /\.x?html?$/i.test(name) ? 'html' : 'text'
}

/** A first line of column names that an article has. */
function hasCsvHeader(text: string): boolean {
  const end = text.indexOf('\n')
  const line = end < 0 ? '' : text.slice(0, Math.min(end, 2000))
  const columns = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"|"$/g, '').toLowerCase())
  const known = columns.filter((column) =>
    /^(?:text|body|content|article|maintext|full_?text|title|headline|date|published|publish_date|url|link|source|author|authors)$/.test(
      column
    )
  )
  return columns.length >= 2 && known.length >= 2
}
