/** The learned tagger of statements: cues, then the source and content of each, then a judge of the whole. */
export { findByTagger, type TaggedStatement } from './find.js'
export type { Hint } from './hints.js'
export { loadStatementsModel, type StatementsModel } from './model.js'
