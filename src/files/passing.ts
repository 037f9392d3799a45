/** What goes by once (standard input, a pipe) in chunks. Its beginning can be read again, so that its kind can be told before it is read. */
import { readSync } from 'node:fs'
import { HearsayError } from '../errors.js'

/** So much can be read again; the rest goes by once. */
const kept = 1 << 20
const chunkSize = 1 << 16

export function stdinSource(): Passing {
  return passingSource('stdin', () => 0)
}

export interface Passing {
  readonly name: string
  chunks(): Iterable<Uint8Array>
}

/** @throws HearsayError `usage` where it is read once more after it has gone by */
export function passingSource(name: string, open: () => number): Passing {
  let file: number | undefined
  const head: Uint8Array[] = []
  let headSize = 0
  let passed = false
  return {
    name,
    *chunks() {
      if (passed) throw new HearsayError('usage', 'it goes by once and cannot be read again', { input: name })
      file ??= open()
      yield* head
      for (;;) {
        const chunk = readChunk(file)
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

function readChunk(file: number): Uint8Array {
  const chunk = new Uint8Array(chunkSize)
  for (;;) {
    try {
      return chunk.subarray(0, readSync(file, chunk, 0, chunk.length, null))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (code === 'EOF') return new Uint8Array(0)
      if (code !== 'EAGAIN') throw error
      // Nothing is there yet, and whoever opened the pipe did not want reads to wait: look again soon.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}
