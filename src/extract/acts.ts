/** A candidate's words → its act, its mode, and the words that negate or hedge it. */
import { gather } from '../gather.js'
import { isPossessive, type Quote, tokenAt } from '../language/index.js'
import type { Act, Hedge, Mode, Span, Token } from '../model.js'
import type { Candidate } from './candidate.js'
import { cueNouns, cueVerbs, hearsayAdverbs, hedgeWords, negations, showingVerbs } from './lexicon.js'
import { overlapping, type Reading } from './reading.js'
import { lemmaOf, lower } from './words.js'

const furtherVerbs: ReadonlyMap<string, Act> = new Map<string, Act>([
  ['appeal', 'order'],
  ['agree', 'assert'],
  ['call', 'other'],
  ['confident', 'believe'],
  ['confidence', 'believe'],
  ['dub', 'other'],
  ['label', 'other'],
  ['name', 'other'],
  ['term', 'other'],
  ['question', 'doubt'],
  ['decline', 'refuse'],
  ['encourage', 'order'],
  ['expect', 'believe'],
  ['hope', 'believe'],
  ['plan', 'announce'],
  ['praise', 'assert'],
  ['propose', 'announce'],
  ['query', 'question'],
  ['recommend', 'order'],
  ['refuse', 'refuse'],
  ['request', 'order'],
  ['see', 'believe'],
  ['swear', 'announce'],
  ['threaten', 'announce'],
  ['view', 'believe'],
  ['want', 'believe'],
  ['verify', 'confirm'],
  ['corroborate', 'confirm'],
  ['authenticate', 'confirm']
])

/** The act that the cue's words perform. Source of the distinctions: the design's list of acts. */
export function actOf(reading: Reading, candidate: Candidate): Act {
  if (candidate.act !== undefined) return candidate.act
  const tokens = gather(candidate.cue, (span) => reading.tokensIn(span))
  const negated = tokens.some((token) => negations.has(lower(token)))
  const content = candidate.content[0]
  const said = content === undefined ? [] : reading.tokensIn(content)
  if (deniesInContent(said)) return 'deny'
  // "Unconfirmed reports said …"
  const speaker = gather(candidate.source, (span) => reading.tokensIn(span))
  if (speaker.some((token) => unconfirmed.test(lower(token)))) return 'cannot-verify'
  const act = wordAct(tokens)
  if (!negated && act === 'assert' && announcesItself(tokens, said)) return 'announce'
  if (!negated && tokens.some((token) => lemmaOf(token) === 'suggest') && blames(said)) return 'attribute'
  if (asksFor(tokens, said)) return 'order'
  if (tokens.some((token) => /^neither$/.test(lower(token))) && /^(?:confirm|deny)$/.test(act)) return 'refuse'
  if (!negated) return act === 'deny' && turnsDown(said) ? 'refuse' : act
  if (act === 'confirm' || act === 'cannot-verify')
    return tokens.some((token) => /^(?:would|will|wo)$/.test(lower(token))) ? 'refuse' : 'cannot-verify'
  if (act === 'believe') return 'doubt'
  if (act === 'deny' || act === 'doubt' || act === 'other') return act === 'other' ? 'other' : 'assert'
  return act === 'order' || act === 'attribute' ? act : 'refuse'
}

/** "rejected a request to unseal the file", "denied him bail": what is asked for is turned down, and nothing is said to be untrue. */
function turnsDown(said: readonly Token[]): boolean {
  if (/^(?:him|them|us|me|you)$/.test(lower(said[0]))) return true
  const ends = said.findIndex(
    (token, i) => i > 0 && /^(?:VERB|AUX|ADP|PART)$/.test(token.pos) && !isPossessive(token.text)
  )
  // "denied a bid had been made" is a denial.
  if (/^(?:VERB|AUX)$/.test(said[ends]?.pos ?? '')) return false
  return (ends < 0 ? said : said.slice(0, ends)).some((token) => token.pos === 'NOUN' && askedFor.has(lemmaOf(token)))
}

const askedFor: ReadonlySet<string> = new Set(
  'access appeal application bail bid call demand entry invitation motion offer permission permit petition plea proposal request visa waiver'.split(
    ' '
  )
)

/** "told residents to stay inside", "asked him not to go": the first verb of what is said is an infinitive. */
function asksFor(cue: readonly Token[], said: readonly Token[]): boolean {
  if (!cue.some((token) => /^(?:ask|tell|call)$/.test(lemmaOf(token)))) return false
  const names = cue.some((token) => lemmaOf(token) === 'call')
  if (names && !cue.some((token) => /^(?:for|on|upon)$/.test(lower(token)))) return false
  if (names && lower(cue[cue.length - 1]) === 'for') return true
  const verb = said.findIndex((token) => token.pos === 'VERB' || token.pos === 'AUX')
  return verb > 0 && lower(said[verb - 1]) === 'to'
}

const unconfirmed = /^(?:unconfirmed|unverified|unsubstantiated|uncorroborated)$/

/** "said it was introducing a curfew": by saying so the source does it. */
function announcesItself(cue: readonly Token[], said: readonly Token[]): boolean {
  if (!cue.some((token) => /^(?:add|say|state|tell|write)$/.test(lemmaOf(token)))) return false
  if (!/^(?:it|they|he|she|we|i)$/.test(lower(said[0]))) return false
  const verb = said.findIndex((token, i) => i > 1 && i < 5 && measures.test(lemmaOf(token)))
  if (verb < 0) return false
  const before = said.slice(1, verb).map(lower).join(' ')
  return /ing$/.test(lower(said[verb]))
    ? /^(?:is|are|was|were|am)(?: \w+)?$/.test(before)
    : /^(?:will|would|shall)(?: \w+)?$/.test(before)
}

/** What bodies do by announcing it. */
const measures =
  /^(?:ban|cancel|close|cut|end|evacuate|expel|extend|halt|impose|introduce|launch|lift|open|postpone|raise|recall|reopen|resume|sanction|scrap|start|stop|suspend|withdraw)$/

/** "could be responsible", "were behind the raid" */
const blames = (said: readonly Token[]): boolean =>
  said.some((token, i) => /^(?:responsible|behind)$/.test(lower(token)) && said[i - 1]?.pos === 'AUX')

/** "laughed off the rumours", "brushed aside claims" */
const wavesAway = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, i) =>
      /^(?:brush|laugh|shrug|wave)$/.test(lemmaOf(token)) && /^(?:aside|away|off)$/.test(lower(tokens[i + 1]))
  )

function wordAct(tokens: readonly Token[]): Act {
  if (wavesAway(tokens)) return 'deny'
  let found: Act | undefined
  for (const token of tokens) {
    const lemma = lemmaOf(token)
    const word = lower(token)
    if (unconfirmed.test(word)) return 'cannot-verify'
    const act =
      (token.pos === 'NOUN' ? cueNouns.get(lemma) : undefined) ??
      cueVerbs.get(lemma)?.act ??
      furtherVerbs.get(lemma) ??
      cueNouns.get(lemma) ??
      hearsayAdverbs.get(word) ??
      (showingVerbs.has(lemma) ? 'other' : undefined)
    // "denied claims": the first word that tells more than "say" decides.
    if (act !== undefined && (found === undefined || found === 'assert')) found = act
  }
  return found ?? 'assert'
}

/** "It had nothing to do with the attacks." */
function deniesInContent(tokens: readonly Token[]): boolean {
  for (let at = 0; at + 3 < tokens.length; at++) {
    const word = lower(tokens[at])
    if (word === 'nothing' && lower(tokens[at + 1]) === 'to' && lower(tokens[at + 2]) === 'do') return true
    if (
      (word === 'no' || word === 'not') &&
      /^(?:involvement|involved|responsible|responsibility)$/.test(lower(tokens[at + 1]))
    )
      return true
  }
  return false
}

/** direct: all of it stands in quotation marks. mixed: some of it does. */
export function modeOf(content: readonly Span[], quotes: readonly Quote[], inner: readonly Span[]): Mode {
  const quoted = content.map((span) => {
    const within = overlapping(quotes, span)
    if (within.some((quote) => quote.start <= span.start + 1 && quote.end >= span.end - 1)) return 'all'
    const own = within.filter(
      (quote) =>
        quote.end - quote.start > 4 && !inner.some((each) => each.start <= quote.start && quote.end <= each.end)
    )
    const covered = own.reduce(
      (sum, quote) => sum + Math.min(quote.end, span.end) - Math.max(quote.start, span.start),
      0
    )
    return covered >= (span.end - span.start) * 0.97 ? 'all' : covered > 0 ? 'some' : 'none'
  })
  if (quoted.every((each) => each === 'all')) return 'direct'
  return quoted.every((each) => each === 'none') ? 'indirect' : 'mixed'
}

/** Negations inside the cue; hedging words in cue and content. Of each the tokens of its parts. */
export function hedgesOf(cue: readonly (readonly Token[])[], content: readonly (readonly Token[])[]): Hedge[] {
  const found: Hedge[] = []
  for (const tokens of cue) {
    for (const token of tokens)
      if (negations.has(token.lower) || /^(?:decline|refuse)$/.test(token.lemma)) found.push(hedge(token, 'negation'))
    addHedges(found, tokens)
  }
  for (const tokens of content) addHedges(found, tokens)
  return found.sort((a, b) => a.start - b.start)
}

function addHedges(found: Hedge[], tokens: readonly Token[]): void {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) continue
    if (hedgeWords.has(token.lower) && !(token.lower === 'may' && token.pos === 'PROPN'))
      found.push(hedge(token, 'hedge'))
    const first = token.lower === 'to' ? hedgingVerb(tokens, at) : undefined
    if (first !== undefined) found.push({ start: first.start, end: token.end, kind: 'hedge' })
  }
}

/** "appears to", "is believed to", "is said to": where the words before "to" begin, from the auxiliary on. */
function hedgingVerb(tokens: readonly Token[], to: number): Token | undefined {
  const verb = tokenAt(tokens, to - 1)
  if (verb === undefined) return undefined
  if (/^(?:appear|seem)$/.test(verb.lemma)) return verb
  if (!/^(?:alleged|believed|presumed|reported|rumou?red|said|suspected|thought|understood)$/.test(verb.lower))
    return undefined
  const be = tokenAt(tokens, to - 2)
  return be?.lemma === 'be' ? be : undefined
}

const hedge = (token: Token, kind: Hedge['kind']): Hedge => ({ start: token.start, end: token.end, kind })
