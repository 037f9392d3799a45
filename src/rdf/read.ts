/** Turtle, TriG or N-Quads → quads, by N3's parser; JSON-LD by a streaming parser that fetches nothing. For `verify`, the store and users. */
import type { Quad } from '@rdfjs/types'
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
