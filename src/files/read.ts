/** Names of files and folders → the files in the order of their names, and their bytes. What cannot be read is told by its name. */
import { closeSync, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { HearsayError } from '../errors.js'
import type { Failure } from '../model.js'

/**
 * Folders are read with what is in them; a link that leads back into its own folder is left out, and so are hidden files.
 *
 * @example listFiles(['articles/']).files // ['articles/a.txt', 'articles/b.html']
 */
export function listFiles(paths: readonly string[]): { files: string[]; failures: Failure[] } {
  const files = new Set<string>()
  const failures: Failure[] = []
  const visit = (path: string, above: ReadonlySet<string>): void => {
    try {
      const stats = statSync(path)
      if (!stats.isDirectory()) return void files.add(path)
      const real = realpathSync(path)
      if (above.has(real)) {
        failures.push({ input: path, code: 'unreadable', message: 'this link leads back into itself: left out' })
        return
      }
      for (const name of readdirSync(path).sort()) {
        if (!name.startsWith('.')) visit(join(path, name), new Set([...above, real]))
      }
    } catch (error) {
      failures.push(unreadable(path, error))
    }
  }
  for (const path of paths) visit(path, new Set())
  return { files: [...files].sort(), failures }
}

/** Small enough that progress is told often. */
const chunkSize = 1 << 16

/**
 * A file as chunks, read again each time that they are asked for.
 *
 * @throws HearsayError `unreadable`, or `changed` where the file is another one than before, with its name
 */
export function fileSource(path: string): { readonly name: string; chunks(): Iterable<Uint8Array> } {
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
