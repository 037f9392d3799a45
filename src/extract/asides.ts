/** Denials that hang on what was just said: "C, which Y denies", "C, a claim Y rejected", "C, an accusation denied by Y". */
import { gather } from '../gather.js'
import type { Candidate } from './candidate.js'
import { cueVerbs } from './lexicon.js'
import { agentAt, type Range, skipCircumstances, subjectBefore } from './phrases.js'
import { firstWhere } from './reading.js'
import { propose, type Scene } from './scene.js'
import type { VerbGroup } from './verbs.js'
import { isComma, isDash, lemmaOf, lower } from './words.js'

const denying = /^(?:contest|deny|dismiss|dispute|rebut|refute|reject)$/

const deniable =
  /^(?:accusation|allegation|argument|assertion|assessment|characterization|charge|claim|conclusion|contention|finding|idea|notion|rumou?r|something|suggestion|theory|view)$/

export const deniedAside = 'denied-aside'

export function deniesAside(scene: Scene): Candidate[] {
  const { tokens, groups } = scene
  return gather(groups, (group) => {
    if (!denying.test(group.lemma) || group.infinitive || group.negated) return []
    const by = lower(tokens[group.main + 1]) === 'by' && group.first === group.main
    if (!by && group.participle) return []
    const source = by ? agentAt(tokens, group.main + 1) : subjectBefore(tokens, group.first)
    if (source === undefined || (!by && !closes(scene, group.main + 1))) return []
    const own = by ? source : afterClaim(scene, source)
    const comma = beforeLink(scene, by ? group.first : own.first)
    if (comma === undefined) return []
    const content = whatWasSaid(scene, comma)
    return propose(scene, deniedAside, [{ first: group.first, last: group.main }], own, [content], {
      probability: 0.8,
      act: 'deny'
    })
  })
}

/** What others say ends before the denial of it, and before ", according to Y" about the whole. */
export function withoutAsides(candidates: readonly Candidate[]): readonly Candidate[] {
  const asides = candidates.filter(
    ({ rule, cue, content }) =>
      rule === deniedAside || (rule === 'according-to' && (cue[0]?.start ?? 0) > (content[0]?.start ?? 0))
  )
  if (asides.length === 0) return candidates
  const whole = new Set(asides)
  return candidates.map((candidate) => {
    if (whole.has(candidate)) return candidate
    const content = candidate.content.map((span) => {
      const aside = asides[firstWhere(asides, (each) => (each.cue[0]?.start ?? 0) >= span.start)]
      const end = aside?.content[0]?.end ?? 0
      return aside !== undefined && (aside.cue[0]?.start ?? 0) < span.end && end > span.start ? { ...span, end } : span
    })
    return { ...candidate, content }
  })
}

/** "a claim Moscow denies": two phrases that no word parts. */
function afterClaim({ tokens }: Scene, { first, last }: Range): Range {
  for (let at = last - 1; at >= first; at--) if (deniable.test(lemmaOf(tokens[at]))) return { first: at + 1, last }
  return { first, last }
}

/** The comma or dash before "which" or "a claim (that)". */
function beforeLink({ tokens }: Scene, first: number): number | undefined {
  let at = first - 1
  const relative = /^(?:which|that)$/.test(lower(tokens[at]))
  if (relative) at--
  if (!isBreak(tokens[at]) && deniable.test(lemmaOf(tokens[at]))) {
    at--
    while (at > 0 && !isBreak(tokens[at]) && first - at < 8 && tokens[at]?.pos !== 'VERB') at--
  } else if (!relative) return undefined
  return isBreak(tokens[at]) && at > 1 ? at : undefined
}

const isBreak = (token: Parameters<typeof isComma>[0]): boolean => isComma(token) || isDash(token)

/** Nothing but where and when he denied it follows. */
function closes({ tokens }: Scene, from: number): boolean {
  const next = tokens[skipCircumstances(tokens, from)]
  return next === undefined || /^[.,;!?)]$/.test(next.text) || isDash(next)
}

/** From the last saying before the comma, or the sentence's start. */
function whatWasSaid({ tokens, groups }: Scene, comma: number): Range {
  const saying = groups.findLast((group: VerbGroup) => group.main < comma - 1 && cueVerbs.has(group.lemma))
  const from = saying === undefined ? 0 : skipCircumstances(tokens, saying.main + 1)
  const first = lower(tokens[from]) === 'that' ? from + 1 : from
  return first < comma ? { first, last: comma - 1 } : { first: 0, last: comma - 1 }
}
