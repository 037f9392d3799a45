/**
 * Tokens and wink-nlp's sentence starts → sentences, with its known faults mended.
 *
 * A sentence ends where its paragraph or a piece of metadata ends; it never starts with a comma, a closing mark or a
 * small letter; a quotation stays with its "he said"; a heading in capitals stands alone.
 */
import { gather } from '../gather.js'
import type { Mark, Sentence, Span, Token } from '../model.js'
import type { Quote } from './quotes.js'
import { sayingVerbs } from './sayingVerbs.js'

export interface SplitInput {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly tokens: readonly Token[]
  /** Token indices at which wink-nlp begins a sentence. */
  readonly starts: readonly number[]
  readonly paragraphs: readonly Span[]
  readonly quotes: readonly Quote[]
}

export function splitSentences(input: SplitInput): Sentence[] {
  const { text, marks, tokens, paragraphs } = input
  const proposed = new Set(input.starts)
  const edges = new Set(gather(marks, (mark) => [mark.start, mark.end]))
  const quoteAt = new Map(input.quotes.map((quote) => [quote.end, quote]))
  const sentences: Sentence[] = []
  let from = 0
  let paragraph = 0
  const close = (to: number): void => {
    const first = tokens[from]
    const last = tokens[to - 1]
    if (first !== undefined && last !== undefined) {
      const { start } = first
      const { end } = last
      const mark = marks.find((each) => each.start <= start && end <= each.end)
      sentences.push({ start, end, tokens: tokens.slice(from, to), paragraph, mark: mark?.kind ?? null })
    }
    from = to
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined) break
    const newParagraph = token.start >= (paragraphs[paragraph]?.end ?? text.length)
    if (i > from) {
      const previous = tokens[i - 1]
      const forced = newParagraph || crosses(edges, previous?.end ?? 0, token.start)
      if (forced || endsHere(tokens, i, from, proposed.has(i), quoteAt)) close(i)
    }
    while (token.start >= (paragraphs[paragraph]?.end ?? text.length) && paragraph < paragraphs.length - 1) paragraph++
  }
  close(tokens.length)
  return sentences
}

/** Whether a mark begins or ends between two tokens. Gaps are short, but a hostile one may not be. */
function crosses(edges: ReadonlySet<number>, from: number, to: number): boolean {
  if (to - from > edges.size) {
    for (const edge of edges) if (edge >= from && edge <= to) return true
    return false
  }
  for (let at = from; at <= to; at++) if (edges.has(at)) return true
  return false
}

/** Does a sentence end before token `i`? `from` is its first token. */
function endsHere(
  tokens: readonly Token[],
  i: number,
  from: number,
  proposed: boolean,
  quoteAt: ReadonlyMap<number, Quote>
): boolean {
  const token = tokens[i]
  const previous = tokens[i - 1]
  if (token === undefined || previous === undefined) return false
  if (headingEnds(tokens, from, i)) return true
  const quote = quoteAt.get(previous.end)
  // Most tokens are no end to anybody: no need to look further.
  if (!proposed && quote === undefined && !previous.text.endsWith('.')) return false
  if (continuesSentence(token)) return false
  const stopped = quote === undefined ? previous : tokens[i - 2]
  if (quote !== undefined) {
    if (stopped === undefined || !/[.!?…]$/.test(stopped.text)) return proposed && /[.!?…]$/.test(previous.text)
    // "Stop!" he said. / "Why?" asked Ms. Lee. / "No." Then he left.
    return !isTag(tokens, i, stopped.text.endsWith('.'))
  }
  if (insideBrackets(tokens, i, from)) return false
  if (proposed) return !/^(?:[,;:–—-]|--)$/.test(previous.text)
  // wink-nlp takes "no." for an abbreviation of "number".
  return (
    /^(?:no|so|do|go|us|it|me|in|war)\.$/i.test(previous.text) && /^\p{Lu}/u.test(token.text) && !/^\d/.test(token.text)
  )
}

/** A word or mark that no sentence begins with. */
function continuesSentence(token: Token): boolean {
  if (/^[,;:)\]}”’»%.!?…]/.test(token.text)) return true
  return /^\p{Ll}/u.test(token.text) && !/^(?:i[A-Z]|e[A-Z])/.test(token.text)
}

const dayName = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/

/** "(D-N.Y.)": an abbreviation in brackets ends no sentence. */
function insideBrackets(tokens: readonly Token[], i: number, from: number): boolean {
  const reach = 12
  const bracket = (at: number): string => {
    const text = tokens[at]?.text
    return text === '(' || text === ')' ? text : ''
  }
  let open = i - 1
  while (open > from && i - open < reach && bracket(open) === '') open--
  if (bracket(open) !== '(') return false
  let close = i
  while (close < tokens.length && close - i < reach && bracket(close) === '') close++
  return bracket(close) === ')'
}

/**
 * Is what starts at token `i` the "he said" of the quotation before it? After a full stop inside the marks only a bare one is, and
 * a capital "He" begins a sentence of its own.
 */
function isTag(tokens: readonly Token[], i: number, fullStop: boolean): boolean {
  if (/^(?:He|It|She|They|We)$/.test(tokens[i]?.text ?? '')) return false
  for (let at = i; at < Math.min(tokens.length, i + 12); at++) {
    const token = tokens[at]
    if (token === undefined) return false
    if (sayingVerbs.has(token.lemma)) {
      const after = tokens[at + 1]
      const bare = after === undefined || /^[.!?]$/.test(after.text) || dayName.test(after.text)
      if (fullStop && at > i) return bare
      const free =
        bare ||
        /^[,;:]$/.test(after.text) ||
        after.pos === 'ADP' ||
        (after.text === 'to' && /^(?:PRON|PROPN)$/.test(tokens[at + 2]?.pos ?? '')) ||
        after.pos === 'ADV' ||
        (after.pos === 'PRON' && /^(?:him|her|them|us|me)$/i.test(after.text))
      return free || at === i
    }
    if (token.pos === 'VERB' || token.pos === 'AUX' || /^["“.!?;:]$/.test(token.text)) return false
  }
  return false
}

/** A run of capitals that was a heading, before a sentence that begins as sentences do. */
function headingEnds(tokens: readonly Token[], from: number, i: number): boolean {
  const next = tokens[i]
  if (next === undefined || i - from < 3) return false
  // Nearly every word ends in a small letter: no need to look further.
  const before = tokens[i - 1]?.text ?? ''
  const last = before.charCodeAt(before.length - 1)
  if (last >= 97 && last <= 122) return false
  let words = 0
  let letters = 0
  for (let at = i - 1; at >= from && i - at < 40; at--) {
    const text = tokens[at]?.text ?? ''
    if (hasSmallLetter(text)) return false
    if (!/\p{L}/u.test(text)) continue
    words++
    letters += text.length
  }
  return words >= 3 && letters / words >= 3.5 && beginsSentence(tokens, i)
}

function hasSmallLetter(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 97 && unit <= 122) return true
    if (unit >= 128) return /\p{Ll}/u.test(text)
  }
  return false
}

/** As sentences do that stand after a heading: "The", "A", “The. */
function beginsSentence(tokens: readonly Token[], i: number): boolean {
  const capitalised = (text: string): boolean => /^\p{Lu}\p{Ll}/u.test(text)
  const text = tokens[i]?.text ?? ''
  return text === '"' || text === '“'
    ? capitalised(tokens[i + 1]?.text ?? '')
    : /^[AI]$/.test(text) || capitalised(text)
}
