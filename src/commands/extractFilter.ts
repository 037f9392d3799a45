/** `hearsay extract - --filter`: lines of articles → the name and the record of each, or what is wrong with it. */
import { HearsayError } from '../errors.js'
import { fileSource } from '../files/index.js'
import { type InputOptions, isFailure, type Outcome, readInput, readJsonLine } from '../inputs/index.js'
import type { Article } from '../model.js'
import { errorLine, jsonLine, type Line, lineText } from '../stages/index.js'
import { type ExtractSettings, extractor } from '../workers/extractor.js'

export interface FilterOptions {
  readonly settings: ExtractSettings
  readonly input: InputOptions
}

/** What an engine hands over: an input by name, as text, as bytes in base64 or as a file on this machine. */
interface Envelope {
  readonly input: string
  readonly utf8?: string
  readonly bytes?: string
  readonly file?: string
  /** The bytes are this line of the input, which is JSON Lines; counted from 1. */
  readonly number?: number
}

/**
 * A line is an article as in JSON Lines, or an envelope. An empty line is answered by an empty line, so that the other side knows that
 * all before it is done.
 */
export function* extractFilter(lines: Iterable<string>, options: FilterOptions): Iterable<string> {
  const extract = extractor(options.settings)
  let number = 0
  for (const line of lines) {
    number++
    if (line === '') {
      yield ''
      continue
    }
    for (const outcome of outcomesOf(line, number, options.input)) {
      for (const found of linesOf(outcome, extract)) yield lineText(found)
    }
  }
}

function outcomesOf(line: string, number: number, options: InputOptions): Iterable<Outcome> {
  const envelope = envelopeOf(line)
  if (envelope === null) return readJsonLine(new TextEncoder().encode(line), number, 'stdin', options)
  const { input, utf8, bytes, file, number: own } = envelope
  if (utf8 === undefined && bytes === undefined) {
    return readInput({ ...fileSource(file ?? input), name: input }, options)
  }
  const held = utf8 === undefined ? Buffer.from(bytes ?? '', 'base64') : Buffer.from(utf8)
  if (own !== undefined) return readJsonLine(held, own, input, options)
  return readInput({ name: input, chunks: () => [held] }, options)
}

function envelopeOf(line: string): Envelope | null {
  if (!line.startsWith('{"input":')) return null
  try {
    const value: unknown = JSON.parse(line)
    return isEnvelope(value) ? value : null
  } catch {
    return null
  }
}

function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false
  const [input, ...held] = ['input', 'utf8', 'bytes', 'file'].map((name) => Reflect.get(value, name))
  return typeof input === 'string' && held.some((each) => typeof each === 'string')
}

function linesOf(outcome: Outcome, extract: (articles: readonly Article[]) => string[]): Line[] {
  if (isFailure(outcome)) return [errorLine(outcome)]
  try {
    const { id, doc } = outcome
    return extract([outcome]).flatMap((value) => [jsonLine('doc', id, { doc }), { kind: 'record', key: id, value }])
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error
    return [errorLine({ input: error.input ?? outcome.doc, code: error.code, message: error.message })]
  }
}
