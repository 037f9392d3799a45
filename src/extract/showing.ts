/** Recordings that show something: "footage showed C", "a video showing C", "C was shown in footage", "the clip appeared to show C". */
import { gather } from '../gather.js'
import type { Candidate } from './candidate.js'
import { cueVerbs, recordingNouns, showingVerbs } from './lexicon.js'
import { nounPhraseEnding, nounPhraseFrom, type Range, subjectBefore } from './phrases.js'
import { endOf, propose, type Scene } from './scene.js'
import type { VerbGroup } from './verbs.js'
import { isComma, lemmaOf, lower, type Tokens } from './words.js'

/** "Footage of the raid showed C." — "published a video showing C." */
export function recordingShows(scene: Scene): Candidate[] {
  const { tokens } = scene
  return gather(scene.groups, (group) => {
    if (!showingVerbs.has(group.lemma) || group.passive) return []
    if (group.first === group.main && /^(?:DET|ADJ)$/.test(tokens[group.main - 1]?.pos ?? '')) return []
    // "the clip appeared to show C"
    const seems = group.infinitive ? seemingVerb(scene, group) : group
    if (seems === undefined) return []
    const source = shownBy(scene, group, seems)
    if (source === undefined || !headIs(tokens, source, recordingNouns)) return []
    const first = lower(tokens[group.main + 1]) === 'that' ? group.main + 2 : group.main + 1
    // What is shown is what somebody says it is: the inner attribution stands, with the recording as its channel.
    if (attributesAll(scene, first)) return []
    const last = endOf(scene, first)
    return propose(scene, 'recording-shows', [{ first: seems.first, last: group.main }], source, [{ first, last }], {
      probability: 0.7,
      act: 'other'
    })
  })
}

/** "appeared to show", "seems to depict": the verb group whose infinitive this one is. */
function seemingVerb(scene: Scene, group: VerbGroup): VerbGroup | undefined {
  return scene.groups.find(
    (each) => /^(?:appear|seem|purport)$/.test(each.lemma) && each.main === group.first - 2 && !each.passive
  )
}

/**
 * The recording that shows something; after a comma a participle shares the recording of the clause before it.
 *
 *     The blast was seen in a clip filmed at the port, showing smoke.
 *                           ^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function shownBy(scene: Scene, group: VerbGroup, verb: VerbGroup): Range | undefined {
  const { tokens } = scene
  if (group.participle && isComma(tokens[group.first - 1])) {
    const before = nounPhraseEnding(tokens, group.first - 2)
    if (before && headIs(tokens, before, recordingNouns)) return before
    const shown = scene.groups.findLast((each) => each.main < group.first && each.passive)
    const phrase = shown && recordingAfter(tokens, shown.main + 1)
    if (phrase !== undefined) return phrase
  }
  return subjectBefore(tokens, verb.first)
}

/** "… in a video filmed at the port": the recording as a phrase after a preposition. */
function recordingAfter(tokens: Tokens, at: number): Range | undefined {
  if (!/^(?:in|on|by)$/.test(lower(tokens[at]))) return undefined
  const phrase = nounPhraseFrom(tokens, at + 1, { apposition: false })
  return phrase && headIs(tokens, phrase, recordingNouns) ? phrase : undefined
}

/** "The aftermath was shown in footage taken at the border." */
export function shownIn(scene: Scene): Candidate[] {
  const { tokens } = scene
  return gather(scene.groups, (group) => {
    if (!/^(?:show|capture|depict|film|record|see)$/.test(group.lemma) || !group.passive || group.infinitive) return []
    const source = recordingAfter(tokens, group.main + 1)
    const content = source && subjectBefore(tokens, group.first)
    if (content === undefined) return []
    return propose(scene, 'shown-in', [{ first: group.first, last: group.main }], source, [content], {
      probability: 0.6,
      act: 'other'
    })
  })
}

/** "… showed (pictures of) what it said was", "what were described as" */
function attributesAll(scene: Scene, from: number): boolean {
  const at = scene.tokens.findIndex((token, i) => i >= from && i < from + 8 && lower(token) === 'what')
  if (at < 0) return false
  return scene.groups.some((group) => group.main > at && group.main <= at + 5 && cueVerbs.has(group.lemma))
}

/** Is the head of the phrase (its last noun before "of", "from", …) one of these? */
function headIs(tokens: Tokens, range: Range, nouns: ReadonlySet<string>): boolean {
  let head = -1
  for (let at = range.first; at <= range.last; at++) {
    if (
      tokens[at]?.pos === 'ADP' ||
      isComma(tokens[at]) ||
      lower(tokens[at]) === 'and' ||
      (tokens[at]?.pos === 'VERB' && head >= 0)
    )
      break
    head = at
  }
  return nouns.has(lemmaOf(tokens[head])) || nouns.has(lower(tokens[head]))
}
