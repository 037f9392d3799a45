/**
 * The columns of nodes and edges in every graph file, in order, with their types. Only types that GraphML itself has and that
 * Gephi, networkx and igraph all read; no column is named `id`, `type` or `timeset`, which Gephi keeps to itself.
 */
import type { EdgeAttributes, NodeAttributes, NodeKind } from '../graph/index.js'

export type ColumnType = 'string' | 'int' | 'double'

export interface Column<Name extends string> {
  readonly name: Name
  readonly type: ColumnType
}

/** Position, size and colour stand apart: each format has its own place for them. */
export const nodeColumns: readonly Column<Exclude<keyof NodeAttributes, 'label' | 'x' | 'y' | 'size' | 'color'>>[] = [
  { name: 'kind', type: 'string' },
  { name: 'text', type: 'string' },
  { name: 'act', type: 'string' },
  { name: 'mode', type: 'string' },
  { name: 'confidence', type: 'double' },
  { name: 'article', type: 'string' },
  { name: 'said', type: 'string' },
  { name: 'statements', type: 'int' },
  { name: 'articles', type: 'int' },
  { name: 'origins', type: 'int' }
]

/** Label, weight and colour stand apart. */
export const edgeColumns: readonly Column<Exclude<keyof EdgeAttributes, 'label' | 'weight' | 'color'>>[] = [
  { name: 'relation', type: 'string' },
  { name: 'article', type: 'string' },
  { name: 'doc', type: 'string' },
  { name: 'sentence', type: 'int' },
  { name: 'start', type: 'int' },
  { name: 'end', type: 'int' },
  { name: 'quote', type: 'string' },
  { name: 'confidence', type: 'double' },
  { name: 'act', type: 'string' },
  { name: 'statement', type: 'string' },
  { name: 'said', type: 'string' },
  { name: 'evidence', type: 'string' }
]

/** `#e69f00` → [230, 159, 0] */
export function channels(color: string): readonly [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

/** `armedgroup` → `ArmedGroup`, as Neo4j names kinds of nodes. */
export function neo4jLabel(kind: NodeKind): string {
  const twoWords: Partial<Record<NodeKind, string>> = { armedgroup: 'ArmedGroup', governmentbody: 'GovernmentBody' }
  return twoWords[kind] ?? `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`
}

/** `speaks-about` → `SPEAKS_ABOUT`, as Neo4j names relations. */
export function neo4jType(relation: string): string {
  return relation.replaceAll('-', '_').toUpperCase()
}
