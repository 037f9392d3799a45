/**
 * One sentence → attributions made otherwise than by a reporting verb with its subject: "according to X", "X could not verify C",
 * "footage showed C", "X, which describes itself as C", "what it said was C", "reports that C", "allegedly C".
 *
 * Each construction is a function named after it; the name is the `rule` of the statements it finds.
 */
import type { Quote } from '../language/index.js'
import type { Sentence, Span } from '../model.js'
import type { Candidate } from './candidate.js'
import { cueNouns, cueVerbs, hearsayAdverbs, recordingNouns, showingVerbs } from './lexicon.js'
import { clauseEnd, nounPhraseEnding, nounPhraseFrom, type Range, subjectBefore } from './phrases.js'
import { overlapping } from './reading.js'
import { findVerbGroups, isHeadlineVerb, type VerbGroup } from './verbs.js'
import { inNounPhrase, isComma, isDash, lemmaOf, lower, spanOf, type Tokens } from './words.js'

interface Scene {
  readonly tokens: Tokens
  readonly groups: readonly VerbGroup[]
}

const constructions: readonly ((scene: Scene) => Candidate[])[] = [
  accordingTo,
  couldNotVerify,
  recordingShows,
  shownIn,
  saidBy,
  believedTo,
  neitherConfirmed,
  expects,
  describesItself,
  whatTheyCall,
  nounWithContent,
  hearsayAdverb,
  blamedOn
]

export function findConstructions(sentence: Sentence, quotes: readonly Quote[]): Candidate[] {
  const { tokens } = sentence
  const scene = { tokens, groups: findVerbGroups(tokens) }
  const near = overlapping(quotes, sentence)
  const quoted = (span: Span | undefined): boolean =>
    span !== undefined && near.some((quote) => quote.start < span.start && span.end < quote.end)
  return constructions.flatMap((find) => find(scene)).filter((candidate) => !quoted(candidate.cue[0]))
}

function propose(
  scene: Scene,
  rule: string,
  cue: readonly Range[],
  source: Range | undefined,
  content: readonly (Range | undefined)[],
  rest: { readonly probability: number; readonly act?: Candidate['act'] }
): Candidate[] {
  const spans = (ranges: readonly (Range | undefined)[]): Span[] =>
    ranges.flatMap((range) => (range && spanOf(scene.tokens, range.first, range.last)) ?? [])
  const made = spans(content)
  if (made.length === 0) return []
  const act = rest.act === undefined ? {} : { act: rest.act }
  return [{ rule, cue: spans(cue), source: spans([source]), content: made, probability: rest.probability, ...act }]
}

const endOf = (scene: Scene, from: number): number => clauseEnd(scene.tokens, from, [])

/** "According to X, C." — "C, according to X." */
function accordingTo(scene: Scene): Candidate[] {
  const { tokens } = scene
  const found: Candidate[] = []
  for (let at = 0; at + 2 < tokens.length; at++) {
    if (lower(tokens[at]) !== 'according' || lower(tokens[at + 1]) !== 'to') continue
    const source = nounPhraseFrom(tokens, at + 2, { apposition: true })
    if (source === undefined) continue
    const last = source.last
    const after = isComma(tokens[last + 1]) ? last + 2 : last + 1
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

const firstWord = (tokens: Tokens): number => tokens.findIndex((token) => /[\p{L}\p{N}"“]/u.test(token.text))

/** The clause's end, before a relaying ", The Guardian reported". */
function relayed(scene: Scene, from: number): number {
  const cues = scene.groups.filter((group) => /^(?:say|report|write|add|tell)$/.test(group.lemma))
  return clauseEnd(scene.tokens, from, cues)
}

/** "Reuters could not independently verify C." — "C had not been independently confirmed by X." */
function couldNotVerify(scene: Scene): Candidate[] {
  const { tokens } = scene
  return scene.groups.flatMap((group) => {
    if (
      !/^(?:verify|confirm|corroborate|substantiate|authenticate|establish|determine)$/.test(group.lemma) ||
      !group.negated
    )
      return []
    const cue = { first: group.first, last: group.main }
    const rest = { probability: 0.85, act: 'cannot-verify' as const }
    if (group.passive) {
      const content = subjectBefore(tokens, group.first)
      const by =
        lower(tokens[group.main + 1]) === 'by'
          ? nounPhraseFrom(tokens, group.main + 2, { apposition: false })
          : undefined
      return propose(scene, 'could-not-verify', [cue], by, [content], rest)
    }
    if (
      /^(?:confirm|establish|determine)$/.test(group.lemma) &&
      !/^(?:could|can|cannot)$/.test(lower(tokens[group.first]))
    )
      return []
    const source = subjectBefore(tokens, group.first)
    const that = /^(?:that|whether|if)$/.test(lower(tokens[group.main + 1])) ? 2 : 1
    return propose(
      scene,
      'could-not-verify',
      [cue],
      source,
      [{ first: group.main + that, last: endOf(scene, group.main + that) }],
      rest
    )
  })
}

/** "Footage of the raid showed C." — "published a video showing C." */
function recordingShows(scene: Scene): Candidate[] {
  const { tokens } = scene
  return scene.groups.flatMap((group) => {
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
function shownIn(scene: Scene): Candidate[] {
  const { tokens } = scene
  return scene.groups.flatMap((group) => {
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

/** "The deaths were confirmed by two ministers." The subject is what is said, whoever follows "by" says it. */
function saidBy(scene: Scene): Candidate[] {
  const { tokens } = scene
  return scene.groups.flatMap((group) => {
    if (!group.passive || group.infinitive || group.negated || !byVerbs.test(group.lemma)) return []
    if (lower(tokens[group.main + 1]) !== 'by') return []
    const source = nounPhraseFrom(tokens, group.main + 2, { apposition: false })
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
  return scene.groups.flatMap((group) => {
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
  return scene.groups.flatMap((group) => {
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

/** "X, which describes itself as C" */
function describesItself(scene: Scene): Candidate[] {
  const { tokens } = scene
  return scene.groups.flatMap((group) => {
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
function whatTheyCall(scene: Scene): Candidate[] {
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
    const last = phraseEnd(scene, first)
    found.push(
      ...propose(scene, 'what-they-call', [{ first: group.first, last: group.main }], source, [{ first, last }], {
        probability: 0.75,
        ...(/^(?:call|term|dub)$/.test(group.lemma) ? { act: 'other' as const } : {})
      })
    )
  }
  return found
}

/** The end of what is named, before a comma or a dash. */
function phraseEnd(scene: Scene, first: number): number {
  const end = endOf(scene, first)
  for (let at = first; at <= end; at++) if (isComma(scene.tokens[at]) || isDash(scene.tokens[at])) return at - 1
  return end
}

/** "unconfirmed reports that C" — "his repeated assertion that C" — "with the caveat that C" — "repeated a vow to C" */
function nounWithContent(scene: Scene): Candidate[] {
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
  const verb = [...groups].reverse().find((group) => group.main < begin && begin - group.main <= 8)
  const direct =
    verb !== undefined &&
    verb.main === begin - 1 &&
    /^(?:make|repeat|issue|reiterate|renew|give|voice|express|have|offer|publish)$/.test(verb.lemma)
  const along = verb !== undefined && lower(tokens[begin - 1]) === 'with'
  return verb && (direct || along) && !verb.passive ? subjectBefore(tokens, verb.first) : undefined
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
          { first: at + 1, last: phraseEnd(scene, at + 1) }
        ],
        { probability: 0.45, act }
      )
    )
  }
  return found
}

/** "blamed the raid on Y" — "putting it down to Y" — "attributed the operation to Y": what is said is both parts. */
function blamedOn(scene: Scene): Candidate[] {
  const { tokens } = scene
  return scene.groups.flatMap((group) => {
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
