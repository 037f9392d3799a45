/** A statement → the words with which a reporter cites it, and the link that leads back to it. */
import type { Statement } from './model.js'
import { actVerbs, dayInWords } from './words.js'

/** @example citation(statement) // '“any involvement” — denied by Ukraine; in “Drones strike”, Daily News, 23 May 2023 (article/…#statement=…)' */
export function citation(statement: Statement): string {
  const { article, text, chain, who, act } = statement
  const quoted = /^["“”‘']/.test(text) ? text : `“${text}”`
  const through = chain.slice(1).map(({ actor }) => actor.name)
  const by = who === '' ? `${actVerbs[act]} (no source named)` : `${who} ${actVerbs[act]}`
  const where = [article.title ? `“${article.title}”` : `file ${article.doc}`, article.publisher]
  if (article.published) where.push(dayInWords(article.published))
  return [
    `${by}: ${quoted}`,
    through.length > 0 ? `through ${through.join(', then ')}` : '',
    `in ${where.filter(Boolean).join(', ')}, sentence ${statement.sentence + 1}`,
    article.url ?? '',
    statement.id
  ]
    .filter(Boolean)
    .join('; ')
}

export function linkTo(statement: Statement, page: string): string {
  return `${page.replace(/#.*$/s, '')}#statement=${statement.key}`
}
