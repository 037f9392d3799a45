/** Names of files and folders → the files in the order of their names, and their bytes. What cannot be read is told by its name. */
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { HearsayError } from '../errors.js'
import type { Failure } from '../model.js'
import { passingSource } from './passing.js'
import { isPattern, matching } from './pattern.js'

/**
 * Folders are read with what is in them; a link that leads back into its own folder is left out, and so are hidden files. A path that is
 * not there and has signs of a pattern in it means what it matches.
 *
 * @param leaveOut a folder that is not read where it lies inside another: the one that is written to
 * @example listFiles(['articles/']).files // ['articles/a.txt', 'articles/b.html']
 */
export function listFiles(paths: readonly string[], leaveOut?: string): { files: string[]; failures: Failure[] } {
  const files = new Set<string>()
  const failures: Failure[] = []
  const own = leaveOut !== undefined && existsSync(leaveOut) ? realpathSync(leaveOut) : undefined
  const fail = (input: string, code: string, message: string): void => {
    failures.push({ input, code, message })
  }
  const visit = (path: string, above: ReadonlySet<string>): void => {
    try {
      const stats = statSync(path)
      if (!stats.isDirectory()) return void files.add(path)
      const real = realpathSync(path)
      if (above.has(real)) {
        fail(path, 'unreadable', 'this link leads back into itself: left out')
        return
      }
      if (above.size > 0 && real === own) return
      for (const name of readdirSync(path).sort()) {
        if (!name.startsWith('.')) visit(join(path, name), new Set([...above, real]))
      }
    } catch (error) {
      failures.push(unreadable(path, error))
    }
  }
  for (const path of paths) {
    const [before, failed] = [files.size, failures.length]
    const named = isPattern(path) && !existsSync(path) ? matching(path) : [path]
    if (named.length === 0) fail(path, 'unreadable', 'nothing has a name like this: check the pattern')
    for (const each of named) visit(each, new Set())
    const isFolder = named.length === 1 && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
    if (isFolder && files.size === before && failures.length === failed && files.size === 0) {
      fail(path, 'empty', 'there are no files in this folder: put articles into it, or name another')
    }
  }
  return { files: [...files].sort(), failures }
}

/** Small enough that progress is told often. */
const chunkSize = 1 << 16

/**
 * A file as chunks, read again each time that they are asked for; a pipe only as far as its kind can be told from.
 *
 * @throws HearsayError `unreadable`, or `changed` where the file is another one than before, with its name
 */
export function fileSource(path: string): { readonly name: string; chunks(): Iterable<Uint8Array> } {
  const kind = statSync(path, { throwIfNoEntry: false })
  // A pipe, as in `hearsay build <(curl …)`.
  if (kind?.isFIFO() || kind?.isCharacterDevice()) return passingSource(path, () => opened(path))
  let before: string | undefined
  return {
    name: path,
    *chunks() {
      const file = opened(path)
      try {
        const stats = fstatSync(file)
        const state = `${stats.ino} ${stats.size} ${stats.mtimeMs}`
        before ??= state
        for (;;) {
          const chunk = new Uint8Array(chunkSize)
          const length = readChunk(path, file, chunk)
          const after = fstatSync(file)
          if (before !== `${after.ino} ${after.size} ${after.mtimeMs}`) {
            throw new HearsayError('changed', 'it changed while it was read: run it again', { input: path })
          }
          if (length === 0) return
          yield chunk.subarray(0, length)
        }
      } finally {
        closeSync(file)
      }
    }
  }
}

function opened(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    throw explained(path, error)
  }
}

function readChunk(path: string, file: number, chunk: Uint8Array): number {
  try {
    return readSync(file, chunk, 0, chunk.length, null)
  } catch (error) {
    throw explained(path, error)
  }
}

function explained(path: string, cause: unknown): HearsayError {
  return new HearsayError('unreadable', unreadable(path, cause).message, { input: path, cause })
}

const remedies: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file: check the name',
  EACCES: 'you may not read it: change its permissions or leave it out',
  EPERM: 'you may not read it: change its permissions or leave it out',
  EISDIR: 'this is a folder',
  ELOOP: 'this link leads back into itself: left out',
  EMFILE: 'too many files are open: raise the limit with ulimit -n'
}

function unreadable(path: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return { input: path, code: 'unreadable', message: remedies[code] ?? `it cannot be read (${code || String(error)})` }
}
