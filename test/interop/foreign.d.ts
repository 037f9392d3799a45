/** Of packages whose own types NodeNext does not find, or which lack what we use: that much. */
declare module '@apache-annotator/selector' {
  export interface Chunk<Data> {
    readonly data: Data
  }
  export interface ChunkRange<Piece extends Chunk<unknown>> {
    readonly startChunk: Piece
    readonly startIndex: number
    readonly endChunk: Piece
    readonly endIndex: number
  }
  interface Chunker<Piece extends Chunk<unknown>> {
    readonly currentChunk: Piece
    nextChunk(): Piece | null
    previousChunk(): Piece | null
    precedesCurrentChunk(chunk: Piece): boolean
  }
  export function textQuoteSelectorMatcher(selector: {
    readonly type: 'TextQuoteSelector'
    readonly exact: string
    readonly prefix?: string
    readonly suffix?: string
  }): <Piece extends Chunk<string>>(text: Chunker<Piece>) => AsyncIterable<ChunkRange<Piece>>
}

declare module 'jsonld' {
  import type { Quad } from '@rdfjs/types'

  interface Document {
    readonly contextUrl: null
    readonly documentUrl: string
    readonly document: unknown
  }
  interface Options {
    readonly documentLoader?: (url: string) => Promise<Document>
    readonly safe?: boolean
  }
  const processor: {
    toRDF(input: unknown, options?: Options): Promise<readonly Quad[]>
  }
  export default processor
}
