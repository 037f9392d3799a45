/** What a command prints: results on standard output, messages on standard error; colours only where a terminal wants them. */
import type { Failure } from '../model.js'

export function print(text: string): void {
  process.stdout.write(text)
}

export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Text from outside, safe to print: controls and marks that turn the direction of writing are shown as `\u{…}`. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, (character) => {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`
  })
}

/** https://no-color.org and https://force-color.org */
function wantsColor(stream: NodeJS.WriteStream): boolean {
  if (process.env.NO_COLOR) return false
  if (process.env.FORCE_COLOR) return true
  return stream.isTTY === true && process.env.TERM !== 'dumb'
}

function painter(code: number, stream: NodeJS.WriteStream): (text: string) => string {
  return (text) => (wantsColor(stream) ? `\u001b[${code}m${text}\u001b[0m` : text)
}

export const bold = painter(1, process.stdout)
export const faint = painter(2, process.stdout)
export const red = painter(31, process.stderr)

export function sayFailures(failures: readonly Failure[]): void {
  for (const { input, message } of failures) say(`${red('not read:')} ${printable(input)}: ${printable(message)}`)
}
