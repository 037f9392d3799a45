/** `hearsay extract`: articles → one record a line on standard output, each made from its article alone. */
import type { Command } from 'commander'
import { HearsayError } from '../errors.js'
import { stdinSource } from '../files/index.js'
import type { Article, Failure } from '../model.js'
import { extractAll } from '../workers/extractAll.js'
import { compileFor } from './compiling.js'
import { extractFilter } from './extractFilter.js'
import { answer, textLines } from './filter.js'
import { addInputOptions, type InputFlags, inputOptions, readArticles } from './inputs.js'
import { addExtractOptions, type ExtractOptions, jobsOf, readExtractSettings } from './options.js'
import { startProgress } from './progress.js'
import { print, sayFailures } from './terminal.js'

export function addExtract(program: Command): void {
  const command = program
    .command('extract')
    .description('read articles and print what each of them says, one JSON record a line')
    .argument('<inputs...>', 'files, folders, or - for standard input')
  addInputOptions(addExtractOptions(command))
    .option(
      '--filter',
      'with - alone: answer each line of JSON Lines at once, with its record or what is wrong with it'
    )
    .addHelpText(
      'after',
      '\nExamples:\n  hearsay extract story.txt | jq .statements\n  hearsay extract articles/ > records.ndjson\n'
    )
    .action(runExtract)
}

interface Options extends ExtractOptions, InputFlags {
  readonly filter?: boolean
}

function filter(inputs: readonly string[], options: Options): void {
  if (inputs.length !== 1 || inputs[0] !== '-') {
    throw new HearsayError('usage', '--filter answers the lines of standard input: give it - and nothing else')
  }
  const lines = textLines(stdinSource().chunks())
  answer(extractFilter(lines, { settings: readExtractSettings(options), input: inputOptions(options) }))
}

async function runExtract(inputs: readonly string[], options: Options): Promise<void> {
  if (options.filter === true) {
    filter(inputs, options)
    return
  }
  const fail = (failure: Failure): void => {
    progress.clear()
    sayFailures([failure])
    process.exitCode = 1
  }
  // Records on a terminal would be torn by the line that is written over.
  const progress = startProgress(process.stdout.isTTY === true)
  const shares: (number | null)[] = []
  async function* articles(): AsyncIterable<Article> {
    for await (const { article, share } of readArticles(inputs, options, fail)) {
      shares.push(share)
      yield article
    }
  }
  progress.begin('articles')
  compileFor(jobsOf(options))
  const extracted = extractAll(articles(), { settings: readExtractSettings(options), jobs: jobsOf(options) })
  for await (const { line } of extracted) {
    print(`${line}\n`)
    progress.step(shares.shift() ?? null)
  }
  progress.clear()
}
