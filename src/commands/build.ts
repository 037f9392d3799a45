/** `hearsay build`: articles → a folder with the graph in all its forms. */
import { join } from 'node:path'
import type { Command } from 'commander'
import { HearsayError } from '../errors.js'
import { Cache, Spool } from '../files/index.js'
import type { Article, Failure } from '../model.js'
import { duplicateOf } from '../pipeline.js'
import type { Summary } from '../summary.js'
import { type BuildPart, buildFolder } from '../workers/buildFolder.js'
import { extractAll } from '../workers/extractAll.js'
import { compileFor } from './compiling.js'
import { boundHeap } from './heap.js'
import { addInputOptions, type InputFlags, readArticles } from './inputs.js'
import { addBuildOptions, jobsOf, readBuildOptions, readExtractSettings, type SharedOptions } from './options.js'
import { type Progress, startProgress } from './progress.js'
import { bold, faint, print, printable, say, sayFailures } from './terminal.js'

interface Options extends SharedOptions, InputFlags {
  readonly out?: string
  /** A folder, or false for no cache at all. */
  readonly cache?: string | false
  readonly quiet?: boolean
  readonly json?: boolean
}

export function addBuild(program: Command): void {
  const command = program
    .command('build')
    .description('read articles and write the graph of who says what, in all formats')
    .argument('<inputs...>', 'files, folders, or - for standard input')
    .option('-o, --out <dir>', 'the folder to write to; it is made if it is not there')
  addInputOptions(addBuildOptions(command))
    .option(
      '--cache <dir>',
      'where extracted records are kept for the next build; .hearsay-cache in --out unless told otherwise'
    )
    .option('--no-cache', 'keep no records, and use none')
    .option('-q, --quiet', 'print nothing but what went wrong')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  hearsay build articles/ --out graph\n  cat story.txt | hearsay build - --out graph\n'
    )
    .action(runBuild)
}

async function runBuild(inputs: readonly string[], given: Options): Promise<void> {
  const { out } = given
  if (out === undefined) throw new HearsayError('usage', 'where to? add --out and a folder')
  const options = { ...given, out }
  const settings = readBuildOptions(options)
  compileFor(jobsOf(options))
  boundHeap()
  const spool = new Spool(options.out)
  const progress = startProgress(options.quiet === true)
  try {
    const failures = await extractInto(spool, inputs, options, progress)
    let written = 0
    const { summary } = await buildFolder(out, spool, failures, {
      ...settings,
      jobs: jobsOf(options),
      onPart: (part) => {
        boundHeap()
        progress.begin(parts[part])
      },
      onArticle: () => progress.step(++written / spool.size)
    })
    progress.clear()
    if (options.json) print(`${JSON.stringify(summary, null, 2)}\n`)
    else if (!options.quiet) print(describe(summary, options.out))
    const unread = failures.filter(({ code }) => code !== 'duplicate').length
    if (unread > 0) {
      say(`${unread} of the inputs ${unread === 1 ? 'was' : 'were'} not read; the others are built`)
      process.exitCode = 1
    }
  } finally {
    progress.clear()
    spool.close()
  }
}

/** What is said of each part of a build while it goes on. */
const parts: Readonly<Record<BuildPart, string>> = {
  resolve: 'who is who, and what is claimed',
  write: 'articles written',
  draw: 'the graph is drawn'
}

/** Extracts every article once, whatever it is called, and keeps the lines in the spool; what could not be read comes back, sorted. */
async function extractInto(
  spool: Spool,
  inputs: readonly string[],
  options: Options & { readonly out: string },
  progress: Progress
): Promise<Failure[]> {
  const failures: Failure[] = []
  const fail = (failure: Failure): void => {
    failures.push(failure)
    progress.clear()
    sayFailures([failure])
  }
  const taken = new Map<string, { readonly doc: string; readonly input: string }>()
  const shares: (number | null)[] = []
  async function* distinct(): AsyncIterable<Article> {
    for await (const { article, share, input } of readArticles(inputs, options, fail, options.out)) {
      const known = taken.get(article.id)
      if (known !== undefined) {
        const isFirst = known.doc <= article.doc
        fail(isFirst ? duplicateOf(known.input, input) : duplicateOf(input, known.input))
        if (isFirst) continue
      }
      taken.set(article.id, { doc: article.doc, input })
      shares.push(share)
      yield article
    }
  }
  const cache = options.cache === false ? undefined : new Cache(options.cache ?? join(options.out, '.hearsay-cache'))
  progress.begin('articles')
  for await (const { article, line } of extractAll(distinct(), {
    settings: readExtractSettings(options),
    jobs: jobsOf(options),
    cache
  })) {
    spool.put(article.id, line)
    progress.step(shares.shift() ?? null)
  }
  if (spool.size === 0) {
    throw new HearsayError('empty', 'there is no article in what was named: nothing is built')
  }
  return failures.sort((a, b) => (a.input < b.input ? -1 : a.input > b.input ? 1 : 0))
}

/** The summary as a person reads it, and where to look next. */
export function describe(summary: Summary, out: string): string {
  const row = (count: number, what: string, more = ''): string =>
    `  ${bold(String(count).padStart(7))}  ${what}${more === '' ? '' : faint(`  ${more}`)}\n`
  const { failures } = summary
  return [
    row(summary.articles, 'articles', missing(summary)),
    row(summary.sentences, 'sentences'),
    row(summary.statements, 'statements', mostOf(summary.acts)),
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

/** The most frequent, as far as a line of a terminal goes. */
function mostOf(counts: Readonly<Record<string, number>>): string {
  const all = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
  return [...all.slice(0, 4), ...(all.length > 4 ? ['…'] : [])].join(', ')
}

const at = (out: string, name: string): string => printable(join(out, name))

function missing({ articles, withoutDate, withoutPublisher }: Summary): string {
  const parts = [
    withoutDate > 0 ? `${withoutDate} without a date` : '',
    withoutPublisher > 0 ? `${withoutPublisher} without a publisher` : ''
  ].filter((part) => part !== '')
  return articles === 0 ? '' : parts.join(', ')
}
