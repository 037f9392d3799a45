/**
 * Brat standoff annotations of attributions (as PolNeAR has them) → source, cue and content of each, in code points.
 *
 * Lines `T1<tab>Source 0 5;7 9<tab>words` are spans, lines `E1<tab>Attribution:T4 Content:T3 Cue:T2 Source:T1` join them.
 */

import { HearsayError } from '../errors.js'

export type Pair = readonly [number, number]

export interface Attribution {
  readonly source: readonly Pair[]
  readonly cue: readonly Pair[]
  readonly content: readonly Pair[]
}

/**
 * @param file names the annotations in messages
 * @throws HearsayError `malformed` with the line, where a span has no offsets or an event names a span that is not there
 */
export function readBrat(annotations: string, file = 'annotations'): Attribution[] {
  const lines = annotations.split('\n').map((line) => line.split('\t'))
  const spans = new Map<string, Pair[]>()
  const wrong = (number: number, what: string): HearsayError =>
    new HearsayError('malformed', `line ${number + 1}: ${what}`, { input: file })
  for (const [number, [id, body]] of lines.entries()) {
    if (id === undefined || body === undefined || !/^T\d+$/.test(id)) continue
    const pairs = body
      .slice(body.indexOf(' ') + 1)
      .split(';')
      .map((pair): Pair => {
        const [start = Number.NaN, end = Number.NaN] = pair.split(' ').map(Number)
        if (Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end) return [start, end]
        throw wrong(number, `"${pair}" is no span: write its first character and the one after its last, as numbers`)
      })
    spans.set(id, pairs)
  }
  const found: Attribution[] = []
  for (const [number, [id, body]] of lines.entries()) {
    if (id === undefined || body === undefined || !/^E\d+$/.test(id)) continue
    const roles = { Source: [] as Pair[], Cue: [] as Pair[], Content: [] as Pair[] }
    for (const part of body.split(' ')) {
      const [role, target] = part.split(':')
      if (role === undefined || target === undefined) continue
      const name = role.replace(/\d/g, '')
      if (name !== 'Source' && name !== 'Cue' && name !== 'Content') continue
      const pairs = spans.get(target)
      if (pairs === undefined) throw wrong(number, `there is no span ${target}`)
      roles[name].push(...pairs)
    }
    if (roles.Content.length > 0) found.push({ source: roles.Source, cue: roles.Cue, content: roles.Content })
  }
  return found
}

/** The article that a file of annotations is for: its name without the annotator's four digits. */
export const articleNameOf = (file: string): string => file.replace(/_[0-9a-f]{4}\.ann$/, '')
