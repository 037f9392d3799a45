/**
 * The lines that stages hand to one another: the table that a line belongs to, the key it is grouped by, and a value, with tabs between.
 * Lines with one key stand one after another. An engine that sorts by key needs to know no more than that.
 */
import { HearsayError } from '../errors.js'
import type { Failure } from '../model.js'
import { hex } from '../resolve/hash.js'

export interface Line {
  readonly kind: string
  readonly key: string
  /** JSON, or the text of an output line. Holds no line break; only the text of an output line may hold tabs. */
  readonly value: string
}

/** A part of the work as a pure function: all lines of one key → lines. */
export type Stage = (key: string, lines: readonly Line[]) => Iterable<Line>

/** @example lineText({ kind: 'pair', key: '', value: '{}' }) // 'pair\t\t{}' */
export function lineText({ kind, key, value }: Line): string {
  return `${kind}\t${key.replace(/[\t\n\r]/g, ' ')}\t${value}`
}

/** @throws HearsayError `malformed` */
export function readLine(text: string, name: string): Line {
  const first = text.indexOf('\t')
  const second = text.indexOf('\t', first + 1)
  if (first < 0 || second < 0) {
    const message =
      'a line of a stage is a table, a key and a value with tabs between: write it with the stage before this one'
    throw new HearsayError('malformed', message, { input: name })
  }
  return { kind: text.slice(0, first), key: text.slice(first + 1, second), value: text.slice(second + 1) }
}

export const jsonLine = (kind: string, key: string, value: unknown): Line => ({
  kind,
  key,
  value: JSON.stringify(value)
})

/** A number of 32 bits as a key: all are of one length, so that lines of one value differ in nothing else, which compresses them. */
export const keyOf = hex

/** What cannot be used, in the place of what it would have become. */
export const errorLine = ({ input, code, message }: Failure): Line => jsonLine('error', input, { input, code, message })

/** A key's lines by table, their values parsed. */
export class Tables {
  readonly #key: string
  readonly #lines: readonly Line[]

  constructor(key: string, lines: readonly Line[]) {
    this.#key = key
    this.#lines = lines
  }

  /** @param read throws where the value is not what it should be @throws HearsayError `malformed` with table and key */
  all<Value>(kind: string, read: (value: unknown, line: Line) => Value): Value[] {
    return this.#lines.flatMap((line) => (line.kind === kind ? [this.#read(line, read)] : []))
  }

  texts(kind: string): string[] {
    return this.#lines.flatMap((line) => (line.kind === kind ? [line.value] : []))
  }

  #read<Value>(line: Line, read: (value: unknown, line: Line) => Value): Value {
    try {
      return read(JSON.parse(line.value), line)
    } catch (cause) {
      const message = `this is no line of the table "${line.kind}": write it with the stage before this one`
      throw new HearsayError('malformed', message, { input: this.#key, cause })
    }
  }
}

/**
 * Lines as they come → what the stage makes of them, key after key. A line or a key that cannot be used becomes an error line; an
 * empty line says that whoever writes waits: all before it is answered, and then comes an empty line.
 *
 * @param name of where the lines come from, for messages
 */
export function* runStage(stage: Stage, texts: Iterable<string>, name: string): Iterable<string> {
  let held: Line[] = []
  let number = 0
  for (const text of texts) {
    number++
    if (text === '') {
      yield* answered(stage, held)
      held = []
      yield ''
      continue
    }
    let line: Line
    try {
      line = readLine(text, `${name}, line ${number}`)
    } catch (error) {
      yield lineText(errorLine(failureOf(error)))
      continue
    }
    if (held.length > 0 && held[0]?.key !== line.key) {
      yield* answered(stage, held)
      held = []
    }
    held.push(line)
  }
  yield* answered(stage, held)
}

function* answered(stage: Stage, lines: readonly Line[]): Iterable<string> {
  const [first] = lines
  if (first === undefined) return
  try {
    for (const line of [...stage(first.key, lines)]) yield lineText(line)
  } catch (error) {
    yield lineText(errorLine(failureOf(error)))
  }
}

/** @throws what is no HearsayError: a fault of ours must not pass for a bad input */
function failureOf(error: unknown): Failure {
  if (!(error instanceof HearsayError)) throw error
  return { input: error.input ?? '', code: error.code, message: error.message }
}

/** @throws Error where it is none: for `Tables` to tell */
export function fieldsOf<Value>(names: readonly (keyof Value & string)[]): (value: unknown) => Value {
  return (value) => {
    if (typeof value !== 'object' || value === null) throw new Error('no object')
    for (const name of names) if (!(name in value)) throw new Error(`no ${name}`)
    return value as Value
  }
}
