/** Many records: who is who, who repeats whom, what is claimed by how many. */
export type { Decision } from './decisions.js'
export { parseDecisions } from './decisions.js'
export type { ResolutionFiles } from './files.js'
export { claimLine, copyLine, identityRows, resolutionFiles } from './files.js'
export { globalRecord, globalRecords } from './globalRecords.js'
export type { ResolveOptions } from './resolve.js'
export { resolve, resolveOnto } from './resolve.js'
export type { Shelf } from './shelf.js'
