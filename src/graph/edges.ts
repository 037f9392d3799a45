/**
 * Evidence for "source relation target", piece by piece → one edge per source, target and relation, because Gephi merges edges
 * that share all three and loses the attributes of all but one. What is said more often weighs more.
 */

import { groupColors, groupOf, inWords } from './look.js'
import { compareText } from './order.js'
import type { EdgeAttributes, Evidence, HearsayGraph } from './types.js'

export interface EdgePiece {
  readonly source: string
  readonly target: string
  readonly relation: string
  readonly evidence: Evidence
  readonly confidence: number
  readonly act?: string
  readonly statement?: string
  readonly said?: string
}

export class EdgeCollector {
  readonly #pieces = new Map<string, Map<string, EdgePiece>>()

  add(...pieces: readonly EdgePiece[]): void {
    for (const piece of pieces) this.#addOne(piece)
  }

  #addOne(piece: EdgePiece): void {
    const key = JSON.stringify([piece.source, piece.target, piece.relation])
    const pieces = this.#pieces.get(key) ?? new Map<string, EdgePiece>()
    this.#pieces.set(key, pieces)
    const place = `${piece.evidence.article} ${piece.evidence.start} ${piece.evidence.end} ${piece.statement ?? ''}`
    if (!pieces.has(place)) pieces.set(place, piece)
  }

  /** Ids of all nodes that some edge touches. */
  touched(): Set<string> {
    const found = new Set<string>()
    for (const pieces of this.#pieces.values()) {
      for (const { source, target } of pieces.values()) found.add(source).add(target)
    }
    return found
  }

  /** Puts the edges into the graph, which must have their nodes, in an order that depends on nothing but the edges. */
  addTo(graph: HearsayGraph, listAll: boolean): void {
    for (const key of [...this.#pieces.keys()].sort(compareText)) {
      const pieces = [...(this.#pieces.get(key)?.values() ?? [])].sort(comparePieces)
      const first = pieces[0]
      if (first)
        graph.addDirectedEdgeWithKey(freeKey(graph, key), first.source, first.target, merged(first, pieces, listAll))
    }
  }
}

function merged(first: EdgePiece, pieces: readonly EdgePiece[], listAll: boolean): EdgeAttributes {
  const said = pieces.flatMap((piece) => (piece.said ? [piece.said] : [])).sort(compareText)
  return {
    relation: first.relation,
    label: inWords(first.relation),
    ...first.evidence,
    weight: pieces.length,
    confidence: Math.max(...pieces.map((piece) => piece.confidence)),
    act: first.act ?? '',
    statement: first.statement ?? '',
    said: said[0] ?? '',
    evidence: listAll || pieces.length > 1 ? plainJson(pieces.map(listed)) : '',
    color: groupColors[groupOf(first.relation)]
  }
}

const short: Readonly<Record<string, string>> = {
  '"': '\\u0022',
  '\\': '\\u005c',
  b: '\\u0008',
  t: '\\u0009',
  n: '\\u000a',
  f: '\\u000c',
  r: '\\u000d'
}

/** JSON without short escapes: some readers of CSV, Gephi's among them, take a backslash before a quotation mark for an escape of their own. */
function plainJson(value: unknown): string {
  return JSON.stringify(value).replace(/\\(["\\btnfr])/g, (whole, letter: string) => short[letter] ?? whole)
}

function listed({ evidence, statement }: EdgePiece): Evidence & { statement?: string } {
  return statement ? { ...evidence, statement } : evidence
}

function comparePieces(a: EdgePiece, b: EdgePiece): number {
  return (
    compareText(a.evidence.article, b.evidence.article) ||
    a.evidence.start - b.evidence.start ||
    a.evidence.end - b.evidence.end ||
    compareText(a.statement ?? '', b.statement ?? '')
  )
}

/** A short id made from what the edge says; the second hash of two that should collide gets a mark. */
function freeKey(graph: HearsayGraph, text: string): string {
  let key = `e${hash(text, 1)}${hash(text, 2)}`
  while (graph.hasEdge(key)) key += 'x'
  return key
}

/** FNV-1a over UTF-16 units with a seed, as 8 hex digits: for short ids, not for secrets. */
function hash(text: string, seed: number): string {
  let value = Math.imul(0x811c9dc5, seed)
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  value ^= value >>> 15
  value = Math.imul(value, 0x2c1b3c6d)
  return ((value ^ (value >>> 13)) >>> 0).toString(16).padStart(8, '0')
}
