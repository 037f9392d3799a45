/** `hearsay extract`: articles → one record a line on standard output, each made from its article alone. */
import type { Command } from 'commander'
import { extractArticle } from '../pipeline.js'
import { recordLine } from '../record/index.js'
import { loadArticles } from './inputs.js'
import { addExtractOptions, readBuildOptions, type SharedOptions } from './options.js'
import { print, sayFailures } from './terminal.js'

export function addExtract(program: Command): void {
  const command = program
    .command('extract')
    .description('read articles and print what each of them says, one JSON record a line')
    .argument('<inputs...>', 'files, folders, or - for standard input')
  addExtractOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  hearsay extract story.txt | jq .statements\n  hearsay extract articles/ > records.ndjson\n'
    )
    .action(runExtract)
}

function runExtract(inputs: readonly string[], options: SharedOptions): void {
  const settings = readBuildOptions(options)
  const { articles, failures } = loadArticles(inputs)
  for (const article of articles) print(`${recordLine(extractArticle(article, settings))}\n`)
  sayFailures(failures)
  if (failures.length > 0) process.exitCode = 1
}
