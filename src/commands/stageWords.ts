/** What the steps of a cluster do, as `--help` says it. */
export const stageWords = {
  keys: 'a step for clusters: records → the keys under which their parts meet',
  match: 'a step for clusters: the lines of one key → pairs that belong together',
  merge: 'a step for clusters: the lines of one component → entities, copies, claims, links',
  project: 'a step for clusters: what was resolved → quads and lines of the tables',
  draw: 'a step for clusters: resolved records, claims and entities → graph files of a neighbourhood'
} as const

export type StageName = Exclude<keyof typeof stageWords, 'draw'>
export const stageNames: readonly StageName[] = ['keys', 'match', 'merge', 'project']
