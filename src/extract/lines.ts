/**
 * Attributions that lines make by how they are laid out: a quotation signed with a name, and the turns of an interview.
 *
 *     “We were never told.” — Ana Reis, teacher            REIS: We were never told.
 *     ^^^^^^^^^^^^^^^^^^^^^ ^ ^^^^^^^^^^^^^^^^^            ^^^^^ ^^^^^^^^^^^^^^^^^^^
 */
import { gather, gatherOnes } from '../gather.js'
import { beginsUpper, type Prose, type Quote } from '../language/index.js'
import type { Sentence, Span, Token } from '../model.js'
import { type Candidate, candidateOf } from './candidate.js'
import { cueVerbs } from './lexicon.js'
import { subjectBefore } from './phrases.js'
import { firstWhere } from './reading.js'
import { findVerbGroups } from './verbs.js'
import { isDash, isQuoteMark, spanOf } from './words.js'

/** A paragraph's tokens, over all its sentences of running text. */
type Line = readonly Token[]

export function findInLines(prose: Prose): Candidate[] {
  const lines = linesOf(prose.sentences)
  return [...signedQuotations(lines, prose.quotes), ...introduced(lines, prose.quotes), ...turns(lines)]
}

function linesOf(sentences: readonly Sentence[]): Line[] {
  const lines: Token[][] = []
  let paragraph = -1
  for (const sentence of sentences) {
    if (sentence.mark !== null) continue
    if (sentence.paragraph !== paragraph) lines.push([])
    paragraph = sentence.paragraph
    const line = lines[lines.length - 1]
    for (const token of sentence.tokens) line?.push(token)
  }
  return lines
}

const longestSignature = 14

/** The line is one quotation and, after a dash, who says it; the dash may begin a line of its own. */
function signedQuotations(lines: readonly Line[], quotes: readonly Quote[]): Candidate[] {
  return gather(lines, (line, i): Candidate[] => {
    const dash = lastDash(line)
    if (dash < 0) return []
    const from = line[dash]
    const last = line[line.length - 1]
    if (from === undefined || last === undefined || line.length - dash - 1 > longestSignature) return []
    const quoted = dash > 0 ? line.slice(0, dash) : (lines[i - 1] ?? [])
    const quote = wholeQuote(quoted, quotes)
    const name = line.slice(dash + 1).filter((token) => token.text !== '.')
    const first = name[0]
    const end = name[name.length - 1]
    if (quote === undefined || first === undefined || end === undefined || !isSignature(name)) return []
    return [
      candidateOf({
        rule: 'signed-quotation',
        cue: [{ start: from.start, end: from.end }],
        source: [{ start: first.start, end: end.end }],
        content: [quote],
        probability: 0.8
      })
    ]
  })
}

/** No signature begins before that. -1 where there is none. */
function lastDash(line: Line): number {
  for (let at = line.length - 1; at >= 0 && line.length - at - 1 <= longestSignature; at--)
    if (isDash(line[at]) || line[at]?.text === '―') return at
  return -1
}

/** A name: it begins with a capital, and no verb makes a sentence of it. */
const isSignature = (name: readonly Token[]): boolean =>
  beginsUpper(name[0]?.text ?? '') &&
  name[0]?.pos !== 'DET' &&
  !name.some((token) => isQuoteMark(token) || token.pos === 'AUX' || /^[:;?!]$/.test(token.text))

/** The quotation that fills a line, from its first token to its last. */
function wholeQuote(line: Line, quotes: readonly Quote[]): Span | undefined {
  const first = line[0]
  const last = line[line.length - 1]
  if (first === undefined || last === undefined) return undefined
  const quote = quotes[firstWhere(quotes, (each) => each.start >= first.start)]
  return quote?.start === first.start && quote.closed && quote.end === last.end
    ? { start: quote.start, end: quote.end }
    : undefined
}

/**
 * A line that ends with a colon, and the quotation that it announces as the next one.
 *
 *     The mayor wrote on her page:
 *     “We were never told.”
 */
function introduced(lines: readonly Line[], quotes: readonly Quote[]): Candidate[] {
  return gather(lines, (line, i): Candidate[] => {
    if (line[line.length - 1]?.text !== ':') return []
    const quote = wholeQuote(lines[i + 1] ?? [], quotes)
    const start = line.findLastIndex((token, at) => at < line.length - 1 && /^[.!?;]$/.test(token.text)) + 1
    const tokens = line.slice(start, -1)
    const cue = findVerbGroups(tokens).findLast(
      (group) => cueVerbs.get(group.lemma)?.frames.includes('q') === true && !group.passive && !group.infinitive
    )
    const subject = cue && !cue.participle ? subjectBefore(tokens, cue.first) : undefined
    const source = subject && spanOf(tokens, subject.first, subject.last)
    const words = cue && spanOf(tokens, cue.first, cue.main)
    if (quote === undefined || source === undefined || words === undefined) return []
    return [
      candidateOf({
        rule: 'introduced-quotation',
        cue: [words],
        source: [source],
        content: [quote],
        probability: 0.8
      })
    ]
  })
}

interface Turn {
  readonly label: string
  readonly source: Span
  readonly colon: Token
  readonly content: Span
}

/** An interview needs this many turns; a list or a table has labels too, but they do not come back. */
const fewestTurns = 3

function turns(lines: readonly Line[]): Candidate[] {
  const found = gatherOnes(lines, turnOf)
  const counts = new Map<string, number>()
  for (const { label } of found) counts.set(label, (counts.get(label) ?? 0) + 1)
  const speakers = [...counts].filter(([, count]) => count > 1)
  if (found.length < fewestTurns || speakers.length === 0 || counts.size < 2) return []
  // Who speaks only once in an interview is written as the others are.
  const capitals = speakers.every(([label]) => label === label.toUpperCase())
  return found
    .filter(({ label }) => (counts.get(label) ?? 0) > 1 || (capitals && label === label.toUpperCase()))
    .map(({ source, colon, content }) =>
      candidateOf({
        rule: 'turn',
        cue: [{ start: colon.start, end: colon.end }],
        source: [source],
        content: [content],
        probability: 0.8
      })
    )
}

function turnOf(line: Line): Turn | undefined {
  const begin = isQuoteMark(line[0]) ? 1 : 0
  const colon = line.slice(0, begin + 6).findIndex((token) => token.text === ':')
  if (colon < 0) return undefined
  const name = line.slice(begin, colon)
  const first = name[0]
  const end = name[name.length - 1]
  const mark = line[colon]
  const from = line[colon + 1]
  const to = line[line.length - 1]
  if (first === undefined || end === undefined || mark === undefined || from === undefined || to === undefined)
    return undefined
  if (!name.every((token) => /^\p{Lu}[\p{L}.'’]*$/u.test(token.text))) return undefined
  return {
    label: name.map((token) => token.text).join(' '),
    source: { start: first.start, end: end.end },
    colon: mark,
    content: { start: from.start, end: to.end }
  }
}
