/**
 * Records and their resolution → the provenance graph: articles, statements, claims and entities, and an edge for everything
 * that was read, with its place in the text. No two edges share source, target and relation.
 */
import { MultiDirectedGraph } from 'graphology'
import type { ArticleRecord, Claim, Statement, StatementId } from '../model.js'
import { EdgeCollector } from './edges.js'
import { entityNode, entityNodes } from './entities.js'
import { firstWords, hopRelations, nodeColors, nodeSize } from './look.js'
import { compareText, distinctRecords } from './order.js'
import { contentOf, Places, saidAt } from './places.js'
import { relationPieces } from './relations.js'
import type { EdgeAttributes, GraphInput, HearsayGraph, NodeAttributes, NodeKind } from './types.js'

/** A statement together with where to find it. */
interface Told {
  readonly record: ArticleRecord
  readonly places: Places
  readonly statement: Statement
}

/** @example provenanceGraph({ records: globalRecords(records, resolution), resolution }).order */
export function provenanceGraph({ records, resolution }: GraphInput): HearsayGraph {
  const distinct = distinctRecords(records)
  const edges = new EdgeCollector()
  const nodes = entityNodes(distinct, resolution)
  const told = new Map<StatementId, Told>()
  const read = new Map<string, { record: ArticleRecord; places: Places }>()
  for (const record of distinct) {
    const places = new Places(record)
    read.set(record.article.id, { record, places })
    for (const statement of record.statements) told.set(statement.id, { record, places, statement })
    nodes.set(record.article.id, articleNode(record))
    addMentions(record, places, edges)
    edges.add(...relationPieces(record, places))
  }
  for (const each of told.values()) {
    nodes.set(each.statement.id, statementNode(each))
    addStatement(each, told, edges)
  }
  for (const claim of resolution.claims) {
    const members = claim.statements.flatMap((id) => told.get(id) ?? [])
    if (members.length === 0) continue
    nodes.set(claim.id, claimNode(claim, members))
    for (const member of members) addEdge(edges, member, member.statement.id, claim.id, 'states')
  }
  for (const claim of resolution.claims) {
    for (const link of claim.links) {
      const shown = link.evidence.flatMap((id) => told.get(id) ?? [])
      if (!nodes.has(claim.id) || !nodes.has(link.to)) continue
      for (const each of shown) addEdge(edges, each, claim.id, link.to, link.type)
    }
  }
  for (const copy of resolution.copies) {
    const from = read.get(copy.from)
    if (!from || !nodes.has(copy.of)) continue
    const relation = copy.kind === 'reprint' ? 'reprints' : 'rewrites'
    for (const [own] of copy.sentences) {
      const sentence = from.record.sentences[own]
      const evidence = sentence && from.places.at(sentence, own)
      if (evidence) edges.add({ source: copy.from, target: copy.of, relation, evidence, confidence: 1 })
    }
  }
  return built(nodes, edges)
}

function built(nodes: ReadonlyMap<string, NodeAttributes>, edges: EdgeCollector): HearsayGraph {
  const graph: HearsayGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>()
  const touched = edges.touched()
  for (const id of [...nodes.keys()].sort(compareText)) {
    const attributes = nodes.get(id)
    // An entity that nothing in any article names came from the gazetteer alone, and has no evidence here.
    if (attributes && (touched.has(id) || attributes.kind === 'article')) graph.addNode(id, attributes)
  }
  edges.addTo(graph, false)
  return graph
}

function addStatement(each: Told, told: ReadonlyMap<StatementId, Told>, edges: EdgeCollector): void {
  const { record, places, statement } = each
  addEdge(edges, each, record.article.id, statement.id, 'contains')
  for (const hop of statement.chain) {
    edges.add({
      ...common(each),
      source: entityNode(hop.entity),
      target: statement.id,
      relation: hopRelations[hop.role],
      evidence: places.of(statement, hop)
    })
  }
  for (const entity of statement.about) addEdge(edges, each, statement.id, entityNode(entity), 'about')
  const outer = statement.inside
  if (outer !== null && told.has(outer)) addEdge(edges, each, statement.id, outer, 'inside')
}

function addEdge(edges: EdgeCollector, each: Told, source: string, target: string, relation: string): void {
  edges.add({ ...common(each), source, target, relation, evidence: each.places.of(each.statement) })
}

function common({ record, statement }: Told) {
  const { id, act, confidence } = statement
  return { confidence, act, statement: id, said: saidAt(record, statement) }
}

function addMentions({ article, mentions }: ArticleRecord, places: Places, edges: EdgeCollector): void {
  const said = (article.published ?? '').slice(0, 10)
  for (const mention of mentions) {
    const evidence = places.at(mention)
    edges.add({
      source: article.id,
      target: entityNode(mention.entity),
      relation: 'mentions',
      evidence,
      confidence: 1,
      said
    })
  }
}

const plain = {
  act: '',
  mode: '',
  confidence: 1,
  article: '',
  said: '',
  statements: 0,
  articles: 1,
  origins: 0,
  x: 0,
  y: 0
}

function look(kind: NodeKind, statements: number) {
  return { kind, size: kind === 'statement' ? 3 : nodeSize(statements), color: nodeColors[kind] }
}

function articleNode({ article, statements }: ArticleRecord): NodeAttributes {
  const said = (article.published ?? '').slice(0, 10)
  const byline = [article.publisher ?? article.doc, said].filter((part) => part !== '').join(', ')
  const label = firstWords(article.title ?? '') || byline
  const text = article.title ?? ''
  return {
    ...plain,
    ...look('article', statements.length),
    label,
    text,
    article: article.id,
    said,
    statements: statements.length
  }
}

function statementNode({ record, statement }: Told): NodeAttributes {
  const text = contentOf(record, statement)
  const { act, mode, confidence } = statement
  const said = saidAt(record, statement)
  const article = record.article.id
  return {
    ...plain,
    ...look('statement', 1),
    label: firstWords(text) || act,
    text,
    act,
    mode,
    confidence,
    article,
    said,
    statements: 1
  }
}

function claimNode(claim: Claim, members: readonly Told[]): NodeAttributes {
  const said =
    claim.firstSaid ?? members.map(({ record, statement }) => saidAt(record, statement)).sort(compareText)[0] ?? ''
  const [statements, articles, origins] = [members.length, claim.articles.length, claim.origins.length]
  return {
    ...plain,
    ...look('claim', statements),
    label: firstWords(claim.text) || 'claim',
    text: claim.text,
    said,
    statements,
    articles,
    origins
  }
}
