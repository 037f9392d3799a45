/** The commands, in the order that `--help` lists them. Each is loaded only when it is called, so that help comes at once. */
import type { Command } from 'commander'
import { stageNames, stageWords } from './stageWords.js'

export interface CommandEntry {
  readonly name: string
  readonly description: string
  readonly load: () => Promise<(program: Command) => void>
}

export const commands: readonly CommandEntry[] = [
  {
    name: 'build',
    description: 'read articles and write the graph of who says what, in all formats',
    load: async () => (await import('./build.js')).addBuild
  },
  {
    name: 'extract',
    description: 'read articles and print what each of them says, one JSON record a line',
    load: async () => (await import('./extract.js')).addExtract
  },
  {
    name: 'verify',
    description: 'compare every evidence in a built folder with the articles, character by character',
    load: async () => (await import('./verify.js')).addVerify
  },
  {
    name: 'query',
    description: 'ask a built folder a question in SPARQL',
    load: async () => (await import('./query.js')).addQuery
  },
  {
    name: 'serve',
    description: 'serve a built folder: the explorer, a SPARQL endpoint, a page for every IRI; read-only',
    load: async () => (await import('./serve.js')).addServe
  },
  {
    name: 'export',
    description: "write a built folder's records in the format of another tool",
    load: async () => (await import('./export.js')).addExport
  },
  {
    name: 'explain',
    description:
      'print why the names of an actor or place are one, article by article; or why statements are one claim',
    load: async () => (await import('./explain.js')).addExplain
  },
  {
    name: 'evaluate',
    description: 'measure what is found against annotated articles',
    load: async () => (await import('./evaluate.js')).addEvaluate
  },
  {
    name: 'diff',
    description: 'list what was added, removed and changed between two builds',
    load: async () => (await import('./diff.js')).addDiff
  },
  ...stageNames.map((name) => ({
    name,
    description: stageWords[name],
    load: async () => (await import('./stages.js')).adderOf(name)
  })),
  {
    name: 'draw',
    description: stageWords.draw,
    load: async () => (await import('./draw.js')).addDraw
  }
]
