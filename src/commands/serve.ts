/** `hearsay serve`: a built folder over HTTP, for people (the explorer, pages) and programs (SPARQL, RDF), until it is stopped. */
import { type Command, InvalidArgumentError } from 'commander'
import { print, say } from './terminal.js'
import { positive } from './values.js'

interface Options {
  readonly host: string
  readonly port: number
  readonly cors?: readonly string[]
  readonly union?: boolean
  readonly timeout: number
  readonly limit: number
  readonly threads: number
  readonly memory: number
}

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('serve a built folder: the explorer, a SPARQL endpoint, a page for every IRI; read-only')
    .argument('<dir>', 'a folder that hearsay build has written')
    .option('--host <address>', 'the address to listen on; any other than this opens it to other machines', '127.0.0.1')
    .option('-p, --port <n>', 'the port; 0 takes a free one', port, 3030)
    .option('--cors <origin...>', 'web pages of these origins may ask (* for all); none if left out')
    .option('--union', 'queries that name no graph ask all graphs together, what is only claimed included')
    .option('--timeout <seconds>', 'a query that takes longer is stopped', positive, 10)
    .option('--limit <n>', 'rows or triples of one answer', positive, 10_000)
    .option('--threads <n>', 'queries that run at the same time, each with the graph in its own memory', positive, 2)
    .option('--memory <megabytes>', 'memory of one thread, graph included', positive, 2048)
    .addHelpText(
      'after',
      '\nExample:\n  hearsay serve graph\n  curl -d "query=ASK{?s ?p ?o}" http://127.0.0.1:3030/sparql\n'
    )
    .action(runServe)
}

async function runServe(dir: string, options: Options): Promise<void> {
  const { startServer } = await import('../serve/index.js')
  const { timeout, memory, cors, ...rest } = options
  const server = await startServer(dir, {
    ...rest,
    timeLimit: timeout,
    memoryLimit: memory,
    ...(cors === undefined ? {} : { cors })
  })
  print(`${server.url}\n`)
  say(`the graph of ${dir}: explorer at ${server.url}, SPARQL at ${server.url}sparql; Ctrl-C stops it`)
  await stopped()
  await server.close()
}

/** Resolves at the first signal to stop. A second one ends the program at once. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    for (const [signal, status] of [
      ['SIGINT', 130],
      ['SIGTERM', 143]
    ] as const) {
      // The program's own handler would end it before the running requests have their answers.
      process.removeAllListeners(signal)
      process.on(signal, () => {
        if (asked) process.exit(status)
        asked = true
        say('stopping: running queries may end')
        resolve()
      })
    }
  })
}

function port(value: string): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number < 65536) return number
  throw new InvalidArgumentError('use a port from 0 to 65535.')
}
