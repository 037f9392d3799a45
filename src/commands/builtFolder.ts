/** A folder that `hearsay build` has written → its records and lines, one at a time. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { HearsayError } from '../errors.js'
import { fileSource } from '../files/index.js'
import type { ArticleRecord } from '../model.js'
import { readRecord } from '../record/index.js'

/** @throws HearsayError where the folder holds no build */
export function recordsOf(dir: string): Iterable<ArticleRecord> {
  const file = fileOf(dir, 'records.ndjson')
  return {
    *[Symbol.iterator]() {
      let number = 0
      for (const line of linesOf(file)) {
        number++
        if (line.trim() !== '') yield readRecord(line, `${file}, line ${number}`)
      }
    }
  }
}

export function fileOf(dir: string, name: string): string {
  const file = join(dir, name)
  if (existsSync(file)) return file
  throw new HearsayError('usage', `there is no ${name} in it: name a folder that hearsay build has written`, {
    input: dir
  })
}

export function* linesOf(file: string): Iterable<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for (const chunk of fileSource(file).chunks()) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}
