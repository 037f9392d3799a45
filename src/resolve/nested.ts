/** Two statements of one sentence → is the one but the other again, passed on or read in another way? */
import type { Span, Statement, StatementId } from '../model.js'

/** So many statements before it are looked at. */
const few = 12

/** Do content, cue and source of the inner one fill what the outer one says, small words aside? */
export function isAllOf(inner: Statement, outer: Statement | undefined): boolean {
  if (outer === undefined || outer.id === inner.id) return false
  const own = [...inner.content, ...inner.cue, ...inner.source].filter((span) =>
    outer.content.some((whole) => whole.start <= span.start && span.end <= whole.end)
  )
  // "denied A's assertion that …" denies what A asserts; "denied it, and A said …" does not.
  const opens = startOf(own) - startOf(outer.content) <= 5
  return lengthOf(own) >= 0.6 * lengthOf(outer.content) && (outer.act !== 'deny' || opens)
}

function startOf(spans: readonly Span[]): number {
  return Math.min(...spans.map((span) => span.start))
}

/**
 * "According to A, B said …, C reported": two readings of one sentence that share most of their content say the same.
 *
 * @param among the statements of its sentence, in the record's order; one before it is found
 */
export function sameWordsAs(statement: Statement, among: readonly Statement[]): StatementId | null {
  const length = lengthOf(statement.content)
  const place = among.indexOf(statement)
  for (const other of among.slice(Math.max(0, place - few), place).reverse()) {
    if (isPassedOn(statement, other) || isPassedOn(other, statement)) continue
    const shared = sharedLength(statement.content, other.content)
    if (shared >= 0.6 * Math.max(length, lengthOf(other.content))) return other.id
  }
  return null
}

function isPassedOn(inner: Statement, outer: Statement): boolean {
  return inner.inside === outer.id && isAllOf(inner, outer)
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0)
}

function sharedLength(left: readonly Span[], right: readonly Span[]): number {
  let shared = 0
  for (const a of left) {
    for (const b of right) shared += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
  }
  return shared
}
