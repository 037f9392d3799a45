/** A piece of evidence as a file gives it. */
export interface Evidence {
  /** The article's id, or an IRI that ends in it. */
  readonly article: string
  readonly doc: string | null
  /** The number of its sentence, or null where the file does not give one here. */
  readonly sentence: number | null
  /** Code points, end exclusive. */
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly where: string
}
