/** Arguments → a command's work and `process.exitCode`: 0 done, 1 something could not be done, 2 wrong usage. */
import { Command, CommanderError } from 'commander'
import { applyConfig, configName, readConfig } from './commands/config.js'
import { commands } from './commands/index.js'
import { printable, red, say } from './commands/terminal.js'
import { HearsayError } from './errors.js'
import { version } from './generated/version.js'

const examples = `
Examples:
  hearsay build articles/ --out graph     the graph of a folder of articles, in all formats
  hearsay verify graph --sources articles/  proof that every evidence is exact

Exit codes: 0 done; 1 an input or a check failed (what was good is still written); 2 wrong usage; 130 stopped.
Nothing is fetched and nothing is sent: Hearsay works offline.
`

export async function main(args: readonly string[]): Promise<void> {
  const program = new Command('hearsay')
    .description(
      'Reads news articles and writes a graph of who says what, through whom; every edge points back to its sentence.'
    )
    .version(version)
    .addHelpText('after', examples)
    .option('--config <file>', `settings in JSON; ${configName} in this folder unless told otherwise`)
    .option('--debug', 'show where in the program an error arose')
    .showSuggestionAfterError()
    .exitOverride()
  await addCommands(program, args)
  for (const command of program.commands) command.exitOverride()
  program.hook('preAction', (_, command) =>
    applyConfig(command, readConfig(program.opts<{ config?: string }>().config))
  )
  if (args.length === 0) return program.outputHelp()
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    process.exitCode = report(error, args.includes('--debug'))
  }
}

/** The called command as it is; of the others only what help says of them. */
async function addCommands(program: Command, args: readonly string[]): Promise<void> {
  const words = args.filter((arg) => !arg.startsWith('-'))
  const called = words[0] === 'help' ? words[1] : words.find((word) => commands.some(({ name }) => name === word))
  for (const { name, description, load } of commands) {
    if (name === called) (await load())(program)
    else program.command(name).description(description)
  }
}

function report(error: unknown, debug: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const input = error instanceof HearsayError && error.input !== undefined ? `${error.input}: ` : ''
  const message = error instanceof Error ? error.message : String(error)
  say(`${red('hearsay:')} ${printable(input + message)}`)
  if (debug && error instanceof Error) say(error.stack ?? '')
  return error instanceof HearsayError && error.code === 'usage' ? 2 : 1
}
