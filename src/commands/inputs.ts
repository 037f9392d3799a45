/** What a command is given as inputs → articles, one after another, and what could not be read, by name. */
import { readFileSync } from 'node:fs'
import { HearsayError } from '../errors.js'
import { listFiles, type NamedBytes, readBytes } from '../files/index.js'
import type { Article, Failure } from '../model.js'
import { failureOf } from '../pipeline.js'
import { readText } from '../read/index.js'

/**
 * Reads each file only when its turn comes.
 *
 * @param inputs files and folders; `-` is standard input
 * @param onFailure told of each input that cannot be read
 * @throws HearsayError `usage` where standard input is a terminal
 */
export async function* readArticles(
  inputs: readonly string[],
  onFailure: (failure: Failure) => void
): AsyncIterable<Article> {
  if (inputs.includes('-') && process.stdin.isTTY) {
    throw new HearsayError('usage', 'standard input is the keyboard: pipe an article into it, or name a file or folder')
  }
  if (inputs.includes('-')) yield* articlesIn({ name: 'stdin', bytes: readFileSync(0) }, onFailure)
  const { files, failures } = listFiles(inputs.filter((input) => input !== '-'))
  for (const failure of failures) onFailure(failure)
  for (const file of files) {
    const named = readBytes(file)
    if ('bytes' in named) yield* articlesIn(named, onFailure)
    else onFailure(named)
  }
}

async function* articlesIn({ name, bytes }: NamedBytes, onFailure: (failure: Failure) => void): AsyncIterable<Article> {
  try {
    yield readText(bytes, name)
  } catch (error) {
    onFailure(failureOf(error))
  }
}
