/**
 * Named texts → a folder, each file whole or not at all: it is written beside its place under another name, and takes the place
 * only when all files are there.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { writeError } from './errors.js'

export interface NamedPieces {
  readonly name: string
  readonly pieces: Iterable<string>
}

interface OpenFile {
  readonly file: number
  /** Text that is not written yet. */
  held: string
}

/** Files are held open and appended to; `commit` puts all of them in their places, `discard` leaves the folder as it was. */
export class FolderWriter {
  readonly #folder: string
  readonly #staging: string
  readonly #open = new Map<string, OpenFile>()
  readonly #names: string[] = []
  readonly #atExit = (): void => this.discard()

  /** @throws HearsayError `write` where the folder cannot be made or written to */
  constructor(folder: string) {
    this.#folder = folder
    this.#staging = join(folder, `.hearsay-${process.pid}.part`)
    this.#try(() => mkdirSync(this.#staging, { recursive: true }))
    // Ctrl-C ends the process where it stands.
    process.once('exit', this.#atExit)
    removeStale(folder)
  }

  /** @throws HearsayError `write` where the disk is full, and what the pieces throw */
  write(name: string, pieces: Iterable<string>): void {
    for (const piece of pieces) this.append(name, piece)
    this.append(name, '')
  }

  /** @throws HearsayError `write` where the disk is full */
  append(name: string, text: string): void {
    const open = this.#fileOf(name)
    open.held += text
    if (open.held.length >= 1 << 20) this.#flush(open)
  }

  /** What is UTF-8 already. @throws HearsayError `write` where the disk is full */
  appendBytes(name: string, bytes: Uint8Array): void {
    const open = this.#fileOf(name)
    this.#flush(open)
    this.#put(open, bytes)
  }

  /** @returns the names that were written */
  commit(): string[] {
    this.#try(() => {
      for (const open of this.#open.values()) {
        this.#flush(open)
        fsyncSync(open.file)
      }
      this.#close()
      for (const name of this.#names) renameSync(join(this.#staging, name), join(this.#folder, name))
    })
    this.discard()
    return this.#names
  }

  discard(): void {
    process.off('exit', this.#atExit)
    this.#close()
    rmSync(this.#staging, { recursive: true, force: true })
  }

  #fileOf(name: string): OpenFile {
    const found = this.#open.get(name)
    if (found !== undefined) return found
    const open = { file: this.#try(() => openSync(join(this.#staging, name), 'w')), held: '' }
    this.#open.set(name, open)
    this.#names.push(name)
    return open
  }

  #flush(open: OpenFile): void {
    const bytes = Buffer.from(open.held, 'utf8')
    open.held = ''
    this.#put(open, bytes)
  }

  #put(open: OpenFile, bytes: Uint8Array): void {
    // A write may take less than it is given.
    this.#try(() => {
      for (let at = 0; at < bytes.length; ) at += writeSync(open.file, bytes, at)
    })
  }

  #close(): void {
    for (const { file } of this.#open.values()) closeSync(file)
    this.#open.clear()
  }

  #try<Result>(work: () => Result): Result {
    try {
      return work()
    } catch (error) {
      throw writeError(this.#folder, error)
    }
  }
}

/** What builds left that were killed in the middle. */
function removeStale(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^\.hearsay-(\d+)\.part$/.exec(name)?.[1]
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process is running all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Files of a build → a folder: all of them, or none where something goes wrong.
 *
 * @example writeFolder('graph', build(articles).files())
 * @returns the names that were written
 * @throws HearsayError `write` where the disk is full or the folder may not be written; what stood there stays as it was
 */
export function writeFolder(folder: string, files: Iterable<NamedPieces>): string[] {
  const writer = new FolderWriter(folder)
  try {
    for (const { name, pieces } of files) writer.write(name, pieces)
    return writer.commit()
  } finally {
    writer.discard()
  }
}
