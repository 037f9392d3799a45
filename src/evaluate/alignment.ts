/**
 * Gold and predicted attributions of one article, as sets of word numbers → which prediction stands for which gold: the pairs that
 * share most of their contents first, each one used once.
 */
import type { Attribution, Pair } from './brat.js'

/** Numbers of the words that each part covers, ascending. */
export interface WordSets {
  readonly source: ReadonlySet<number>
  readonly cue: ReadonlySet<number>
  readonly content: ReadonlySet<number>
}

const word = /[\p{L}\p{N}_]+(?:[’'-][\p{L}\p{N}_]+)*/gu

/** Starts and ends of the words of a text, UTF-16. */
export function findWords(text: string): Pair[] {
  return [...text.matchAll(word)].map((match) => [match.index, match.index + match[0].length])
}

/** All spans must be in the same unit as the words. */
export function toWordSets(words: readonly Pair[], attribution: Attribution): WordSets {
  return {
    source: covered(words, attribution.source),
    cue: covered(words, attribution.cue),
    content: covered(words, attribution.content)
  }
}

function covered(words: readonly Pair[], spans: readonly Pair[]): Set<number> {
  const found = new Set<number>()
  for (const [start, end] of spans) {
    let low = 0
    let high = words.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((words[middle]?.[1] ?? 0) > start) high = middle
      else low = middle + 1
    }
    for (let i = low; i < words.length && (words[i]?.[0] ?? 0) < end; i++) found.add(i)
  }
  return found
}

export function countShared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let count = 0
  for (const each of small) if (large.has(each)) count++
  return count
}

export interface Match {
  /** Number of the other side's attribution. */
  readonly other: number
  /** Share of the union of both contents that both have. */
  readonly overlap: number
}

export interface Alignment {
  readonly ofGold: ReadonlyMap<number, Match>
  readonly ofPredicted: ReadonlyMap<number, Match>
}

export function align(gold: readonly WordSets[], predicted: readonly WordSets[]): Alignment {
  const holders = new Map<number, number[]>()
  predicted.forEach((each, j) => {
    for (const number of each.content) {
      const known = holders.get(number)
      if (known === undefined) holders.set(number, [j])
      else known.push(j)
    }
  })
  const pairs: { overlap: number; i: number; j: number }[] = []
  gold.forEach((each, i) => {
    const near = new Map<number, number>()
    for (const number of each.content) for (const j of holders.get(number) ?? []) near.set(j, (near.get(j) ?? 0) + 1)
    for (const [j, both] of near) {
      const union = each.content.size + (predicted[j]?.content.size ?? 0) - both
      pairs.push({ overlap: both / union, i, j })
    }
  })
  pairs.sort((a, b) => b.overlap - a.overlap || b.i - a.i || b.j - a.j)
  const ofGold = new Map<number, Match>()
  const ofPredicted = new Map<number, Match>()
  for (const { overlap, i, j } of pairs) {
    if (ofGold.has(i) || ofPredicted.has(j)) continue
    ofGold.set(i, { other: j, overlap })
    ofPredicted.set(j, { other: i, overlap })
  }
  return { ofGold, ofPredicted }
}

/** Whether two sources touch, or there is none on either side. */
export const sourcesAgree = (a: WordSets, b: WordSets): boolean =>
  countShared(a.source, b.source) > 0 || (a.source.size === 0 && b.source.size === 0)
