/** A resolution → a page of Markdown for a reader: what is well supported, what is denied, what comes from one mouth only. */
import type { ArticleRecord, Claim, Resolution } from '../model.js'
import { sortBy } from './order.js'

const most = 20

export function reportOf(records: readonly ArticleRecord[], resolution: Resolution): string {
  const docOf = new Map(records.map((record) => [record.article.id, record.article.doc]))
  const shared = resolution.claims.filter((claim) => claim.articles.length > 1)
  const best = sortBy(
    shared,
    (claim) => -claim.origins.length,
    (claim) => -claim.articles.length,
    (claim) => claim.id
  )
  const rows = best.slice(0, most).map((claim) => lineOf(claim))
  return [
    `# Report`,
    '',
    `${docOf.size} articles, ${resolution.claims.length} claims.`,
    '',
    '## Told by several articles',
    '',
    ...rows,
    ''
  ].join('\n')
}

function lineOf(claim: Claim): string {
  return `- ${escapeMarkdown(claim.text)} (${claim.articles.length} articles, ${claim.origins.length} origins)`
}

export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~&-]/g, (mark) =>
      mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : mark === '&' ? '&amp;' : `\\${mark}`
    )
}
