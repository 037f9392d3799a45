/** A source's phrase → its head: the name or the noun that says who is meant, and what stands around it. */
import { beginsUpper } from '../language/index.js'
import type { Mention, Token } from '../model.js'
import { countryOfDemonym } from '../names/countries.js'
import { memberNouns } from './lexicon.js'
import { typesOfNoun } from './nouns.js'
import type { Around } from './participants.js'
import { lemmaOf, lower, type Tokens } from './words.js'

export interface Head {
  /** The phrase without what follows its head: "the governor" of "the governor of the Belgorod region". */
  readonly base: Tokens
  /** Index into the phrase after the base. */
  readonly rest: number
  readonly name: Mention | undefined
  readonly noun: Token | undefined
}

export function headOf(around: Around, tokens: Tokens): Head {
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at]
    if (token === undefined) break
    const name = around.reading.nameAt(token.start)
    if (name !== undefined) {
      while (at < tokens.length && (tokens[at]?.start ?? 0) < name.end) at++
      continue
    }
    const word = lower(token)
    if (at > 0 && (token.pos === 'ADP' || /^(?:who|which|that|whose|where|to)$/.test(word))) break
    if (
      at > 0 &&
      token.pos === 'VERB' &&
      /(?:ed|ing|put|made|sent|held)$/.test(word) &&
      /^(?:NOUN|PROPN)$/.test(tokens[at - 1]?.pos ?? '') &&
      tokens[at + 1]?.pos !== 'NOUN'
    )
      break
    at++
  }
  const base = tokens.slice(0, at)
  const last = base[base.length - 1]
  // "Members" at the head of a sentence is no name, whatever the recogniser thinks.
  const name =
    last && (base.length > 1 || !memberNouns.has(singular(last))) ? around.reading.nameAt(last.start) : undefined
  return { base, rest: at, name, noun: name === undefined ? last : undefined }
}

/** "a group calling itself X", "a man known as X": X. */
export function nameItGivesItself(main: Tokens, head: Head): Tokens {
  const [verb, next] = [lower(main[head.rest]), lower(main[head.rest + 1])]
  if (/^(?:calling|naming|styling|dubbing)$/.test(verb) && /^(?:itself|himself|herself|themselves)$/.test(next))
    return main.slice(head.rest + 2)
  if (verb === 'known' && next === 'as') return main.slice(head.rest + 2)
  return /^(?:named|called|dubbed)$/.test(verb) ? main.slice(head.rest + 1) : []
}

/** The lemma; of a plural that was taken for a name too. */
export const singular = (noun: Token | undefined): string =>
  noun?.pos === 'PROPN' ? lower(noun).replace(/s$/, '') : lemmaOf(noun)

/**
 * Whoever bears a title that says of what: the person at the phrase's end. Not the one whom somebody without a name works for.
 *
 *     Minister of Education Ana Reis        an aide to President Ana Reis
 *                           ^^^^^^^^        ^^^^^^^
 */
export function bearerOf(around: Around, main: Tokens, head: Head): Mention | undefined {
  const last = main[main.length - 1]
  const name = last && around.reading.nameAt(last.start)
  if (name?.type !== 'person' || main[0]?.pos === 'DET' || !typesOfNoun(lemmaOf(head.noun)).includes('person'))
    return undefined
  let at = main.findIndex((token) => token.start >= name.start) - 1
  while (at > head.rest && isTitleWord(main[at])) at--
  const before = main[at]
  return before !== undefined &&
    at > head.rest &&
    beginsUpper(before.text) &&
    countryOfDemonym.get(before.text) === undefined
    ? name
    : undefined
}

const isTitleWord = (token: Token | undefined): boolean =>
  /^(?:Mr|Mrs|Ms|Dr|Sir|Prof)\.?$/.test(token?.text ?? '') ||
  token?.text === '.' ||
  (beginsUpper(token?.text ?? '') && typesOfNoun(lower(token)).includes('person'))

const kindsOfBody =
  /^(?:agency|airline|army|bank|broadcaster|carmaker|channel|charity|company|daily|firm|group|institute|lender|magazine|maker|manufacturer|militia|museum|network|news|newspaper|outlet|paper|party|retailer|service|site|station|tabloid|tank|university|website|weekly)$/

/** "the state-run RIA Novosti news agency", "media outlet Hromadske's reporters" — the first only: a kind of body after its name. */
export function nameBesideNoun(around: Around, head: Head): Mention | undefined {
  const noun = head.noun
  if (noun === undefined || !kindsOfBody.test(lemmaOf(noun))) return undefined
  for (const token of [...head.base].reverse().slice(1, 4)) {
    const name = around.reading.nameAt(token.start)
    if (name !== undefined)
      return /^(?:outlet|organization|armedgroup|governmentbody)$/.test(name.type) ? name : undefined
    if (
      token.pos !== 'NOUN' &&
      token.pos !== 'ADJ' &&
      token.pos !== 'PROPN' &&
      token.text !== '-' &&
      lower(token) !== 'think'
    )
      return undefined
  }
  return undefined
}
