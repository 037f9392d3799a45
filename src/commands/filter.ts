/** Standard input as lines, and the lines that answer them; each is written before the next one is read. */
import { writeSync } from 'node:fs'

/** So much is written at once. */
const charactersAtOnce = 1 << 16

export function* textLines(chunks: Iterable<Uint8Array>): Iterable<string> {
  const decoder = new TextDecoder()
  let parts: string[] = []
  for (const chunk of chunks) {
    const lines = decoder.decode(chunk, { stream: true }).split('\n')
    for (const [i, line] of lines.entries()) {
      parts.push(line)
      if (i === lines.length - 1) continue
      yield parts.join('')
      parts = []
    }
  }
  const rest = parts.join('') + decoder.decode()
  if (rest !== '') yield rest
}

/** An empty line is what the other side waits for: it goes out at once. Ends where nobody reads any more. */
export function answer(lines: Iterable<string>): void {
  let held = ''
  for (const line of lines) {
    held += `${line}\n`
    if (line !== '' && held.length < charactersAtOnce) continue
    if (!put(held)) return
    held = ''
  }
  put(held)
}

const wait = new Int32Array(new SharedArrayBuffer(4))

function put(text: string): boolean {
  let bytes = Buffer.from(text)
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (code === 'EPIPE') return false
      if (code !== 'EAGAIN') throw error
      // The pipe is full: its reader needs a moment.
      Atomics.wait(wait, 0, 0, 5)
    }
  }
  return true
}
