/** What a rule or the tagger proposes: the spans of one attribution, before it is known who is meant. */
import type { Act, Span } from '../model.js'

export interface Candidate {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  /** Whom the source names as its own source: "…, citing police". */
  readonly cited?: readonly Span[] | undefined
  /** The rule's name, or `tagger`. */
  readonly rule: string
  /** How likely it is right, 0 to 1. */
  readonly probability: number
  /** The act where the rule knows it better than the cue's words do. */
  readonly act?: Act | undefined
}

/** With its parts in one order, whoever found it: V8 reads and copies objects of one layout several times faster. */
export const candidateOf = ({ source, cue, content, cited, rule, probability, act }: Candidate): Candidate => ({
  source,
  cue,
  content,
  cited,
  rule,
  probability,
  act
})
