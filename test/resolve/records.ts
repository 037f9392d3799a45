/** Our own short stories → records, as the extractor makes them. */

import type { ArticleRecord } from '../../src/model.js'
import { extractArticle } from '../../src/pipeline.js'
import { articleOf } from '../../src/read/index.js'

export function recordOf(
  text: string,
  doc: string,
  details: { published?: string; publisher?: string } = {}
): ArticleRecord {
  return extractArticle(articleOf(text, doc, details))
}
