/**
 * Named texts → a folder, each file whole or not at all: it is written beside its place under another name, and takes the place
 * only when all files are there.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { HearsayError } from '../errors.js'

export interface NamedPieces {
  readonly name: string
  readonly pieces: Iterable<string>
}

/**
 * @returns the names that were written
 * @throws HearsayError `write` where the disk is full or the folder may not be written; what stood there stays as it was
 */
export function writeFolder(folder: string, files: Iterable<NamedPieces>): string[] {
  const staging = join(folder, `.hearsay-${process.pid}.part`)
  try {
    mkdirSync(staging, { recursive: true })
  } catch (error) {
    throw explained(folder, error)
  }
  try {
    const names: string[] = []
    for (const { name, pieces } of files) {
      writeWhole(join(staging, name), pieces)
      names.push(name)
    }
    for (const name of names) renameSync(join(staging, name), join(folder, name))
    return names
  } catch (error) {
    throw explained(folder, error)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

function writeWhole(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w')
  try {
    let held = ''
    for (const piece of pieces) {
      held += piece
      if (held.length < 1 << 20) continue
      writeAll(file, held)
      held = ''
    }
    writeAll(file, held)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** A write may take less than it is given. */
function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

/** An error of the file system, with what to do; any other as it is. */
function explained(folder: string, error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error
  const code = String(error.code)
  const remedy = remedies[code] ?? `it could not be written (${code})`
  return new HearsayError('write', `${remedy}; what was there before is as it was`, { input: folder, cause: error })
}

const remedies: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written: change its permissions or choose another --out',
  EEXIST: 'a file is in the way: choose another --out',
  ENOSPC: 'the disk is full: make room or choose another --out',
  ENOTDIR: 'a file is in the way: choose another --out',
  EPERM: 'it may not be written: change its permissions or choose another --out',
  EROFS: 'it may not be written: choose another --out'
}
