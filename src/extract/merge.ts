/**
 * Candidates of the rules and what the tagger makes of them and finds besides → one list. Where both see a cue in the same words they
 * are one statement, with the boundaries and the probability that the tagger's judge gives it.
 */
import { gatherOnes } from '../gather.js'
import type { Span } from '../model.js'
import type { TaggedStatement } from '../tagger/index.js'
import { type Candidate, candidateOf } from './candidate.js'

/** From here on a learned statement that no rule supports is kept; chosen on PolNeAR's dev part. */
export const leastAlone = 0.38

/**
 * Constructions whose words say where source and content begin and end. PolNeAR's annotators cut them otherwise than the project's
 * guidelines ask, or leave them out, so that the tagger's boundaries are not to be trusted there.
 */
const fixed: ReadonlySet<string> = new Set([
  'according-to',
  'blamed-on',
  'denied-aside',
  'described-by',
  'describes-itself',
  'hearsay-adverb',
  'impersonal',
  'introduced-quotation',
  'quotes-as-saying',
  'recording-shows',
  'said-in-relative',
  'shown-in',
  'signed-quotation',
  'turn',
  'what-they-call',
  'with-saying'
])

/** PolNeAR gives every word to one attribution only: what denies another's words has no example there, and the tagger's odds do not hold. */
const unlearned: ReadonlySet<string> = new Set(['denied-aside'])

/** `tagged` must have been found with `rules` as its hints. */
export function mergeTagged(
  text: string,
  rules: readonly Candidate[],
  tagged: readonly TaggedStatement[]
): Candidate[] {
  const judged = new Map<number, TaggedStatement>(
    gatherOnes(tagged, (each): [number, TaggedStatement] | undefined =>
      each.hint === null ? undefined : [each.hint, each]
    )
  )
  const merged = rules.map((rule, i): Candidate => {
    const learned = judged.get(i)
    if (learned === undefined || unlearned.has(rule.rule)) return rule
    const { source, cue, content, probability } = learned
    if (fixed.has(rule.rule)) return { ...rule, probability }
    return { ...rule, source: dropsName(text, rule.source, source) ? rule.source : source, cue, content, probability }
  })
  for (const { source, cue, content, probability, hint } of tagged)
    if (hint === null && probability >= leastAlone)
      merged.push(candidateOf({ source, cue, content, probability, rule: 'tagger' }))
  return merged.sort((a, b) => startOf(a) - startOf(b) || (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0))
}

/**
 * Does the tagger keep an apposition and lose the name before it?
 *
 *     The Coast Brigade, a local militia, claimed …
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ rule
 *                        ^^^^^^^^^^^^^^^ tagger
 */
function dropsName(text: string, [whole]: readonly Span[], [part, more]: readonly Span[]): boolean {
  if (whole === undefined || part === undefined || more !== undefined) return false
  return (
    part.end === whole.end && part.start > whole.start && text.slice(whole.start, part.start).trimEnd().endsWith(',')
  )
}

const startOf = (candidate: Candidate): number => candidate.cue[0]?.start ?? candidate.content[0]?.start ?? 0
