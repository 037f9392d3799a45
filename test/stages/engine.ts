/** An engine in memory that does what a cluster does: lines through a stage, grouped by key, in an order that nobody chose. */
import { defaultGazetteer } from '../../src/rdf/gazetteer.js'
import type { Decision } from '../../src/resolve/index.js'
import { groupBy } from '../../src/resolve/order.js'
import { type Line, lineText, runStage, stages } from '../../src/stages/index.js'

export interface Outputs {
  /** Each sorted. */
  readonly quads: readonly string[]
  readonly records: readonly string[]
  readonly claims: readonly string[]
  readonly copies: readonly string[]
  readonly identity: readonly string[]
}

/** Records as lines → what `hearsay build` writes of them, line by line. @param order mixes up the lines */
export function resolveInSteps(
  records: readonly Line[],
  order: (lines: readonly Line[]) => readonly Line[],
  decisions: readonly Decision[] = []
): Outputs {
  const options = { gazetteer: defaultGazetteer(), decisions }
  const step = (command: keyof typeof stages, of: string, lines: readonly Line[]): Tables => {
    const stage = stages[command][of]?.(options)
    if (stage === undefined) throw new Error(`no stage ${command} ${of}`)
    const grouped = [...groupBy(order(lines), (line) => line.key).values()].flat()
    const answered = [...runStage(stage, grouped.map(lineText), 'test')].map(parted)
    const wrong = answered.find((line) => line.kind === 'error')
    if (wrong !== undefined) throw new Error(`${command} ${of}: ${wrong.value}`)
    return (kind) => answered.filter((line) => line.kind === kind)
  }
  const identityKeys = step('keys', 'identity', records)
  const identityPairs = step('match', 'identity', identityKeys('card'))('pair')
  const names = step(
    'merge',
    'names',
    step('merge', 'identity', inComponents(identityKeys('own'), identityPairs))('draft')
  )
  const ties = step('keys', 'sides', [...identityKeys('ties'), ...names('id')])('tie')
  const sides = step('merge', 'sides', [...ties, ...names('entry')])('side')

  const copyKeys = step('keys', 'copies', records)
  const candidates = step('match', 'meetings', counted(step('match', 'copies', copyKeys('place'))('met')))('candidate')
  const together = rootsOf(candidates.map(({ value }) => value.split(' ')))
  const compared = [...copyKeys('article'), ...candidates].map((line) => ({
    ...line,
    key: together(line.kind === 'candidate' ? (line.value.split(' ')[0] ?? '') : line.key)
  }))
  const found = step('match', 'articles', compared)('copy')
  const copies = step(
    'merge',
    'copies',
    underRoots(found, (line) => line.key.split(' '))
  )

  const sidesById = groupBy(sides, (line) => line.key)
  const sideLines = names('id').flatMap((line) =>
    (sidesById.get(JSON.parse(line.value).id) ?? []).map((side) => ({ ...side, key: line.key }))
  )
  const claimKeys = step('keys', 'claims', [...records, ...names('id'), ...sideLines, ...copies('copied')])
  const alike = distinct(step('match', 'claims', claimKeys('claim'))('alike'))
  const claims = step('merge', 'claims', inComponents(claimKeys('proposition'), [...alike, ...claimKeys('pair')]))
  const linkKeys = step('keys', 'links', claims('told'))
  const links = step('match', 'links', linkKeys('told'))
  const blames = step('match', 'blames', [...distinct(links('denial')), ...linkKeys('blamer')])('blame')
  const whole = step('merge', 'links', [...claims('claim'), ...distinct(links('link')), ...blames])('claim')

  const where = new Map(copyKeys('where').map((line) => [line.key, line]))
  const originals = copies('copy').flatMap((line) => {
    const original = where.get(JSON.parse(line.value).of)
    return original === undefined ? [] : [{ ...original, key: line.key }]
  })
  const resolved = [...names('id'), ...names('merged'), ...claims('of'), ...copies('copy'), ...originals]
  const done = step('project', 'all', [...records, ...resolved, ...whole, ...names('entity'), ...names('merge')])
  const texts = (kind: string): string[] =>
    done(kind)
      .map((line) => line.value)
      .sort()
  return {
    quads: texts('nq')
      .flatMap((text) => text.split('\t'))
      .sort(),
    records: texts('record'),
    claims: texts('claims'),
    copies: texts('copies'),
    identity: texts('identity')
  }
}

type Tables = (kind: string) => readonly Line[]

function parted(text: string): Line {
  const [kind = '', key = '', ...value] = text.split('\t')
  return { kind, key, value: value.join('\t') }
}

/** In how many sentences each two articles met. */
function counted(met: readonly Line[]): Line[] {
  return [...groupBy(met, (line) => line.key)].map(([key, lines]) => {
    const values = [...new Set(lines.map((line) => line.value))]
    return { kind: 'shared', key, value: `{"shared":${values.length},"met":${values[0]}}` }
  })
}

function distinct(lines: readonly Line[]): Line[] {
  return [...new Set(lines.map(lineText))].map(parted)
}

/** Nodes, and lines that join some of them, under the component that they are in; a node that nothing joins under itself. */
function inComponents(nodes: readonly Line[], joins: readonly Line[]): Line[] {
  const rootOf = rootsOf(joins.flatMap(edges))
  return [...nodes, ...joins].map((line) => ({ ...line, key: rootOf(line.key) }))
}

function edges(line: Line): string[][] {
  const { a, b, ids } = JSON.parse(line.value)
  return ids === undefined ? [[a, b]] : ids.map((id: string) => [ids[0], id])
}

function underRoots(lines: readonly Line[], endsOf: (line: Line) => string[]): Line[] {
  const rootOf = rootsOf(lines.map(endsOf))
  return lines.map((line) => ({ ...line, key: rootOf(endsOf(line)[0] ?? '') }))
}

/** Spreads the smallest name along the pairs until nothing changes: slow and plain. */
function rootsOf(pairs: readonly (readonly string[])[]): (node: string) => string {
  const roots = new Map<string, string>()
  const rootOf = (node: string): string => roots.get(node) ?? node
  for (let changed = true; changed; ) {
    changed = false
    for (const pair of pairs) {
      const least = pair.map(rootOf).sort()[0] ?? ''
      for (const node of pair) {
        if (rootOf(node) === least) continue
        roots.set(node, least)
        changed = true
      }
    }
  }
  return rootOf
}
