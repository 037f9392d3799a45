/** What `import … from 'hearsay'` gives: everything but file access, in Node and in browsers. A test pins the list. */
export { type ErrorCode, type ErrorDetails, HearsayError } from './errors.js'
export { type Candidate, type ExtractOptions, extract, propose, proposeByRules } from './extract/index.js'
export {
  type GexfOptions,
  writeEdgesCsv,
  writeGexf,
  writeGraphml,
  writeNodesCsv
} from './formats/index.js'
export {
  actorGraph,
  type EdgeAttributes,
  type HearsayGraph,
  type NodeAttributes,
  provenanceGraph
} from './graph/index.js'
export {
  type InputKind,
  type InputOptions,
  type InputSource,
  isFailure,
  readInput,
  textFragmentLink
} from './inputs/index.js'
export type { Prose, Quote } from './language/index.js'
export type * from './model.js'
export type { Gazetteer, GazetteerEntry } from './names/index.js'
export {
  type ArticleInput,
  type Build,
  type BuildInMemory,
  type BuildOptions,
  build,
  buildFromRecords,
  extractEach,
  type OutputFile
} from './pipeline.js'
export { defaultGazetteer, mergeGazetteers, parseGazetteer } from './rdf/gazetteer.js'
export {
  graphQuads,
  readJsonld,
  readQuads,
  validateShapes,
  writeJsonld,
  writeNQuads,
  writeTrig,
  writeTurtle
} from './rdf/index.js'
export { type ArticleDetails, articleOf, readText } from './read/index.js'
export { readRecord, recordLine } from './record/index.js'
export { globalRecords, parseDecisions, resolve } from './resolve/index.js'
export type { Summary } from './summary.js'
export { type VerifyReport, verify } from './verify/index.js'
