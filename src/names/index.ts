/** Names: found, linked inside one article, and what the text says of them beside the name. */
export { findNames } from './find.js'
export { linkNames } from './link.js'
export { findRelations } from './relations.js'
export { namesRole } from './roles.js'
export { slug } from './slug.js'
export { bareBodyOf, namesOfBody, standsForState, stateBodyOf } from './stateBodies.js'
export type { Gazetteer, GazetteerEntry, LinkedNames, Name, NameType } from './types.js'
