/**
 * What is known of words beforehand: how often a lemma is part of a cue in annotated news, and what kind of verb or noun it is
 * (WordNet's lexicographer files: verbs of communication, cognition, emotion, …). Hash of the lemma → a small number.
 */
import { type ByteReader, type ByteWriter, hash2 } from '../learn/index.js'
import type { WordClass } from './partsOfSpeech.js'

/** Numbers under hashes. A missing one is 0. */
export type Small = ReadonlyMap<number, number>

export interface CueLexicon {
  /** 0: too rare to say; 1 to 9: from never to nearly always in a cue. */
  readonly priors: Small
  /** 0: not in WordNet; else 1 + the number of the first sense's file, and of the second's times 64. */
  readonly senses: Small
}

/** The key of a lemma under which `priors` and `senses` have it. */
export const keyOf = (lemma: number, kind: WordClass): number => hash2(7, lemma, kind)

const bounds = [0.004, 0.015, 0.04, 0.09, 0.18, 0.32, 0.5, 0.72]

/** The prior of a lemma that was seen `all` times, `inCue` of them as a part of a cue. */
export function priorOf(inCue: number, all: number): number {
  if (all < 2) return 0
  const share = (inCue + 0.15) / (all + 1.5)
  let level = 1
  for (const bound of bounds) if (share > bound) level++
  return level
}

export function writeSmall(writer: ByteWriter, small: Small): void {
  const entries = [...small].map(([hash, value]): [number, number] => [hash >>> 0, value]).sort((a, b) => a[0] - b[0])
  writer.whole(entries.length)
  let before = 0
  for (const [hash] of entries) {
    writer.whole(hash - before)
    before = hash
  }
  for (const [, value] of entries) writer.whole(value)
}

export function readSmall(reader: ByteReader): Small {
  const hashes = new Uint32Array(reader.whole())
  let before = 0
  for (let i = 0; i < hashes.length; i++) {
    before += reader.whole()
    hashes[i] = before
  }
  const small = new Map<number, number>()
  for (const hash of hashes) small.set(hash | 0, reader.whole())
  return small
}
