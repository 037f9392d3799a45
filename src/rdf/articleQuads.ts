/**
 * One record → its article's quads: the text and its sentences, the statements with their hops, the relations (reified, and as
 * plain quads in the graph of who states them), at last every evidence that was asked for. Entities in the record are global ids.
 */
import type { NamedNode, Quad, Quad_Graph, Term } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { ArticleRecord, ClaimId, Copy, Relation, RelationType, Statement, StatementId, When } from '../model.js'
import { EvidenceNodes } from './evidenceNodes.js'
import { count, date, decimal, encode, entityIri, foreignIri, hs, idIri, integer, label, term, text } from './terms.js'

export interface ArticleContext {
  readonly base: string
  /** Reify with RDF 1.2's triple terms instead of rdf:subject, rdf:predicate and rdf:object. */
  readonly rdf12: boolean
  readonly claimsOf: (statement: StatementId) => readonly ClaimId[]
  readonly copies: readonly Copy[]
  /** The IRI of a sentence of another article, by its number. */
  readonly sentenceOf: (article: string, number: number) => NamedNode | null
}

const type = term('rdf', 'type')

export const relationProperties: Readonly<Record<RelationType, string>> = {
  'holds-role': 'holdsRole',
  leads: 'leads',
  'spokesperson-of': 'spokespersonOf',
  'member-of': 'memberOf',
  'located-in': 'locatedIn',
  near: 'near',
  'part-of': 'partOf',
  'linked-to': 'linkedTo'
}

export function* articleQuads(record: ArticleRecord, context: ArticleContext): Iterable<Quad> {
  const article = idIri(context.base, record.article.id)
  const evidence = new EvidenceNodes(record.article, record.sentences, article)
  yield* aboutArticle(record, article, context)
  yield* evidence.sentenceQuads(article)
  for (const mention of record.mentions) evidence.names(mention, entityIri(context.base, mention.entity))
  for (const statement of unique(record.statements))
    yield* statementQuads(statement, record, article, evidence, context)
  yield* relationsOf(record, article, evidence, context)
  yield* copyQuads(record, article, evidence, context)
  yield* evidence.quads(article)
}

function* aboutArticle(record: ArticleRecord, article: NamedNode, context: ArticleContext): Iterable<Quad> {
  const { doc, text: words, sha256, title, published, publisher, url, authors, language } = record.article
  const say = teller(article)
  yield say(type, term('schema', 'NewsArticle'))
  yield say(type, term('nif', 'Context'))
  yield say(term('schema', 'identifier'), text(doc))
  yield say(hs('sha256'), text(sha256))
  yield say(term('schema', 'inLanguage'), text(language))
  if (title !== null) yield say(term('schema', 'headline'), label(title, language))
  if (published !== null) yield say(term('schema', 'datePublished'), date(published))
  if (publisher !== null) yield say(term('schema', 'publisher'), label(publisher, language))
  for (const author of authors) yield say(term('schema', 'author'), label(author, language))
  const address = url === null ? null : foreignIri(url)
  if (address) yield say(term('schema', 'url'), address)
  for (const copy of context.copies) {
    yield say(hs('copyOf'), idIri(context.base, copy.of))
    yield say(term('prov', 'wasDerivedFrom'), idIri(context.base, copy.of))
  }
  yield say(term('nif', 'beginIndex'), count(0))
  yield say(term('nif', 'endIndex'), count([...words].length))
  yield say(term('nif', 'isString'), text(words))
}

function* statementQuads(
  statement: Statement,
  record: ArticleRecord,
  article: NamedNode,
  evidence: EvidenceNodes,
  context: ArticleContext
): Iterable<Quad> {
  const { base } = context
  const node = idIri(base, statement.id)
  const say = teller(node)
  const words = record.article.text
  yield say(type, hs('Statement'))
  yield say(hs('article'), article)
  yield say(
    term('schema', 'text'),
    text(statement.content.map(({ start, end }) => words.slice(start, end)).join(' … '))
  )
  yield say(hs('act'), hs(`act-${encode(statement.act)}`))
  yield say(hs('mode'), hs(`mode-${encode(statement.mode)}`))
  yield say(hs('confidence'), decimal(statement.confidence, 3))
  yield say(hs('rule'), text(statement.rule))
  const sentence = record.sentences[statement.sentence]
  if (sentence) yield say(term('nif', 'sentence'), evidence.node(sentence))
  for (const found of evidence.ofAll(statement.source)) yield say(hs('source'), found)
  for (const found of evidence.ofAll(statement.cue)) yield say(hs('cue'), found)
  for (const found of evidence.ofAll(statement.content)) yield say(hs('content'), found)
  for (const claim of context.claimsOf(statement.id)) yield say(hs('claim'), idIri(base, claim))
  if (statement.inside !== null) yield say(hs('inside'), idIri(base, statement.inside))
  for (const entity of [...new Set(statement.about)].sort()) yield say(term('schema', 'about'), entityIri(base, entity))
  for (const hedge of statement.hedges) {
    for (const found of evidence.of(hedge)) yield say(hs(hedge.kind), found)
  }
  const hops = statement.chain.map((_, index) => part(node, `hop=${index + 1}`))
  const times = statement.when.map((when) => part(node, `${when.of}=${evidence.range(when)}`))
  const quantities = statement.quantities.map((quantity) => part(node, `quantity=${evidence.range(quantity)}`))
  const day = dayOf(statement, record.article.published)
  if (day !== null) yield say(hs('saidOn'), date(day))
  const positions = positionsOf(statement.chain)
  for (const [index, { entity }] of statement.chain.entries()) {
    yield say(hs(positions[index] === 1 ? 'saidBy' : 'through'), entityIri(base, entity))
  }
  for (const hop of hops) yield say(hs('hop'), hop)
  for (const [index, time] of times.entries()) {
    yield say(hs(statement.when[index]?.of === 'said' ? 'saidWhen' : 'happenedWhen'), time)
  }
  for (const quantity of quantities) yield say(hs('quantity'), quantity)

  for (const [index, hop] of statement.chain.entries()) {
    const here = hops[index]
    if (!here) continue
    const tell = teller(here)
    yield tell(type, hs('Hop'))
    const position = positions[index] ?? 1
    yield tell(hs('position'), integer(position))
    yield tell(hs('role'), hs(`role-${encode(hop.role)}`))
    yield tell(hs('entity'), entityIri(base, hop.entity))
    for (const [later, next] of hops.entries()) if (positions[later] === position + 1) yield tell(hs('next'), next)
    const shown = evidence.of(hop)
    // Nobody is named ("it was reported"): then the cue, or the words themselves, are all there is to show.
    const proof =
      shown.length > 0 ? shown : evidence.ofAll(statement.cue.length > 0 ? statement.cue : statement.content)
    for (const found of proof) yield tell(hs('evidence'), found)
  }
  for (const [index, when] of statement.when.entries()) {
    const time = times[index]
    if (time) yield* timeQuads(time, when, evidence)
  }
  for (const [index, quantity] of statement.quantities.entries()) {
    const here = quantities[index]
    if (!here) continue
    const tell = teller(here)
    yield tell(type, hs('Quantity'))
    yield tell(hs('number'), decimal(quantity.number))
    yield tell(hs('bound'), hs(`bound-${encode(quantity.bound)}`))
    yield tell(hs('unit'), text(quantity.unit))
    for (const found of evidence.of(quantity)) yield tell(hs('evidence'), found)
  }
}

/** The day that its words give, else the article's; null where neither gives a whole day. */
function dayOf({ when }: Statement, published: string | null): string | null {
  const said = when.find((time) => time.of === 'said' && time.from !== null && time.from === time.to)
  const day = (said?.from ?? published ?? '').slice(0, 10)
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day : null
}

/** Several who say it together stand side by side: 1, 1, 2. Everybody after them is one step nearer to the reader. */
function positionsOf(chain: Statement['chain']): number[] {
  const later = chain.findIndex(({ role }) => role !== 'speaker')
  const together = later < 0 ? chain.length : Math.max(later, 1)
  return chain.map((_, index) => (index < together ? 1 : index - together + 2))
}

function* timeQuads(node: NamedNode, when: When, evidence: EvidenceNodes): Iterable<Quad> {
  const tell = teller(node)
  yield tell(type, hs('Time'))
  if (when.from !== null) yield tell(hs('from'), date(when.from))
  if (when.to !== null) yield tell(hs('until'), date(when.to))
  yield tell(hs('precision'), hs(`precision-${encode(when.precision)}`))
  for (const found of evidence.of(when)) yield tell(hs('evidence'), found)
}

function* relationsOf(
  record: ArticleRecord,
  article: NamedNode,
  evidence: EvidenceNodes,
  context: ArticleContext
): Iterable<Quad> {
  if (record.relations.length === 0) return
  const narration = DataFactory.namedNode(`${article.value}#narration`)
  if (record.relations.some((relation) => relation.statement === null)) {
    yield DataFactory.quad(narration, type, hs('Narration'))
    yield DataFactory.quad(narration, hs('article'), article)
  }
  const told: Quad[] = []
  const nodes = new Set<string>()
  for (const relation of record.relations) {
    const voice = relation.statement === null ? narration : idIri(context.base, relation.statement)
    const claimed = claimedQuads(relation, voice, record.article.language, context.base)
    const [first] = claimed
    if (!first) continue
    told.push(...claimed)
    const node = relationIri(relation, article, evidence)
    if (nodes.has(node.value)) continue
    nodes.add(node.value)
    const tell = teller(node)
    yield tell(type, hs('Relation'))
    yield tell(hs('statedIn'), voice)
    yield tell(hs('article'), article)
    if (context.rdf12) {
      const stated = DataFactory.quad(first.subject, first.predicate, first.object)
      yield DataFactory.quad(node, term('rdf', 'reifies'), stated as unknown as NamedNode)
    } else {
      yield tell(term('rdf', 'subject'), first.subject)
      yield tell(term('rdf', 'predicate'), first.predicate)
      yield tell(term('rdf', 'object'), first.object)
    }
    if (relation.role !== null) yield tell(hs('roleTitle'), label(relation.role, record.article.language))
    for (const found of evidence.of(relation)) yield tell(hs('evidence'), found)
  }
  yield* told
}

/** What the text says, for the graph of who says it. The first quad is the relation itself. */
function claimedQuads(relation: Relation, graph: NamedNode, language: string, base: string): Quad[] {
  const subject = entityIri(base, relation.subject)
  const quads: Quad[] = []
  const add = (predicate: NamedNode, object: Term) =>
    quads.push(DataFactory.quad(subject, predicate, object as NamedNode, graph as Quad_Graph) as Quad)
  if (relation.object !== null) add(hs(relationProperties[relation.type]), entityIri(base, relation.object))
  if (relation.role !== null) add(hs('roleTitle'), label(relation.role, language))
  return quads
}

function relationIri(relation: Relation, article: NamedNode, evidence: EvidenceNodes): NamedNode {
  const parts = [evidence.range(relation), relation.type, encode(relation.subject)]
  parts.push(encode(relation.object ?? relation.role ?? ''))
  if (relation.statement !== null) parts.push(encode(relation.statement.replace(/^.*#statement=/, '')))
  return DataFactory.namedNode(`${article.value}#relation=${parts.join(',')}`)
}

function* copyQuads(
  record: ArticleRecord,
  article: NamedNode,
  evidence: EvidenceNodes,
  context: ArticleContext
): Iterable<Quad> {
  for (const copy of context.copies) {
    const node = DataFactory.namedNode(`${article.value}#copy=${encode(copy.of.replace(/^article\//, ''))}`)
    const tell = teller(node)
    yield tell(type, hs('Copy'))
    yield tell(hs('copy'), article)
    yield tell(hs('original'), idIri(context.base, copy.of))
    yield tell(hs('copyKind'), hs(`copy-${encode(copy.kind)}`))
    yield tell(hs('reason'), text(copy.reason))
    const repeats: Quad[] = []
    for (const [mine, theirs] of copy.sentences) {
      const sentence = record.sentences[mine]
      const original = context.sentenceOf(copy.of, theirs)
      if (!sentence) continue
      yield tell(hs('evidence'), evidence.node(sentence))
      if (original) repeats.push(DataFactory.quad(evidence.node(sentence), hs('repeats'), original))
    }
    yield* repeats
  }
}

/** Two finders may report one statement; its id is its identity, and the first told counts. */
function unique(statements: readonly Statement[]): Statement[] {
  const seen = new Set<string>()
  return statements.filter(({ id }) => !seen.has(id) && seen.add(id))
}

function part(node: NamedNode, name: string): NamedNode {
  return DataFactory.namedNode(`${node.value};${name}`)
}

/** @example teller(article)(rdf:type, schema:NewsArticle) */
export function teller(subject: NamedNode): (predicate: NamedNode, object: Term) => Quad {
  return (predicate, object) => DataFactory.quad(subject, predicate, object as NamedNode) as Quad
}
