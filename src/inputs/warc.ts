/**
 * WARC → the pages in it: responses that are HTML and came whole.
 *
 * @see https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
 */
import { gunzipSync, unzlibSync } from 'fflate'
import { HearsayError } from '../errors.js'
import { joined } from './bytes.js'

export interface Page {
  readonly url: string
  readonly bytes: Uint8Array
  /** From the HTTP header, where it tells. */
  readonly charset: string | undefined
}

const largestRecord = 256 * 2 ** 20

/** @throws HearsayError `malformed` where it is cut off or no WARC; what stood before is already given */
export function* pagesInWarc(chunks: Iterable<Uint8Array>, name: string): Iterable<Page> {
  const reader = new Reader(chunks)
  for (let number = 1; ; number++) {
    const head = reader.readHead()
    if (head === null) return
    if (!/^WARC\/\d/.test(head)) throw broken(name, number)
    const length = Number(field(head, 'Content-Length') ?? Number.NaN)
    if (!(length >= 0 && length <= largestRecord)) throw broken(name, number)
    const block = reader.read(length)
    if (block === null) throw broken(name, number)
    const url = field(head, 'WARC-Target-URI')?.replace(/^<|>$/g, '')
    const isResponse = field(head, 'WARC-Type') === 'response' && /http/i.test(field(head, 'Content-Type') ?? '')
    const page = isResponse && url !== undefined ? pageIn(block, url) : undefined
    if (page !== undefined) yield page
  }
}

function broken(name: string, number: number): HearsayError {
  const message = `record ${number} is cut off or no WARC record: fetch the file again; the records before it are read`
  return new HearsayError('malformed', message, { input: name })
}

function field(head: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*(.*?)[ \\t]*\\r?$`, 'im').exec(head)?.[1]
}

function pageIn(block: Uint8Array, url: string): Page | undefined {
  const end = headEnd(block, 0)
  if (end === null) return undefined
  const head = new TextDecoder('latin1').decode(block.subarray(0, end.head))
  const type = field(head, 'Content-Type') ?? ''
  if (!/^HTTP\/\S+ 200/.test(head) || !/html/i.test(type)) return undefined
  try {
    let body = block.subarray(end.body)
    if (/chunked/i.test(field(head, 'Transfer-Encoding') ?? '')) body = dechunked(body)
    const encoding = field(head, 'Content-Encoding') ?? ''
    if (/gzip/i.test(encoding)) body = gunzipSync(body)
    else if (/deflate/i.test(encoding)) body = unzlibSync(body)
    else if (/br|zstd/i.test(encoding)) return undefined
    return { url, bytes: body, charset: /charset=["']?([\w-]+)/i.exec(type)?.[1] }
  } catch {
    // Crawlers often note an encoding that they have already taken off.
    return { url, bytes: block.subarray(end.body), charset: /charset=["']?([\w-]+)/i.exec(type)?.[1] }
  }
}

function dechunked(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let at = 0
  for (;;) {
    const line = bytes.indexOf(10, at)
    const size = line < 0 ? Number.NaN : Number.parseInt(new TextDecoder('latin1').decode(bytes.subarray(at, line)), 16)
    if (!(size >= 0)) throw new Error('not chunked')
    if (size === 0) return joined(parts)
    parts.push(bytes.subarray(line + 1, line + 1 + size))
    at = line + 1 + size + 2
  }
}

/** Where the empty line after a head begins and ends. */
function headEnd(bytes: Uint8Array, from: number): { head: number; body: number } | null {
  for (let at = bytes.indexOf(10, from); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return { head: at + 1, body: at + 2 }
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return { head: at + 1, body: at + 3 }
  }
  return null
}

/** Takes bytes from chunks, keeping no more than one record. */
class Reader {
  readonly #chunks: Iterator<Uint8Array>
  #held: Uint8Array = new Uint8Array(0)

  constructor(chunks: Iterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.iterator]()
  }

  /** Up to the empty line; null at the end. */
  readHead(): string | null {
    for (;;) {
      let start = 0
      while (this.#held[start] === 10 || this.#held[start] === 13) start++
      if (start > 0) this.#held = this.#held.slice(start)
      const end = headEnd(this.#held, 0)
      if (end !== null) {
        const head = new TextDecoder().decode(this.#held.subarray(0, end.head))
        this.#held = this.#held.slice(end.body)
        return head
      }
      if (this.#held.length > 1 << 20 || !this.#more()) {
        return this.#held.length === 0 ? null : new TextDecoder().decode(this.#held.subarray(0, 100))
      }
    }
  }

  read(length: number): Uint8Array | null {
    const parts = [this.#held]
    let have = this.#held.length
    while (have < length) {
      const next = this.#chunks.next()
      if (next.done) return null
      parts.push(next.value)
      have += next.value.length
    }
    const all = joined(parts)
    this.#held = all.slice(length)
    return all.slice(0, length)
  }

  #more(): boolean {
    const next = this.#chunks.next()
    if (next.done) return false
    this.#held = joined([this.#held, next.value]).slice()
    return true
  }
}
