/** Records made by hand, for tests of what graphs and files make of them: statements with spans where the test wants them. */
import type { ArticleRecord, Claim, Resolution, Span, Statement } from '../../src/model.js'
import { article } from '../article.js'

export const statement = (more: Partial<Statement> & { readonly content: readonly Span[] }): Statement => ({
  id: `article/00000000000000000000#statement=${more.content[0]?.start},${more.content[0]?.end},0`,
  sentence: 0,
  source: [],
  cue: [],
  mode: 'indirect',
  act: 'assert',
  chain: [],
  confidence: 0.9,
  when: [],
  quantities: [],
  hedges: [],
  about: [],
  inside: null,
  rule: 'test',
  ...more
})

export const claim = (more: Partial<Claim>): Claim => ({
  id: 'claim/00000000000000000000',
  text: '',
  statements: [],
  articles: [],
  origins: [],
  firstSaid: null,
  firstSaidBy: null,
  deniedBy: [],
  joins: [],
  links: [],
  ...more
})

export const resolution = (more: Partial<Resolution> = {}): Resolution => ({
  entities: [],
  entityOf: {},
  merges: [],
  claims: [],
  copies: [],
  ...more
})

/** One article, all of it one sentence; entities go by their ids. */
export function record(text: string, more: Partial<ArticleRecord> = {}): ArticleRecord {
  return {
    article: article(text),
    sentences: [{ start: 0, end: text.length, tokens: [], paragraph: 0, mark: null }],
    entities: [],
    mentions: [],
    statements: [],
    relations: [],
    ...more
  }
}
