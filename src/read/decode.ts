/** Bytes → text, or an error that says what the bytes are. A byte order mark stays in the text, so that offsets are the file's. */
import { HearsayError } from '../errors.js'

/** The first bytes of files that people drop among articles by mistake. */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a zip archive or an Office document', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['an old Word document', [0xd0, 0xcf, 0x11, 0xe0]]
]

/**
 * @throws HearsayError `empty`, `binary` or `not-utf8`, each with what to do
 * @example decodeUtf8(new TextEncoder().encode('Hello'), 'a.txt') // 'Hello'
 */
export function decodeUtf8(bytes: Uint8Array, name: string): string {
  const input = name
  if (bytes.length === 0) throw new HearsayError('empty', 'the file is empty: put the article into it', { input })
  const kind = signatures.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0]
  if (kind !== undefined) {
    throw new HearsayError('binary', `this is ${kind}, not text: save the article as plain UTF-8 text`, { input })
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const message = 'this is UTF-16, not UTF-8: convert it with iconv -f UTF-16 -t UTF-8'
    throw new HearsayError('not-utf8', message, { input })
  }
  const text = decoded(bytes)
  if (text === null) {
    const at = firstBadByte(bytes)
    if (isBinary(bytes)) throw new HearsayError('binary', 'this is no text: leave it out', { input })
    const message = `byte ${at} is not UTF-8: convert the file, often with iconv -f WINDOWS-1252 -t UTF-8`
    throw new HearsayError('not-utf8', message, { input })
  }
  if (text.includes('\0'))
    throw new HearsayError('binary', 'this holds NUL bytes and is no text: leave it out', { input })
  if (/^[\s\uFEFF]*$/.test(text)) {
    throw new HearsayError('empty', 'the file holds nothing but white space: put the article into it', { input })
  }
  return text
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A NUL in the first kilobytes, as `file` and git tell binary from text. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8000).includes(0)
}

/** By halving: a prefix is valid as long as the bad byte lies behind it. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isPrefix(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  // A prefix may end in the middle of a character that then breaks off: the character's first byte is meant.
  while (good > 0 && decoded(bytes.subarray(0, good)) === null) good--
  return good
}

function isPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
