/** `hearsay diff`: what a newer build has more, less and otherwise than an older one. */
import type { Command } from 'commander'
import { type Comparison, compareBuilds, comparedKinds, type Fingerprint, fingerprint } from '../report/compare.js'
import { fileOf, linesOf, recordsOf } from './builtFolder.js'
import { bold, faint, print, printable } from './terminal.js'

export function addDiff(program: Command): void {
  program
    .command('diff')
    .description('list what was added, removed and changed between two builds')
    .argument('<old>', 'a folder that hearsay build has written')
    .argument('<new>', 'another one')
    .option('--json', 'print it as JSON')
    .addHelpText('after', '\nExample:\n  hearsay diff graph-monday graph-tuesday\n')
    .action(runDiff)
}

function runDiff(older: string, newer: string, options: { readonly json?: boolean }): void {
  const comparison = compareBuilds(read(older), read(newer))
  print(options.json ? `${JSON.stringify(comparison, null, 2)}\n` : describeChanges(comparison))
}

function read(dir: string): Fingerprint {
  return fingerprint(recordsOf(dir), linesOf(fileOf(dir, 'claims.ndjson')))
}

function describeChanges(comparison: Comparison): string {
  const lines: string[] = []
  for (const kind of comparedKinds) {
    const { added, removed, changed } = comparison[kind]
    lines.push(
      `${bold(kind)}  ${faint(`${added.length} added, ${removed.length} removed, ${changed.length} changed`)}`,
      ...added.map((each) => `  + ${printable(each)}`),
      ...removed.map((each) => `  - ${printable(each)}`),
      ...changed.map((each) => `  ~ ${printable(each)}`)
    )
  }
  return `${lines.join('\n')}\n`
}
