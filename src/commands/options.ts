/** Options that several commands share, and what they are read into. */
import { availableParallelism } from 'node:os'
import type { Command } from 'commander'
import type { BuildOptions } from '../pipeline.js'
import { gazetteerFrom } from '../rdf/gazetteer.js'
import { parseDecisions } from '../resolve/index.js'
import type { ExtractSettings } from '../workers/extractor.js'
import { positive, probability, readUserFile } from './values.js'

export interface ExtractOptions {
  readonly gazetteer?: readonly string[] | boolean
  readonly minConfidence?: number
  readonly jobs?: number
}

export interface SharedOptions extends ExtractOptions {
  readonly identity?: string
  readonly base?: string
  readonly rdf12?: boolean
  readonly timeline?: boolean
  readonly graphLimit?: number
}

export function addExtractOptions(command: Command): Command {
  return command
    .option('--gazetteer <file...>', 'names that you know (SKOS in Turtle), besides those that come with Hearsay')
    .option('--no-gazetteer', 'no list of names at all: everybody goes by the name the articles give')
    .option('--min-confidence <p>', 'leave out statements less probable than this (0 to 1)', probability)
    .option('-j, --jobs <n>', 'threads that extract; as many as there are cores unless told otherwise', positive)
}

export function addBuildOptions(command: Command): Command {
  return addExtractOptions(command)
    .option('--identity <file>', 'your decisions on who is who: same or different, a name, another, with tabs between')
    .option('--base <iri>', 'the IRI under which RDF names its data')
    .option('--timeline', "days of saying in GEXF, for Gephi's timeline")
    .option('--rdf12', "RDF 1.2's triple terms in place of reification; few stores read them yet")
    .option(
      '--graph-limit <n>',
      'draw at most about so many statements, those most shared; other files hold all',
      positive
    )
}

/** @throws HearsayError or Error with the file's name, where a file cannot be read or is not what it should be */
export function readExtractSettings({ gazetteer, minConfidence }: ExtractOptions): ExtractSettings {
  const files = Array.isArray(gazetteer) ? gazetteer.map((name) => ({ name, turtle: readUserFile(name) })) : []
  // Read here already, so that what is wrong with it is told once and at once.
  if (files.length > 0) gazetteerFrom(files)
  return {
    gazetteer: gazetteer === false ? null : files,
    ...(minConfidence === undefined ? {} : { minConfidence })
  }
}

/** @throws HearsayError or Error with the file's name, where a file cannot be read or is not what it should be */
export function readBuildOptions(options: SharedOptions): BuildOptions {
  const settings = readExtractSettings(options)
  const { identity, base, rdf12, timeline, graphLimit } = options
  return {
    gazetteer: settings.gazetteer === null ? null : gazetteerFrom(settings.gazetteer),
    ...(identity === undefined ? {} : { decisions: parseDecisions(readUserFile(identity), identity) }),
    ...(base === undefined ? {} : { base }),
    ...(graphLimit === undefined ? {} : { graphLimit }),
    rdf12: rdf12 === true,
    timeline: timeline === true
  }
}

export function jobsOf({ jobs }: ExtractOptions): number {
  return jobs ?? Math.max(1, availableParallelism())
}
