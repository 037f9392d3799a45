/** What the file system says when it will not write → what a user can do. */
import { HearsayError } from '../errors.js'

/** An error of the file system, with what to do; any other as it is. */
export function writeError(folder: string, error: unknown): unknown {
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
