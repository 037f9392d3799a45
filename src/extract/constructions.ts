/**
 * One sentence → attributions made otherwise than by a reporting verb with its subject: "according to X", "X could not verify C",
 * "footage showed C", "X, which describes itself as C", "what it said was C", "reports that C", "allegedly C".
 *
 * Each construction is a function named after it; the name is the `rule` of the statements it finds.
 */
import { gather } from '../gather.js'
import type { Quote } from '../language/index.js'
import type { Sentence, Span } from '../model.js'
import { deniesAside } from './asides.js'
import type { Candidate } from './candidate.js'
import { describedBy, impersonal, saidInRelative } from './impersonal.js'
import { cueNouns, cueVerbs, hearsayAdverbs } from './lexicon.js'
import { describesItself, whatTheyCall } from './naming.js'
import { nounWithContent } from './nounCues.js'
import { agentAt, nounPhraseFrom, type Range, subjectBefore } from './phrases.js'
import { endOf, phraseEnd, propose, relayed, type Scene } from './scene.js'
import { recordingShows, shownIn } from './showing.js'
import type { VerbGroup } from './verbs.js'
import { inNounPhrase, isComma, lemmaOf, lower, spanOf, type Tokens } from './words.js'

/** Words without which a construction is not there; most sentences have none of them. One bit each. */
const clues = { verb: 1, according: 2, neither: 4, what: 8, noun: 16, adverb: 32 } as const

const clueOf: ReadonlyMap<string, number> = new Map<string, number>([
  ['according', clues.according],
  ['neither', clues.neither],
  ['what', clues.what],
  ...[...hearsayAdverbs.keys()].map((word): [string, number] => [word, clues.adverb])
])

const constructions: readonly (readonly [clue: number, find: (scene: Scene) => Candidate[]])[] = [
  [clues.according, accordingTo],
  [clues.verb, couldNotVerify],
  [clues.verb, unableToVerify],
  [clues.verb, recordingShows],
  [clues.verb, shownIn],
  [clues.verb, saidBy],
  [clues.verb, quotesAsSaying],
  [clues.verb, impersonal],
  [clues.verb, describedBy],
  [clues.verb, saidInRelative],
  [clues.verb, deniesAside],
  [clues.verb, believedTo],
  [clues.neither, neitherConfirmed],
  [clues.verb, expects],
  [clues.verb, describesItself],
  [clues.what, whatTheyCall],
  [clues.noun, nounWithContent],
  [clues.adverb, hearsayAdverb],
  [clues.verb, blamedOn]
]

/** `quotes` are those that touch the sentence. */
export function findConstructions(
  { tokens }: Sentence,
  groups: readonly VerbGroup[],
  quotes: readonly Quote[]
): Candidate[] {
  const scene = { tokens, groups }
  const quoted = (span: Span | undefined): boolean =>
    span !== undefined && quotes.some((quote) => quote.start < span.start && span.end < quote.end)
  const found: Candidate[] = []
  const here = cluesIn(scene)
  for (const [clue, find] of constructions) {
    if ((here & clue) === 0) continue
    for (const candidate of find(scene)) if (!quoted(candidate.cue[0])) found.push(withWholeQuote(candidate, quotes))
  }
  return found
}

function cluesIn({ tokens, groups }: Scene): number {
  let here: number = groups.length > 0 ? clues.verb : 0
  for (const { pos, lower, lemma } of tokens) {
    here |= clueOf.get(lower) ?? 0
    if (pos === 'NOUN' && cueNouns.has(lemma)) here |= clues.noun
  }
  return here
}

/** What begins with a quotation holds all of it, over as many sentences as it has. */
function withWholeQuote(candidate: Candidate, quotes: readonly Quote[]): Candidate {
  const last = candidate.content[candidate.content.length - 1]
  const quote = last && quotes.find((each) => each.start === last.start && each.closed && each.end > last.end)
  if (last === undefined || quote === undefined) return candidate
  return { ...candidate, content: [...candidate.content.slice(0, -1), { start: last.start, end: quote.end }] }
}

/** "According to X, C." — "C, according to X." */
function accordingTo(scene: Scene): Candidate[] {
  const { tokens } = scene
  const found: Candidate[] = []
  for (let at = 0; at + 2 < tokens.length; at++) {
    if (lower(tokens[at]) !== 'according' || lower(tokens[at + 1]) !== 'to') continue
    const source = nounPhraseFrom(tokens, at + 2, { apposition: true })
    if (source === undefined) continue
    const last = source.last
    const after = afterCircumstance(tokens, last + 1)
    const leads = at === 0 || (at <= 2 && !isComma(tokens[at - 1]))
    const content = leads
      ? { first: after, last: relayed(scene, after) }
      : { first: firstWord(tokens), last: isComma(tokens[at - 1]) ? at - 2 : at - 1 }
    if (content.last < content.first) continue
    found.push(
      ...propose(scene, 'according-to', [{ first: at, last: at + 1 }], source, [content], { probability: 0.9 })
    )
  }
  return found
}

/** "According to a statement by the ministry on Facebook, C": where and when it was said, up to the comma. */
function afterCircumstance(tokens: Tokens, at: number): number {
  if (isComma(tokens[at])) return afterParticiple(tokens, at + 1)
  if (tokens[at]?.pos === 'VERB') return afterParticiple(tokens, at)
  if (tokens[at]?.pos !== 'ADP') return at
  const comma = tokens.findIndex((token, i) => i > at && i < at + 8 && isComma(token))
  const clause = tokens.slice(at, comma).some(({ pos }) => pos === 'VERB' || pos === 'AUX')
  return comma < 0 || clause ? at : comma + 1
}

/** "According to the lawsuit, filed by the league, C" */
function afterParticiple(tokens: Tokens, at: number): number {
  if (tokens[at]?.pos !== 'VERB' || !/(?:ed|en|put|made|held|seen|sent)$/.test(lower(tokens[at]))) return at
  const comma = tokens.findIndex((token, i) => i > at && i < at + 16 && isComma(token))
  return comma < 0 ? at : comma + 1
}

const firstWord = (tokens: Tokens): number => tokens.findIndex((token) => /[\p{L}\p{N}"“]/u.test(token.text))

/** "Reuters was unable to verify C." — "Reuters has not been able to confirm C." */
function unableToVerify(scene: Scene): Candidate[] {
  const { tokens, groups } = scene
  return gather(groups, (group) => {
    if (!group.infinitive || !verifying.test(group.lemma)) return []
    let able = group.first - 1
    while (able > 0 && (tokens[able]?.pos === 'ADV' || lower(tokens[able]) === 'to')) able--
    if (!/^(?:able|unable)$/.test(lower(tokens[able]))) return []
    const be = groups.findLast((each) => each.main < able)
    if (be === undefined || able - be.main > 3 || be.lemma !== 'be') return []
    if (lower(tokens[able]) === 'able' && !be.negated && lower(tokens[able - 1]) !== 'not') return []
    return propose(
      scene,
      'could-not-verify',
      [{ first: be.first, last: group.main }],
      subjectBefore(tokens, be.first),
      [whatIsVerified(scene, group)],
      { probability: 0.85, act: 'cannot-verify' }
    )
  })
}

const verifying = /^(?:verify|confirm|corroborate|substantiate|authenticate|establish|determine)$/

/** "Reuters could not independently verify C." — "C had not been independently confirmed by X." */
function couldNotVerify(scene: Scene): Candidate[] {
  const { tokens } = scene
  return gather(scene.groups, (group) => {
    if (!verifying.test(group.lemma) || !(group.negated || (group.passive && beginsWithNone(tokens, group)))) return []
    const cue = { first: group.first, last: group.main }
    const rest = { probability: 0.85, act: 'cannot-verify' as const }
    if (group.passive) {
      const content = subjectBefore(tokens, group.first) ?? clauseBefore(scene, group)
      return propose(scene, 'could-not-verify', [cue], agentAt(tokens, group.main + 1), [content], rest)
    }
    if (
      /^(?:confirm|establish|determine)$/.test(group.lemma) &&
      !/^(?:could|can|cannot)$/.test(lower(tokens[group.first]))
    )
      return []
    return propose(
      scene,
      'could-not-verify',
      [cue],
      subjectBefore(tokens, group.first),
      [whatIsVerified(scene, group)],
      rest
    )
  })
}

/** After the verb and its "that" or "whether". */
function whatIsVerified(scene: Scene, { main }: VerbGroup): Range {
  const first = /^(?:that|whether|if)$/.test(lower(scene.tokens[main + 1])) ? main + 2 : main + 1
  return { first, last: endOf(scene, first) }
}

const clauseOpener = /^(?:[,;:–—]|although|and|as|because|but|if|that|though|while)$/

/** "The number of those held could not be confirmed": a subject that is more than a noun phrase. */
function clauseBefore({ tokens }: Scene, group: VerbGroup): Range | undefined {
  const breaks = tokens.findLastIndex((token, at) => at < group.first && clauseOpener.test(lower(token)))
  return breaks + 1 < group.first ? { first: breaks + 1, last: group.first - 1 } : undefined
}

/** "The paper quoted Y as saying that C": Y says it, and the paper passes it on. */
function quotesAsSaying(scene: Scene): Candidate[] {
  const { tokens } = scene
  return gather(scene.groups, (group) => {
    if (!/^(?:cite|quote)$/.test(group.lemma) || group.passive || group.infinitive) return []
    const as = tokens.findIndex((token, at) => at > group.main && at < group.main + 24 && lower(token) === 'as')
    if (as < group.main + 2 || !/^(?:saying|telling|writing)$/.test(lower(tokens[as + 1]))) return []
    const cited = spanOf(tokens, group.main + 1, as - 1)
    const first = as + (lower(tokens[as + 2]) === 'that' ? 3 : 2)
    const found = propose(
      scene,
      'quotes-as-saying',
      [
        { first: group.first, last: group.main },
        { first: as, last: as + 1 }
      ],
      subjectBefore(tokens, group.first),
      [{ first, last: endOf(scene, first) }],
      { probability: 0.85 }
    )
    return found.map((each) => (cited === undefined ? each : { ...each, cited: [cited] }))
  })
}

/** "Neither claim could be independently verified." */
function beginsWithNone(tokens: Tokens, group: VerbGroup): boolean {
  if (!/^(?:could|can)$/.test(lower(tokens[group.first]))) return false
  const subject = subjectBefore(tokens, group.first)
  return subject !== undefined && /^(?:neither|none|no|nothing|little)$/.test(lower(tokens[subject.first]))
}

/** "The deaths were confirmed by two ministers." The subject is what is said, whoever follows "by" says it. */
function saidBy(scene: Scene): Candidate[] {
  const { tokens } = scene
  return gather(scene.groups, (group) => {
    if (!group.passive || group.infinitive || group.negated || !byVerbs.test(group.lemma)) return []
    const source = agentAt(tokens, group.main + 1)
    const content = subjectBefore(tokens, group.first)
    if (source === undefined || content === undefined) return []
    if (/^(?:which|who|that)$/.test(lower(tokens[group.first - 1]))) return []
    return propose(scene, 'said-by', [{ first: group.first, last: group.main }], source, [content], {
      probability: 0.7
    })
  })
}

/** "The ship is believed to have sunk": nobody is named, the subject and what it is believed to do are the content. */
function believedTo(scene: Scene): Candidate[] {
  const { tokens } = scene
  return gather(scene.groups, (group) => {
    if (!group.passive || group.infinitive || group.negated || lower(tokens[group.main + 1]) !== 'to') return []
    if (!/^(?:alleged|believed|presumed|reported|rumou?red|said|thought|understood)$/.test(lower(tokens[group.main])))
      return []
    const subject = subjectBefore(tokens, group.first)
    if (subject === undefined) return []
    const rest = { first: group.main + 1, last: relayed(scene, group.main + 1) }
    const act = /^(?:believed|presumed|thought|understood)$/.test(lower(tokens[group.main])) ? 'believe' : 'claim'
    return propose(scene, 'believed-to', [{ first: group.first, last: group.main }], undefined, [subject, rest], {
      probability: 0.4,
      act
    })
  })
}

/** "The army neither confirmed nor denied the strike." */
function neitherConfirmed(scene: Scene): Candidate[] {
  const { tokens } = scene
  const found: Candidate[] = []
  for (let at = 1; at + 3 < tokens.length; at++) {
    if (lower(tokens[at]) !== 'neither' || lower(tokens[at + 2]) !== 'nor') continue
    if (!/^(?:confirm|deny)$/.test(lemmaOf(tokens[at + 1])) || !/^(?:confirm|deny)$/.test(lemmaOf(tokens[at + 3])))
      continue
    let first = at
    while (tokens[first - 1]?.pos === 'AUX') first--
    const source = subjectBefore(tokens, first)
    const content = { first: at + 4, last: endOf(scene, at + 4) }
    found.push(
      ...propose(scene, 'neither-confirmed', [{ first, last: at + 3 }], source, [content], {
        probability: 0.8,
        act: 'refuse'
      })
    )
  }
  return found
}

const byVerbs =
  /^(?:acknowledge|announce|confirm|corroborate|declare|deny|disclose|dispute|dismiss|refute|reject|reveal)$/

/** "Norway sees gains in the north": what somebody expects, in the present tense only. */
function expects(scene: Scene): Candidate[] {
  const { tokens } = scene
  return gather(scene.groups, (group) => {
    if (lower(tokens[group.main]) !== 'sees' || group.first !== group.main) return []
    const source = subjectBefore(tokens, group.first)
    if (source === undefined || tokens[source.last]?.pos !== 'PROPN') return []
    const first = group.main + 1
    const last = endOf(scene, first)
    if (!inNounPhrase(tokens, first) && tokens[first]?.pos !== 'PRON') return []
    return propose(scene, 'expects', [{ first: group.main, last: group.main }], source, [{ first, last }], {
      probability: 0.55,
      act: 'believe'
    })
  })
}

/** "purportedly from a border post" — "Smoke was reportedly seen" */
function hearsayAdverb(scene: Scene): Candidate[] {
  const { tokens, groups } = scene
  const found: Candidate[] = []
  for (let at = 0; at < tokens.length; at++) {
    const act = hearsayAdverbs.get(lower(tokens[at]))
    if (act === undefined) continue
    const verb =
      groups.find((group) => group.first < at && group.main > at) ?? groups.find((group) => group.first === at + 1)
    const cue = { first: at, last: at }
    if (verb === undefined) {
      found.push(
        ...propose(scene, 'hearsay-adverb', [cue], undefined, [{ first: at + 1, last: phraseEnd(scene, at + 1) }], {
          probability: 0.5,
          act
        })
      )
      continue
    }
    const subject = subjectBefore(tokens, Math.min(verb.first, at))
    if (subject === undefined) continue
    found.push(
      ...propose(
        scene,
        'hearsay-adverb',
        [cue],
        undefined,
        [
          { first: subject.first, last: at - 1 },
          { first: at + 1, last: beforeReports(scene, at + 1, phraseEnd(scene, at + 1)) }
        ],
        { probability: 0.45, act }
      )
    )
  }
  return found
}

/** "was seen after reports that …": what comes after the preposition is told by somebody else. */
function beforeReports({ tokens }: Scene, first: number, last: number): number {
  for (let at = first + 1; at < last; at++) {
    if (!cueNouns.has(lemmaOf(tokens[at])) || lower(tokens[at + 1]) !== 'that') continue
    let link = at
    while (link > first && inNounPhrase(tokens, link)) link--
    return link > first && /^(?:after|amid|as|following)$/.test(lower(tokens[link])) ? link - 1 : last
  }
  return last
}

/** "blamed the raid on Y" — "putting it down to Y" — "attributed the operation to Y": what is said is both parts. */
function blamedOn(scene: Scene): Candidate[] {
  const { tokens } = scene
  return gather(scene.groups, (group) => {
    const link = group.lemma === 'blame' ? 'on' : /^(?:attribute|put)$/.test(group.lemma) ? 'to' : undefined
    if (link === undefined || group.passive || group.infinitive) return []
    const end = endOf(scene, group.main + 1)
    const at = tokens.findIndex((token, i) => i > group.main + 1 && i < end && lower(token) === link)
    if (at < 0) return []
    if (group.lemma === 'put') return putDownTo(scene, group, at, end)
    const relay = relayed(scene, group.main + 1)
    const source = subjectBefore(tokens, group.first)
    return propose(
      scene,
      'blamed-on',
      [{ first: group.first, last: group.main }],
      source,
      [{ first: group.main + 1, last: Math.min(end, relay) }],
      { probability: 0.75, act: 'attribute' }
    )
  })
}

/** "…, putting it down to Y" */
function putDownTo(scene: Scene, group: VerbGroup, to: number, end: number): Candidate[] {
  const { tokens, groups } = scene
  if (lower(tokens[to - 1]) !== 'down' || to - group.main > 8) return []
  const shares = group.participle && isComma(tokens[group.first - 1])
  const main = shares ? groups.find((each) => each.main < group.first && cueVerbs.has(each.lemma)) : group
  const source = main && subjectBefore(tokens, main.first)
  const cue = [
    { first: group.first, last: group.main },
    { first: to - 1, last: to }
  ]
  const content = [
    { first: group.main + 1, last: to - 2 },
    { first: to + 1, last: end }
  ]
  return propose(scene, 'blamed-on', cue, source, content, { probability: 0.7, act: 'attribute' })
}
