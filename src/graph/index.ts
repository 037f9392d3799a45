export { actorGraph } from './actors.js'
export { groupColors, groupOf, inWords, nodeColors, type RelationGroup } from './look.js'
export { provenanceGraph } from './provenance.js'
export type { EdgeAttributes, Evidence, GraphInput, HearsayGraph, NodeAttributes, NodeKind } from './types.js'
