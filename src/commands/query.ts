/** `hearsay query`: a SPARQL query over a built folder → a table, CSV, JSON or Turtle. */
import { existsSync, statSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { HearsayError } from '../errors.js'
import { queryFiles } from '../generated/queries.js'
import { defaultBase, prefixes } from '../rdf/index.js'
import { print, printable, say } from './terminal.js'
import { positive, readUserFile } from './values.js'

interface Options {
  readonly list?: boolean
  readonly format?: keyof typeof formats
  readonly union?: boolean
  readonly limit?: number
}

const formats = {
  table: null,
  csv: { rows: 'text/csv', triples: null },
  tsv: { rows: 'text/tab-separated-values', triples: null },
  json: { rows: 'application/sparql-results+json', triples: 'application/ld+json' },
  xml: { rows: 'application/sparql-results+xml', triples: 'application/rdf+xml' },
  turtle: { rows: null, triples: 'text/turtle' },
  ntriples: { rows: null, triples: 'application/n-triples' }
} as const

export function addQuery(program: Command): void {
  program
    .command('query')
    .description('ask a built folder a question in SPARQL')
    .argument('[dir]', 'a folder that hearsay build has written, or a .ttl, .trig or .nq file')
    .argument('[query]', 'a question of the list by its name, a file, or the query itself')
    .option('--list', 'print the questions that come with Hearsay')
    .addOption(new Option('-f, --format <format>', 'table, or as data').choices(Object.keys(formats)).default('table'))
    .option('--union', 'ask all graphs together, what is only claimed included')
    .option('--default-graph', 'ask only what Hearsay itself states, where the query names no graph (the default)')
    .option('--limit <n>', 'print at most so many rows', positive)
    .addHelpText(
      'after',
      '\nExamples:\n  hearsay query --list\n  hearsay query graph "SELECT ?name { ?who skos:prefLabel ?name }"\n  hearsay query graph question.rq --format csv\n'
    )
    .action(runQuery)
}

async function runQuery(dir: string | undefined, query: string | undefined, options: Options): Promise<void> {
  if (options.list) return print(listQuestions())
  if (dir === undefined || query === undefined) {
    throw new HearsayError('usage', 'name a built folder and a query (hearsay query --list shows some)')
  }
  // The store's machine code is read only where there is something to ask.
  const { formatAnswer, GraphStore, writeTable } = await import('../store/index.js')
  const { readGraph } = await import('../serve/graphFiles.js')
  const store = new GraphStore([readGraph(dir)])
  const { union = false, limit } = options
  const answer = asked(findQuery(query), (text) =>
    store.ask({ query: text, union, ...(limit === undefined ? {} : { limit }) })
  )
  const format = formats[options.format ?? 'table']
  if (format !== null) {
    const mediaType = answer.kind === 'triples' ? format.triples : format.rows
    if (mediaType === null) throw new HearsayError('usage', `the answer is ${answer.kind}: choose another --format`)
    print(formatAnswer(answer, mediaType))
  } else if (answer.kind === 'rows') {
    const width = process.stdout.isTTY ? { width: process.stdout.columns } : {}
    print(writeTable(answer.variables, answer.rows, { ...width, printable, prefixes: short }))
    say(`${answer.rows.length} ${answer.rows.length === 1 ? 'row' : 'rows'}`)
  } else if (answer.kind === 'boolean') print(answer.value ? 'yes\n' : 'no\n')
  else print(formatAnswer(answer, 'text/turtle').replace(/[^\n]+/g, printable))
  if (answer.cut) say(`cut at ${limit}: there is more`)
}

const short = {
  ...prefixes,
  entity: `${defaultBase}entity/`,
  claim: `${defaultBase}claim/`,
  article: `${defaultBase}article/`
}

/** On the command line nobody wants to type prefixes: those that a query uses and does not declare are ours. Errors name its own lines. */
function asked<Answer>(query: string, ask: (query: string) => Answer): Answer {
  const declared = missingPrefixes(query)
  try {
    return ask(declared.join('') + query)
  } catch (error) {
    if (!(error instanceof HearsayError) || error.code !== 'malformed') throw error
    const message = error.message.replace(/^line (\d+)/, (_, line) => `line ${Number(line) - declared.length}`)
    throw new HearsayError('malformed', `the query: ${message}`, { cause: error })
  }
}

function missingPrefixes(query: string): string[] {
  const missing = Object.entries(short).filter(
    ([prefix]) =>
      new RegExp(`(?<![\\w-])${prefix}:`).test(query) && !new RegExp(`prefix\\s+${prefix}:`, 'i').test(query)
  )
  return missing.map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`)
}

function findQuery(given: string): string {
  const question = queryFiles[given] ?? queryFiles[`${given}.rq`]
  if (question !== undefined) return question
  if (given.length < 4096 && !given.includes('\n') && existsSync(given) && statSync(given).isFile()) {
    return readUserFile(given)
  }
  if (/[{}\s]/.test(given)) return given
  throw new HearsayError('usage', 'there is no such question or file: hearsay query --list shows the questions', {
    input: given
  })
}

/** A question's title is its first comment. */
function listQuestions(): string {
  const names = Object.keys(queryFiles).sort()
  const wide = Math.max(0, ...names.map((name) => name.length))
  return names
    .map((name) => {
      const title = /^\s*#+\s*(?:title:\s*)?(.*)$/im.exec(queryFiles[name] ?? '')?.[1] ?? ''
      return `${name.replace(/\.rq$/, '').padEnd(wide)}  ${title}\n`
    })
    .join('')
}
