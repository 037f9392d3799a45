/** Statements inside the contents of others, and relations inside statements. */
import { gather } from '../gather.js'
import type { ArticleRecord, Statement, StatementId } from '../model.js'
import type { Candidate } from './candidate.js'
import { lengthOf, shared } from './combine.js'
import { firstWhere } from './reading.js'

/** For each candidate the smallest other one whose content holds its cue and content. */
export function nesting(candidates: readonly Candidate[]): (number | undefined)[] {
  const spans = gather(candidates, ({ content }, i) => content.map(({ start, end }) => ({ start, end, i }))).sort(
    (a, b) => a.start - b.start
  )
  return candidates.map((candidate, i) => {
    const heart = candidate.cue[0] ?? candidate.content[0]
    if (heart === undefined) return undefined
    let best: { i: number; length: number } | undefined
    const newest = firstWhere(spans, (span) => span.start > heart.start) - 1
    for (let at = newest; at >= 0 && newest - at < 40; at--) {
      const span = spans[at]
      if (span === undefined || span.i === i || span.end < heart.end) continue
      const holder = candidates[span.i]
      if (holder === undefined || shared(candidate.content, [span]) < 0.8 * lengthOf(candidate.content)) continue
      if (candidate.cue.length === 0 && holder.cue.length === 0) continue
      const length = lengthOf(holder.content)
      if (length >= lengthOf(candidate.content) && (best === undefined || length < best.length))
        best = { i: span.i, length }
    }
    return best?.i
  })
}

export function childrenOf(outer: readonly (number | undefined)[]): Map<number, number[]> {
  const children = new Map<number, number[]>()
  for (const [child, parent] of outer.entries()) {
    if (parent === undefined) continue
    const known = children.get(parent)
    if (known === undefined) children.set(parent, [child])
    else known.push(child)
  }
  return children
}
/** A relation belongs to the smallest statement whose content holds it, or else to the article's own voice. */
export function placed(
  relations: ArticleRecord['relations'],
  statements: readonly Statement[]
): ArticleRecord['relations'] {
  const contents = gather(statements, ({ content, id }) => content.map(({ start, end }) => ({ start, end, id }))).sort(
    (a, b) => a.start - b.start
  )
  return relations.map((relation) => {
    let best: { id: StatementId; length: number } | undefined
    const newest = firstWhere(contents, (span) => span.start > relation.start) - 1
    for (let at = newest; at >= 0 && newest - at < 40; at--) {
      const span = contents[at]
      if (span === undefined || span.end < relation.end) continue
      if (best === undefined || span.end - span.start < best.length)
        best = { id: span.id, length: span.end - span.start }
    }
    return best === undefined ? relation : { ...relation, statement: best.id }
  })
}
