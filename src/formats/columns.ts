/**
 * The columns of nodes and edges in every graph file, in order, with their types. Only types that GraphML itself has and that
 * Gephi, networkx and igraph all read; no column is named `id`, `type` or `timeset`, which Gephi keeps to itself.
 */
import type { EdgeAttributes, NodeAttributes } from '../graph/index.js'

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
