/**
 * A stream of quads → sections small enough to hold: the quads of one article, one claim or one entity, as long as they come
 * together. What is about a fragment (`…#char=1,16`) belongs to the section of the whole; a claimed quad to that of its graph.
 */
import type { Quad } from '@rdfjs/types'

export interface Section {
  /** The IRI that its quads are about, without fragment. */
  readonly about: string
  readonly quads: readonly Quad[]
}

export function* sections(quads: Iterable<Quad>): Iterable<Section> {
  let about = ''
  let last = ''
  let held: Quad[] = []
  for (const quad of quads) {
    const iri = quad.graph.termType === 'DefaultGraph' ? quad.subject.value : quad.graph.value
    if (iri !== last) {
      last = iri
      const hash = iri.indexOf('#')
      const key = hash < 0 ? iri : iri.slice(0, hash)
      if (key !== about && held.length > 0) {
        yield { about, quads: held }
        held = []
      }
      about = key
    }
    held.push(quad)
  }
  if (held.length > 0) yield { about, quads: held }
}
