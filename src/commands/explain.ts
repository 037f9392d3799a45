/** `hearsay explain`: why the names of an entity are one, and who is kept apart from it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { HearsayError } from '../errors.js'
import { type Explanation, explainEntity } from '../report/explain.js'
import { fileOf, recordsOf } from './builtFolder.js'
import { bold, faint, print, printable } from './terminal.js'

export function addExplain(program: Command): void {
  program
    .command('explain')
    .description('print why the names of an actor or place are one, article by article')
    .argument('<entity>', 'a name, or an id as in identity.tsv')
    .argument('[dir]', 'a folder that hearsay build has written', '.')
    .option('--json', 'print it as JSON')
    .addHelpText('after', '\nExample:\n  hearsay explain "Ann Leary" graph\n')
    .action(runExplain)
}

function runExplain(entity: string, dir: string, options: { readonly json?: boolean }): void {
  if (!existsSync(join(dir, 'identity.tsv')) && existsSync(join(entity, 'identity.tsv'))) {
    throw new HearsayError('usage', `the name comes first: hearsay explain ${JSON.stringify(dir)} ${entity}`)
  }
  const identity = readFileSync(fileOf(dir, 'identity.tsv'), 'utf8')
  const found = explainEntity(recordsOf(dir), identity, entity)
  if (found.length === 0) {
    throw new HearsayError(
      'unknown',
      `nobody and nothing there bears the name "${entity}" (identity.tsv lists the ids)`,
      {
        input: dir
      }
    )
  }
  print(options.json ? `${JSON.stringify(found, null, 2)}\n` : found.map(describeEntity).join('\n'))
}

function describeEntity({ id, name, type, articles, apart }: Explanation): string {
  const lines = [`${bold(printable(name))}  ${type}  ${faint(printable(id))}`]
  for (const { doc, printed, within, across } of articles) {
    const words = printed.map(([each, count]) => `“${printable(each)}”${count > 1 ? ` × ${count}` : ''}`).join(', ')
    lines.push(`  ${printable(doc)}: ${words}`)
    for (const reason of within) lines.push(`      within the article: ${printable(reason)}`)
    for (const { reason, score, start } of across) {
      lines.push(`      across articles: ${printable(reason)} ${faint(`(score ${score}, at character ${start})`)}`)
    }
  }
  for (const other of apart) lines.push(`  kept apart from ${printable(other.name)}  ${faint(printable(other.id))}`)
  return `${lines.join('\n')}\n`
}
