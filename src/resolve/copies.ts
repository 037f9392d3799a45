/**
 * Articles as sets of numbers → which repeats which: word for word (reprint) or in other words (rewrite).
 *
 * Candidates meet under MinHash bands of their sentences, so that work grows with the articles that are alike, not with the
 * square of all. The direction comes from dates, credits and containment, and is given with its reason. An article is
 * given one original: the one that holds most of it.
 */
import type { ArticleId, ArticleRecord, Copy } from '../model.js'
import { nameKey } from '../names/key.js'
import { addTo, byText, groupBy, sortBy } from './order.js'
import type { Copied } from './propositions.js'
import { bandKeys, type SentenceCard, sentenceCardsOf, shinglesOf } from './sentences.js'

export interface ArticleCard {
  readonly id: ArticleId
  /** Up to the day; empty if unknown. */
  readonly published: string
  readonly publisher: string
  /** Outlets that the article prints or credits, as keys of their names. */
  readonly credits: ReadonlySet<string>
  readonly sentences: readonly SentenceCard[]
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
    credits,
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
  return card.sentences.flatMap((sentence) =>
    sentence.stems.length < 3 ? [] : [{ sentence: sentence.number, keys: bandKeys(sentence) }]
  )
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
  const places: { article: number; sentence: number }[] = []
  const keys: (readonly number[])[] = []
  ordered.forEach((card, article) => {
    for (const { sentence, keys: own } of copyKeys(card)) {
      places.push({ article, sentence })
      keys.push(own)
    }
  })
  const met = new Map<number, Set<number>>()
  const size = ordered.length
  // One band at a time: a bucket is only needed while its own band is looked at.
  for (let band = 0; band < (keys[0]?.length ?? 0); band++) {
    const buckets = new Map<number, { article: number; sentence: number }[]>()
    keys.forEach((own, i) => {
      const place = places[i]
      if (place !== undefined) addTo(buckets, own[band] ?? 0, place)
    })
    for (const bucket of buckets.values()) {
      if (bucket.length < 2) continue
      for (const [a, b] of pairsOf(bucket)) {
        if (a.article === b.article) continue
        const key = a.article * size + b.article
        const shared = met.get(key)
        if (shared === undefined) met.set(key, new Set([a.sentence]))
        else if (shared.size < fewestShared) shared.add(a.sentence)
      }
    }
  }
  const found: ArticlePair[] = []
  for (const key of [...met.keys()].sort((left, right) => left - right)) {
    const a = ordered[Math.floor(key / size)]
    const b = ordered[key % size]
    if (a === undefined || b === undefined) continue
    if (isCandidate(met.get(key)?.size ?? 0, a.sentences.length, b.sentences.length)) found.push({ a, b })
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

/** An article's sentences by what stands in them, so that a counterpart is found without looking at all. */
interface Index {
  readonly shingles: ReadonlySet<number>
  readonly byStem: ReadonlyMap<number, readonly number[]>
}

function indexOf(card: ArticleCard): Index {
  const shingles = new Set<number>()
  const byStem = new Map<number, number[]>()
  card.sentences.forEach((sentence, i) => {
    for (const shingle of shinglesOf(sentence.words)) shingles.add(shingle)
    for (const stem of sentence.stems) addTo(byStem, stem, i)
  })
  return { shingles, byStem }
}

function overlapOf(from: ArticleCard, of: ArticleCard, index: Index): Overlap {
  let words = 0
  let verbatim = 0
  let aligned = 0
  const pairs: [number, number][] = []
  for (const sentence of from.sentences) {
    const own = shinglesOf(sentence.words)
    const same = own.filter((shingle) => index.shingles.has(shingle)).length / Math.max(1, own.length)
    words += sentence.words.length
    if (same >= 0.6) verbatim += sentence.words.length
    const [partner, likeness] = bestPartner(sentence, of, index)
    if (likeness < 0.4) continue
    aligned += sentence.words.length
    pairs.push([sentence.number, partner])
  }
  return { verbatim: verbatim / Math.max(1, words), aligned: aligned / Math.max(1, words), pairs }
}

/** The sentence that holds most of this one's stems, three at least; the shorter of two that hold as many. */
function bestPartner(sentence: SentenceCard, of: ArticleCard, index: Index): [number, number] {
  const counts = new Map<number, number>()
  for (const stem of sentence.stems) {
    for (const place of index.byStem.get(stem) ?? []) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  let best = -1
  let most = 0
  let length = 0
  for (const [place, shared] of counts) {
    const stems = of.sentences[place]?.stems.length ?? 0
    if (shared < most || (shared === most && (stems > length || (stems === length && place > best)))) continue
    best = place
    most = shared
    length = stems
  }
  if (most < Math.max(1, Math.min(3, sentence.stems.length))) return [-1, 0]
  return [of.sentences[best]?.number ?? -1, most / Math.max(3, sentence.stems.length)]
}

/** Compares a pair; null where neither repeats the other. */
export function matchArticles(
  { a, b }: ArticlePair,
  index: (card: ArticleCard) => Index = indexOf
): (Copy & { readonly score: number }) | null {
  const forth = overlapOf(a, b, index(b))
  const back = overlapOf(b, a, index(a))
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
  const creditsB = b.publisher !== '' && a.credits.has(b.publisher) && a.publisher !== b.publisher
  const creditsA = a.publisher !== '' && b.credits.has(a.publisher) && a.publisher !== b.publisher
  if (creditsA !== creditsB) return [creditsB, 'it credits the other’s publisher']
  const ahead = forth.verbatim + forth.aligned - back.verbatim - back.aligned
  if (Math.abs(ahead) > 0.05) return [ahead > 0, 'it is contained in the longer one']
  return [byText(a.id, b.id) > 0, 'which came first is not known']
}

/** Each article keeps the one original that holds most of it; circles are cut. */
export function findCopies(cards: readonly ArticleCard[]): Copy[] {
  const indexes = new WeakMap<ArticleCard, Index>()
  const index = (card: ArticleCard): Index => {
    const known = indexes.get(card)
    if (known !== undefined) return known
    const made = indexOf(card)
    indexes.set(card, made)
    return made
  }
  const found = findCandidates(cards).flatMap((pair) => matchArticles(pair, index) ?? [])
  return chooseOriginals(found)
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
  const found = new Map<ArticleId, { readonly article: ArticleId; readonly sentences: Map<number, string> }>()
  const sentencesOf = (article: ArticleId): Map<number, string> => {
    const known = found.get(article)?.sentences ?? new Map<number, string>()
    found.set(article, { article: endOf(article, originalOf), sentences: known })
    return known
  }
  for (const { from, of, sentences } of copies) {
    for (const [mine, theirs] of sentences) ofSentence.set(`${from} ${mine}`, `${of} ${theirs}`)
  }
  for (const { from, of, sentences } of copies) {
    for (const [mine, theirs] of sentences) {
      sentencesOf(from).set(mine, endOf(`${from} ${mine}`, ofSentence))
      sentencesOf(of).set(theirs, endOf(`${of} ${theirs}`, ofSentence))
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
