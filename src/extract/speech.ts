/**
 * One sentence → the attributions that a reporting verb makes: "X said that C", "“C,” said X", "C, X reported", "X denied C".
 *
 * Longer than most files: the ways in which a verb, its subject and its complement may stand are one decision.
 */
import { isPossessive, type Quote, tokenAt } from '../language/index.js'
import type { Sentence, Span } from '../model.js'
import { type Candidate, candidateOf } from './candidate.js'
import { beforeGloss, beforeMainVerb, clauseEnd, endsSaying } from './clauses.js'
import { cueVerbs } from './lexicon.js'
import { typesOfNoun } from './nouns.js'
import {
  beginsPhrase,
  nounPhraseEnding,
  nounPhraseFrom,
  type Range,
  skipCircumstances,
  subjectBefore
} from './phrases.js'
import { firstWhere } from './reading.js'
import type { VerbGroup } from './verbs.js'
import { inNounPhrase, isComma, isDash, isNominal, isQuoteMark, lemmaOf, lower, spanOf, type Tokens } from './words.js'

interface Scene {
  readonly tokens: Tokens
  readonly sentence: Sentence
  readonly quotes: readonly Quote[]
  readonly groups: readonly VerbGroup[]
  readonly cues: readonly VerbGroup[]
}

/** `quotes` are those that touch the sentence. */
export function findSpeech(sentence: Sentence, verbs: readonly VerbGroup[], quotes: readonly Quote[]): Candidate[] {
  const tokens = sentence.tokens
  const groups = withQuotedAs(tokens, verbs)
  const quoted = (group: VerbGroup): boolean =>
    quotes.some((quote) => quote.start < (tokens[group.main]?.start ?? 0) && (tokens[group.main]?.end ?? 0) < quote.end)
  const cues = groups.filter((group) => cueVerbs.has(group.lemma) && !quoted(group) && !nominalized(tokens, group))
  const scene: Scene = { tokens, sentence, quotes, groups, cues }
  const found: { cue: VerbGroup; candidate: Candidate }[] = []
  for (const cue of cues) {
    const previous = found.at(-1)
    const candidate = cue.passive ? undefined : (readTag(scene, cue) ?? readForward(scene, cue, previous?.candidate))
    if (candidate) found.push({ cue, candidate })
  }
  return found.length > 0 ? found.map((each) => each.candidate) : readManner(scene)
}

/**
 * A sentence that opens with a quotation, a comma in it, and goes on with somebody and any verb: "“I never saw him,” Kim sighed." The verb
 * tells how it was said.
 */
function readManner(scene: Scene): Candidate[] {
  const { tokens, sentence, quotes, groups } = scene
  const quote = quotes.find((each) => each.start <= sentence.start && each.end < sentence.end)
  if (quote === undefined) return []
  const close = firstWhere(tokens, (token) => token.end >= quote.end)
  if (!isQuoteMark(tokens[close]) || !(isComma(tokens[close - 1]) || isComma(tokens[close + 1]))) return []
  const first = isComma(tokens[close + 1]) ? close + 2 : close + 1
  const cue = groups.find((group) => group.first >= first)
  if (cue === undefined || cue.infinitive || cue.participle || cue.passive || tokens[cue.main]?.pos !== 'VERB')
    return []
  const inverted = cue.first === first
  const source = inverted
    ? nounPhraseFrom(tokens, cue.main + 1, { apposition: true })
    : subjectBefore(tokens, cue.first)
  if (source === undefined || (!inverted && source.first !== first) || !isSomebody(tokens, source)) return []
  if (!closesAfter(tokens, (inverted ? source.last : cue.main) + 1)) return []
  const made = tag(scene, cue, source, { start: quote.start, end: quote.end }, inverted ? source.last : cue.main)
  return made === undefined ? [] : [made]
}

/** A name, a person's noun or pronoun. */
function isSomebody(tokens: Tokens, { first, last }: Range): boolean {
  return tokens
    .slice(first, last + 1)
    .some(
      (token) =>
        token.pos === 'PROPN' ||
        /^(?:he|she|they|i|we)$/.test(lower(token)) ||
        typesOfNoun(lemmaOf(token)).includes('person')
    )
}

/** "was quoted as saying" is one verb, and the one who is quoted says it. */
function withQuotedAs(tokens: Tokens, groups: readonly VerbGroup[]): VerbGroup[] {
  // Few sentences have one, and every sentence is asked.
  if (!groups.some((group) => group.passive && citingVerbs.has(group.lemma))) return [...groups]
  const inner = new Set<number>()
  const whole = groups.map((group) => {
    const main = group.main + 2
    const says = /^(?:saying|telling)$/.test(lower(tokens[main]))
    if (!group.passive || !citingVerbs.has(group.lemma) || lower(tokens[group.main + 1]) !== 'as' || !says) return group
    inner.add(main)
    return { ...group, main, lemma: 'say', passive: false }
  })
  return whole.filter((group, i) => group !== groups[i] || !inner.has(group.main))
}

const citingVerbs: ReadonlySet<string> = new Set(['cite', 'quote'])

/** "the reported incursion", "so-called": a verb form that stands as an adjective, or "to say the least". */
function nominalized(tokens: Tokens, group: VerbGroup): boolean {
  if (group.first !== group.main) return false
  const before = tokenAt(tokens, group.main - 1)
  if (before?.pos === 'DET' && !/^(?:both|all|each|that|which|who)$/i.test(before.text)) return true
  if (isPossessive(before?.text ?? '') || /^(?:its|his|their|my|our|your)$/i.test(before?.text ?? '')) return true
  if (group.lemma === 'think' && /^tanks?$/.test(lower(tokens[group.main + 1]))) return true
  return before?.text === '-' || (/ed$/.test(lower(tokens[group.main])) && before?.pos === 'ADJ')
}

/** The cue stands after (the first part of) its content. */
function readTag(scene: Scene, cue: VerbGroup): Candidate | undefined {
  const { tokens } = scene
  if (cue.infinitive || cue.participle) return undefined
  const subject = subjectBefore(tokens, cue.first)
  const before = subject && contentBefore(scene, subject.first - 1)
  const closes = endsSaying(tokens, cue) || quoteFollows(scene, cue) || addresses(scene, cue)
  // “C,” X said in an interview about the dam: after a quotation it does not matter what follows.
  if (subject && before && isQuoted(scene, before) && (closes || endsOpen(scene, subject.first - 1, before)))
    return tag(scene, cue, subject, before, cue.main)
  const inverted = cue.first === cue.main && cue.lemma !== 'tell' ? contentBefore(scene, cue.first - 1) : undefined
  if (inverted !== undefined) {
    const source = nounPhraseFrom(tokens, cue.main + 1, { apposition: true })
    // “C,” said X. But not: The Legion, which calls itself C, said it had crossed …
    const free = source && (isQuoted(scene, inverted) || ends(tokens, source.last + 1))
    if (free && !isVerb(tokens[source.last + 1])) return tag(scene, cue, source, inverted, source.last)
  }
  // As the phone rang, he said: “…”
  if (subject === undefined || before === undefined || !closes || quoteFollows(scene, cue)) return undefined
  return tag(scene, cue, subject, before, cue.main)
}

const isVerb = (token: Tokens[number] | undefined): boolean => token?.pos === 'VERB' || token?.pos === 'AUX'

/**
 * A quotation that ends at token `last` and stops with a comma waits for its "he said". But not: In his show “Late News,” he said
 * that …, where what stands before the quotation is no clause.
 */
function endsOpen({ tokens, groups, quotes }: Scene, last: number, content: Span): boolean {
  if (!isQuoteMark(tokens[last]) || !isComma(tokens[last - 1])) return false
  const quote = quotes.find((each) => each.end === content.end)
  if (quote === undefined || quote.start <= content.start) return true
  const opens = tokens.findIndex((token) => token.start >= quote.start)
  return groups.some((group) => group.main < opens && !group.participle && !group.infinitive)
}

/** Does the content end with a quotation? */
const isQuoted = (scene: Scene, content: Span): boolean => scene.quotes.some((quote) => quote.end === content.end)

const ends = (tokens: Tokens, at: number): boolean => {
  const next = tokens[skipCircumstances(tokens, at)]
  return next === undefined || /^[.;!?]$/.test(next.text)
}

const closesAfter = (tokens: Tokens, at: number): boolean => {
  const next = tokens[skipCircumstances(tokens, at)]
  return next === undefined || /^[.,;!?]$/.test(next.text) || isDash(next)
}

/** "…, told Reuters": nothing but who was told follows. */
function addresses(scene: Scene, cue: VerbGroup): boolean {
  if (cueVerbs.get(cue.lemma)?.frames.includes('o') !== true) return false
  return closesAfter(scene.tokens, skipAddressee(scene.tokens, cue.main + 1))
}

/** The content that ends right before a tag at token `last + 1`: a quotation, or a clause closed by a comma. */
function contentBefore(scene: Scene, last: number): Span | undefined {
  const { tokens, quotes, sentence } = scene
  if (last < 0) return undefined
  let at = last
  const comma = isComma(tokens[at])
  if (comma) at--
  const end = tokenAt(tokens, at)?.end
  if (end === undefined) return undefined
  const quote = isQuoteMark(tokens[at]) ? quotes.find((each) => each.end === end) : undefined
  if (quote !== undefined) {
    // “She said, ‘Never,’” he said: the inner mark stands between the comma and the outer one.
    const inner = /^['’]$/.test(tokens[at - 1]?.text ?? '') ? at - 2 : at - 1
    const stopped = comma || /[,.!?…–—-]$/.test(tokens[inner]?.text ?? '')
    if (!stopped) return undefined
    if (quote.start <= sentence.start) return { start: quote.start, end }
    const first = firstOfClause(scene, at)
    const opened = tokens[first]
    return opened ? { start: Math.min(opened.start, quote.start), end } : undefined
  }
  if (!comma || at < 2) return undefined
  const first = firstOfClause(scene, at)
  const hasVerb = scene.groups.some(
    (group) => !group.participle && !group.infinitive && group.main > first && group.main <= at
  )
  const opened = tokens[first]
  return hasVerb && opened ? { start: opened.start, end } : undefined
}

/** Where the clause that ends at `last` begins: the sentence's start, over any heading word. */
function firstOfClause(scene: Scene, last: number): number {
  for (let at = last; at > 0; at--) if (scene.tokens[at]?.text === ';') return at + 1
  return 0
}

function quoteFollows(scene: Scene, cue: VerbGroup): boolean {
  const at = skipCircumstances(scene.tokens, cue.main + 1)
  return (isComma(scene.tokens[at]) && isQuoteMark(scene.tokens[at + 1])) || isQuoteMark(scene.tokens[at])
}

function tag(scene: Scene, cue: VerbGroup, source: Range, content: Span, last: number): Candidate | undefined {
  const { tokens, quotes } = scene
  const spans: Span[] = [content]
  // “A,” he said, “B.”
  const at = skipCircumstances(tokens, last + 1)
  const open = isComma(tokens[at]) || tokens[at]?.text === ':' ? at + 1 : at
  const resumed = isQuoteMark(tokens[open]) ? quotes.find((quote) => quote.start === tokens[open]?.start) : undefined
  if (resumed && quotes.some((quote) => quote.end === content.end))
    spans.push({ start: resumed.start, end: resumed.end })
  else if (resumed === undefined) spans.push(...rest(scene, cue, content, at))
  return make(tokens, cue, source, spans, 'speech-tag')
}

const startsClause = (tokens: Tokens, at: number): boolean =>
  inNounPhrase(tokens, at) || tokens[at]?.pos === 'PRON' || lower(tokens[at]) === 'there'

/**
 * A tag that stands inside the clause that is said.
 *
 *     If the talks fail, Petra Novak argues, there are other ways.
 *     ^^^^^^^^^^^^^^^^^                      ^^^^^^^^^^^^^^^^^^^^
 */
function rest(scene: Scene, cue: VerbGroup, content: Span, comma: number): Span[] {
  const { tokens, groups } = scene
  const opened = tokens[firstWhere(tokens, (token) => token.start >= content.start)]
  const first = comma + 1
  if (!isComma(tokens[comma]) || isQuoteMark(opened) || otherCues(scene, cue).length > 0) return []
  const waits = /^(?:if|when|while|although|though|because|since|unless|after|before|until|as)$/.test(lower(opened))
  const begins = groups.find((group) => group.first >= first)
  const clause = begins !== undefined && !begins.participle && begins.first > first && startsClause(tokens, first)
  const span = waits && clause ? spanOf(tokens, first, clauseEnd(tokens, first, [])) : undefined
  return span === undefined ? [] : [span]
}

function make(
  tokens: Tokens,
  cue: VerbGroup,
  source: Range | undefined,
  content: readonly Span[],
  rule: string
): Candidate | undefined {
  const cueSpan = spanOf(tokens, cue.first, cue.main)
  const sourceSpan = source && spanOf(tokens, source.first, source.last)
  if (cueSpan === undefined || content.length === 0) return undefined
  const probability = sourceSpan ? 0.85 : 0.4
  return candidateOf({ source: sourceSpan ? [sourceSpan] : [], cue: [cueSpan], content, rule, probability })
}

/** The cue stands before its content. */
function readForward(scene: Scene, cue: VerbGroup, previous: Candidate | undefined): Candidate | undefined {
  const { tokens } = scene
  const entry = cueVerbs.get(cue.lemma)
  if (entry === undefined || cue.infinitive) return undefined
  let at = skipCircumstances(tokens, cue.main + 1)
  if (entry.frames.includes('o') && !entry.frames.includes('i')) {
    const after = skipAddressee(tokens, at)
    // "asked residents to stay inside": they belong to what is asked.
    const ordered = /^(?:ask|tell)$/.test(cue.lemma) && isInfinitive(tokens, after) && after > at
    if (ordered) {
      const last = clauseEnd(tokens, at, otherCues(scene, cue))
      const content = spanOf(tokens, at, last)
      const subject = sharesSubject(scene, cue) ? mainSubject(scene, cue) : subjectOf(scene, cue)
      return content && subject && make(tokens, cue, subject, [content], 'speech')
    }
    at = after
  }
  if (entry.frames.includes('t')) at = thatAhead(scene, at)
  const content = complement(scene, cue, entry.frames, at)
  if (content === undefined) return undefined
  const shared = sharesSubject(scene, cue)
  if (shared && previous !== undefined && previous.source.length > 0) {
    const made = make(tokens, cue, undefined, content, 'speech-coordinated')
    return made && { ...made, source: previous.source, probability: 0.8 }
  }
  const source = shared ? mainSubject(scene, cue) : subjectOf(scene, cue)
  if (source === undefined) return undefined
  // "…, with the channel claiming that C"
  const absolute = cue.participle && lower(tokenAt(tokens, source.first - 1)) === 'with'
  return make(tokens, cue, source, content, absolute ? 'with-saying' : 'speech')
}

const isInfinitive = (tokens: Tokens, at: number): boolean =>
  lower(tokens[at]) === 'to' || (lower(tokens[at]) === 'not' && lower(tokens[at + 1]) === 'to')

/** Verbs after this cue that attribute something else. */
const otherCues = (scene: Scene, cue: VerbGroup): VerbGroup[] =>
  scene.groups.filter(
    (other) => other.first > cue.main && (scene.cues.includes(other) || (other.lemma === 'put' && other.participle))
  )

/** ", adding that", "and said", "but has denied": who speaks is the one who spoke before in the sentence. */
function sharesSubject(scene: Scene, cue: VerbGroup): boolean {
  const { tokens } = scene
  let at = cue.first - 1
  while (at > 0 && tokens[at]?.pos === 'ADV') at--
  if (cue.participle) return isComma(tokens[at]) || isQuoteMark(tokens[at])
  return /^(?:and|but|or)$/.test(lower(tokens[at])) || isDash(tokens[at])
}

/** "Gladkov posted an update, urging …": the subject of the verb that the participle hangs on. */
function mainSubject(scene: Scene, cue: VerbGroup): Range | undefined {
  const verb = scene.groups.findLast((group) => group.main < cue.first && !group.participle && !group.infinitive)
  return verb && !verb.passive ? subjectBefore(scene.tokens, verb.first) : undefined
}

/** The subject, or for "the group, which claims …" what the relative clause hangs on. */
function subjectOf(scene: Scene, cue: VerbGroup): Range | undefined {
  const { tokens } = scene
  let at = cue.first - 1
  while (at > 0 && tokens[at]?.pos === 'ADV') at--
  if (/^(?:which|who|that)$/.test(lower(tokens[at]))) {
    const before = isComma(tokens[at - 1]) ? at - 2 : at - 1
    return subjectBefore(tokens, before + 1)
  }
  if (cue.participle && !isComma(tokens[at])) {
    // "a video released by a Telegram channel claiming …": the nearest noun, not the whole phrase.
    const phrase = subjectBefore(tokens, cue.first)
    if (phrase === undefined) return undefined
    let first = phrase.last
    while (first > phrase.first && tokens[first - 1]?.pos !== 'ADP' && tokens[first - 1]?.pos !== 'VERB') first--
    return { first, last: phrase.last }
  }
  const subject = subjectBefore(tokens, cue.first)
  return subject && (withRelative(scene, subject, cue) ?? subject)
}

/** "A woman who asked not to be named for fear of reprisals said": what stands before the verb closes a relative clause. */
function withRelative({ tokens, groups }: Scene, { first, last }: Range, cue: VerbGroup): Range | undefined {
  if (!/^(?:ADP|VERB|AUX)$/.test(tokenAt(tokens, first - 1)?.pos ?? '')) return undefined
  const who = tokens.findLastIndex((token, at) => at < first && first - at < 16 && lower(token) === 'who')
  if (who < 1 || isComma(tokens[who - 1])) return undefined
  const own = groups.filter(
    (group) => group.first > who && group.main < cue.first && !group.infinitive && !group.participle
  )
  const antecedent = own.length === 1 ? nounPhraseEnding(tokens, who - 1) : undefined
  return antecedent && { first: antecedent.first, last }
}

function skipAddressee(tokens: Tokens, from: number): number {
  if (isQuoteMark(tokens[from]) || /^(?:that|if|whether|to)$/.test(lower(tokens[from]))) return from
  let at = from
  if (tokens[at]?.pos === 'PRON') at++
  // "told BBC News every claim would be checked": another phrase begins with its article.
  else while (at < tokens.length && inNounPhrase(tokens, at) && (at === from || !beginsPhrase(tokens, at))) at++
  return skipCircumstances(tokens, at)
}

/** "told a meeting of fishermen that", "said at the port in Oslo that": past what only tells where, when and to whom. */
function thatAhead({ tokens, groups }: Scene, from: number): number {
  if (tokens[from]?.pos !== 'ADP') return from
  for (let at = from; at < tokens.length && at - from < 16; at++) {
    if (lower(tokens[at]) === 'that' && tokens[at]?.pos !== 'DET')
      return isComma(tokens[at - 1]) && at - 1 === from ? from : at
    const mark = tokens[at]
    if (isQuoteMark(mark) || /^[.;:()–—]$/.test(mark?.text ?? '') || groups.some((group) => group.first === at))
      return from
  }
  return from
}

/** The content to the right of the cue, by what the verb takes. */
function complement(scene: Scene, cue: VerbGroup, frames: string, from: number): Span[] | undefined {
  const { tokens, groups } = scene
  let at = from
  if (isComma(tokens[at]) && (isQuoteMark(tokens[at + 1]) || lower(tokens[at + 1]) === 'that')) at++
  const colon = tokens[at]?.text === ':'
  if (colon) at++
  const others = otherCues(scene, cue)
  // "disputed that characterization" names what is disputed.
  const points = tokens[at]?.pos === 'DET' && frames.includes('n') && !groups.some((group) => group.first > at + 1)
  const that = lower(tokens[at]) === 'that' && tokens[at + 1]?.pos !== 'VERB' && !points
  if (that) at++
  const first = tokens[at]
  if (first === undefined || /^[,.;!?)]$/.test(first.text)) return undefined
  const quote = isQuoteMark(first) ? scene.quotes.find((each) => each.start === first.start) : undefined
  if (quote !== undefined && (colon || closesThought(scene, quote))) return [{ start: quote.start, end: quote.end }]
  const last = beforeGloss(tokens, groups, at, clauseEnd(tokens, at, others))
  const verbs = groups.filter((group) => group.first >= at && group.main <= last)
  const word = lower(first)
  const whole = spanOf(tokens, at, restrictiveEnd(scene, cue, at, last))
  if (whole === undefined) return undefined
  const fits =
    (that && frames.includes('t')) ||
    (colon && verbs.length > 0) ||
    (frames.includes('t') && hasClause(tokens, verbs, at)) ||
    ((frames.includes('i') || frames.includes('o')) &&
      (word === 'to' || (word === 'not' && lower(tokens[at + 1]) === 'to'))) ||
    (frames.includes('i') &&
      frames.includes('o') &&
      startsPhrase(tokens, at) &&
      tokens.slice(at, last).some((token) => lower(token) === 'to')) ||
    (frames.includes('w') && /^(?:if|whether|how|why|what|who|when|where)$/.test(word)) ||
    (frames.includes('g') && /ing$/.test(word))
  if (fits) return [whole]
  if (!frames.includes('n') || !startsPhrase(tokens, at)) return undefined
  if (
    /^(?:compare|liken)$/.test(cue.lemma) &&
    !tokens.slice(at, last).some((token) => /^(?:to|with)$/.test(lower(token)))
  )
    return undefined
  const phrase = spanOf(tokens, at, phraseEnd(tokens, at, last, verbs))
  return phrase && [phrase]
}

/** "a channel claiming to represent them, a spokesman said": what a restrictive participle says ends with its clause. */
function restrictiveEnd(scene: Scene, cue: VerbGroup, from: number, last: number): number {
  const { tokens } = scene
  if (isComma(tokenAt(tokens, cue.first - 2)) && /^(?:which|who)$/.test(lower(tokens[cue.first - 1])))
    return beforeMainVerb(tokens, scene.groups, from, last)
  if (!cue.participle || isComma(tokens[cue.first - 1]) || isQuoteMark(tokens[cue.first - 1])) return last
  const infinitive = /^(?:to|not)$/.test(lower(tokens[from]))
  const own = scene.groups.find((group) => group.main >= from && group.infinitive === infinitive && !group.participle)
  for (let at = from + 1; at < last; at++) {
    // "that two towns, including X, were attacked": the clause has not had its verb yet.
    const complete = infinitive || own === undefined || own.main < at
    if (complete && isComma(tokens[at]) && !/^(?:and|or|including)$/.test(lower(tokens[at + 1]))) return at - 1
    // "a channel claiming to speak for them said": what it says ends before the main verb.
    const verb = infinitive ? scene.groups.find((group) => group.first === at) : undefined
    if (verb && verb !== own && !verb.infinitive && !verb.participle && isNominal(tokens[at - 1])) return at - 1
  }
  return last
}

/** Where a noun phrase as content ends: before the main clause's next verb, and before the time of saying. */
function phraseEnd(tokens: Tokens, from: number, last: number, verbs: readonly VerbGroup[]): number {
  let end = last
  for (let at = from + 1; at < last; at++) {
    if (!isComma(tokens[at])) continue
    const next = verbs.find(
      (group) => group.first === at + 1 || (group.first === at + 2 && tokens[at + 1]?.pos === 'ADV')
    )
    if (next !== undefined) {
      end = at - 1
      break
    }
  }
  for (let at = end; at > from && end - at < 5; at--) {
    if (lower(tokens[at]) === 'on' && skipCircumstances(tokens, at, end + 1) > end) return at - 1
  }
  return end
}

/** A finite verb of its own, not of a relative clause, with something before it that can be its subject, and no lone comma between. */
function hasClause(tokens: Tokens, verbs: readonly VerbGroup[], from: number): boolean {
  if (noClause.test(lower(tokens[from]))) return false
  const finite = verbs.find(
    (group) =>
      !group.infinitive &&
      group.first > from &&
      !(group.participle && group.first === group.main) &&
      !isRelative(tokens, group, from)
  )
  if (finite === undefined) return false
  const commas = tokens.slice(from, finite.first).filter((token) => token.text === ',').length
  return !(commas === 1 && isComma(tokens[finite.first - 1]))
}

/** Words that no clause begins with as what is said without "that". */
const noClause =
  /^(?:to|for|of|in|on|with|at|by|about|against|who|whom|whose|which|when|because|before|after|as|while|since|although|though|so|and|or|but)$/

/** The verb of a relative clause: "a post in which she advises", "the man who left". */
function isRelative(tokens: Tokens, group: VerbGroup, from: number): boolean {
  const relative = /^(?:which|who|whom|whose|that|where|when)$/
  let at = group.first - 1
  while (at > from && tokens[at]?.pos === 'ADV') at--
  if (at > from && relative.test(lower(tokens[at]))) return true
  const subject = subjectBefore(tokens, group.first, from)
  return subject !== undefined && subject.first - 1 > from && relative.test(lower(tokens[subject.first - 1]))
}

function startsPhrase(tokens: Tokens, at: number): boolean {
  const gerund = /ing$/.test(lower(tokens[at])) && /^(?:at|in|on|of|near|with)$/.test(lower(tokens[at + 1]))
  return inNounPhrase(tokens, at) || isQuoteMark(tokens[at]) || tokens[at]?.pos === 'PRON' || gerund
}

/** A quotation that is a whole content by itself: the sentence ends with it, or goes on with a comma or a tag. */
function closesThought(scene: Scene, quote: Quote): boolean {
  const { tokens, sentence } = scene
  if (quote.end >= sentence.end) return true
  const next = tokens.findIndex((token) => token.start >= quote.end)
  const after = tokens[next]
  const inside = tokens[next - 2]
  if (after === undefined) return true
  if (/[.!?]$/.test(inside?.text ?? '')) return true
  return /^[,.;]$/.test(after.text) && !/^(?:and|but|or)$/.test(lower(tokens[next + 1]))
}
