/** `hearsay keys`, `match`, `merge` and `project`: the steps from records to the graph, as filters of lines for engines like Spark. */
import { Argument, type Command } from 'commander'
import { stdinSource } from '../files/index.js'
import { gazetteerFrom } from '../rdf/gazetteer.js'
import { checkBase } from '../rdf/index.js'
import { parseDecisions } from '../resolve/index.js'
import { runStage, type StageOptions, stages } from '../stages/index.js'
import { answer, textLines } from './filter.js'
import { readExtractSettings, type SharedOptions } from './options.js'
import { type StageName, stageWords } from './stageWords.js'
import { readUserFile } from './values.js'

type Flags = Pick<SharedOptions, 'gazetteer' | 'identity' | 'base' | 'rdf12'>
export function adderOf(name: StageName): (program: Command) => void {
  return (program) => addStage(program, name)
}

function addStage(program: Command, name: StageName): void {
  const subjects = Object.keys(stages[name])
  const command = program.command(name).description(stageWords[name])
  if (subjects.length > 1) command.addArgument(new Argument('<of>', 'of what').choices(subjects))
  command
    .option('--gazetteer <file...>', 'names that you know (SKOS in Turtle), besides those that come with Hearsay')
    .option('--no-gazetteer', 'no list of names at all')
    .option('--identity <file>', 'your decisions on who is who, as hearsay build takes them')
    .option('--base <iri>', 'the IRI under which RDF names its data')
    .option('--rdf12', "RDF 1.2's triple terms in place of reification")
    .action((...given: unknown[]) => {
      const subject = subjects.length > 1 ? String(given[0]) : 'all'
      const flags: Flags = command.opts()
      const made = stages[name][subject]
      if (made === undefined) throw new Error(`no stage ${name} ${subject}`)
      answer(runStage(made(optionsOf(flags)), textLines(stdinSource().chunks()), 'stdin'))
    })
}

function optionsOf({ identity, base, rdf12, ...rest }: Flags): StageOptions {
  const { gazetteer } = readExtractSettings(rest)
  return {
    gazetteer: gazetteer === null ? { lookup: () => [] } : gazetteerFrom(gazetteer),
    decisions: identity === undefined ? [] : parseDecisions(readUserFile(identity), identity),
    rdf12: rdf12 === true,
    ...(base === undefined ? {} : { base: checkBase(base) })
  }
}
