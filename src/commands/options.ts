/** Options that several commands share, and what they are read into. */
import { readFileSync } from 'node:fs'
import { type Command, InvalidArgumentError } from 'commander'
import { HearsayError } from '../errors.js'
import type { BuildOptions } from '../pipeline.js'
import { defaultGazetteer, mergeGazetteers, parseGazetteer } from '../rdf/gazetteer.js'
import { parseDecisions } from '../resolve/index.js'

export interface SharedOptions {
  readonly gazetteer?: readonly string[] | boolean
  readonly identity?: string
  readonly minConfidence?: number
  readonly base?: string
  readonly rdf12?: boolean
}

export function addExtractOptions(command: Command): Command {
  return command
    .option('--gazetteer <file...>', 'names that you know (SKOS in Turtle), besides those that come with Hearsay')
    .option('--no-gazetteer', 'no list of names at all: everybody goes by the name the articles give')
    .option('--min-confidence <p>', 'leave out statements less probable than this (0 to 1)', probability)
}

export function addBuildOptions(command: Command): Command {
  return addExtractOptions(command)
    .option('--identity <file>', 'your decisions on who is who: same or different, a name, another, with tabs between')
    .option('--base <iri>', 'the IRI under which RDF names its data')
    .option('--rdf12', "RDF 1.2's triple terms in place of reification; few stores read them yet")
}

/** @throws HearsayError or Error with the file's name, where a file cannot be read or is not what it should be */
export function readBuildOptions(options: SharedOptions): BuildOptions {
  const { gazetteer, identity, minConfidence, base, rdf12 } = options
  const files = Array.isArray(gazetteer) ? gazetteer : []
  const given = files.map((file) => parseGazetteer(readUserFile(file), file))
  return {
    gazetteer: gazetteer === false ? null : mergeGazetteers([defaultGazetteer(), ...given]),
    ...(identity === undefined ? {} : { decisions: parseDecisions(readUserFile(identity), identity) }),
    ...(minConfidence === undefined ? {} : { minConfidence }),
    ...(base === undefined ? {} : { base }),
    rdf12: rdf12 === true
  }
}

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
