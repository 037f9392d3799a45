/** A sentence's tokens → its verb groups: "could not independently verify", "has acknowledged", "was blamed". */
import { tokenAt } from '../language/index.js'
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
      const lemma = lemmaOf(tokens[at])
      const pos = tokens[at]?.pos
      if (isNegation(word)) negated = true
      else if (pos === 'AUX' || lemma === 'be' || lemma === 'have' || lemma === 'do') {
        if (auxiliary === '') auxiliary = lemma
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

/** In the form of a participle. */
const prepositions: ReadonlySet<string> = new Set(['according', 'concerning', 'including', 'regarding'])

function isVerb(tokens: Tokens, i: number): boolean {
  const token = tokens[i]
  if (token?.pos === 'NOUN') return isHeadlineVerb(tokens, i) || isPluralVerb(tokens, i)
  if (token?.pos !== 'VERB' && token?.pos !== 'AUX') return false
  // "a think tank": the tagger takes the first word for a verb.
  if (lemmaOf(token) === 'think' && /^tanks?$/.test(lower(tokens[i + 1]))) return false
  if (prepositions.has(token.lower)) return false
  return token.pos === 'AUX' || (!isAdjectival(tokens, i) && !isNameLikeVerb(tokens, i))
}

/** "a plan that officials say will cost": the tagger takes such a verb for a noun. */
const isPluralVerb = (tokens: Tokens, i: number): boolean =>
  tokens[i + 1]?.pos === 'AUX' &&
  /^(?:argue|believe|claim|fear|hope|insist|say|think|warn)$/.test(lower(tokens[i])) &&
  tokenAt(tokens, i - 1)?.pos === 'NOUN' &&
  lower(tokens[i - 1]).endsWith('s')

/** "a captured vehicle", "in televised comments": a participle that stands as an adjective. */
function isAdjectival(tokens: Tokens, i: number): boolean {
  const after = tokens[i + 1]
  if (after?.pos !== 'NOUN' && after?.pos !== 'ADJ' && after?.pos !== 'PROPN') return false
  const word = lower(tokens[i])
  const before = tokenAt(tokens, i - 1)
  if (!/(?:ed|en|ing)$/.test(word)) return false
  if (before?.pos === 'DET') return /^(?:an?|the|any|some|no)$/i.test(before.text)
  return before?.pos === 'ADP' && /ed$/.test(word) && after.pos === 'NOUN'
}

/**
 * "Militia claims to have overrun village", "the group, which claims to be made up of …": the tagger takes such a verb for a
 * plural noun.
 */
export function isHeadlineVerb(tokens: Tokens, i: number): boolean {
  const token = tokens[i]
  if (token?.pos !== 'NOUN' || token.lower.charCodeAt(token.lower.length - 1) !== 115 || !cueVerbs.has(token.lemma))
    return false
  const before = tokenAt(tokens, i - 1)
  const after = lower(tokens[i + 1])
  const complement = after === 'that' || (after === 'to' && /^(?:have|be)$/.test(lower(tokens[i + 2])))
  if (isNominal(before)) return complement
  // “They survived,” notes Petra Novak.
  if (isQuoteMark(before)) return isComma(tokenAt(tokens, i - 2)) && tokens[i + 1]?.pos === 'PROPN'
  const relative =
    /^(?:which|who)$/.test(lower(before)) || (lower(before) === 'that' && isNominal(tokenAt(tokens, i - 2)))
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
  for (let at = main - 1; at >= 0 && main - at < 5; at--) if (isNegation(lower(tokens[at]))) return at
  return main
}

const isNegation = (word: string): boolean => word === 'not' || word === "n't" || word === 'n’t' || word === 'never'
