/** Nouns that attribute: "unconfirmed reports that C", "X's repeated assertion that C", "X repeated a vow to C". */
import type { Candidate } from './candidate.js'
import { cueNouns } from './lexicon.js'
import { nounPhraseFrom, type Range, subjectBefore } from './phrases.js'
import { endOf, propose, type Scene } from './scene.js'
import { isHeadlineVerb } from './verbs.js'
import { inNounPhrase, lemmaOf, lower, type Tokens } from './words.js'

/** "unconfirmed reports that C" — "his repeated assertion that C" — "with the caveat that C" — "repeated a vow to C" */
export function nounWithContent(scene: Scene): Candidate[] {
  const { tokens, groups } = scene
  const found: Candidate[] = []
  for (let at = 0; at < tokens.length - 2; at++) {
    const act = cueNouns.get(lemmaOf(tokens[at]))
    if (act === undefined || tokens[at]?.pos !== 'NOUN' || isHeadlineVerb(tokens, at)) continue
    let first = at + 1
    let link = first
    if (tokens[link]?.pos === 'VERB' && /^(?:remain|mount|emerge|persist|circulate)$/.test(lemmaOf(tokens[link])))
      link++
    const joiner = lower(tokens[link])
    if (joiner === 'that' && tokens[link + 1] !== undefined && groups.some((group) => group.main > link + 1))
      first = link + 1
    else if (joiner === 'to' && tokens[link + 1]?.pos === 'VERB' && act !== 'assert') first = link
    else if (joiner === 'of' && act === 'claim' && startsBare(tokens, link + 1)) first = link + 1
    else continue
    const begin = phraseStart(tokens, at)
    const owner = possessor(tokens, begin, at) ?? holder(scene, begin)
    const vague = owner === undefined
    const unconfirmed = /^(?:unconfirmed|unverified|conflicting|unsubstantiated)$/.test(lower(tokens[at - 1]))
    const cue = vague && unconfirmed ? { first: begin, last: at } : { first: at, last: at }
    const actual = unconfirmed ? 'cannot-verify' : act
    const end =
      joiner === 'of' ? (nounPhraseFrom(tokens, first, { apposition: false })?.last ?? at) : endOf(scene, first)
    found.push(
      ...propose(scene, 'noun-with-content', [cue], owner, [{ first, last: end }], {
        probability: vague ? 0.5 : 0.7,
        act: actual
      })
    )
  }
  return found
}

const startsBare = (tokens: Tokens, at: number): boolean => tokens[at]?.pos === 'NOUN' || tokens[at]?.pos === 'DET'

function phraseStart(tokens: Tokens, head: number): number {
  let first = head
  while (first > 0 && inNounPhrase(tokens, first - 1)) first--
  return first
}

/** "Moscow's first claim" → Moscow; "its claim" → its. */
function possessor(tokens: Tokens, begin: number, head: number): Range | undefined {
  for (let at = head - 1; at >= begin; at--) {
    if (/^['’]s?$/i.test(tokens[at]?.text ?? '')) return { first: begin, last: at - 1 }
    if (/^(?:his|her|its|their)$/i.test(tokens[at]?.text ?? '')) return { first: at, last: at }
  }
  return undefined
}

/** "he repeated a vow to" → he; "have supplied weapons with the caveat that" → who supplied. */
function holder(scene: Scene, begin: number): Range | undefined {
  const { tokens, groups } = scene
  const verb = groups.findLast((group) => group.main < begin && begin - group.main <= 8)
  const direct =
    verb !== undefined &&
    verb.main === begin - 1 &&
    /^(?:make|repeat|issue|reiterate|renew|give|voice|express|have|offer|publish)$/.test(verb.lemma)
  const along = verb !== undefined && lower(tokens[begin - 1]) === 'with'
  return verb && (direct || along) && !verb.passive ? subjectBefore(tokens, verb.first) : undefined
}
