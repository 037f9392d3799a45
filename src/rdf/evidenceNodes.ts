/**
 * The ranges of one article that prove something → their quads. One range is one node `…#char=start,end` (code points), told once
 * however many edges rest on it. A range over several sentences becomes one evidence for each, so that every evidence has its sentence.
 */
import type { Literal, NamedNode, Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Article, Sentence, Span } from '../model.js'
import { mapOffsets } from '../offsets.js'
import { teller } from './teller.js'
import { count, hs, term, text } from './terms.js'

const type = term('rdf', 'type')
const evidenceTypes = [hs('Evidence'), term('oa', 'TextPositionSelector'), term('oa', 'TextQuoteSelector')]

/** What of a span lies in one sentence. */
interface Piece extends Span {
  readonly sentence: Sentence | null
}

interface Range {
  readonly piece: Piece
  readonly node: NamedNode
  /** Who is named there, by IRI. */
  readonly entities: Map<string, NamedNode>
}

export class EvidenceNodes {
  readonly #article: Article
  readonly #sentences: readonly Sentence[]
  readonly #iri: string
  readonly #offsets: ReturnType<typeof mapOffsets>
  readonly #ranges = new Map<NamedNode, Range>()
  readonly #nodes = new Map<string, NamedNode>()

  /** `iri` is the article's. Sentences come in the order of the text. */
  constructor(article: Article, sentences: readonly Sentence[], iri: NamedNode) {
    this.#article = article
    this.#sentences = sentences
    this.#iri = iri.value
    this.#offsets = mapOffsets(article.text)
  }

  /** Start and end in code points, as an IRI's fragment has them. */
  range(span: Span): string {
    return `${this.#offsets.toCodePoint(span.start)},${this.#offsets.toCodePoint(span.end)}`
  }

  /** The node of a span, without making it evidence. */
  node(span: Span): NamedNode {
    const range = this.range(span)
    const found = this.#nodes.get(range)
    if (found !== undefined) return found
    const made = DataFactory.namedNode(`${this.#iri}#char=${range}`)
    this.#nodes.set(range, made)
    return made
  }

  /** The evidences of a span (UTF-16): one for each sentence it lies in; none where it is empty. */
  of(span: Span): NamedNode[] {
    return this.#ofSpan(span).map(({ node }) => node)
  }

  /** The evidences of several spans, in the order of the text. */
  ofAll(spans: readonly Span[]): NamedNode[] {
    return spans.flatMap((span) => this.of(span))
  }

  /** Notes that a span names an entity. */
  names(span: Span, entity: NamedNode): void {
    for (const { entities } of this.#ofSpan(span)) entities.set(entity.value, entity)
  }

  tellSentences(quads: Quad[], article: NamedNode): void {
    for (const sentence of this.#sentences) {
      const say = teller(quads, this.node(sentence))
      say(type, term('nif', 'Sentence'))
      say(term('nif', 'referenceContext'), article)
      say(term('nif', 'beginIndex'), this.#point(sentence.start))
      say(term('nif', 'endIndex'), this.#point(sentence.end))
      say(term('nif', 'anchorOf'), text(this.#article.text.slice(sentence.start, sentence.end)))
    }
  }

  /** All evidence asked for so far, in the order of the text. */
  tell(quads: Quad[], article: NamedNode): void {
    const sorted = [...this.#ranges.values()].sort(({ piece: a }, { piece: b }) => a.start - b.start || a.end - b.end)
    for (const { piece, node, entities } of sorted) {
      const say = teller(quads, node)
      for (const evidenceType of evidenceTypes) say(type, evidenceType)
      say(term('nif', 'referenceContext'), article)
      if (piece.sentence) say(term('nif', 'sentence'), this.node(piece.sentence))
      say(term('oa', 'start'), this.#point(piece.start))
      say(term('oa', 'end'), this.#point(piece.end))
      say(term('oa', 'exact'), text(this.#article.text.slice(piece.start, piece.end)))
      for (const key of [...entities.keys()].sort()) {
        const entity = entities.get(key)
        if (entity) say(term('itsrdf', 'taIdentRef'), entity)
      }
    }
  }

  #point(index: number): Literal {
    return count(this.#offsets.toCodePoint(index))
  }

  #ofSpan(span: Span): Range[] {
    return this.#pieces(span).map((piece) => {
      const node = this.node(piece)
      const found = this.#ranges.get(node)
      if (found !== undefined) return found
      const range = { piece, node, entities: new Map<string, NamedNode>() }
      this.#ranges.set(node, range)
      return range
    })
  }

  #pieces(span: Span): Piece[] {
    if (span.end <= span.start) return []
    const pieces: Piece[] = []
    for (let i = this.#firstEndingAfter(span.start); i < this.#sentences.length; i++) {
      const sentence = this.#sentences[i]
      if (!sentence || sentence.start >= span.end) break
      pieces.push({ start: Math.max(span.start, sentence.start), end: Math.min(span.end, sentence.end), sentence })
    }
    // A range between sentences cannot come from our extractor; it is kept as it is, and the shapes name it.
    return pieces.length > 0 ? pieces : [{ start: span.start, end: span.end, sentence: null }]
  }

  #firstEndingAfter(index: number): number {
    let low = 0
    let high = this.#sentences.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#sentences[middle]?.end ?? 0) <= index) low = middle + 1
      else high = middle
    }
    return low
  }
}
