/** Names of files and folders → their bytes, in the order of their names. What cannot be read is a failure with its name. */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Failure } from '../model.js'

export interface NamedBytes {
  /** The path as it was given or found. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Folders are read with what is in them; a link that leads back into its own folder is left out, and so are hidden files. */
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

export function readBytes(path: string): NamedBytes | Failure {
  try {
    return { name: path, bytes: readFileSync(path) }
  } catch (error) {
    return unreadable(path, error)
  }
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
