/**
 * Known names, as hashes: from a word or phrase in small letters to what kinds of name it may be.
 *
 * Only hashes are kept, 26 bits each: about one unknown word in a thousand is taken for a known one, which the model,
 * trained with that, can bear.
 */
import type { ByteReader, ByteWriter } from '../learn/index.js'
import { hashText } from '../learn/index.js'

/** What a known word or phrase may be; one bit each. */
export const lexicalKinds = {
  firstName: 1,
  lastName: 2,
  person: 4,
  largeCity: 8,
  city: 16,
  country: 32,
  region: 64,
  place: 128,
  organization: 256,
  sportsTeam: 512,
  demonym: 1024,
  properNoun: 2048,
  newsPerson: 4096,
  newsOrganization: 8192,
  newsPlace: 16384,
  /** Written in small letters nearly always, in news. */
  small: 32768,
  /** Written with a capital nearly always, inside sentences of news. */
  capital: 65536,
  /** Not a name itself: the first word of a phrase that is one. */
  phraseStart: 131072
} as const

/** All kinds but `phraseStart`. */
export const nameKinds = lexicalKinds.phraseStart - 1

const keyBits = 26

export class Lexicon {
  /** A key and, beside it, its kinds: one reading of memory brings both, which is what looking up costs. */
  private readonly slots: Int32Array
  private readonly last: number

  constructor(entries: ReadonlyMap<number, number>) {
    let size = 16
    while (size < entries.size * 2) size *= 2
    this.slots = new Int32Array(2 * size).fill(-1)
    this.last = 2 * size - 2
    for (const [key, kinds] of entries) {
      let at = (2 * key) & this.last
      while (this.slots[at] !== -1) at = (at + 2) & this.last
      this.slots[at] = key
      this.slots[at + 1] = kinds
    }
  }

  /** The kinds of a word or phrase, 0 if it is unknown. `hash` is `hashText` of it in small letters. */
  kindsOf(hash: number): number {
    const { slots, last } = this
    const key = hash >>> (32 - keyBits)
    for (let at = (2 * key) & last; ; at = (at + 2) & last) {
      const found = slots[at]
      if (found === key) return slots[at + 1] ?? 0
      if (found === -1 || found === undefined) return 0
    }
  }

  entries(): Map<number, number> {
    const entries = new Map<number, number>()
    for (let at = 0; at < this.slots.length; at += 2) {
      const key = this.slots[at] ?? -1
      if (key !== -1) entries.set(key, this.slots[at + 1] ?? 0)
    }
    return entries
  }
}

/** Words and phrases with their kinds → a lexicon. The first words of phrases are marked. */
export function buildLexicon(words: ReadonlyMap<string, number>): Lexicon {
  const entries = new Map<number, number>()
  const add = (text: string, kinds: number): void => {
    const key = hashText(text) >>> (32 - keyBits)
    entries.set(key, (entries.get(key) ?? 0) | kinds)
  }
  for (const [text, kinds] of words) {
    add(text, kinds)
    const space = text.indexOf(' ')
    if (space > 0) add(text.slice(0, space), lexicalKinds.phraseStart)
  }
  return new Lexicon(entries)
}

/** Sorted by kinds, then keys as differences. */
export function writeLexicon(writer: ByteWriter, lexicon: Lexicon): void {
  const byKinds = new Map<number, number[]>()
  for (const [key, kinds] of lexicon.entries()) {
    const known = byKinds.get(kinds)
    if (known === undefined) byKinds.set(kinds, [key])
    else known.push(key)
  }
  writer.whole(byKinds.size)
  for (const [kinds, keys] of [...byKinds].sort((a, b) => a[0] - b[0])) {
    writer.whole(kinds)
    writer.whole(keys.length)
    let before = -1
    for (const key of keys.sort((a, b) => a - b)) {
      writer.whole(key - before - 1)
      before = key
    }
  }
}

export function readLexicon(reader: ByteReader): Lexicon {
  const entries = new Map<number, number>()
  const groups = reader.whole()
  for (let group = 0; group < groups; group++) {
    const kinds = reader.whole()
    const size = reader.whole()
    let key = -1
    for (let i = 0; i < size; i++) {
      key += reader.whole() + 1
      entries.set(key, kinds)
    }
  }
  return new Lexicon(entries)
}
