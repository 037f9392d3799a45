/** `hearsay verify`: reads the articles again and compares every evidence in every file, character by character. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { HearsayError } from '../errors.js'
import type { Article } from '../model.js'
import { type NamedText, type VerifyReport, verifiable, verify } from '../verify/index.js'
import { addInputOptions, type InputFlags, readArticles } from './inputs.js'
import { bold, print, printable, red, say, sayFailures } from './terminal.js'

interface Options extends InputFlags {
  readonly sources: readonly string[]
  readonly quiet?: boolean
  readonly json?: boolean
}

const mostShown = 10

export function addVerify(program: Command): void {
  const command = program
    .command('verify')
    .description('compare every evidence in a built folder with the articles, character by character')
    .argument('<dir>', 'a folder that hearsay build has written')
    .requiredOption('-s, --sources <paths...>', 'the articles that it was built from')
  addInputOptions(command)
    .option('-q, --quiet', 'print nothing but what differs')
    .option('--json', 'print the whole report as JSON')
    .addHelpText('after', '\nExample:\n  hearsay verify graph --sources articles/\n')
    .action(runVerify)
}

async function runVerify(dir: string, options: Options): Promise<void> {
  const articles: Article[] = []
  for await (const { article } of readArticles(options.sources, options, (failure) => sayFailures([failure])))
    articles.push(article)
  const report = await verify(filesOf(dir), articles)
  if (options.json) print(`${JSON.stringify(report, null, 2)}\n`)
  else show(report, options.quiet === true)
  if (!report.exact) process.exitCode = 1
}

function filesOf(dir: string): NamedText[] {
  const present = verifiable.filter((name) => existsSync(join(dir, name)))
  if (present.length === 0) {
    throw new HearsayError('usage', 'it holds no graph: name a folder that hearsay build has written', { input: dir })
  }
  return present.map((name) => ({ name, text: readFileSync(join(dir, name), 'utf8') }))
}

function show(report: VerifyReport, quiet: boolean): void {
  if (!quiet) {
    for (const { file, checked, differences } of report.files) {
      print(`  ${String(checked).padStart(8)}  ${file}${differences > 0 ? `  ${differences} differ` : ''}\n`)
    }
  }
  for (const { file, where, message } of report.differences.slice(0, mostShown)) {
    say(`${red('differs:')} ${file} ${printable(where)}: ${printable(message)}`)
  }
  const more = report.differences.length - mostShown
  if (more > 0) say(`… and ${more} more`)
  if (report.exact && !quiet) print(bold(`${report.checked} pieces of evidence checked: all exact\n`))
  if (report.checked === 0) say('nothing was checked')
}
