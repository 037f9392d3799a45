/**
 * Articles as sets of numbers → which repeats which: word for word (reprint) or in other words (rewrite).
 *
 * Candidates meet under MinHash bands of their sentences, so that work grows with the articles that are alike, not with the
 * square of all. The direction comes from dates, credits and containment, and is given with its reason. An article is
 * given one original: the one that holds most of it.
 */
import type { ArticleId, ArticleRecord, Copy } from '../model.js'
import { nameKey } from '../names/key.js'
import { bucketsOf } from './buckets.js'
import { ownTexts } from './detached.js'
import { NumberSet } from './numberSet.js'
import { byText, groupBy, sortBy } from './order.js'
import type { Copied } from './propositions.js'
import { type SentenceIndex, sentenceIndexOf } from './sentenceIndex.js'
import {
  bandCount,
  bandKeys,
  type SentenceCard,
  type SentenceCards,
  sentenceAt,
  sentenceCardsOf,
  shinglesOf,
  unpacked
} from './sentences.js'

export interface ArticleCard {
  readonly id: ArticleId
  /** Up to the day; empty if unknown. */
  readonly published: string
  readonly publisher: string
  /** Outlets that the article prints or credits, as keys of their names. */
  readonly credits: readonly string[]
  readonly sentences: SentenceCards
}

export interface ArticlePair {
  readonly a: ArticleCard
  readonly b: ArticleCard
}

/** A bucket with more sentences links each only to its first few and its neighbours. */
const crowded = 24
/** Articles with fewer sentences in common are no candidates, unless they have no more. */
const fewestShared = 3

export function articleCardOf(record: ArticleRecord): ArticleCard {
  const { article } = record
  const outlets = new Set(record.entities.filter((entity) => entity.type === 'outlet').map((entity) => entity.id))
  const credits = new Set<string>()
  for (const entity of record.entities)
    if (outlets.has(entity.id)) for (const name of [entity.name, ...entity.otherNames]) credits.add(nameKey(name))
  for (const mark of article.marks)
    if (mark.kind === 'credit' && mark.value !== undefined) credits.add(nameKey(mark.value))
  return {
    id: article.id,
    published: (article.published ?? '').slice(0, 10),
    publisher: nameKey(article.publisher ?? ''),
    credits: [...credits],
    sentences: sentenceCardsOf(record)
  }
}

/** A sentence under a key, with what orders it among those of other articles. */
export interface Place {
  readonly article: ArticleId
  readonly published: string
  readonly sentence: number
  /** How many sentences its article has that can be compared. */
  readonly of: number
}

/** Two articles that have a sentence under one key; the earlier one's sentence. */
export interface Meeting {
  readonly a: Place
  readonly b: Place
}

/** The keys under which an article's sentences meet those of others, by band. */
export function copyKeys(card: ArticleCard): { readonly sentence: number; readonly keys: readonly number[] }[] {
  return unpacked(card.sentences).flatMap((sentence) =>
    canBeCompared(sentence) ? [{ sentence: sentence.number, keys: bandKeys(sentence) }] : []
  )
}

function canBeCompared({ stems }: SentenceCard): boolean {
  return stems.length > 2
}

/** The meetings under one key, whatever the order of its places. */
export function meetingsOf(places: readonly Place[]): Meeting[] {
  const ordered = sortBy(
    places,
    (place) => place.published,
    (place) => place.article,
    (place) => place.sentence
  )
  return pairsOf(ordered).flatMap(([a, b]) => (a.article === b.article ? [] : [{ a, b }]))
}

/** Are two articles worth comparing, having so many sentences of the earlier one under common keys? */
export function isCandidate(shared: number, a: number, b: number): boolean {
  return shared >= Math.min(fewestShared, a, b)
}

/** Pairs of articles worth comparing, each once, in a fixed order. */
export function findCandidates(cards: readonly ArticleCard[]): ArticlePair[] {
  const ordered = sortBy(
    cards,
    (card) => card.published,
    (card) => card.id
  )
  const starts: number[] = []
  let size = 0
  for (const { sentences } of ordered) {
    starts.push(size)
    size += sentences.length
  }
  const articleOf = new Int32Array(size)
  const isUsed = new Uint8Array(size)
  const keys = new Uint32Array(size * bandCount)
  for (const [article, { sentences }] of ordered.entries()) {
    for (let i = 0; i < sentences.length; i++) {
      const place = (starts[article] ?? 0) + i
      const sentence = sentenceAt(sentences, i)
      articleOf[place] = article
      if (!canBeCompared(sentence)) continue
      isUsed[place] = 1
      keys.set(bandKeys(sentence), place * bandCount)
    }
  }
  // A sentence of the earlier article with the later article.
  const met = new NumberSet()
  for (let band = 0; band < bandCount; band++) {
    for (const bucket of bucketsOf(size, (place) =>
      isUsed[place] === 1 ? [keys[place * bandCount + band] ?? 0] : []
    )) {
      for (const [left, right] of pairsOf(bucket)) {
        const later = articleOf[right] ?? 0
        if (articleOf[left] !== later) met.add(left * ordered.length + later)
      }
    }
  }
  const found: ArticlePair[] = []
  const numbers = met.sorted()
  for (let at = 0, article = 0; at < numbers.length; article++) {
    const end = ((starts[article] ?? 0) + (ordered[article]?.sentences.length ?? 0)) * ordered.length
    const shared = new Map<number, number>()
    for (; (numbers[at] ?? end) < end; at++) {
      const later = (numbers[at] ?? 0) % ordered.length
      shared.set(later, (shared.get(later) ?? 0) + 1)
    }
    for (const [later, count] of sortBy(shared, ([number]) => number)) {
      const [a, b] = [ordered[article], ordered[later]]
      if (a !== undefined && b !== undefined && isCandidate(count, a.sentences.length, b.sentences.length))
        found.push({ a, b })
    }
  }
  return found
}

/** In their order: all pairs of a small bucket; of a crowded one each with the first three and the one before. */
function pairsOf<Place>(bucket: readonly Place[]): [Place, Place][] {
  const pairs: [Place, Place][] = []
  for (const [i, right] of bucket.entries()) {
    for (let j = 0; j < i; j++) {
      // What lies between is passed over at once.
      if (bucket.length > crowded && j > 2 && j < i - 1) j = i - 1
      const left = bucket[j]
      if (left !== undefined) pairs.push([left, right])
    }
  }
  return pairs
}

interface Overlap {
  /** Share of the words of `from` that stand in the other in the same order. */
  readonly verbatim: number
  /** Share of its words in sentences that have a counterpart. */
  readonly aligned: number
  readonly pairs: readonly (readonly [number, number])[]
}

function overlapOf(from: ArticleCard, index: SentenceIndex): Overlap {
  let words = 0
  let verbatim = 0
  let aligned = 0
  const pairs: [number, number][] = []
  for (let i = 0; i < from.sentences.length; i++) {
    const sentence = sentenceAt(from.sentences, i)
    const shingles = shinglesOf(sentence.words)
    words += sentence.words.length
    if (index.countShingles(shingles) / Math.max(1, shingles.length) >= 0.6) verbatim += sentence.words.length
    const [partner, likeness] = index.bestPartner(sentence.stems)
    if (likeness < 0.4) continue
    aligned += sentence.words.length
    pairs.push([sentence.number, partner])
  }
  return { verbatim: verbatim / Math.max(1, words), aligned: aligned / Math.max(1, words), pairs }
}

/** Compares a pair; null where neither repeats the other. */
export function matchArticles(
  { a, b }: ArticlePair,
  indexOf: (card: ArticleCard) => SentenceIndex = (card) => sentenceIndexOf(card.sentences)
): (Copy & { readonly score: number }) | null {
  const forth = overlapOf(a, indexOf(b))
  const back = overlapOf(b, indexOf(a))
  const reprint = Math.max(forth.verbatim, back.verbatim)
  const rewrite = Math.max(forth.aligned, back.aligned)
  const shared = Math.max(forth.pairs.length, back.pairs.length)
  if (reprint < 0.5 && rewrite < 0.45) return null
  if (shared < 3 && reprint < 0.8) return null
  const [isForth, reason] = directionOf(a, b, forth, back)
  const overlap = isForth ? forth : back
  const kind = reprint >= 0.5 ? 'reprint' : 'rewrite'
  // What is no more than a part of a longer text need not come from it.
  if (kind === 'rewrite' && overlap.aligned < 0.45) return null
  const percent = Math.round(100 * (kind === 'reprint' ? overlap.verbatim : overlap.aligned))
  const share =
    kind === 'reprint'
      ? `${percent} % of its words stand there in the same order`
      : `${percent} % of its words are in sentences that have a counterpart there`
  return {
    from: isForth ? a.id : b.id,
    of: isForth ? b.id : a.id,
    kind,
    sentences: overlap.pairs,
    reason: `${share}; ${reason}`,
    score: overlap.verbatim + overlap.aligned
  }
}

/** Is `a` the one that copies? Dates first, then credits, then which holds more of the other. */
function directionOf(a: ArticleCard, b: ArticleCard, forth: Overlap, back: Overlap): [boolean, string] {
  if (a.published !== '' && b.published !== '' && a.published.slice(0, 10) !== b.published.slice(0, 10)) {
    return [a.published > b.published, 'it is the later one']
  }
  const creditsB = b.publisher !== '' && a.credits.includes(b.publisher) && a.publisher !== b.publisher
  const creditsA = a.publisher !== '' && b.credits.includes(a.publisher) && a.publisher !== b.publisher
  if (creditsA !== creditsB) return [creditsB, 'it credits the other’s publisher']
  const ahead = forth.verbatim + forth.aligned - back.verbatim - back.aligned
  if (Math.abs(ahead) > 0.05) return [ahead > 0, 'it is contained in the longer one']
  return [byText(a.id, b.id) > 0, 'which came first is not known']
}

/** An index is several times as large as its card; those of a story are used again soon. */
const mostIndexes = 64

/** Each article keeps the one original that holds most of it; circles are cut. */
export function findCopies(cards: readonly ArticleCard[]): Copy[] {
  const indexes = new Map<ArticleCard, SentenceIndex>()
  const indexOf = (card: ArticleCard): SentenceIndex => {
    const index = indexes.get(card) ?? sentenceIndexOf(card.sentences)
    // What was used last stands last.
    indexes.delete(card)
    indexes.set(card, index)
    const [oldest] = indexes.keys()
    if (indexes.size > mostIndexes && oldest !== undefined) indexes.delete(oldest)
    return index
  }
  const found = findCandidates(cards).flatMap((pair) => matchArticles(pair, indexOf) ?? [])
  const pairOf = sharedPairs()
  return chooseOriginals(found).map((copy) => ({ ...copy, sentences: copy.sentences.map(pairOf) }))
}

/** Most pairs of sentences come again in many copies, and are held once. */
function sharedPairs(): (pair: readonly [number, number]) => readonly [number, number] {
  const known = new Map<number, readonly [number, number]>()
  return (pair) => {
    const number = pair[0] * 2 ** 26 + pair[1]
    const found = known.get(number) ?? pair
    known.set(number, found)
    return found
  }
}

/** Begins to look for copies; what it gives waits for the end. For whoever has another thread for it. */
export type CopySearch = (cards: readonly ArticleCard[]) => () => readonly Copy[]

export const searchHere: CopySearch = (cards) => {
  const found = findCopies(cards)
  return () => found
}

export function chooseOriginals(found: readonly (Copy & { readonly score: number })[]): Copy[] {
  const originalOf = new Map<ArticleId, ArticleId>()
  const chosen: Copy[] = []
  const byFrom = groupBy(found, (copy) => copy.from)
  for (const [from, copies] of sortBy(byFrom, ([id]) => id)) {
    for (const copy of sortBy(
      copies,
      (each) => -each.score,
      (each) => each.of
    )) {
      if (leadsTo(copy.of, from, originalOf)) continue
      originalOf.set(from, copy.of)
      const { score: _score, ...kept } = copy
      chosen.push(kept)
      break
    }
  }
  return chosen
}

function leadsTo(start: ArticleId, goal: ArticleId, originalOf: ReadonlyMap<ArticleId, ArticleId>): boolean {
  for (let at: ArticleId | undefined = start; at !== undefined; at = originalOf.get(at)) if (at === goal) return true
  return false
}

/** What of each article that copies or is copied was copied from where, in the end. */
export function copiedIn(copies: readonly Copy[]): ReadonlyMap<ArticleId, Copied> {
  const originalOf = new Map(copies.map((copy) => [copy.from, copy.of]))
  const ofSentence = new Map<string, string>()
  const own = ownTexts()
  const sentenceOf = (article: ArticleId, number: number): string => own(`${article} ${number}`)
  const found = new Map<ArticleId, { readonly article: ArticleId; readonly sentences: Map<number, string> }>()
  const sentencesOf = (article: ArticleId): Map<number, string> => {
    const known = found.get(article)?.sentences ?? new Map<number, string>()
    found.set(article, { article: endOf(article, originalOf), sentences: known })
    return known
  }
  for (const { from, of, sentences } of copies) {
    for (const [mine, theirs] of sentences) ofSentence.set(sentenceOf(from, mine), sentenceOf(of, theirs))
  }
  for (const { from, of, sentences } of copies) {
    for (const [mine, theirs] of sentences) {
      sentencesOf(from).set(mine, endOf(sentenceOf(from, mine), ofSentence))
      sentencesOf(of).set(theirs, endOf(sentenceOf(of, theirs), ofSentence))
    }
    sentencesOf(from)
  }
  return found
}

/** Copies do not go round in circles. */
function endOf<Id extends string>(start: Id, next: ReadonlyMap<Id, Id>): Id {
  let at = start
  for (let step = next.get(at); step !== undefined; step = next.get(at)) at = step
  return at
}
