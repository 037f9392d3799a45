/** A statement → what it says, as sets of numbers: what claims are found by. */
import type { ArticleId, ArticleRecord, EntityId, Statement, StatementId } from '../model.js'
import { anchorOf, type Card } from './cards.js'
import { hashText } from './hash.js'
import { emptyWords, findWords, stemOf } from './words.js'

export interface Proposition {
  readonly id: StatementId
  readonly article: ArticleId
  readonly published: string
  readonly statement: Statement
  readonly text: string
  /** Stems of the content's words. */
  readonly stems: ReadonlySet<string>
  /** Numbers in it: digits and number words. */
  readonly numbers: ReadonlySet<string>
  /** Anchors of those who say it first, in order; several if they speak together. */
  readonly speakers: readonly string[]
  /** The local ids of the chain. */
  readonly about: readonly string[]
  readonly negative: boolean
  readonly denies: boolean
}

const numberWords =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' '
  )
const numberOf = new Map(numberWords.map((word, i) => [word, String(i)]))

export function propositionsOf(record: ArticleRecord, cards: readonly Card[]): Proposition[] {
  const anchors = new Map(cards.map((card): [EntityId, string] => [card.local, anchorOf(card)]))
  const { article } = record
  return record.statements.map((statement) => {
    const words = statement.content.flatMap((span) => findWords(article.text, span.start, span.end))
    const stems = new Set<string>()
    const numbers = new Set<string>()
    for (const word of words) {
      const number = numberOf.get(word.text) ?? (/^\d/.test(word.text) ? word.text.replace(/,/g, '') : undefined)
      if (number !== undefined && word.text !== 'one') numbers.add(number)
      if (!emptyWords.has(word.text)) stems.add(stemOf(word.text))
    }
    return {
      id: statement.id,
      article: article.id,
      published: article.published ?? '',
      statement,
      text: statement.content.map((span) => article.text.slice(span.start, span.end)).join(' … '),
      stems,
      numbers,
      speakers: speakersOf(statement, anchors),
      about: statement.about.map((local) => anchors.get(local) ?? local),
      negative: words.some((word) => /^(?:not|no|never|without|nothing|nobody|none|neither)$|n't$/.test(word.text)),
      denies: statement.act === 'deny'
    }
  })
}

function speakersOf(statement: Statement, anchors: ReadonlyMap<EntityId, string>): string[] {
  const found: string[] = []
  for (const hop of statement.chain) {
    if (hop.role !== 'speaker' && found.length > 0) break
    found.push(anchors.get(hop.entity) ?? hop.entity)
    if (hop.role !== 'speaker') break
  }
  return found
}

export function stemHash(stem: string): number {
  return hashText(stem)
}
