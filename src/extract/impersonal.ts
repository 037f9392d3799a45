/**
 * What is said with the saying in the middle or in the passive: "It is understood that C", "X was described by Y as C", "a plan that
 * officials say will cost C".
 */
import { gather } from '../gather.js'
import type { Act } from '../model.js'
import type { Candidate } from './candidate.js'
import { beforeMainVerb } from './clauses.js'
import { cueVerbs } from './lexicon.js'
import { agentAt, nounPhraseEnding, type Range, skipCircumstances, subjectBefore } from './phrases.js'
import { endOf, propose, relayed, type Scene } from './scene.js'
import { isComma, isQuoteMark, lower } from './words.js'

const passives: ReadonlyMap<string, Act> = new Map<string, Act>([
  ['alleged', 'claim'],
  ['announced', 'announce'],
  ['assumed', 'believe'],
  ['believed', 'believe'],
  ['claimed', 'claim'],
  ['confirmed', 'confirm'],
  ['estimated', 'assert'],
  ['expected', 'believe'],
  ['feared', 'believe'],
  ['hoped', 'believe'],
  ['presumed', 'believe'],
  ['reported', 'claim'],
  ['revealed', 'assert'],
  ['rumored', 'claim'],
  ['rumoured', 'claim'],
  ['said', 'claim'],
  ['suggested', 'assert'],
  ['suspected', 'believe'],
  ['thought', 'believe'],
  ['understood', 'believe']
])

/** "It is understood that C" — "It was confirmed by X that C" */
export function impersonal(scene: Scene): Candidate[] {
  const { tokens, groups } = scene
  return gather(groups, (group) => {
    const act = passives.get(lower(tokens[group.main]))
    if (act === undefined || !group.passive || group.infinitive || group.negated) return []
    if (lower(tokens[beforeAdverbs(scene, group.first)]) !== 'it') return []
    const by = agentAt(tokens, group.main + 1)
    const at = skipCircumstances(tokens, by === undefined ? group.main + 1 : by.last + 1)
    const that = lower(tokens[at]) === 'that'
    const first = that ? at + 1 : at
    if (!that && !beginsClause(scene, first)) return []
    const content = { first, last: relayed(scene, first) }
    return propose(scene, 'impersonal', [{ first: group.first, last: group.main }], by, [content], {
      probability: by === undefined ? 0.6 : 0.8,
      act
    })
  })
}

const naming = /^(?:brand|call|condemn|denounce|describe|dub|hail|label)$/

/** "The talks were described by one diplomat as C" — "X was said by neighbours to be C" */
export function describedBy(scene: Scene): Candidate[] {
  const { tokens, groups } = scene
  return gather(groups, (group) => {
    if (!group.passive || group.infinitive || group.negated) return []
    const act = naming.test(group.lemma) ? 'claim' : passives.get(lower(tokens[group.main]))
    if (act === undefined) return []
    const by = agentAt(tokens, group.main + 1)
    const subject = subjectBefore(tokens, group.first)
    if (by === undefined || subject === undefined || lower(tokens[subject.first]) === 'it') return []
    const link = lower(tokens[by.last + 1])
    const named = naming.test(group.lemma)
    if (named ? link !== 'as' && !isQuoteMark(tokens[by.last + 1]) : link !== 'to') return []
    const first = link === 'as' ? by.last + 2 : by.last + 1
    const cue = { first: group.first, last: group.main }
    return propose(scene, 'described-by', [cue], by, [subject, { first, last: endOf(scene, first) }], {
      probability: 0.75,
      act
    })
  })
}

/**
 * "a plan that officials say will cost C": what the saying hangs on is the subject of what is said.
 *
 *     The bridge, which engineers said was unsafe, closed.
 *     ^^^^^^^^^^        source     cue  content
 */
export function saidInRelative(scene: Scene): Candidate[] {
  const { tokens, groups } = scene
  return gather(groups, (group, i) => {
    if (cueVerbs.get(group.lemma)?.frames.includes('t') !== true) return []
    if (group.passive || group.infinitive || group.participle) return []
    const inner = groups[i + 1]
    if (inner === undefined || inner.infinitive || inner.participle) return []
    if (skipCircumstances(tokens, group.main + 1, inner.first) !== inner.first) return []
    const source = subjectBefore(tokens, group.first)
    if (source === undefined) return []
    const antecedent = antecedentOf(scene, source)
    if (antecedent === undefined) return []
    const end = endOf(scene, inner.first)
    // A clause between commas ends with the second one.
    const last = isComma(tokens[antecedent.last + 1]) ? beforeMainVerb(tokens, groups, inner.main, end) : end
    const cue = { first: group.first, last: group.main }
    return propose(scene, 'said-in-relative', [cue], source, [antecedent, { first: inner.first, last }], {
      probability: 0.75
    })
  })
}

/** What a relative clause with this subject hangs on; the pronoun may be left out before "he". */
function antecedentOf({ tokens }: Scene, subject: Range): Range | undefined {
  let at = subject.first - 1
  const relative = /^(?:which|who|that)$/.test(lower(tokens[at]))
  if (relative) at--
  else if (tokens[subject.first]?.pos !== 'PRON' && tokens[subject.first]?.pos !== 'DET') return undefined
  if (relative && isComma(tokens[at])) at--
  return nounPhraseEnding(tokens, at)
}

function beforeAdverbs({ tokens }: Scene, first: number): number {
  let at = first - 1
  while (at > 0 && tokens[at]?.pos === 'ADV') at--
  return at
}

/** A finite verb with something before it that can be its subject. */
function beginsClause({ tokens, groups }: Scene, first: number): boolean {
  if (tokens[first]?.pos === 'ADP' || /^(?:to|by|as|when|if)$/.test(lower(tokens[first]))) return false
  const verb = groups.find((group) => group.first >= first)
  return verb !== undefined && verb.first > first && !verb.infinitive && !verb.participle
}
