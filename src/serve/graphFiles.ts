/** A built folder, or one file of it → the text of its graph. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { HearsayError } from '../errors.js'
import type { StoreText } from '../store/index.js'

/** The quickest to load first. */
const graphFiles = [
  { name: 'graph.nq', format: 'nquads' },
  { name: 'graph.trig', format: 'trig' },
  { name: 'graph.ttl', format: 'turtle' }
] as const

const formats: Readonly<Record<string, StoreText['format']>> = {
  nq: 'nquads',
  nt: 'nquads',
  trig: 'trig',
  ttl: 'turtle'
}

/** @throws HearsayError `usage` where there is no graph, `unreadable` where it cannot be read */
export function readGraph(path: string): StoreText {
  if (!existsSync(path)) throw new HearsayError('usage', 'there is no such folder or file', { input: path })
  if (!statSync(path).isDirectory()) {
    const format = formats[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '']
    if (format === undefined) {
      throw new HearsayError('usage', 'name a folder that hearsay build has written, or a .ttl, .trig or .nq file', {
        input: path
      })
    }
    return { text: readBytes(path), format, name: path }
  }
  const found = graphFiles.find(({ name }) => existsSync(join(path, name)))
  if (found === undefined) {
    throw new HearsayError('usage', 'it holds no graph: name a folder that hearsay build has written', { input: path })
  }
  const file = join(path, found.name)
  return { text: readBytes(file), format: found.format, name: file }
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new HearsayError('unreadable', 'it cannot be read: check its permissions', { input: file, cause })
  }
}
