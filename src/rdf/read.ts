/** Turtle, TriG or N-Quads → quads, by N3's parser; JSON-LD by a streaming parser that fetches nothing. For `verify`, the store and users. */
import type { Quad } from '@rdfjs/types'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { Parser } from 'n3'

export type QuadFormat = 'turtle' | 'trig' | 'nquads'

const mediaTypes: Readonly<Record<QuadFormat, string>> = {
  turtle: 'text/turtle',
  trig: 'application/trig',
  nquads: 'application/n-quads'
}

/** @throws with the line, where the text is not valid */
export function readQuads(text: string, format: QuadFormat): Quad[] {
  return new Parser({ format: mediaTypes[format] }).parse(text)
}

/**
 * JSON-LD whose context stands in it.
 * @throws where the text is not valid, or names a context that would have to be fetched
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
    parser.on('error', reject)
    parser.on('end', () => resolve(quads))
    parser.write(text)
    parser.end()
  })
}
