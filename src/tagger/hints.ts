/**
 * What rules take for attributions → hints for the tagger: the same in token numbers, each with the likely cue that it shares words
 * with.
 */
import { gatherOnes } from '../gather.js'
import { hashText } from '../learn/index.js'
import type { Span } from '../model.js'
import type { Parts } from './arguments.js'
import type { Cue } from './cues.js'
import type { Page } from './page.js'
import type { TokenSpan } from './window.js'

/** What a rule found; `rule` is its name. */
export interface Hint {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  readonly rule: string
}

export interface TokenHint extends Parts {
  readonly cue: TokenSpan
  /** Hash of the rule's name. */
  readonly rule: number
  /** The hint's number. */
  readonly number: number
}

export function readHints(page: Page, hints: readonly Hint[]): TokenHint[] {
  return gatherOnes(hints, (hint, number): TokenHint | undefined => {
    const content = gatherOnes(hint.content, (span) => tokensOf(page, span))
    const cue = gatherOnes(hint.cue, (span) => tokensOf(page, span))[0]
    const source = gatherOnes(hint.source, (span) => tokensOf(page, span))
    const first = source[0]
    const last = source[source.length - 1]
    // Without words that attribute there is nothing that the tagger could hang its features on.
    if (content.length === 0 || cue === undefined) return undefined
    const whole = first && last ? { from: first.from, to: last.to } : null
    return { source: whole, cue, content, rule: hashText(hint.rule), number }
  })
}

function tokensOf({ tokens }: Page, { start, end }: Span): TokenSpan | undefined {
  const from = firstToken(tokens, start)
  let to = from
  while (to < tokens.length && (tokens[to]?.start ?? end) < end) to++
  return to > from ? { from, to } : undefined
}

function firstToken(tokens: Page['tokens'], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((tokens[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

export interface CueAndHint {
  readonly cue: Cue
  readonly hint: TokenHint | null
}

/** Each cue with its hint, where there is one; and hints whose cue the tagger does not see, with the probability given to those. */
export function pairHints(cues: readonly Cue[], hints: readonly TokenHint[], unseen: number): CueAndHint[] {
  const pairs: { c: number; hint: TokenHint; both: number }[] = []
  for (const hint of hints) {
    for (let c = firstCue(cues, hint.cue.from); c < cues.length; c++) {
      const cue = cues[c]
      if (cue === undefined || cue.from >= hint.cue.to) break
      pairs.push({ c, hint, both: Math.min(cue.to, hint.cue.to) - Math.max(cue.from, hint.cue.from) })
    }
  }
  pairs.sort((a, b) => b.both - a.both || a.c - b.c || a.hint.number - b.hint.number)
  const ofCue = new Map<number, TokenHint>()
  const taken = new Set<number>()
  for (const { c, hint } of pairs) {
    if (ofCue.has(c) || taken.has(hint.number)) continue
    ofCue.set(c, hint)
    taken.add(hint.number)
  }
  const paired = cues.map((cue, c): CueAndHint => ({ cue, hint: ofCue.get(c) ?? null }))
  for (const hint of hints) {
    if (taken.has(hint.number)) continue
    const { from, to } = hint.cue
    paired.push({ cue: { from, to, probability: unseen }, hint })
  }
  return paired.sort((a, b) => a.cue.from - b.cue.from || a.cue.to - b.cue.to)
}

/** The first cue that ends after a token; cues do not overlap. */
function firstCue(cues: readonly Cue[], from: number): number {
  let low = 0
  let high = cues.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((cues[middle]?.to ?? 0) > from) high = middle
    else low = middle + 1
  }
  return low
}
