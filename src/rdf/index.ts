/** RDF: quads from records and resolution, written, read, checked and traced back. The only folder that knows N3 and rdf-ext. */
export { dataset } from './dataset.js'
export { evidenceOf, type GraphEvidence } from './evidence.js'
export { writeJsonld } from './jsonld.js'
export {
  type ArticleSlice,
  articlePartQuads,
  type Bodies,
  closingParts,
  closingQuads,
  framesOf,
  type GraphFile,
  graphFiles,
  joint,
  partWriter,
  slicesOf
} from './parts.js'
export { type GraphInput, type GraphOptions, graphQuads } from './quads.js'
export { type QuadFormat, readJsonld, readQuads } from './read.js'
export { claimQuads, entityQuads, mergeQuads } from './resolvedQuads.js'
export { hearsayShapes, type ShapeReport, type ShapeResult, validateShapes } from './shapes.js'
export { checkBase, defaultBase, entityIri, hearsayNamespace, idIri, prefixes } from './terms.js'
export { type WriteOptions, writeNQuads, writeTrig, writeTurtle } from './write.js'
