/** The steps from records to the graph as pure functions over lines, for engines that group by key; `hearsay build` calls the same. */
import type { Gazetteer } from '../names/types.js'
import type { GraphOptions } from '../rdf/index.js'
import type { Decision } from '../resolve/index.js'
import {
  blameMatchStage,
  claimKeysStage,
  claimMatchStage,
  claimMergeStage,
  linkKeysStage,
  linkMatchStage,
  linkMergeStage
} from './claims.js'
import { articleMatchStage, copyKeysStage, copyMatchStage, copyMergeStage, meetingStage } from './copies.js'
import {
  identityKeysStage,
  identityMatchStage,
  identityMergeStage,
  namesStage,
  sideKeysStage,
  sideMergeStage
} from './identity.js'
import type { Stage } from './lines.js'
import { projectStage } from './project.js'

export { errorLine, jsonLine, type Line, lineText, runStage, type Stage } from './lines.js'
export { type Picture, pictureOf } from './picture.js'

export interface StageOptions extends GraphOptions {
  readonly gazetteer: Gazetteer
  readonly decisions: readonly Decision[]
}

type Made = (options: StageOptions) => Stage

/** By command and by what it is about. */
export const stages: Readonly<Record<'keys' | 'match' | 'merge' | 'project', Readonly<Record<string, Made>>>> = {
  keys: {
    identity: ({ gazetteer, decisions }) => identityKeysStage(gazetteer, decisions),
    copies: () => copyKeysStage,
    sides: () => sideKeysStage,
    claims: () => claimKeysStage,
    links: () => linkKeysStage
  },
  match: {
    identity: ({ decisions }) => identityMatchStage(decisions),
    copies: () => copyMatchStage,
    meetings: () => meetingStage,
    articles: () => articleMatchStage,
    claims: () => claimMatchStage,
    links: () => linkMatchStage,
    blames: () => blameMatchStage
  },
  merge: {
    identity: ({ decisions }) => identityMergeStage(decisions),
    names: () => namesStage,
    sides: () => sideMergeStage,
    copies: () => copyMergeStage,
    claims: () => claimMergeStage,
    links: () => linkMergeStage
  },
  project: { all: (options) => projectStage(options) }
}
