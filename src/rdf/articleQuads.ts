/**
 * One record → its article's quads: the text and its sentences, the statements with their hops, the relations (reified, and as
 * plain quads in the graph of who states them), at last every evidence that was asked for. Entities in the record are global ids.
 */
import type { NamedNode, Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type {
  ArticleRecord,
  ClaimId,
  Copy,
  EntityId,
  Hop,
  Quantity,
  Relation,
  RelationType,
  Statement,
  StatementId,
  When
} from '../model.js'
import { mapOffsets } from '../offsets.js'
import { EvidenceNodes } from './evidenceNodes.js'
import { teller } from './teller.js'
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

export function articleQuads(record: ArticleRecord, context: ArticleContext): Quad[] {
  const article = idIri(context.base, record.article.id)
  const evidence = new EvidenceNodes(record.article, record.sentences, article)
  const telling: Telling = { quads: [], record, article, evidence, context, entity: entitiesUnder(context.base) }
  tellArticle(telling)
  evidence.tellSentences(telling.quads, article)
  for (const mention of record.mentions) evidence.names(mention, telling.entity(mention.entity))
  for (const statement of unique(record.statements)) tellStatement(telling, statement)
  tellRelations(telling)
  for (const copy of context.copies) tellCopy(telling, copy)
  evidence.tell(telling.quads, article)
  return telling.quads
}

/** What is told of one article, and what is needed to tell it. */
interface Telling {
  readonly quads: Quad[]
  readonly record: ArticleRecord
  readonly article: NamedNode
  readonly evidence: EvidenceNodes
  readonly context: ArticleContext
  readonly entity: (id: EntityId) => NamedNode
}

function tellArticle({ quads, record, article, context }: Telling): void {
  const { doc, text: words, sha256, title, published, publisher, url, authors, language } = record.article
  const say = teller(quads, article)
  say(type, term('schema', 'NewsArticle'))
  say(type, term('nif', 'Context'))
  say(term('schema', 'identifier'), text(doc))
  say(hs('sha256'), text(sha256))
  say(term('schema', 'inLanguage'), text(language))
  if (title !== null) say(term('schema', 'headline'), label(title, language))
  if (published !== null) say(term('schema', 'datePublished'), date(published))
  if (publisher !== null) say(term('schema', 'publisher'), label(publisher, language))
  for (const author of authors) say(term('schema', 'author'), label(author, language))
  const address = url === null ? null : foreignIri(url)
  if (address) say(term('schema', 'url'), address)
  for (const copy of context.copies) {
    say(hs('copyOf'), idIri(context.base, copy.of))
    say(term('prov', 'wasDerivedFrom'), idIri(context.base, copy.of))
  }
  say(term('nif', 'beginIndex'), count(0))
  say(term('nif', 'endIndex'), count(mapOffsets(words).toCodePoint(words.length)))
  say(term('nif', 'isString'), text(words))
}

/** A statement's parts, which have IRIs of their own, in the order in which it points at them. */
interface Parts {
  readonly hops: readonly NamedNode[]
  /** Where each hop stands in the chain. */
  readonly positions: readonly number[]
  readonly times: readonly NamedNode[]
  readonly quantities: readonly NamedNode[]
}

function tellStatement(telling: Telling, statement: Statement): void {
  const { context, evidence, quads } = telling
  const node = idIri(context.base, statement.id)
  const parts = {
    hops: statement.chain.map((_, index) => part(node, `hop=${index + 1}`)),
    positions: positionsOf(statement.chain),
    times: statement.when.map((when) => part(node, `${when.of}=${evidence.range(when)}`)),
    quantities: statement.quantities.map((quantity) => part(node, `quantity=${evidence.range(quantity)}`))
  }
  tellWhatIsSaid(telling, statement, node)
  tellWhoSaysIt(telling, statement, node, parts)
  for (const [index, hop] of statement.chain.entries()) tellHop(telling, statement, hop, index, parts)
  for (const [index, time] of parts.times.entries()) {
    const when = statement.when[index]
    if (when) tellTime(quads, time, when, evidence)
  }
  for (const [index, node] of parts.quantities.entries()) {
    const quantity = statement.quantities[index]
    if (quantity) tellQuantity(quads, node, quantity, evidence)
  }
}

function tellWhatIsSaid(telling: Telling, statement: Statement, node: NamedNode): void {
  const { quads, record, article, evidence, context } = telling
  const say = teller(quads, node)
  const words = record.article.text
  say(type, hs('Statement'))
  say(hs('article'), article)
  const content = statement.content.map(({ start, end }) => words.slice(start, end)).join(' … ')
  say(term('schema', 'text'), text(content))
  say(hs('act'), hs(`act-${encode(statement.act)}`))
  say(hs('mode'), hs(`mode-${encode(statement.mode)}`))
  say(hs('confidence'), decimal(statement.confidence, 3))
  say(hs('rule'), text(statement.rule))
  const sentence = record.sentences[statement.sentence]
  if (sentence) say(term('nif', 'sentence'), evidence.node(sentence))
  for (const found of evidence.ofAll(statement.source)) say(hs('source'), found)
  for (const found of evidence.ofAll(statement.cue)) say(hs('cue'), found)
  for (const found of evidence.ofAll(statement.content)) say(hs('content'), found)
  for (const claim of context.claimsOf(statement.id)) say(hs('claim'), idIri(context.base, claim))
  if (statement.inside !== null) say(hs('inside'), idIri(context.base, statement.inside))
  for (const entity of [...new Set(statement.about)].sort()) say(term('schema', 'about'), telling.entity(entity))
  for (const hedge of statement.hedges) for (const found of evidence.of(hedge)) say(hs(hedge.kind), found)
}

function tellWhoSaysIt({ quads, record, entity }: Telling, statement: Statement, node: NamedNode, parts: Parts): void {
  const say = teller(quads, node)
  const day = dayOf(statement, record.article.published)
  if (day !== null) say(hs('saidOn'), date(day))
  for (const [index, hop] of statement.chain.entries()) {
    say(hs(parts.positions[index] === 1 ? 'saidBy' : 'through'), entity(hop.entity))
  }
  for (const hop of parts.hops) say(hs('hop'), hop)
  for (const [index, time] of parts.times.entries()) {
    say(hs(statement.when[index]?.of === 'said' ? 'saidWhen' : 'happenedWhen'), time)
  }
  for (const quantity of parts.quantities) say(hs('quantity'), quantity)
}

function tellHop(telling: Telling, statement: Statement, hop: Hop, index: number, { hops, positions }: Parts): void {
  const { quads, evidence, entity } = telling
  const here = hops[index]
  if (!here) return
  const say = teller(quads, here)
  say(type, hs('Hop'))
  const position = positions[index] ?? 1
  say(hs('position'), integer(position))
  say(hs('role'), hs(`role-${encode(hop.role)}`))
  say(hs('entity'), entity(hop.entity))
  for (const [later, next] of hops.entries()) if (positions[later] === position + 1) say(hs('next'), next)
  const shown = evidence.of(hop)
  // Nobody is named ("it was reported"): then the cue, or the words themselves, are all there is to show.
  const proof = shown.length > 0 ? shown : evidence.ofAll(statement.cue.length > 0 ? statement.cue : statement.content)
  for (const found of proof) say(hs('evidence'), found)
}

function tellQuantity(quads: Quad[], node: NamedNode, quantity: Quantity, evidence: EvidenceNodes): void {
  const say = teller(quads, node)
  say(type, hs('Quantity'))
  say(hs('number'), decimal(quantity.number))
  say(hs('bound'), hs(`bound-${encode(quantity.bound)}`))
  say(hs('unit'), text(quantity.unit))
  for (const found of evidence.of(quantity)) say(hs('evidence'), found)
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

function tellTime(quads: Quad[], node: NamedNode, when: When, evidence: EvidenceNodes): void {
  const say = teller(quads, node)
  say(type, hs('Time'))
  if (when.from !== null) say(hs('from'), date(when.from))
  if (when.to !== null) say(hs('until'), date(when.to))
  say(hs('precision'), hs(`precision-${encode(when.precision)}`))
  for (const found of evidence.of(when)) say(hs('evidence'), found)
}

function tellRelations(telling: Telling): void {
  const { quads, record, article, evidence, context } = telling
  if (record.relations.length === 0) return
  const narration = DataFactory.namedNode(`${article.value}#narration`)
  if (record.relations.some((relation) => relation.statement === null)) {
    const say = teller(quads, narration)
    say(type, hs('Narration'))
    say(hs('article'), article)
  }
  const told: Quad[] = []
  const nodes = new Set<string>()
  for (const relation of record.relations) {
    const voice = relation.statement === null ? narration : idIri(context.base, relation.statement)
    const claimed = claimedQuads(relation, voice, telling)
    const [first] = claimed
    if (!first) continue
    told.push(...claimed)
    const node = relationIri(relation, article, evidence)
    if (nodes.has(node.value)) continue
    nodes.add(node.value)
    tellRelation(telling, relation, node, voice, first)
  }
  for (const quad of told) quads.push(quad)
}

function tellRelation(telling: Telling, relation: Relation, node: NamedNode, voice: NamedNode, claimed: Quad): void {
  const { quads, record, article, evidence, context } = telling
  const say = teller(quads, node)
  say(type, hs('Relation'))
  say(hs('statedIn'), voice)
  say(hs('article'), article)
  if (context.rdf12) {
    say(term('rdf', 'reifies'), DataFactory.quad(claimed.subject, claimed.predicate, claimed.object) as Quad)
  } else {
    say(term('rdf', 'subject'), claimed.subject)
    say(term('rdf', 'predicate'), claimed.predicate)
    say(term('rdf', 'object'), claimed.object)
  }
  if (relation.role !== null) say(hs('roleTitle'), label(relation.role, record.article.language))
  for (const found of evidence.of(relation)) say(hs('evidence'), found)
}

/** What the text says, for the graph of who says it. The first quad is the relation itself. */
function claimedQuads(relation: Relation, graph: NamedNode, { record, entity }: Telling): Quad[] {
  const quads: Quad[] = []
  const say = teller(quads, entity(relation.subject), graph)
  if (relation.object !== null) say(hs(relationProperties[relation.type]), entity(relation.object))
  if (relation.role !== null) say(hs('roleTitle'), label(relation.role, record.article.language))
  return quads
}

function relationIri(relation: Relation, article: NamedNode, evidence: EvidenceNodes): NamedNode {
  const parts = [evidence.range(relation), relation.type, encode(relation.subject)]
  parts.push(encode(relation.object ?? relation.role ?? ''))
  if (relation.statement !== null) parts.push(encode(relation.statement.replace(/^.*#statement=/, '')))
  return DataFactory.namedNode(`${article.value}#relation=${parts.join(',')}`)
}

function tellCopy({ quads, record, article, evidence, context }: Telling, copy: Copy): void {
  const node = DataFactory.namedNode(`${article.value}#copy=${encode(copy.of.replace(/^article\//, ''))}`)
  const say = teller(quads, node)
  say(type, hs('Copy'))
  say(hs('copy'), article)
  say(hs('original'), idIri(context.base, copy.of))
  say(hs('copyKind'), hs(`copy-${encode(copy.kind)}`))
  say(hs('reason'), text(copy.reason))
  const repeats: Quad[] = []
  for (const [mine, theirs] of copy.sentences) {
    const sentence = record.sentences[mine]
    const original = context.sentenceOf(copy.of, theirs)
    if (!sentence) continue
    say(hs('evidence'), evidence.node(sentence))
    if (original) teller(repeats, evidence.node(sentence))(hs('repeats'), original)
  }
  for (const quad of repeats) quads.push(quad)
}

/** The nodes of entities, each made once. */
function entitiesUnder(base: string): (id: EntityId) => NamedNode {
  const known = new Map<EntityId, NamedNode>()
  return (id) => {
    const found = known.get(id)
    if (found !== undefined) return found
    const made = entityIri(base, id)
    known.set(id, made)
    return made
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
