/** Words in order → what they stand for: the concept of a word or phrase that the thesaurus knows, or else its stem. */
import { thesaurus } from './thesaurus.js'
import { emptyWords, stemOf, type Word } from './words.js'

export interface Concept {
  /** The concept, or the stem of a word that belongs to none. */
  readonly token: string
  /** The words it was read from: numbers into the list, end exclusive. */
  readonly from: number
  readonly to: number
}

interface Table {
  readonly ofWord: ReadonlyMap<string, string>
  readonly ofStem: ReadonlyMap<string, string>
  /** Phrases by their first stem, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly (readonly [readonly string[], string])[]>
}

let table: Table | undefined

/** Words without meaning of their own are left out, unless they are part of a phrase. */
export function conceptsOf(words: readonly Word[]): Concept[] {
  table ??= readTable(thesaurus)
  const stems = words.map((word) => stemOf(word.text))
  const found: Concept[] = []
  for (let i = 0; i < words.length; ) {
    const [length, concept] = phraseAt(stems, i, table)
    if (concept !== undefined) {
      found.push({ token: concept, from: i, to: i + length })
      i += length
      continue
    }
    const stem = stems[i] ?? ''
    if (!emptyWords.has(words[i]?.text ?? ''))
      found.push({
        token: table.ofWord.get(words[i]?.text ?? '') ?? table.ofStem.get(stem) ?? stem,
        from: i,
        to: i + 1
      })
    i++
  }
  return found
}

function phraseAt(stems: readonly string[], at: number, { phrases }: Table): [number, string | undefined] {
  for (const [phrase, concept] of phrases.get(stems[at] ?? '') ?? []) {
    if (phrase.every((stem, i) => stems[at + i] === stem)) return [phrase.length, concept]
  }
  return [0, undefined]
}

function readTable(rows: string): Table {
  const ofWord = new Map<string, string>()
  const ofStem = new Map<string, string>()
  const phrases = new Map<string, (readonly [readonly string[], string])[]>()
  for (const row of rows.trim().split('\n')) {
    const [concept = '', list = ''] = row.split(': ')
    for (const found of [`"${concept}"`, ...(list.match(/"[^"]+"|\S+/g) ?? [])]) {
      if (found.startsWith('=')) {
        ofWord.set(found.slice(1), concept)
        continue
      }
      const stems = found
        .replace(/"/g, '')
        .split(/[\s-]+/)
        .map(stemOf)
      const [first = ''] = stems
      if (stems.length === 1) {
        if (!ofStem.has(first)) ofStem.set(first, concept)
      } else phrases.set(first, [...(phrases.get(first) ?? []), [stems, concept]])
    }
  }
  for (const list of phrases.values()) list.sort(([a], [b]) => b.length - a.length)
  return { ofWord, ofStem, phrases }
}
