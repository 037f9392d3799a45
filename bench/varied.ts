/**
 * Articles of a folder → as many as one likes, for measuring: the folder's own first, then others in which two words of five, names among
 * them, are words of the same shape from elsewhere in the folder, so that they tell of other people and things. Every tenth of those is a
 * reprint with few words changed, as in news.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashText } from '../src/resolve/hash.js'

export interface VariedArticle {
  readonly title: string
  readonly text: string
  readonly date: string
  readonly source: string
}

/** Shorter words carry the grammar. */
const word = /\p{L}{5,}/gu

export function* variedArticles(folder: string, count: number): Iterable<VariedArticle> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
  const texts = names.map((name) => readFileSync(join(folder, name), 'utf8'))
  const alike = new Map<string, string[]>()
  for (const [found] of texts.join(' ').matchAll(word)) {
    const known = alike.get(shapeOf(found))
    if (known === undefined) alike.set(shapeOf(found), [found])
    else known.push(found)
  }
  for (let i = 0; i < count; i++) {
    const [name, text] = [names[i % names.length], texts[i % names.length]]
    if (name === undefined || text === undefined) throw new Error(`no .txt files in ${folder}`)
    const round = Math.floor(i / names.length)
    const isReprint = i % 10 === 0
    const changed = isReprint ? 1 : 4
    const other = (found: string): string => {
      const dice = hashText(`${found} ${round} ${isReprint ? '' : i}`)
      const from = alike.get(shapeOf(found))
      return dice % 10 < changed ? (from?.[Math.floor(dice / 10) % from.length] ?? found) : found
    }
    yield {
      title: `${name} ${round}`,
      text: round === 0 ? text : text.replace(word, other),
      date: `2016-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
      source: name.split('_')[0] ?? name
    }
  }
}

/** First letter's case and the last two letters: a verb in -ed stays one, a name stays a name. */
const shapeOf = (found: string): string => `${/^\p{Lu}/u.test(found) ? 'A' : 'a'}${found.slice(-2)}`
