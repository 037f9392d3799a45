/**
 * How common the words of news are → src/resolve/commonWords.ts. `npx tsx scripts/commonWords.ts ../shared/data` counts in how many
 * sentences of PolNeAR's and GUM's training parts a concept stands; the same data give the same file.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { conceptsOf } from '../src/resolve/concepts.js'
import { sortBy } from '../src/resolve/order.js'
import { findWords } from '../src/resolve/words.js'

const [data = '../shared/data'] = process.argv.slice(2)
const folder = join(data, 'polnear/train/text')
const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
for (const line of readFileSync(join(data, 'gum/train.jsonl'), 'utf8').trim().split('\n')) {
  texts.push(String(JSON.parse(line).text))
}
const counts = new Map<string, number>()
let sentences = 0
for (const sentence of texts.flatMap((text) => text.split(/(?<=[.!?])\s+|\n+/))) {
  // Capitalised words are names or begin the sentence: names are compared as entities.
  const words = findWords(sentence).filter((word, i) => i > 0 && !word.capital)
  if (words.length === 0) continue
  sentences++
  for (const token of new Set(conceptsOf(words).map((concept) => concept.token))) {
    counts.set(token, (counts.get(token) ?? 0) + 1)
  }
}
const tiers = [1 / 100, 1 / 400, 1 / 1600].map((share, i, all) => {
  const [least, most] = [share * sentences, (all[i - 1] ?? 1) * sentences]
  const tokens = sortBy(counts, ([token]) => token).filter(([, count]) => count >= least && count < most)
  return tokens.map(([token]) => token)
})
const body = tiers.map((tier) => `  \`${wrap(tier)}\``).join(',\n')
writeFileSync(
  new URL('../src/resolve/commonWords.ts', import.meta.url),
  `/**
 * Concepts by how common they are in news: in one sentence of 100 or more, of 400, of 1,600. Made by scripts/commonWords.ts from
 * the training texts of PolNeAR and GUM (../shared/data/README.md); a list of words, no text.
 */
export const commonWords: readonly string[] = [
${body}
]
`
)

function wrap(tokens: readonly string[]): string {
  const lines: string[] = ['']
  for (const token of tokens.map((each) => each.replace(/ /g, '_'))) {
    const last = lines.length - 1
    if ((lines[last] ?? '').length + token.length > 114) lines.push(token)
    else lines[last] = `${lines[last]} ${token}`.trim()
  }
  return lines.join('\n')
}
