/**
 * Records and their resolution → the actor graph: who speaks about whom, through whom, who denies whom. One edge per pair and
 * relation; its weight is the number of statements, and a column lists where each of them stands.
 */
import { MultiDirectedGraph } from 'graphology'
import type { ArticleRecord, Statement, StatementId } from '../model.js'
import { EdgeCollector } from './edges.js'
import { entityNode, entityNodes } from './entities.js'
import { aboutRelation } from './look.js'
import { compareText, distinctRecords } from './order.js'
import { Places, saidAt } from './places.js'
import { relationPieces } from './relations.js'
import type { EdgeAttributes, GraphInput, HearsayGraph, NodeAttributes } from './types.js'

interface Told {
  readonly record: ArticleRecord
  readonly places: Places
  readonly statement: Statement
}

/** @example actorGraph({ records: globalRecords(records, resolution), resolution }).edges() */
export function actorGraph({ records, resolution }: GraphInput): HearsayGraph {
  const distinct = distinctRecords(records)
  const edges = new EdgeCollector()
  const speakers = new Set<string>()
  const told = new Map<StatementId, Told>()
  for (const record of distinct) {
    const places = new Places(record)
    for (const statement of record.statements) {
      const each = { record, places, statement }
      told.set(statement.id, each)
      for (const hop of statement.chain) speakers.add(entityNode(hop.entity))
      addStatement(each, edges)
    }
    edges.add(...relationPieces(record, places).filter(({ source, target }) => source !== target))
  }
  for (const claim of resolution.claims) {
    for (const { type, evidence } of claim.links) {
      if (type !== 'contradicts' && type !== 'denies') continue
      const [from, to] = [told.get(evidence[0]), told.get(evidence[1])]
      if (from && to) connect(edges, from, speakerOf(from), speakerOf(to), type)
    }
  }
  const graph: HearsayGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>()
  const touched = edges.touched()
  const nodes = entityNodes(distinct, resolution)
  for (const id of [...nodes.keys()].sort(compareText)) {
    const attributes = nodes.get(id)
    if (attributes && (touched.has(id) || speakers.has(id))) graph.addNode(id, attributes)
  }
  edges.addTo(graph, true)
  return graph
}

function addStatement(each: Told, edges: EdgeCollector): void {
  const { chain, about, act } = each.statement
  for (const entity of about) connect(edges, each, speakerOf(each), entity, aboutRelation(act))
  for (const [i, hop] of chain.entries()) connect(edges, each, hop.entity, chain[i + 1]?.entity, 'through')
}

function speakerOf({ statement }: Told): string | undefined {
  return statement.chain[0]?.entity
}

/** Nobody is linked to himself: that he speaks about himself shows nothing in a picture of who speaks about whom. */
function connect(
  edges: EdgeCollector,
  each: Told,
  from: string | undefined,
  to: string | undefined,
  relation: string
): void {
  if (from === undefined || to === undefined || from === to) return
  const { record, places, statement } = each
  edges.add({
    source: entityNode(from),
    target: entityNode(to),
    relation,
    evidence: places.of(statement),
    confidence: statement.confidence,
    act: statement.act,
    statement: statement.id,
    said: saidAt(record, statement)
  })
}
