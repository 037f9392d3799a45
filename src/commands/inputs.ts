/** What a command is given as inputs → articles, one after another, and what could not be read, by name. */
import { fstatSync, statSync } from 'node:fs'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { HearsayError } from '../errors.js'
import { fileSource, listFiles, stdinSource } from '../files/index.js'
import { type FieldName, type InputKind, type InputOptions, inputKinds, isFailure, readInput } from '../inputs/index.js'
import type { Article, Failure } from '../model.js'
import { docOf } from '../read/index.js'
import { Meter, type Sized } from './meter.js'

export interface InputFlags {
  readonly inputFormat?: InputKind
  readonly map?: InputOptions['map']
  readonly anyLanguage?: boolean
}

export function addInputOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--input-format <kind>', 'read the inputs as this, whatever they look like').choices(inputKinds)
    )
    .option('--map <fields>', 'which field or column holds what: text=story,title=headline,published=day', fieldMap)
    .option('--any-language', 'do not set articles in other languages aside; only English is understood')
}

/** An article, and how much of all inputs (0 to 1) had been read when it was found; null where nobody knows. */
export interface ReadArticle {
  readonly article: Article
  readonly share: number | null
  /** The file that it was found in, or `stdin`, and which of its articles it is. */
  readonly input: string
}

/**
 * Reads each file only when its turn comes.
 *
 * @param inputs files and folders; `-` is standard input
 * @param onFailure told of each input that cannot be read
 * @param leaveOut a folder that is not read where it lies inside another
 * @throws HearsayError `usage` where standard input is a terminal
 */
export async function* readArticles(
  inputs: readonly string[],
  flags: InputFlags,
  onFailure: (failure: Failure) => void,
  leaveOut?: string
): AsyncIterable<ReadArticle> {
  if (inputs.includes('-') && process.stdin.isTTY) {
    throw new HearsayError('usage', 'standard input is the keyboard: pipe an article into it, or name a file or folder')
  }
  const options = inputOptions(flags)
  const { files, failures } = listFiles(
    inputs.filter((input) => input !== '-'),
    leaveOut
  )
  for (const failure of failures) onFailure(failure)
  const sized = files.map((file): Sized => ({ source: fileSource(file), bytes: sizeOf(file) }))
  if (inputs.includes('-')) sized.unshift({ source: stdinSource(), bytes: stdinSize() })
  const meter = new Meter(sized)
  for (const input of sized) {
    for (const outcome of readInput(meter.measured(input), options)) {
      if (isFailure(outcome)) onFailure(outcome)
      else yield { article: outcome, share: meter.share, input: nameOf(outcome, input.source.name) }
    }
    meter.finish(input)
  }
}

const nameOf = ({ doc }: Article, source: string): string => (doc === docOf(source) ? source : `${source}: ${doc}`)

/** A file that has gone away meanwhile has nothing to read; a device or a pipe never says how much it has. */
function sizeOf(file: string): number | null {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats === undefined ? 0 : stats.isFile() ? stats.size : null
}

function stdinSize(): number | null {
  const stats = fstatSync(0)
  return stats.isFile() ? stats.size : null
}

export function inputOptions({ inputFormat, map, anyLanguage }: InputFlags): InputOptions {
  return {
    ...(inputFormat === undefined ? {} : { kind: inputFormat }),
    ...(map === undefined ? {} : { map }),
    ...(anyLanguage === true ? { anyLanguage: true } : {})
  }
}

const fieldNames: readonly FieldName[] = [
  'text',
  'html',
  'title',
  'published',
  'publisher',
  'url',
  'authors',
  'language'
]

function fieldMap(value: string): Partial<Record<FieldName, string>> {
  const map: Partial<Record<FieldName, string>> = {}
  for (const pair of value.split(',')) {
    const at = pair.indexOf('=')
    const name = fieldNames.find((each) => each === pair.slice(0, at).trim())
    if (at < 0 || name === undefined)
      throw new InvalidArgumentError(`use name=field pairs; names are ${fieldNames.join(', ')}.`)
    map[name] = pair.slice(at + 1).trim()
  }
  return map
}
