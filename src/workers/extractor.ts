/** Articles → lines of records, with settings that can be sent to another thread. */
import { extract } from '../extract/index.js'
import type { Article } from '../model.js'
import { type GazetteerFile, gazetteerFrom } from '../rdf/gazetteer.js'
import { recordLine } from '../record/index.js'

export interface ExtractSettings {
  /** Turtle besides what comes with Hearsay; null for no gazetteer at all. */
  readonly gazetteer: readonly GazetteerFile[] | null
  readonly minConfidence?: number
}

export function extractor(settings: ExtractSettings): (articles: readonly Article[]) => string[] {
  const gazetteer = settings.gazetteer === null ? null : gazetteerFrom(settings.gazetteer)
  const { minConfidence } = settings
  const options = {
    ...(gazetteer === null ? {} : { gazetteer }),
    ...(minConfidence === undefined ? {} : { minConfidence })
  }
  return (articles) => articles.map((article) => recordLine(extract(article, options)))
}
