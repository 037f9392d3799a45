/** A sentence's tokens → its verb groups: "could not independently verify", "has acknowledged", "was blamed". */
import { cueVerbs } from './lexicon.js'
import { lemmaOf, lower, type Tokens } from './words.js'

export interface VerbGroup {
  /** First token of the group, auxiliaries and negation included. */
  readonly first: number
  /** The main verb, last token of the group. */
  readonly main: number
  readonly lemma: string
  readonly passive: boolean
  readonly negated: boolean
  /** "saying", "adding" without an auxiliary. */
  readonly participle: boolean
  /** "to say". */
  readonly infinitive: boolean
}

export function findVerbGroups(tokens: Tokens): VerbGroup[] {
  const groups: VerbGroup[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (!isVerb(tokens, i)) continue
    let first = i
    let negated = false
    let auxiliary = ''
    let infinitive = false
    let edge = i
    for (let at = i - 1; at >= 0 && i - at <= 7; at--) {
      const word = lower(tokens[at])
      const pos = tokens[at]?.pos
      if (/^(?:not|n't|n’t|never)$/.test(word)) negated = true
      else if (pos === 'AUX' || /^(?:be|have|do)$/.test(lemmaOf(tokens[at]))) {
        if (auxiliary === '') auxiliary = lemmaOf(tokens[at])
        first = at
      } else if (word === 'to' && at === edge - 1) {
        infinitive = true
        break
      } else if (pos !== 'ADV') break
      edge = at
    }
    if (tokens[i]?.pos === 'AUX' && tokens[i + 1] !== undefined && chained(tokens, i)) continue
    groups.push({
      first: negated && first === i ? firstNegation(tokens, i) : first,
      main: i,
      lemma: lemmaOf(tokens[i]),
      passive: auxiliary === 'be' && /(?:ed|en|wn|ld|id|de|ght|own|lt|pt|nt)$/.test(lower(tokens[i])),
      negated,
      participle: first === i && /ing$/.test(lower(tokens[i])),
      infinitive
    })
  }
  return groups
}

function isVerb(tokens: Tokens, i: number): boolean {
  const token = tokens[i]
  if (token === undefined) return false
  if (token.pos === 'VERB' || token.pos === 'AUX') return true
  return isHeadlineVerb(tokens, i)
}

/** "Militia claims to have overrun village": the tagger takes the verb of a headline for a plural noun. */
export function isHeadlineVerb(tokens: Tokens, i: number): boolean {
  const token = tokens[i]
  if (token?.pos !== 'NOUN' || !/s$/.test(token.text) || !cueVerbs.has(lemmaOf(token))) return false
  const before = tokens[i - 1]?.pos
  const after = lower(tokens[i + 1])
  return (
    (before === 'NOUN' || before === 'PROPN') &&
    (after === 'that' || (after === 'to' && /^(?:have|be)$/.test(lower(tokens[i + 2]))))
  )
}

/** An auxiliary with its main verb still to come. */
function chained(tokens: Tokens, i: number): boolean {
  for (let at = i + 1; at < tokens.length && at - i <= 5; at++) {
    const pos = tokens[at]?.pos
    if (pos === 'VERB' || pos === 'AUX') return true
    if (pos !== 'ADV' && !/^(?:not|n't|n’t)$/i.test(tokens[at]?.text ?? '')) return false
  }
  return false
}

function firstNegation(tokens: Tokens, main: number): number {
  for (let at = main - 1; at >= 0 && main - at < 5; at--)
    if (/^(?:not|n't|n’t|never)$/i.test(tokens[at]?.text ?? '')) return at
  return main
}
