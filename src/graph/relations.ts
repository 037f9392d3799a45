/** The relations that an article states → evidence for their edges. */
import type { ArticleRecord } from '../model.js'
import type { EdgePiece } from './edges.js'
import { entityNode } from './entities.js'
import type { Places } from './places.js'

/** A relation of somebody to nobody in particular ("a spokesman") is no edge. */
export function relationPieces({ article, relations }: ArticleRecord, places: Places): EdgePiece[] {
  const said = (article.published ?? '').slice(0, 10)
  return relations.flatMap(({ type, subject, object, statement, start, end }) => {
    if (object === null) return []
    const piece = {
      source: entityNode(subject),
      target: entityNode(object),
      relation: type,
      evidence: places.at({ start, end }),
      confidence: 1,
      said
    }
    return [statement === null ? piece : { ...piece, statement }]
  })
}
