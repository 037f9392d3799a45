/**
 * Predicted statements against annotated attributions → precision, recall and F1, the same figures as `score_attribution.py`.
 *
 * Two views: `all` counts every gold attribution; `speech` only those whose cue holds a reporting word or whose content is quoted,
 * and there a prediction that stands for any other gold is left out.
 */
import { mapOffsets } from '../offsets.js'
import { align, countShared, findWords, sourcesAgree, toWordSets, type WordSets } from './alignment.js'
import type { Attribution, Pair } from './brat.js'
import { type Kind, kindNames, kindOf } from './kinds.js'

export const viewNames = ['all', 'speech'] as const
export type View = (typeof viewNames)[number]

export interface Figure {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface AttributionScore {
  readonly gold: number
  readonly predicted: number
  readonly statement: Figure
  readonly contentExact: Figure
  readonly content: Figure
  readonly source: Figure
  readonly cue: Figure
}

export interface AnnotatedArticle {
  readonly doc: string
  readonly text: string
  /** Offsets in code points, as in the files. */
  readonly gold: readonly Attribution[]
  readonly predicted: readonly Attribution[]
}

/** An attribution that was missed, that nobody annotated, or whose content or source is another than the annotated one's. */
export interface AttributionError {
  readonly kind: 'missed' | 'spurious' | 'differs'
  readonly doc: string
  readonly attribution: Attribution
  /** What was found in place of an attribution that differs. */
  readonly found?: Attribution
}

export interface AttributionResult {
  readonly views: Readonly<Record<View, AttributionScore>>
  /** Statements of the view `speech` by how their content is told, of the annotation for recall and of what was found for precision. */
  readonly kinds: Readonly<Record<Kind, Figure & { readonly gold: number }>>
  /** The share of right sources among the statements of `speech` whose content was found: of half of both contents' words at least. */
  readonly speaker: number
  /** For each article, in their order: which predictions are right, in theirs. */
  readonly right: readonly (readonly boolean[])[]
  /** In the view `speech`. */
  readonly errors: readonly AttributionError[]
}

const reporting =
  /(?<![\p{L}\p{N}_])(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|accord(?:s|ed|ing)|wr(?:ite|ites|ote|iting|itten)|tweet[\p{L}\p{N}_]*|add(?:s|ed|ing)?|claim[\p{L}\p{N}_]*|ask(?:s|ed|ing)?|argu[\p{L}\p{N}_]+|announc[\p{L}\p{N}_]+|declar[\p{L}\p{N}_]+|not(?:es|ed|ing)|stat(?:es|ed|ing|ement)|insist[\p{L}\p{N}_]*|report(?:s|ed|ing)|suggest[\p{L}\p{N}_]*|den(?:y|ies|ied|ying)|expla[\p{L}\p{N}_]+|warn[\p{L}\p{N}_]*|vow[\p{L}\p{N}_]*|urg[\p{L}\p{N}_]+|continued|testif[\p{L}\p{N}_]+|repl[\p{L}\p{N}_]+|respond[\p{L}\p{N}_]*|recall[\p{L}\p{N}_]*|acknowledg[\p{L}\p{N}_]+|conced[\p{L}\p{N}_]+|quot[\p{L}\p{N}_]+|cit[\p{L}\p{N}_]+|describ[\p{L}\p{N}_]+|call(?:s|ed|ing)|alleg[\p{L}\p{N}_]+|assert[\p{L}\p{N}_]*|conclud[\p{L}\p{N}_]+|predict[\p{L}\p{N}_]*|promis[\p{L}\p{N}_]+|pledg[\p{L}\p{N}_]+|reveal[\p{L}\p{N}_]*|admit[\p{L}\p{N}_]*|accus[\p{L}\p{N}_]+|confirm[\p{L}\p{N}_]*|observ[\p{L}\p{N}_]+|remark[\p{L}\p{N}_]*|comment[\p{L}\p{N}_]*)(?![\p{L}\p{N}_])|:/iu
const mark = /["“”]/

/** Does the cue hold a reporting word, or is the content quoted? Offsets are UTF-16. */
export function isSpeech(text: string, attribution: Attribution): boolean {
  const words = (spans: readonly Pair[]): string => spans.map(([start, end]) => text.slice(start, end)).join(' ')
  if (reporting.test(words(attribution.cue)) || mark.test(words(attribution.content))) return true
  // A content at the very start of a text counts as quoted: so does the Python scorer have it.
  return attribution.content.some(
    ([start, end]) => start === 0 || /["“]/.test(text.charAt(start - 1)) || /["”]/.test(text.charAt(end))
  )
}

class Tally {
  gold = 0
  predicted = 0
  statement = 0
  exact = 0
  readonly inGold = { source: 0, cue: 0, content: 0 }
  readonly inPredicted = { source: 0, cue: 0, content: 0 }
  readonly inBoth = { source: 0, cue: 0, content: 0 }

  finish(): AttributionScore {
    const part = (name: 'source' | 'cue' | 'content'): Figure =>
      figure(this.inBoth[name], this.inPredicted[name], this.inGold[name])
    return {
      gold: this.gold,
      predicted: this.predicted,
      statement: figure(this.statement, this.predicted, this.gold),
      contentExact: figure(this.exact, this.predicted, this.gold),
      content: part('content'),
      source: part('source'),
      cue: part('cue')
    }
  }
}

export function figure(right: number, predicted: number, gold: number): Figure {
  const precision = predicted > 0 ? right / predicted : 0
  const recall = gold > 0 ? right / gold : 0
  return { precision, recall, f1: harmonic(precision, recall) }
}

const harmonic = (a: number, b: number): number => (a + b > 0 ? (2 * a * b) / (a + b) : 0)

const partNames = ['source', 'cue', 'content'] as const

export function scoreAttributions(articles: readonly AnnotatedArticle[]): AttributionResult {
  const tallies = { all: new Tally(), speech: new Tally() }
  const errors: AttributionError[] = []
  const right: boolean[][] = []
  const kinds = new Map(kindNames.map((kind) => [kind, { gold: 0, predicted: 0, recalled: 0, right: 0 }]))
  const sources = { all: 0, right: 0 }
  for (const article of articles) {
    const { text, doc } = article
    const map = mapOffsets(text)
    const inText = (attribution: Attribution): Attribution => toUtf16(attribution, map.toUtf16)
    const words = findWords(text)
    const gold = article.gold.map((each) => toWordSets(words, inText(each)))
    const predicted = article.predicted.map((each) => toWordSets(words, inText(each)))
    const speech = article.gold.map((each) => isSpeech(text, inText(each)))
    const goldKinds = article.gold.map((each) => kindOf(text, inText(each)))
    const predictedKinds = article.predicted.map((each) => kindOf(text, inText(each)))
    const { ofGold, ofPredicted } = align(gold, predicted)
    const isRight = predicted.map((each, j) => {
      const match = ofPredicted.get(j)
      const other = gold[match?.other ?? -1]
      return match !== undefined && other !== undefined && match.overlap >= 0.5 && sourcesAgree(other, each)
    })
    right.push(isRight)
    for (const view of viewNames) {
      const tally = tallies[view]
      const counts = (i: number): boolean => view === 'all' || speech[i] === true
      gold.forEach((each, i) => {
        if (!counts(i)) return
        tally.gold++
        const kind = view === 'speech' ? kinds.get(goldKinds[i] ?? 'indirect') : undefined
        if (kind) kind.gold++
        for (const part of partNames) tally.inGold[part] += each[part].size
        const match = ofGold.get(i)
        const other = match && predicted[match.other]
        if (match === undefined || other === undefined) {
          const missed = article.gold[i]
          if (view === 'speech' && missed) errors.push({ kind: 'missed', doc, attribution: missed })
          return
        }
        for (const part of partNames) tally.inBoth[part] += countShared(each[part], other[part])
        if (sameSet(each.content, other.content)) tally.exact++
        if (view === 'speech' && match.overlap >= 0.5) {
          sources.all++
          if (sourcesAgree(each, other)) sources.right++
        }
        if (kind && isRight[match.other]) kind.recalled++
        if (isRight[match.other]) tally.statement++
        else if (view === 'speech') {
          const [attribution, found] = [article.gold[i], article.predicted[match.other]]
          if (attribution && found) errors.push({ kind: 'differs', doc, attribution, found })
        }
      })
      predicted.forEach((each, j) => {
        const match = ofPredicted.get(j)
        if (view === 'speech' && match !== undefined && !counts(match.other)) return
        tally.predicted++
        const kind = view === 'speech' ? kinds.get(predictedKinds[j] ?? 'indirect') : undefined
        if (kind) {
          kind.predicted++
          if (isRight[j]) kind.right++
        }
        for (const part of partNames) tally.inPredicted[part] += each[part].size
        const spurious = article.predicted[j]
        if (match === undefined && view === 'speech' && spurious) {
          errors.push({ kind: 'spurious', doc, attribution: spurious })
        }
      })
    }
  }
  const byKind = (name: Kind): Figure & { readonly gold: number } => {
    const { gold = 0, predicted = 0, recalled = 0, right: hits = 0 } = kinds.get(name) ?? {}
    const precision = predicted > 0 ? hits / predicted : 0
    const recall = gold > 0 ? recalled / gold : 0
    return { gold, precision, recall, f1: harmonic(precision, recall) }
  }
  return {
    views: { all: tallies.all.finish(), speech: tallies.speech.finish() },
    kinds: { direct: byKind('direct'), mixed: byKind('mixed'), indirect: byKind('indirect') },
    speaker: sources.all === 0 ? 0 : sources.right / sources.all,
    right,
    errors
  }
}

export function toUtf16(attribution: Attribution, convert: (offset: number) => number): Attribution {
  const pairs = (spans: readonly Pair[]): Pair[] => spans.map(([start, end]) => [convert(start), convert(end)])
  return { source: pairs(attribution.source), cue: pairs(attribution.cue), content: pairs(attribution.content) }
}

const sameSet = (a: WordSets['content'], b: WordSets['content']): boolean =>
  a.size === b.size && countShared(a, b) === a.size
