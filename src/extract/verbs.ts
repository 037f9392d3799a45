/** A sentence's tokens → its verb groups: "could not independently verify", "has acknowledged", "was blamed". */
import { cueVerbs } from './lexicon.js'
import { isComma, isNameLikeVerb, isNominal, isQuoteMark, lemmaOf, lower, type Tokens } from './words.js'

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
      passive: auxiliary === 'be' && /(?:ed|en|wn|ld|id|de|ght|ood|own|lt|pt|nt)$/.test(lower(tokens[i])),
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
  // "a think tank": the tagger takes the first word for a verb.
  if (lemmaOf(token) === 'think' && /^tanks?$/.test(lower(tokens[i + 1]))) return false
  // Prepositions in the form of a participle.
  if (/^(?:according|concerning|including|regarding)$/.test(lower(token))) return false
  if (token.pos === 'VERB') return !isAdjectival(tokens, i) && !isNameLikeVerb(tokens, i)
  if (token.pos === 'AUX') return true
  return isHeadlineVerb(tokens, i) || isPluralVerb(tokens, i)
}

/** "a plan that officials say will cost": the tagger takes such a verb for a noun. */
const isPluralVerb = (tokens: Tokens, i: number): boolean =>
  tokens[i]?.pos === 'NOUN' &&
  /^(?:argue|believe|claim|fear|hope|insist|say|think|warn)$/.test(lower(tokens[i])) &&
  tokens[i + 1]?.pos === 'AUX' &&
  tokens[i - 1]?.pos === 'NOUN' &&
  /s$/.test(lower(tokens[i - 1]))

/** "a captured vehicle", "in televised comments": a participle that stands as an adjective. */
function isAdjectival(tokens: Tokens, i: number): boolean {
  const word = lower(tokens[i])
  const before = tokens[i - 1]
  const after = tokens[i + 1]
  if (!/(?:ed|en|ing)$/.test(word) || after === undefined || !/^(?:NOUN|ADJ|PROPN)$/.test(after.pos)) return false
  if (before?.pos === 'DET') return /^(?:an?|the|any|some|no)$/i.test(before.text)
  return before?.pos === 'ADP' && /ed$/.test(word) && after.pos === 'NOUN'
}

/**
 * "Militia claims to have overrun village", "the group, which claims to be made up of …": the tagger takes such a verb for a
 * plural noun.
 */
export function isHeadlineVerb(tokens: Tokens, i: number): boolean {
  const token = tokens[i]
  if (token?.pos !== 'NOUN' || !/s$/i.test(token.text) || !cueVerbs.has(lemmaOf(token))) return false
  const before = tokens[i - 1]
  const after = lower(tokens[i + 1])
  const complement = after === 'that' || (after === 'to' && /^(?:have|be)$/.test(lower(tokens[i + 2])))
  if (isNominal(before)) return complement
  // “They survived,” notes Petra Novak.
  if (isQuoteMark(before)) return isComma(tokens[i - 2]) && tokens[i + 1]?.pos === 'PROPN'
  const relative = /^(?:which|who)$/.test(lower(before)) || (lower(before) === 'that' && isNominal(tokens[i - 2]))
  return relative && (complement || after === 'to' || tokens[i + 1]?.pos === 'DET' || tokens[i + 1]?.pos === 'PRON')
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
