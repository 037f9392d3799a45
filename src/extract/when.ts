/** A candidate → the times at which what is told happened, and at which it was said. */
import type { Sentence, Span, Token, When } from '../model.js'
import type { Candidate } from './candidate.js'
import type { Around } from './participants.js'
import { firstWhere } from './reading.js'
import { type Time, timesIn } from './times.js'
import { lower } from './words.js'

const futureWords: ReadonlySet<string> = new Set(['will', 'shall', "'ll", '’ll', 'would'])

/** `said` are the tokens of each part of the content; `sentence` is the one that holds the cue. */
export function whenOf(
  around: Around,
  candidate: Candidate,
  said: readonly (readonly Token[])[],
  sentence: Sentence | undefined
): When[] {
  const { reading } = around
  const { published } = reading.prose.article
  const times: When[] = []
  for (const tokens of said) {
    const future = tokens.some((token) => futureWords.has(token.lower))
    for (const time of timesIn(tokens, published, future)) times.push(when(time, 'happened'))
  }
  const cue = candidate.cue[0]
  if (sentence !== undefined && cue !== undefined) {
    for (const span of sayingCircumstances(candidate, sentence))
      for (const time of timesIn(reading.tokensIn(span), published, false))
        if (time.from !== null || time.precision === 'vague' || published === null)
          // "Tomorrow they plan to meet": nothing that is reported has been said after the report.
          times.push(when(time, isAfter(time.from, published) ? 'happened' : 'said'))
  }
  return times.sort((a, b) => a.start - b.start || a.end - b.end)
}

const when = ({ start, end, from, to, precision }: Time, of: When['of']): When => ({
  start,
  end,
  from,
  to,
  precision,
  of
})

/** Of ISO dates, which may be months or years. */
const isAfter = (from: string | null, published: string | null): boolean =>
  from !== null && published !== null && from.slice(0, published.length) > published.slice(0, from.length)

const stopsAfter: ReadonlySet<string> = new Set([';', ':', '–', '—', '“', '"'])
const stopsBefore: ReadonlySet<string> = new Set([';', ':', '–', '—', '”', '"'])
const clausesAfter: ReadonlySet<string> = new Set('that and but after as while which who'.split(' '))
const clausesBefore: ReadonlySet<string> = new Set(
  'and but after before when while which who that as because although though'.split(' ')
)

/**
 * Where a sentence tells when something is said: right after the cue, and before the source where no other clause stands between.
 *
 *     On Monday the minister said late in the evening that …
 *     ^^^^^^^^^                   ^^^^^^^^^^^^^^^^^^^
 */
function sayingCircumstances(candidate: Candidate, sentence: Sentence): Span[] {
  const { tokens } = sentence
  const cue = candidate.cue[0]
  if (cue === undefined) return []
  const inContent = (token: Span): boolean => {
    for (const span of candidate.content) if (span.start < token.end && token.start < span.end) return true
    return false
  }
  const isCue = (token: Span): boolean => cue.start <= token.start && token.end <= cue.end
  const first = firstWhere(tokens, (token) => token.start >= cue.start)
  const spans: Span[] = []
  // After the cue, and after a source that follows it ("said the minister on Monday"), up to the next clause.
  const last = Math.max(
    cue.end,
    ...candidate.source.filter((span) => span.start < sentence.end).map((span) => span.end)
  )
  const next = firstWhere(tokens, (token) => token.start >= last)
  let to = next
  while (to < tokens.length && to - next < 14) {
    const token = tokens[to]
    if (token === undefined || inContent(token) || stopsAfter.has(token.text)) break
    if ((token.pos === 'VERB' || token.pos === 'AUX') && to > next) break
    if (clausesAfter.has(token.lower)) break
    to++
  }
  if (to > next) spans.push({ start: tokens[next]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 })
  let from = first
  let verbs = 0
  while (from > 0 && first - from < 40) {
    const token = tokens[from - 1]
    if (token === undefined || inContent(token) || stopsBefore.has(token.text) || clausesBefore.has(token.lower)) break
    if (token.pos === 'VERB' && !isCue(token)) verbs++
    // "Late on Monday it released a video showing …": a participle has its time from the clause it hangs on.
    if (verbs > (/ing$/.test(lower(tokens[first])) ? 1 : 0)) break
    from--
  }
  if (from < first) spans.push({ start: tokens[from]?.start ?? 0, end: tokens[first - 1]?.end ?? 0 })
  return spans
}
