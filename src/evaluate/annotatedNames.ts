/**
 * Annotated names as GUM's are handed out, one article a line → articles with their names:
 * `{"doc", "text", "entities": [{"start", "end", "type", "wiki"?, "cluster"?, "nested"?}]}`, offsets in code points.
 */
import { HearsayError } from '../errors.js'
import type { AnnotatedName, NameType } from './names.js'

export interface AnnotatedText {
  readonly doc: string
  readonly text: string
  readonly gold: readonly AnnotatedName[]
}

const types: ReadonlySet<string> = new Set<NameType>(['person', 'organization', 'place', 'other'])

/**
 * @param file names the annotations in messages
 * @throws HearsayError `malformed` with the line and what is wrong in it
 */
export function readAnnotatedNames(lines: Iterable<string>, file = 'annotations'): AnnotatedText[] {
  const found: AnnotatedText[] = []
  let number = 0
  for (const line of lines) {
    number++
    if (line.trim() !== '') found.push(readLine(line, `${file}, line ${number}`))
  }
  return found
}

function readLine(line: string, input: string): AnnotatedText {
  const wrong = (what: string, cause?: unknown): HearsayError =>
    new HearsayError('malformed', `${what}; a line is {"doc", "text", "entities": [{"start", "end", "type"}]}`, {
      input,
      cause
    })
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw wrong('it is no JSON', cause)
  }
  const { doc, text, entities } = fieldsOf(value)
  if (typeof doc !== 'string' || typeof text !== 'string') throw wrong('"doc" and "text" must be strings')
  if (!Array.isArray(entities)) throw wrong('"entities" must be a list')
  const length = [...text].length
  return {
    doc,
    text,
    gold: entities.map((entity: unknown): AnnotatedName => {
      const { start, end, type, wiki, cluster, nested } = fieldsOf(entity)
      if (typeof start !== 'number' || typeof end !== 'number' || !(start >= 0 && start < end && end <= length))
        throw wrong('"start" and "end" must lie in the text')
      if (typeof type !== 'string' || !isType(type))
        throw wrong(`"type" must be one of ${[...types].join(', ')}, not ${JSON.stringify(type)}`)
      return { start, end, type, cluster: nameOf(wiki) ?? nameOf(cluster), nested: nested === true }
    })
  }
}

const isType = (type: string): type is NameType => types.has(type)

const nameOf = (value: unknown): string | null =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : null

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
