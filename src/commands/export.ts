/** `hearsay export`: a built folder → annotations, entities or nanopublications in the formats of others. */
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Argument, type Command } from 'commander'
import { HearsayError } from '../errors.js'
import {
  type ExportInput,
  type NanopubOptions,
  readClaims,
  toBrat,
  toFollowTheMoney,
  toNanopubs,
  toWebAnnotations
} from '../exports/index.js'
import { type NamedPieces, writeFolder } from '../files/index.js'
import { readRecord } from '../record/index.js'
import { print } from './terminal.js'

interface Options extends NanopubOptions {
  readonly out: string
}

const formats = ['webannotation', 'followthemoney', 'nanopub', 'brat'] as const
type Format = (typeof formats)[number]

export function addExport(program: Command): void {
  program
    .command('export')
    .description("write a built folder's records in the format of another tool")
    .addArgument(new Argument('<format>', 'the format').choices(formats))
    .argument('<dir>', 'a folder that hearsay build has written')
    .requiredOption('-o, --out <path>', 'the file to write (- for standard output); for brat a folder')
    .option('--base <iri>', 'the IRI under which the graph names its data')
    .option('--created <time>', 'nanopub: the date and time to put into each, as 2024-03-05T08:30:00Z')
    .option('--creator <iri>', 'nanopub: the ORCID or other IRI of whoever publishes them')
    .addHelpText(
      'after',
      '\nExamples:\n  hearsay export followthemoney graph --out graph.ftm.json\n  hearsay export brat graph --out brat/\n'
    )
    .action(runExport)
}

function runExport(format: Format, dir: string, { out, ...options }: Options): void {
  const input = readInput(dir)
  if (format === 'brat') {
    const files = [...toBrat(input)].map(({ name, text }): NamedPieces => ({ name, pieces: [text] }))
    writeFolder(out, files)
    return
  }
  const pieces = textOf(format, input, options)
  if (out === '-') for (const piece of pieces) print(piece)
  else writeFolder(dirname(out), [{ name: basename(out), pieces }])
}

function textOf(format: Exclude<Format, 'brat'>, input: ExportInput, options: NanopubOptions): Iterable<string> {
  switch (format) {
    case 'webannotation':
      return toWebAnnotations(input, options)
    case 'followthemoney':
      return toFollowTheMoney(input)
    case 'nanopub':
      return toNanopubs(input, options)
  }
}

function readInput(dir: string): ExportInput {
  const records = readFile(dir, 'records.ndjson')
  const claims = join(dir, 'claims.ndjson')
  return {
    records: records
      .split('\n')
      .flatMap((line, i) => (line === '' ? [] : [readRecord(line, `${join(dir, 'records.ndjson')}:${i + 1}`)])),
    claims: readClaims(readFile(dir, 'claims.ndjson'), claims)
  }
}

function readFile(dir: string, name: string): string {
  try {
    return readFileSync(join(dir, name), 'utf8')
  } catch (cause) {
    throw new HearsayError('usage', `it has no ${name}: name a folder that hearsay build has written`, {
      input: dir,
      cause
    })
  }
}
