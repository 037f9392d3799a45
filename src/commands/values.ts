/** Words of the command line → values, and the files that they name. */
import { readFileSync } from 'node:fs'
import { InvalidArgumentError } from 'commander'
import { HearsayError } from '../errors.js'

/** @throws HearsayError `unreadable` with the file's name */
export function readUserFile(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new HearsayError('unreadable', 'it cannot be read: check its name and permissions', { input: file, cause })
  }
}

export function probability(value: string): number {
  const number = Number(value)
  if (value.trim() !== '' && number >= 0 && number <= 1) return number
  throw new InvalidArgumentError('use a number from 0 to 1, like 0.5.')
}

export function positive(value: string): number {
  const number = Number(value)
  if (Number.isInteger(number) && number > 0) return number
  throw new InvalidArgumentError('use a whole number above 0.')
}
