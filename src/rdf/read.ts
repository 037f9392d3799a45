/** Turtle, TriG or N-Quads → quads, by N3's parser; JSON-LD by a streaming parser that fetches nothing. For `verify`, the store and users. */
import type { Quad } from '@rdfjs/types'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { Parser } from 'n3'
import { HearsayError } from '../errors.js'

export type QuadFormat = 'turtle' | 'trig' | 'nquads'

const mediaTypes: Readonly<Record<QuadFormat, string>> = {
  turtle: 'text/turtle',
  trig: 'application/trig',
  nquads: 'application/n-quads'
}

/**
 * @throws HearsayError `malformed` with the line, where the text is not valid
 * @example readQuads('<urn:a> <urn:b> "c" .', 'turtle').length // 1
 */
export function readQuads(text: string, format: QuadFormat): Quad[] {
  try {
    return new Parser({ format: mediaTypes[format] }).parse(text)
  } catch (error) {
    throw malformed(mediaTypes[format], error)
  }
}

function malformed(what: string, cause: unknown): HearsayError {
  return new HearsayError('malformed', `not ${what}: ${cause instanceof Error ? cause.message : String(cause)}`, {
    cause
  })
}

/**
 * JSON-LD whose context stands in it.
 * @throws HearsayError `malformed` where the text is not valid, or names a context that would have to be fetched
 * @example (await readJsonld('{"@id": "urn:a", "urn:b": "c"}')).length // 1
 */
export function readJsonld(text: string): Promise<Quad[]> {
  const parser = new JsonLdParser({
    documentLoader: {
      load: (url: string) => Promise.reject(new Error(`the context ${url} is not in the file; nothing is fetched`))
    }
  })
  return new Promise((resolve, reject) => {
    const quads: Quad[] = []
    parser.on('data', (quad: Quad) => quads.push(quad))
    parser.on('error', (error: unknown) => reject(malformed('application/ld+json', error)))
    parser.on('end', () => resolve(quads))
    parser.write(text)
    parser.end()
  })
}
