/**
 * Results kept between runs, one file a key. Safe under two builds at once: a file appears whole or not at all, and two that write the
 * same key write the same bytes.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export class Cache {
  readonly #folder: string
  #count = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  /** @param key hex digits */
  get(key: string): string | undefined {
    try {
      const text = readFileSync(this.#path(key), 'utf8')
      // The last character proves that the whole was written, whatever the file system did when the machine stopped.
      return text.endsWith('\n') ? text.slice(0, -1) : undefined
    } catch {
      return undefined
    }
  }

  /** Keeps what it can: a full disk or a folder that may not be written costs time later, and nothing now. */
  put(key: string, line: string): void {
    const path = this.#path(key)
    const part = `${path}.${process.pid}-${this.#count++}.part`
    try {
      mkdirSync(join(this.#folder, key.slice(0, 2)), { recursive: true })
      writeFileSync(part, `${line}\n`)
      renameSync(part, path)
    } catch {
      discard(part)
    }
  }

  #path(key: string): string {
    return join(this.#folder, key.slice(0, 2), `${key.slice(2)}.json`)
  }
}

/** The name alone may already be impossible. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    return
  }
}
