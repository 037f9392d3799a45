/** What the steps of a cluster do, as `--help` says it. */
export const stageWords = {
  keys: 'a step for clusters: records → the keys under which their parts meet',
  match: 'a step for clusters: the lines of one key → pairs that belong together',
  merge: 'a step for clusters: the lines of one component → entities, copies, claims, links',
  project: 'a step for clusters: what was resolved → quads and lines of the tables'
} as const

export type StageName = keyof typeof stageWords
export const stageNames: readonly StageName[] = ['keys', 'match', 'merge', 'project']
