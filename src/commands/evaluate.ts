/** `hearsay evaluate`: annotated articles → how much of what is annotated Hearsay finds, in figures and in errors to read. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { HearsayError } from '../errors.js'
import {
  type AnnotatedArticle,
  type AnnotatedText,
  type Attribution,
  type AttributionResult,
  articleNameOf,
  type Calibration,
  calibrationOf,
  type Figure,
  type FoundName,
  type NamesResult,
  type Pair,
  readAnnotatedNames,
  readBrat,
  scoreAttributions,
  scoreNames
} from '../evaluate/index.js'
import { articleOf } from '../read/index.js'
import { extractAll } from '../workers/extractAll.js'
import { linesOf } from './builtFolder.js'
import { attributionErrors, nameErrors } from './evaluateErrors.js'
import { addExtractOptions, type ExtractOptions, jobsOf, readExtractSettings } from './options.js'
import { bold, print } from './terminal.js'
import { positive, readUserFile } from './values.js'

interface EvaluateOptions extends ExtractOptions {
  readonly records?: string
  readonly errors?: number
  readonly across?: boolean
  readonly json?: boolean
}

export function addEvaluate(program: Command): void {
  const command = program
    .command('evaluate')
    .description('measure what is found against annotated articles')
    .argument('<gold...>', 'folders with text/ and attributions/ (brat, as in PolNeAR), or .jsonl files of names')
    .option('--records <file>', 'measure these records instead of extracting now')
    .option('--errors <n>', 'print up to so many errors of each kind, each in its sentence', positive)
    .option('--across', 'names: one entity must be one over all articles, not only within each')
    .option('--json', 'print figures and errors as JSON')
  addExtractOptions(command)
    .addHelpText(
      'after',
      `
A folder of attributions holds text/NAME.txt and attributions/NAME.ann with spans Source, Cue and Content joined by an
Attribution; a file of names holds one {"doc", "text", "entities": [{"start", "end", "type"}]} a line. Offsets are code points.

Examples:
  hearsay evaluate annotated/ --errors 20
  hearsay evaluate names.jsonl --json
`
    )
    .action(runEvaluate)
}

async function runEvaluate(paths: readonly string[], options: EvaluateOptions): Promise<void> {
  const results: unknown[] = []
  for (const path of paths) {
    const result = isFolder(path) ? await measureAttributions(path, options) : await measureNames(path, options)
    if (options.json) results.push(result.json)
    else print(result.text)
  }
  if (options.json) print(`${JSON.stringify(results, null, 2)}\n`)
}

interface Measured {
  readonly text: string
  readonly json: unknown
}

/** @throws HearsayError where there is nothing of that name */
function isFolder(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) throw new HearsayError('unreadable', 'there is no such file or folder', { input: path })
  return stats.isDirectory()
}

async function measureAttributions(folder: string, options: EvaluateOptions): Promise<Measured> {
  const gold = readAnnotatedFolder(folder)
  const found = await recordsOf(gold, options)
  const articles = gold.map((each): AnnotatedArticle => ({ ...each, predicted: found.get(each.doc)?.statements ?? [] }))
  const result = scoreAttributions(articles)
  const judged = gold.flatMap(({ doc }, i) =>
    (found.get(doc)?.statements ?? []).flatMap(({ confidence }, j) =>
      confidence === null ? [] : [{ probability: confidence, right: result.right[i]?.[j] === true }]
    )
  )
  const calibration = calibrationOf(judged)
  const errors = options.errors === undefined ? [] : attributionErrors(articles, result.errors, options.errors)
  const { views, kinds, speaker } = result
  return {
    text: describeAttributions(folder, articles, result, calibration) + errors.map((each) => `${each}\n`).join(''),
    json: { gold: folder, articles: articles.length, views, kinds, speaker, calibration, errors }
  }
}

function describeAttributions(
  folder: string,
  articles: readonly AnnotatedArticle[],
  { views, kinds, speaker }: AttributionResult,
  { bins, error }: Calibration
): string {
  const lines = [bold(`${folder}: ${articles.length} articles`)]
  for (const [name, score] of Object.entries(views)) {
    lines.push(`${name}: ${score.gold} gold, ${score.predicted} predicted`)
    lines.push(figureLine('statement', score.statement), figureLine('content-exact', score.contentExact))
    lines.push(figureLine('content-overlap', score.content), figureLine('source-overlap', score.source))
    lines.push(figureLine('cue-overlap', score.cue))
  }
  lines.push('speech, by how it is told: statements')
  for (const [name, kind] of Object.entries(kinds)) lines.push(`${figureLine(name, kind)}  of ${kind.gold}`)
  lines.push(`  speaker right in ${percent(speaker).trim()} of those whose content was found`)
  if (bins.length > 0) lines.push(`confidence: expected calibration error ${(error * 100).toFixed(1)}`)
  for (const { from, count, expected, observed } of bins) {
    const range = `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}`
    lines.push(`  ${range} ${percent(observed)} right of ${String(count).padStart(5)}, ${percent(expected)} expected`)
  }
  return `${lines.join('\n')}\n`
}

async function measureNames(file: string, options: EvaluateOptions): Promise<Measured> {
  const gold = readAnnotatedNames(linesOf(file), file)
  const found = await recordsOf(gold, options)
  const articles = gold.map((each) => ({ ...each, predicted: found.get(each.doc)?.mentions ?? [] }))
  const result = scoreNames(articles, { across: options.across === true })
  const errors = options.errors === undefined ? [] : nameErrors(articles, result.errors, options.errors)
  return {
    text: describeNames(file, gold, result) + errors.map((each) => `${each}\n`).join(''),
    json: { ...result, gold: file, articles: gold.length, names: result.gold, errors }
  }
}

function describeNames(file: string, gold: readonly AnnotatedText[], result: NamesResult): string {
  const lines = [
    bold(`${file}: ${gold.length} articles`),
    `${result.gold} gold names, ${result.predicted} predicted`,
    figureLine('span', result.span),
    figureLine('exact', result.exact),
    figureLine('typed', result.typed),
    ...result.recall.map(({ type, of, share }) => `  recall ${type.padEnd(13)} ${percent(share)}  of ${of}`),
    figureLine('B-cubed', result.bCubed)
  ]
  return `${lines.join('\n')}\n`
}

const percent = (value: number): string => (value * 100).toFixed(1).padStart(5)

const figureLine = (name: string, { precision, recall, f1 }: Figure): string =>
  `  ${name.padEnd(16)} P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}`

interface GoldArticle {
  readonly doc: string
  readonly text: string
  readonly gold: readonly Attribution[]
}

/**
 * An article that several people annotated is measured by the first of them, in the order of names.
 *
 * @throws HearsayError where the folder or a file in it is not as it should be
 */
function readAnnotatedFolder(folder: string): GoldArticle[] {
  const annotations = join(folder, 'attributions')
  if (!existsSync(annotations) || !existsSync(join(folder, 'text'))) {
    throw new HearsayError('usage', 'name a folder that holds text/ and attributions/, or a .jsonl file of names', {
      input: folder
    })
  }
  const seen = new Set<string>()
  const found: GoldArticle[] = []
  for (const name of readdirSync(annotations).sort()) {
    const doc = articleNameOf(name).replace(/\.ann$/, '')
    if (!name.endsWith('.ann') || seen.has(doc)) continue
    seen.add(doc)
    const text = readUserFile(join(folder, 'text', `${doc}.txt`))
    const file = join(annotations, name)
    const gold = readBrat(readUserFile(file), file)
    const { length } = [...text]
    for (const { source, cue, content } of gold)
      for (const [start, end] of [...source, ...cue, ...content])
        if (end > length)
          throw new HearsayError('malformed', `the span ${start} ${end} runs over the text's end at ${length}`, {
            input: file
          })
    found.push({ doc, text, gold })
  }
  if (found.length === 0) throw new HearsayError('empty', 'there are no .ann files in it', { input: annotations })
  return found
}

interface FoundStatement extends Attribution {
  readonly confidence: number | null
}

interface FoundRecord {
  readonly statements: readonly FoundStatement[]
  readonly mentions: readonly FoundName[]
}

async function recordsOf(
  articles: readonly { readonly doc: string; readonly text: string }[],
  options: EvaluateOptions
): Promise<Map<string, FoundRecord>> {
  const found = new Map<string, FoundRecord>()
  if (options.records !== undefined) {
    let number = 0
    for (const line of linesOf(options.records)) {
      number++
      if (line.trim() !== '') found.set(...readFound(line, `${options.records}, line ${number}`))
    }
    return found
  }
  const read = articles.map(({ doc, text }) => ({ ...articleOf(text, doc), doc }))
  const extracted = extractAll(read, { settings: readExtractSettings(options), jobs: jobsOf(options) })
  for await (const { article, line } of extracted) found.set(...readFound(line, article.doc))
  return found
}

/** What is measured of a record; other tools need not write more. */
function readFound(line: string, input: string): [string, FoundRecord] {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new HearsayError('malformed', 'it is no JSON', { input, cause })
  }
  const { doc, statements, mentions } = fieldsOf(value)
  if (typeof doc !== 'string') throw new HearsayError('malformed', 'it has no "doc"', { input })
  const pairs = (spans: unknown): Pair[] =>
    listOf(spans).map((span): Pair => {
      const [start, end] = listOf(span)
      if (typeof start === 'number' && typeof end === 'number') return [start, end]
      throw new HearsayError('malformed', 'a span is a start and an end: [3, 9]', { input })
    })
  return [
    doc.replace(/\.txt$/, ''),
    {
      statements: listOf(statements).map((statement): FoundStatement => {
        const { source, cue, content, confidence } = fieldsOf(statement)
        return {
          source: pairs(source),
          cue: pairs(cue),
          content: pairs(content),
          confidence: typeof confidence === 'number' ? confidence : null
        }
      }),
      mentions: listOf(mentions).map((mention): FoundName => {
        const { start, end, type, entity } = fieldsOf(mention)
        if (typeof start === 'number' && typeof end === 'number' && typeof type === 'string')
          return { start, end, type: type.toLowerCase(), entity: String(entity) }
        throw new HearsayError('malformed', 'a mention has "start", "end" and "type"', { input })
      })
    }
  ]
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
