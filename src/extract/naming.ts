/** What somebody calls something: "X, which describes itself as C", "what they called C", "what was described as C". */
import { gather } from '../gather.js'
import type { Candidate } from './candidate.js'
import { cueVerbs } from './lexicon.js'
import { nounPhraseEnding, subjectBefore } from './phrases.js'
import { endOf, phraseEnd, propose, type Scene } from './scene.js'
import { isComma, isNominal, lower } from './words.js'

/** "X, which describes itself as C" */
export function describesItself(scene: Scene): Candidate[] {
  const { tokens } = scene
  return gather(scene.groups, (group) => {
    if (!/^(?:describe|portray|present|style)$/.test(group.lemma) || group.passive) return []
    if (
      !/^(?:itself|himself|herself|themselves)$/.test(lower(tokens[group.main + 1])) ||
      lower(tokens[group.main + 2]) !== 'as'
    )
      return []
    const relative = /^(?:which|who|that)$/.test(lower(tokens[group.first - 1]))
    const source = relative
      ? nounPhraseEnding(tokens, isComma(tokens[group.first - 2]) ? group.first - 3 : group.first - 2)
      : subjectBefore(tokens, group.first)
    const first = group.main + 3
    const comma = tokens.findIndex((token, at) => at > first && isComma(token))
    const last = relative && comma > 0 ? comma - 1 : endOf(scene, first)
    return propose(
      scene,
      'describes-itself',
      [{ first: group.first, last: group.main + 2 }],
      source,
      [{ first, last }],
      { probability: 0.8, act: 'claim' }
    )
  })
}

/** "showing what it said was C" — "what they called C" — "what were described as C" */
export function whatTheyCall(scene: Scene): Candidate[] {
  const { tokens } = scene
  const found: Candidate[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (lower(tokens[at]) !== 'what') continue
    const group = scene.groups.find((each) => each.first > at && each.first - at <= 8)
    if (group === undefined) continue
    const named = /^(?:call|describe|say|claim|allege|believe|term|dub)$/.test(group.lemma)
    if (!named) continue
    if (group.passive && group.first === at + 1) {
      const first = lower(tokens[group.main + 1]) === 'as' ? group.main + 2 : group.main + 1
      const cue = { first: group.first, last: first - 1 }
      found.push(
        ...propose(scene, 'what-they-call', [cue], undefined, [{ first, last: endOf(scene, first) }], {
          probability: 0.6,
          act: 'claim'
        })
      )
      continue
    }
    const source = subjectBefore(tokens, group.first, at + 1)
    let first = group.main + 1
    if (/^(?:was|were|is|are|be)$/.test(lower(tokens[first]))) first++
    else if (lower(tokens[first]) === 'as') first++
    else if (!/^(?:call|term|dub)$/.test(group.lemma)) continue
    const last = withParticiples(scene, first, phraseEnd(scene, first))
    found.push(
      ...propose(scene, 'what-they-call', [{ first: group.first, last: group.main }], source, [{ first, last }], {
        probability: 0.75,
        ...(/^(?:call|term|dub)$/.test(group.lemma) ? { act: 'other' as const } : {})
      })
    )
  }
  return found
}

/**
 * What somebody is seen doing may go on after a comma.
 *
 *     what it said was a man loading a van, carrying crates
 *                            ^^^^^^^        ^^^^^^^^
 */
function withParticiples(scene: Scene, first: number, last: number): number {
  const { tokens, groups } = scene
  // wink-nlp takes such a participle for a noun now and then.
  const doing = tokens
    .slice(first + 1, last)
    .some((token, i) => /ing$/.test(token.text) && isNominal(tokens[first + i]))
  const next = isComma(tokens[last + 1]) ? groups.find((group) => group.first === last + 2) : undefined
  return doing && next?.participle === true && !cueVerbs.has(next.lemma) ? phraseEnd(scene, last + 2) : last
}
