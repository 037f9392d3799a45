/** What a command is given as inputs → articles, and what could not be read, by name. */
import { readFileSync } from 'node:fs'
import { HearsayError } from '../errors.js'
import { listFiles, readBytes } from '../files/index.js'
import type { Article, Failure } from '../model.js'
import { failureOf } from '../pipeline.js'
import { readText } from '../read/index.js'

export interface Loaded {
  readonly articles: readonly Article[]
  readonly failures: readonly Failure[]
}

/**
 * @param inputs files and folders; `-` is standard input
 * @throws HearsayError `usage` where standard input is a terminal
 */
export function loadArticles(inputs: readonly string[]): Loaded {
  if (inputs.includes('-') && process.stdin.isTTY) {
    throw new HearsayError('usage', 'standard input is the keyboard: pipe an article into it, or name a file or folder')
  }
  const { files, failures } = listFiles(inputs.filter((input) => input !== '-'))
  const read = inputs.includes('-') ? [{ name: 'stdin', bytes: readFileSync(0) }] : []
  const articles: Article[] = []
  for (const named of [...read, ...files.map(readBytes)]) {
    if (!('bytes' in named)) {
      failures.push(named)
      continue
    }
    try {
      articles.push(readText(named.bytes, named.name))
    } catch (error) {
      failures.push(failureOf(error))
    }
  }
  return { articles, failures }
}
