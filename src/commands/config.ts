/**
 * `hearsay.config.json` → what the options of a command are where the command line says nothing. The schema for editors is
 * `schemas/config.schema.json`; a test compares the two.
 */
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import { HearsayError } from '../errors.js'
import { inputKinds } from '../inputs/types.js'
import { readUserFile } from './values.js'

export const configName = 'hearsay.config.json'

type Check = (value: unknown) => boolean

const text: Check = (value) => typeof value === 'string' && value !== ''
const flag: Check = (value) => typeof value === 'boolean'
const count: Check = (value) => Number.isInteger(value) && Number(value) > 0

interface Setting {
  readonly fits: Check
  /** What it must be, for a message. */
  readonly wanted: string
  /** It names files; they are looked for beside the config file. */
  readonly path?: true
}

/** Every key that there is. */
export const settings: Readonly<Record<string, Setting>> = {
  anyLanguage: { fits: flag, wanted: 'true or false' },
  base: { fits: text, wanted: 'an IRI' },
  cache: { fits: (value) => text(value) || value === false, wanted: 'a folder, or false', path: true },
  gazetteer: {
    fits: (value) => value === false || (Array.isArray(value) && value.every(text)),
    wanted: 'a list of files, or false',
    path: true
  },
  graphLimit: { fits: count, wanted: 'a whole number above 0' },
  identity: { fits: text, wanted: 'a file', path: true },
  inputFormat: {
    fits: (value) => inputKinds.some((kind) => kind === value),
    wanted: `one of ${inputKinds.join(', ')}`
  },
  jobs: { fits: count, wanted: 'a whole number above 0' },
  map: {
    fits: (value) => typeof value === 'object' && value !== null && Object.values(value).every(text),
    wanted: 'an object of field names'
  },
  minConfidence: {
    fits: (value) => typeof value === 'number' && value >= 0 && value <= 1,
    wanted: 'a number from 0 to 1'
  },
  out: { fits: text, wanted: 'a folder', path: true },
  rdf12: { fits: flag, wanted: 'true or false' },
  timeline: { fits: flag, wanted: 'true or false' }
}

/**
 * @param file as the user named it; undefined for the one in the working directory, if it is there
 * @throws HearsayError `config` or `unreadable` with the file's name
 */
export function readConfig(file: string | undefined): Readonly<Record<string, unknown>> {
  if (file === undefined && !existsSync(configName)) return {}
  const name = file ?? configName
  const values = parsed(readUserFile(name), name)
  const folder = dirname(resolve(name))
  const config: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(values)) {
    if (key === '$schema') continue
    const setting = settings[key]
    if (setting === undefined)
      throw new HearsayError('config', `there is no "${key}"${suggestion(key)}`, { input: name })
    if (!setting.fits(value)) {
      throw new HearsayError('config', `"${key}" is ${JSON.stringify(value)}: use ${setting.wanted}`, { input: name })
    }
    config[key] = setting.path === true ? beside(folder, value) : value
  }
  return config
}

/** Gives the options of a command what the config file says, unless they are on the command line. Other commands' keys are left alone. */
export function applyConfig(command: Command, config: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(config)) {
    const has = command.options.some((option) => option.attributeName() === key)
    const source = command.getOptionValueSource(key)
    if (has && source !== 'cli' && source !== 'env') command.setOptionValueWithSource(key, value, 'config')
  }
}

function parsed(json: string, name: string): object {
  try {
    const value: unknown = JSON.parse(json.replace(/^\ufeff/, ''))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new HearsayError('config', `it is not JSON (${reason})`, { input: name, cause })
  }
  throw new HearsayError('config', 'it must be one JSON object', { input: name })
}

function beside(folder: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => beside(folder, each))
  return typeof value === 'string' ? resolve(folder, value) : value
}

/** The key that is most like it, where one is much like it. */
function suggestion(key: string): string {
  const [best] = Object.keys(settings)
    .map((known) => ({ known, distance: editDistance(key.toLowerCase(), known.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  if (best === undefined || best.distance > Math.max(2, best.known.length / 3)) {
    return ` (there are ${Object.keys(settings).join(', ')})`
  }
  return `: did you mean "${best.known}"?`
}

/** Levenshtein's; the words are short. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change))
    }
    row = next
  }
  return row[b.length] ?? 0
}
