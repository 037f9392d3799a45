/**
 * A graph file → every place in an article that one of its edges rests on: for `verify`, which compares each with the article.
 * An edge that lacks something is yielded with what is missing empty or -1, so that it cannot pass.
 *
 * Compare `quote` with `replaceInvalid` of the article's words: XML cannot hold every character that a text may have.
 */

import type { Evidence } from '../graph/index.js'
import { unguard } from './csv.js'
import { readCsv } from './readCsv.js'
import { readXml } from './readXml.js'
import { replaceInvalid } from './xml.js'

export type GraphFormat = 'graphml' | 'gexf' | 'csv'

/** As in `graph`, with -1 for a sentence, start or end that the file does not give. */
export interface FileEvidence extends Evidence {
  /** The edge in the file, for messages. */
  readonly where: string
}

/**
 * Throws on text that is not of the format.
 *
 * @example for (const { doc, start, end, quote } of evidenceIn('graphml', text)) …
 */
export function* evidenceIn(format: GraphFormat, text: string): Iterable<FileEvidence> {
  for (const [where, values] of edgesIn(format, text)) {
    yield evidenceFrom((name) => values.get(name), where)
    const list = values.get('evidence')
    if (list === undefined || list === '') continue
    for (const [i, each] of listed(list, where).entries()) {
      yield evidenceFrom((name) => each[name], `${where}, evidence ${i + 1}`)
    }
  }
}

function edgesIn(format: GraphFormat, text: string): Iterable<[string, Map<string, string>]> {
  if (format === 'graphml') return graphmlEdges(text)
  if (format === 'gexf') return gexfEdges(text)
  if (format === 'csv') return csvEdges(text)
  throw new Error(`unknown graph format "${format}" (use graphml, gexf or csv)`)
}

function* graphmlEdges(xml: string): Iterable<[string, Map<string, string>]> {
  const names = new Map<string, string>()
  let edge: [string, Map<string, string>] | null = null
  let column: string | null = null
  for (const part of readXml(xml)) {
    if (part.kind === 'text') {
      if (edge && column !== null) edge[1].set(column, (edge[1].get(column) ?? '') + part.text)
    } else if (part.kind === 'close') {
      if (part.name === 'edge' && edge) {
        yield edge
        edge = null
      }
      if (part.name === 'data') column = null
    } else if (part.name === 'key') names.set(part.attributes.get('id') ?? '', part.attributes.get('attr.name') ?? '')
    else if (part.name === 'edge') {
      edge = [`edge ${part.attributes.get('id') ?? ''}`, new Map()]
      if (part.empty) yield edge
    } else if (part.name === 'data' && !part.empty) column = names.get(part.attributes.get('key') ?? '') ?? null
  }
}

function* gexfEdges(xml: string): Iterable<[string, Map<string, string>]> {
  const titles = new Map<string, string>()
  let ofEdges = false
  let edge: [string, Map<string, string>] | null = null
  for (const part of readXml(xml)) {
    if (part.kind === 'close' && part.name === 'edge' && edge) {
      yield edge
      edge = null
    }
    if (part.kind !== 'open') continue
    const { name, attributes } = part
    if (name === 'attributes') ofEdges = attributes.get('class') === 'edge'
    else if (name === 'attribute' && ofEdges) titles.set(attributes.get('id') ?? '', attributes.get('title') ?? '')
    else if (name === 'edge') {
      edge = [`edge ${attributes.get('id') ?? ''}`, new Map()]
      if (part.empty) yield edge
    } else if (name === 'attvalue' && edge) {
      edge[1].set(titles.get(attributes.get('for') ?? '') ?? '', attributes.get('value') ?? '')
    }
  }
}

function* csvEdges(text: string): Iterable<[string, Map<string, string>]> {
  let header: string[] | null = null
  for (const cells of readCsv(text)) {
    if (header === null) header = cells
    else {
      const values = new Map(header.map((name, i) => [name, unguard(cells[i] ?? '')]))
      yield [`edge ${values.get('Id') ?? ''}`, values]
    }
  }
}

function evidenceFrom(value: (name: string) => unknown, where: string): FileEvidence {
  const text = (name: string) => (typeof value(name) === 'string' ? String(value(name)) : '')
  const number = (name: string) => {
    const given = value(name)
    return given !== undefined && /^\d{1,15}$/.test(String(given)) ? Number(given) : -1
  }
  const [sentence, start, end] = [number('sentence'), number('start'), number('end')]
  // JSON can hold characters that the rest of the file cannot: here all come out alike.
  const quote = replaceInvalid(text('quote'))
  return { article: text('article'), doc: text('doc'), sentence, start, end, quote, where }
}

function listed(json: string, where: string): Record<string, unknown>[] {
  try {
    const list: unknown = JSON.parse(json)
    if (Array.isArray(list)) return list
  } catch (cause) {
    throw new Error(`${where}: its column "evidence" is not JSON`, { cause })
  }
  throw new Error(`${where}: its column "evidence" is not a list`)
}
