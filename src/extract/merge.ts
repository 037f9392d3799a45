/**
 * Candidates of the rules and of the tagger → one list. Where both see a cue in the same words they are one statement, with the
 * boundaries of whichever is likelier to have them right.
 */
import type { Span } from '../model.js'
import type { TaggedStatement } from '../tagger/index.js'
import type { Candidate } from './candidate.js'
import { shared } from './combine.js'

/** From here on a learned statement that no rule supports is kept; chosen on PolNeAR's dev part. */
export const leastAlone = 0.45
/** From here on the tagger's boundaries are right more often than a rule's; measured on PolNeAR's dev part. */
const trusted = 0.7

export function mergeTagged(rules: readonly Candidate[], tagged: readonly TaggedStatement[]): Candidate[] {
  const partners = matchCues(rules, tagged)
  const merged = rules.map((rule, i): Candidate => {
    const partner = partners.get(i)
    const learned = partner === undefined ? undefined : tagged[partner]
    if (learned === undefined) return rule
    const probability = Math.max(rule.probability, learned.probability)
    if (learned.probability < trusted || learned.content.length === 0) return { ...rule, probability }
    return { ...rule, source: learned.source, cue: learned.cue, content: learned.content, probability }
  })
  const used = new Set(partners.values())
  tagged.forEach((each, j) => {
    if (!used.has(j) && each.probability >= leastAlone) merged.push({ ...each, rule: 'tagger' })
  })
  return merged.sort((a, b) => startOf(a) - startOf(b) || (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0))
}

const startOf = (candidate: Candidate): number => candidate.cue[0]?.start ?? candidate.content[0]?.start ?? 0

/** For each rule's candidate the tagger's one whose cue shares most with its cue; each is given once. */
function matchCues(rules: readonly Candidate[], tagged: readonly TaggedStatement[]): Map<number, number> {
  const spans = tagged
    .flatMap(({ cue }, j) => cue.map((span) => ({ ...span, j })))
    .sort((a, b) => a.start - b.start || a.j - b.j)
  const pairs = rules.flatMap((rule, i) =>
    rule.cue.flatMap((span) =>
      touching(spans, span).map((j) => ({ i, j, both: shared(rule.cue, tagged[j]?.cue ?? []) }))
    )
  )
  pairs.sort((a, b) => b.both - a.both || a.i - b.i || a.j - b.j)
  const partners = new Map<number, number>()
  const taken = new Set<number>()
  for (const { i, j } of pairs) {
    if (partners.has(i) || taken.has(j)) continue
    partners.set(i, j)
    taken.add(j)
  }
  return partners
}

/** Numbers of the sorted spans (which do not overlap) that touch one. */
function touching(spans: readonly (Span & { readonly j: number })[], { start, end }: Span): number[] {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle]?.end ?? 0) > start) high = middle
    else low = middle + 1
  }
  const found: number[] = []
  for (let at = low; at < spans.length && (spans[at]?.start ?? end) < end; at++) found.push(spans[at]?.j ?? 0)
  return found
}
