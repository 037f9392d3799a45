/** Standard input in chunks. Its beginning can be read again, so that its kind can be told before it is read. */
import { readSync } from 'node:fs'

/** So much can be read again; the rest goes by once. */
const kept = 1 << 20
const chunkSize = 1 << 16

/** @throws Error where it is read once more after it has gone by */
export function stdinSource(): { readonly name: string; chunks(): Iterable<Uint8Array> } {
  const head: Uint8Array[] = []
  let headSize = 0
  let passed = false
  return {
    name: 'stdin',
    *chunks() {
      if (passed) throw new Error('standard input cannot be read twice')
      yield* head
      for (;;) {
        const chunk = readChunk()
        if (chunk.length === 0) return
        if (headSize < kept) {
          head.push(chunk)
          headSize += chunk.length
        } else passed = true
        yield chunk
      }
    }
  }
}

function readChunk(): Uint8Array {
  const chunk = new Uint8Array(chunkSize)
  for (;;) {
    try {
      return chunk.subarray(0, readSync(0, chunk, 0, chunk.length, null))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (code === 'EOF') return new Uint8Array(0)
      if (code !== 'EAGAIN') throw error
      // Nothing is there yet, and whoever opened the pipe did not want reads to wait: look again soon.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}
