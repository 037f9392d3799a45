/** What `verify` found: how much was checked in each file, and what differs. */

export interface Difference {
  readonly file: string
  /** The edge, statement or IRI in that file. */
  readonly where: string
  readonly message: string
}

export interface FileCheck {
  readonly file: string
  /** How many pieces of evidence were compared with their article. */
  readonly checked: number
  readonly differences: number
}

export interface VerifyReport {
  /** Nothing differs, and something was checked. */
  readonly exact: boolean
  readonly checked: number
  readonly files: readonly FileCheck[]
  readonly differences: readonly Difference[]
}

/** The place where two texts part, in a few words of both. */
export function firstDifference(said: string, found: string): string {
  let at = 0
  while (at < said.length && said[at] === found[at]) at++
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 12), at + 24))
  return `character ${at + 1} differs: the file says ${around(said)}, the article ${around(found)}`
}
