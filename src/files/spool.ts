/**
 * Lines kept on disk rather than in memory, to be read again as often as needed in the order of their keys. The file has no name
 * that anybody else could find, and is gone with the process.
 */
import { closeSync, mkdirSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { writeError } from './errors.js'

interface Place {
  readonly at: number
  readonly length: number
}

export class Spool implements Iterable<string> {
  /** So that two of one process have two names. */
  static #count = 0
  readonly #folder: string
  #opened: number | undefined
  readonly #places = new Map<string, Place>()
  #sorted: readonly string[] | null = null
  #end = 0

  /** @param folder it must be possible to write there; it is made, and the file in it, when the first line is put */
  constructor(folder: string) {
    this.#folder = folder
  }

  get size(): number {
    return this.#places.size
  }

  has(key: string): boolean {
    return this.#places.has(key)
  }

  /**
   * A second line with one key takes the place of the first.
   *
   * @throws HearsayError `write` where the disk is full or the folder may not be written
   */
  put(key: string, line: string): void {
    const bytes = Buffer.from(line, 'utf8')
    try {
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(this.#file(), bytes, done, bytes.length - done, this.#end + done)
      }
    } catch (error) {
      throw writeError(this.#folder, error)
    }
    this.#places.set(key, { at: this.#end, length: bytes.length })
    this.#end += bytes.length
    this.#sorted = null
  }

  /** @throws Error where there is no line of that key */
  get(key: string): string {
    const place = this.#places.get(key)
    if (place === undefined) throw new Error(`nothing was kept under ${key}`)
    const bytes = Buffer.allocUnsafe(place.length)
    for (let done = 0; done < place.length; ) {
      const read = readSync(this.#file(), bytes, done, place.length - done, place.at + done)
      if (read === 0) throw new Error(`the file that ${key} was kept in was cut off`)
      done += read
    }
    return bytes.toString('utf8')
  }

  /** Sorted by code unit. */
  keys(): readonly string[] {
    this.#sorted ??= [...this.#places.keys()].sort()
    return this.#sorted
  }

  *[Symbol.iterator](): Iterator<string> {
    for (const key of this.keys()) yield this.get(key)
  }

  close(): void {
    if (this.#opened !== undefined) closeSync(this.#opened)
    this.#opened = undefined
  }

  #file(): number {
    if (this.#opened !== undefined) return this.#opened
    mkdirSync(this.#folder, { recursive: true })
    const path = join(this.#folder, `.hearsay-${process.pid}-${Spool.#count++}.spool`)
    this.#opened = openSync(path, 'w+')
    // Nameless from now on: whatever ends the process, nothing is left lying about. Windows keeps the name until the file is closed.
    if (process.platform !== 'win32') unlinkSync(path)
    return this.#opened
  }
}
