/** `hearsay build`: articles → a folder with the graph in all its forms. */
import { join } from 'node:path'
import type { Command } from 'commander'
import { HearsayError } from '../errors.js'
import { writeFolder } from '../files/index.js'
import { build } from '../pipeline.js'
import type { Summary } from '../summary.js'
import { loadArticles } from './inputs.js'
import { addBuildOptions, readBuildOptions, type SharedOptions } from './options.js'
import { bold, faint, print, printable, say, sayFailures } from './terminal.js'

interface Options extends SharedOptions {
  readonly out: string
  readonly quiet?: boolean
  readonly json?: boolean
}

export function addBuild(program: Command): void {
  const command = program
    .command('build')
    .description('read articles and write the graph of who says what, in all formats')
    .argument('<inputs...>', 'files, folders, or - for standard input')
    .requiredOption('-o, --out <dir>', 'the folder to write to; it is made if it is not there')
  addBuildOptions(command)
    .option('-q, --quiet', 'print nothing but what went wrong')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  hearsay build articles/ --out graph\n  cat story.txt | hearsay build - --out graph\n'
    )
    .action(runBuild)
}

function runBuild(inputs: readonly string[], options: Options): void {
  const settings = readBuildOptions(options)
  const loaded = loadArticles(inputs)
  sayFailures(loaded.failures)
  if (loaded.articles.length === 0) {
    throw new HearsayError('empty', 'no article could be read: name files or folders with articles in plain UTF-8 text')
  }
  const built = build(loaded.articles, settings, loaded.failures)
  sayFailures(built.failures.filter((failure) => !loaded.failures.includes(failure)))
  writeFolder(options.out, built.files())
  if (options.json) print(`${JSON.stringify(built.summary, null, 2)}\n`)
  else if (!options.quiet) print(describe(built.summary, options.out))
  if (built.failures.some(({ code }) => code !== 'duplicate')) {
    say(`${built.failures.length} of the inputs were not read; the others are built`)
    process.exitCode = 1
  }
}

/** The summary as a person reads it, and where to look next. */
export function describe(summary: Summary, out: string): string {
  const row = (count: number, what: string, more = ''): string =>
    `  ${bold(String(count).padStart(7))}  ${what}${more === '' ? '' : faint(`  ${more}`)}\n`
  const parts = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')
  const { failures } = summary
  return [
    row(summary.articles, 'articles', missing(summary)),
    row(summary.sentences, 'sentences'),
    row(summary.statements, 'statements', parts(summary.acts)),
    row(summary.actors, 'actors', `and ${summary.places} places, ${summary.channels} channels`),
    row(summary.unnamedSources, 'unnamed sources', `${summary.withoutSource} statements name no source at all`),
    row(
      summary.claims,
      'claims',
      `${summary.sharedClaims} of them in several articles, ${summary.links} links between claims`
    ),
    row(summary.copies, 'copies'),
    row(failures.length, 'failures', failures.map(({ input }) => printable(input)).join(', ')),
    '\nLook next at\n',
    `  ${at(out, 'index.html')}     the explorer: open it in a browser\n`,
    `  ${at(out, 'report.md')}      what is claimed, by how many, and what is denied\n`,
    `  ${at(out, 'graph.graphml')}  for Gephi;  ${at(out, 'graph.trig')}  for a SPARQL store\n`,
    `  hearsay verify ${printable(out)} --sources …  proves every evidence\n`
  ].join('')
}

const at = (out: string, name: string): string => printable(join(out, name))

function missing({ articles, withoutDate, withoutPublisher }: Summary): string {
  const parts = [
    withoutDate > 0 ? `${withoutDate} without a date` : '',
    withoutPublisher > 0 ? `${withoutPublisher} without a publisher` : ''
  ].filter((part) => part !== '')
  return articles === 0 ? '' : parts.join(', ')
}
