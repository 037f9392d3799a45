/**
 * A zone → the features of its tokens, hashed. Training and finding call the same code; a change here asks for training
 * anew.
 */
import { partOf, tokenAt } from '../language/index.js'
import { type FeatureRows, hash1, hash2, hash3, hashText } from '../learn/index.js'
import type { Token } from '../model.js'
import { type Lexicon, lexicalKinds, nameKinds } from './lexicon.js'
import type { Reading, Word } from './reading.js'
import { kindBits } from './wordKinds.js'
import type { Zone } from './zones.js'

/** What stands beyond a sentence's ends. */
const nothing: Word = {
  exact: 1,
  id: 1,
  shape: 0,
  prefix: 1,
  suffix2: 1,
  suffix3: 1,
  kinds: 0,
  lexical: 0,
  capital: false,
  lower: '',
  evidence: { bits: 0 }
}

export interface ZoneRows {
  readonly nodes: FeatureRows
  readonly edges: FeatureRows
}

/** Adds one row a token to `nodes` and to `edges`. */
export function addZone(zone: Zone, reading: Reading, lexicon: Lexicon, { nodes, edges }: ZoneRows): void {
  const { tokens, from, to } = zone
  const words: Word[] = []
  for (let i = from - 2; i < to + 2; i++) {
    const token = tokenAt(tokens, i)
    words.push(token === undefined ? nothing : reading.wordOf(token))
  }
  const letterCase = reading.caseOf(zone.sentence)
  const phrases = findPhrases(words, lexicon)
  const runs = findRuns(words)
  for (let i = from; i < to; i++) {
    const at = i - from + 2
    const word = words[at] ?? nothing
    const before = words[at - 1] ?? nothing
    const before2 = words[at - 2] ?? nothing
    const after = words[at + 1] ?? nothing
    const after2 = words[at + 2] ?? nothing
    const part = partAt(tokens[i])
    const partBefore = partAt(tokenAt(tokens, i - 1))
    const partAfter = partAt(tokens[i + 1])
    const start = startOf(tokens, i)
    const { bits } = word.evidence
    const runStart = runs[at] ?? at
    const runEnd = runs[at + words.length] ?? at
    const head = words[runEnd] ?? nothing
    const lead = words[runStart] ?? nothing
    const position = (Math.min(at - runStart, 3) << 4) | Math.min(runEnd - at, 3)

    nodes.add(hash1(1, letterCase))
    nodes.add(hash1(2, word.exact))
    nodes.add(hash1(3, word.id))
    nodes.add(hash1(4, before.id))
    nodes.add(hash1(5, after.id))
    nodes.add(hash1(6, before2.id))
    nodes.add(hash1(7, after2.id))
    nodes.add(hash2(8, before.id, word.id))
    nodes.add(hash2(9, word.id, after.id))
    nodes.add(hash2(10, word.shape, start))
    nodes.add(hash3(11, before.shape, word.shape, after.shape))
    nodes.add(hash1(12, word.prefix))
    nodes.add(hash1(13, word.suffix2))
    nodes.add(hash1(14, word.suffix3))
    nodes.add(hash2(15, part, start))
    nodes.add(hash3(16, partBefore, part, partAfter))
    nodes.add(hash2(17, word.kinds, position))
    nodes.add(hash1(18, word.kinds))
    nodes.add(hash1(19, before.kinds))
    nodes.add(hash1(20, after.kinds))
    nodes.add(hash2(21, word.lexical & nameKinds, position))
    nodes.add(hash1(22, word.lexical & nameKinds))
    nodes.add(hash3(44, word.lexical & cased, start, bits & 3))
    nodes.add(hash3(45, before.id, before2.kinds, runStart === at ? 1 : 0))
    if (word.capital) nodes.add(hash3(46, roleBeside(words, runStart), position, 0))
    nodes.add(hash2(23, before.lexical & nameKinds, before.shape))
    nodes.add(hash2(24, after.lexical & nameKinds, after.shape))
    nodes.add(hash2(25, before.lexical & nameKinds, word.lexical & nameKinds))
    nodes.add(hash2(26, word.lexical & nameKinds, after.lexical & nameKinds))
    nodes.add(hash2(27, bits, start))
    nodes.add(hash3(28, bits & 3, part, start))
    addBits(nodes, 29, bits)
    nodes.add(hash2(30, head.id, position))
    nodes.add(hash2(31, head.kinds, position))
    nodes.add(hash2(32, head.lexical & nameKinds, position))
    nodes.add(hash2(33, lead.kinds, position))
    nodes.add(hash2(34, lead.lexical & nameKinds, position))
    nodes.add(hash2(35, position, letterCase))
    nodes.add(hash2(36, head.evidence.bits, position))
    nodes.add(hash2(37, words[runEnd + 1]?.id ?? 1, position))
    nodes.add(hash2(38, words[runStart - 1]?.id ?? 1, position))
    nodes.add(hash2(39, words[runStart - 1]?.kinds ?? 0, position))
    const phrase = phrases[at] ?? 0
    if (phrase !== 0) {
      nodes.add(hash1(40, phrase))
      nodes.add(hash2(41, phrase, position))
    }
    addBits(nodes, 42, word.kinds)
    addBits(nodes, 43, word.lexical & nameKinds)
    nodes.endRow()

    edges.add(hash1(1, 0))
    if ((word.kinds & kindBits.joining) !== 0) edges.add(hash1(2, word.id))
    else edges.add(hash2(3, word.capital ? 1 : 0, before.capital ? 1 : 0))
    edges.endRow()
  }
}

const cased = lexicalKinds.small | lexicalKinds.capital

/** Whether a role stands right before a run of capitalised words, or in an apposition right after it. */
function roleBeside(words: readonly Word[], runStart: number): number {
  const before = ((words[runStart - 1]?.kinds ?? 0) & (kindBits.role | kindBits.honorific)) !== 0 ? 1 : 0
  return before
}

function addBits(rows: FeatureRows, template: number, bits: number): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) rows.add(hash2(template, 77, rest & -rest))
}

const partAt = (token: Token | undefined): number => (token === undefined ? 0 : partOf(token.pos))

/** 2 at the first word of a sentence, 1 after an opening mark or a colon, 0 elsewhere. */
function startOf(tokens: readonly Token[], at: number): number {
  if (at === 0) return 2
  return opening.has(tokens[at - 1]?.text ?? '') ? 1 : 0
}

const opening: ReadonlySet<string> = new Set(['"', '“', '‘', '(', ':', '–', '—', '-'])

/** For each word the first (and, `words.length` further on, the last) of its run of capitalised words. */
function findRuns(words: readonly Word[]): Int32Array {
  const size = words.length
  const runs = new Int32Array(size * 2)
  for (let i = 0; i < size; i++) {
    const joined = i > 0 && words[i]?.capital === true && words[i - 1]?.capital === true
    runs[i] = joined ? (runs[i - 1] ?? i) : i
  }
  for (let i = size - 1; i >= 0; i--) {
    const joined = i + 1 < size && words[i]?.capital === true && words[i + 1]?.capital === true
    runs[size + i] = joined ? (runs[size + i + 1] ?? i) : i
  }
  return runs
}

/** For each word the kinds of the longest known phrase of two to five words around it, and whether it begins it. */
function findPhrases(words: readonly Word[], lexicon: Lexicon): Int32Array {
  const found = new Int32Array(words.length)
  for (let i = 2; i < words.length - 2; i++) {
    const word = words[i]
    if (word === undefined || found[i] !== 0 || (word.lexical & lexicalKinds.phraseStart) === 0) continue
    let text = word.lower
    let longest = 0
    let kinds = 0
    for (let length = 2; length <= 5 && i + length <= words.length; length++) {
      const next = words[i + length - 1]
      if (next === undefined) break
      text = `${text} ${next.lower}`
      const each = lexicon.kindsOf(hashText(text)) & nameKinds
      if (each === 0) continue
      longest = length
      kinds = each
    }
    for (let k = 0; k < longest; k++) found[i + k] = kinds * 4 + (k === 0 ? 1 : k === longest - 1 ? 3 : 2)
  }
  return found
}
