/**
 * Lines kept on disk rather than in memory, to be read again as often as needed in the order of their keys. The file has no name
 * that anybody else could find, and is gone with the process.
 */
import { closeSync, mkdirSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { writeError } from './errors.js'

export class Spool implements Iterable<string> {
  /** So that two of one process have two names. */
  static #count = 0
  readonly #folder: string
  #opened: number | undefined
  readonly #numberOf = new Map<string, number>()
  /** Where the line of each number stands: there are more claims than articles, too many for an object each. */
  readonly #starts: number[] = []
  readonly #lengths: number[] = []
  #sorted: readonly string[] | null = null
  #end = 0

  /** @param folder it must be possible to write there; it is made, and the file in it, when the first line is put */
  constructor(folder: string) {
    this.#folder = folder
  }

  get size(): number {
    return this.#numberOf.size
  }

  has(key: string): boolean {
    return this.#numberOf.has(key)
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
    const number = this.#numberOf.get(key) ?? this.#numberOf.size
    this.#numberOf.set(key, number)
    this.#starts[number] = this.#end
    this.#lengths[number] = bytes.length
    this.#end += bytes.length
    this.#sorted = null
  }

  /** @throws Error where there is no line of that key */
  get(key: string): string {
    const number = this.#numberOf.get(key)
    if (number === undefined) throw new Error(`nothing was kept under ${key}`)
    const [start = 0, length = 0] = [this.#starts[number], this.#lengths[number]]
    const bytes = Buffer.allocUnsafe(length)
    for (let done = 0; done < length; ) {
      const read = readSync(this.#file(), bytes, done, length - done, start + done)
      if (read === 0) throw new Error(`the file that ${key} was kept in was cut off`)
      done += read
    }
    return bytes.toString('utf8')
  }

  /** Sorted by code unit. */
  keys(): readonly string[] {
    this.#sorted ??= [...this.#numberOf.keys()].sort()
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
