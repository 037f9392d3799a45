/** `hearsay explain`: why the names of an entity are one, and who is kept apart from it; or why the statements of a claim are one. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { HearsayError } from '../errors.js'
import { type Explanation, explainEntity } from '../report/explain.js'
import { type ClaimExplanation, explainClaim, type ToldStatement } from '../report/explainClaim.js'
import { fileOf, linesOf, recordsOf } from './builtFolder.js'
import { bold, faint, print, printable } from './terminal.js'

export function addExplain(program: Command): void {
  program
    .command('explain')
    .description(
      'print why the names of an actor or place are one, article by article; or why statements are one claim'
    )
    .argument('<entity>', 'a name, an id as in identity.tsv, or the id of a claim or statement as in claims.ndjson')
    .argument('[dir]', 'a folder that hearsay build has written', '.')
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  hearsay explain "Ann Leary" graph\n  hearsay explain claim/8da05e0e415281d0bad7 graph\n'
    )
    .action(runExplain)
}

function runExplain(entity: string, dir: string, options: { readonly json?: boolean }): void {
  if (!existsSync(join(dir, 'identity.tsv')) && existsSync(join(entity, 'identity.tsv'))) {
    throw new HearsayError('usage', `the name comes first: hearsay explain ${JSON.stringify(dir)} ${entity}`)
  }
  if (/^(?:claim|article)\//.test(entity)) {
    explainOneClaim(entity, dir, options.json === true)
    return
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

function explainOneClaim(id: string, dir: string, json: boolean): void {
  const found = explainClaim(recordsOf(dir), linesOf(fileOf(dir, 'claims.ndjson')), id)
  if (found === undefined) {
    throw new HearsayError('unknown', `no claim there is or holds "${id}" (claims.ndjson lists the ids)`, {
      input: dir
    })
  }
  print(json ? `${JSON.stringify(found, null, 2)}\n` : describeClaim(found))
}

function describeClaim({ id, text, origins, statements, joins, links }: ClaimExplanation): string {
  const numberOf = new Map(statements.map((each, i) => [each.id, i + 1]))
  const lines = [`${bold(printable(text))}  ${faint(id)}`]
  lines.push(`  ${origins.length} ${origins.length === 1 ? 'origin' : 'origins'}`)
  for (const origin of origins) lines.push(`      ${printable(origin.join(', '))}`)
  for (const [i, each] of statements.entries()) lines.push(`  ${i + 1}. ${describeStatement(each)}`)
  for (const { a, b, reason, score } of joins) {
    const both = [a, b].map((each) => numberOf.get(each) ?? '?').join(' and ')
    lines.push(`  ${both} are one: ${printable(reason)} ${faint(`(score ${score})`)}`)
  }
  for (const { type, to, reason, evidence } of links) {
    lines.push(`  ${type} ${to === id ? 'within itself' : faint(to)}: ${printable(reason)}`)
    for (const each of evidence) lines.push(`      ${describeStatement(each)}`)
  }
  return `${lines.join('\n')}\n`
}

function describeStatement({ doc, sentence, source, cue, content }: ToldStatement): string {
  const told = [source, cue].filter((words) => words !== '').join(' | ')
  return `${printable(doc)}, sentence ${sentence}: ${printable(told)} | ${printable(content)}`
}
