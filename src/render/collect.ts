/** Records, their resolution and the placed actor graph → the data of the page. */
import type { EdgeAttributes, HearsayGraph } from '../graph/index.js'
import { firstWords } from '../graph/look.js'
import type { ArticleRecord, Claim, Copy, EntityId, Resolved, Span, Statement } from '../model.js'
import { mapOffsets, type OffsetMap } from '../offsets.js'
import type {
  PageArticle,
  PageClaim,
  PageCopy,
  PageData,
  PageEdge,
  PageEntity,
  PageEvidence,
  PageStatement,
  Range
} from './pageData.js'

export interface PageInput {
  /** With entity ids that hold over all articles. */
  readonly records: readonly ArticleRecord[]
  readonly resolution: Resolved
  /** The actor graph, its nodes placed. */
  readonly graph: HearsayGraph
  readonly title?: string
}

export function collectPageData({ records, resolution, graph, title = 'Who says what' }: PageInput): PageData {
  const numbers = numberThings(records, resolution)
  const offsets = records.map(({ article }) => mapOffsets(article.text))
  return {
    title,
    articles: records.map((record) => articleData(record, numbers)),
    entities: numbers.entities,
    statements: records.flatMap((record, article) =>
      record.statements.map((each) => statementData(each, article, numbers))
    ),
    claims: numbers.claims.map((claim) => claimData(claim, numbers)),
    copies: resolution.copies.flatMap((copy) => copyData(copy, numbers)),
    nodes: graph.mapNodes((id, { x, y, size }) => [numbers.entity(id.replace(/^entity\//, '')), x, y, size] as const),
    edges: graph.mapEdges((_, attributes, source, target) => edgeData(attributes, source, target, numbers, offsets))
  }
}

interface Numbers {
  /** Those that a record here states. */
  readonly claims: readonly Claim[]
  readonly entities: readonly PageEntity[]
  readonly entity: (id: EntityId) => number
  readonly article: (id: string) => number
  readonly statement: (id: string) => number
  readonly claim: (id: string) => number
}

function numberThings(records: readonly ArticleRecord[], resolution: Resolved): Numbers {
  const used = new Set(records.flatMap(entitiesUsed))
  const entities = new Map<EntityId, PageEntity>()
  // What only the gazetteer or an article that is not drawn knows has no sentence to show here.
  for (const { id, type, name, otherNames, exactMatch } of resolution.entities) {
    if (used.has(id)) entities.set(id, { id, type, name: name || id, otherNames, exactMatch })
  }
  for (const record of records) {
    for (const { id, type, name, otherNames } of record.entities) {
      if (!entities.has(id)) entities.set(id, { id, type, name: name || id, otherNames, exactMatch: [] })
    }
    const places = [...record.mentions, ...record.statements.flatMap(({ chain }) => chain)]
    for (const { entity } of places) {
      if (!entities.has(entity)) {
        entities.set(entity, { id: entity, type: 'unnamed', name: entity, otherNames: [], exactMatch: [] })
      }
    }
  }
  const kept = [...entities.values()].filter(({ id }) => used.has(id))
  const statements = records.flatMap((record) => record.statements)
  const statement = lookUp(statements)
  const claims: Claim[] = []
  for (const claim of resolution.claims) {
    if (claim.statements.some((id) => known(statement(id)))) claims.push(claim)
  }
  return {
    claims,
    entities: kept,
    entity: lookUp(kept),
    article: lookUp(records.map(({ article }) => article)),
    statement,
    claim: lookUp(claims)
  }
}

function entitiesUsed({ mentions, statements, relations }: ArticleRecord): EntityId[] {
  return [
    ...mentions.map(({ entity }) => entity),
    ...statements.flatMap(({ chain, about }) => [...chain.map(({ entity }) => entity), ...about]),
    ...relations.flatMap(({ subject, object }) => (object === null ? [subject] : [subject, object]))
  ]
}

function lookUp(things: readonly { readonly id: string }[]): (id: string) => number {
  const found = new Map(things.map(({ id }, i) => [id, i]))
  return (id) => found.get(id) ?? -1
}

const known = (number: number): boolean => number >= 0

function range({ start, end }: Span): Range {
  return [start, end]
}

function articleData({ article, sentences, mentions }: ArticleRecord, { entity }: Numbers): PageArticle {
  const { id, doc, title, published, publisher, url, authors, language, text } = article
  const names = mentions
    .filter(({ kind }) => kind === 'name')
    .map((mention) => [mention.start, mention.end, entity(mention.entity)] as const)
  return {
    ...{ id, doc, title, lead: leadOf(article.text, sentences), published, publisher, url, authors, language, text },
    sentences: sentences.map(range),
    names
  }
}

function leadOf(text: string, sentences: ArticleRecord['sentences']): string {
  const first = sentences.find(({ mark }) => mark === null) ?? sentences[0]
  return first ? firstWords(text.slice(first.start, first.end), 70) : ''
}

function statementData(statement: Statement, article: number, numbers: Numbers): PageStatement {
  const { id, sentence, mode, act, confidence } = statement
  return {
    ...{ id, article, sentence, mode, act, confidence },
    // Field by field: a record that was read from a file has them in another order than one just made, and bytes must not tell.
    when: statement.when.map(({ of, from, to, precision, start, end }) => ({ of, from, to, precision, start, end })),
    source: statement.source.map(range),
    cue: statement.cue.map(range),
    content: statement.content.map(range),
    chain: statement.chain.map(({ role, entity, start, end }) => [role, numbers.entity(entity), start, end] as const),
    hedges: statement.hedges.map(range),
    about: statement.about.map(numbers.entity).filter(known),
    inside: statement.inside === null ? -1 : numbers.statement(statement.inside)
  }
}

function claimData(claim: Claim, numbers: Numbers): PageClaim {
  const { id, text, firstSaid, firstSaidBy } = claim
  return {
    ...{ id, text, firstSaid },
    statements: claim.statements.map(numbers.statement).filter(known),
    articles: claim.articles.map(numbers.article).filter(known),
    origins: claim.origins.map((members) => ({
      entities: members.map(numbers.entity).filter(known),
      articles: members.map(numbers.article).filter(known)
    })),
    firstSaidBy: firstSaidBy === null ? -1 : numbers.entity(firstSaidBy),
    deniedBy: claim.deniedBy.map(numbers.entity).filter(known),
    links: claim.links.flatMap(({ type, to, reason, evidence: [a, b] }) => {
      const link = {
        type,
        to: numbers.claim(to),
        reason,
        evidence: [numbers.statement(a), numbers.statement(b)] as const
      }
      return known(link.to) ? [link] : []
    })
  }
}

function copyData({ from, of, kind, sentences, reason }: Copy, { article }: Numbers): PageCopy[] {
  const copy = { from: article(from), of: article(of), kind, sentences, reason }
  return known(copy.from) && known(copy.of) ? [copy] : []
}

/** The graph's places are in code points, as files have them; here they become UTF-16 again. */
function edgeData(
  attributes: EdgeAttributes,
  source: string,
  target: string,
  numbers: Numbers,
  offsets: readonly OffsetMap[]
): PageEdge {
  const listed: unknown = attributes.evidence === '' ? [attributes] : JSON.parse(attributes.evidence)
  const evidence = (Array.isArray(listed) ? listed : []).flatMap((place): PageEvidence[] => {
    const article = numbers.article(String(place.article))
    const map = offsets[article]
    if (!map) return []
    const [start, end] = [map.toUtf16(Number(place.start)), map.toUtf16(Number(place.end))]
    return [[article, Number(place.sentence), start, end, numbers.statement(String(place.statement ?? ''))]]
  })
  const [from, to] = [source, target].map((id) => numbers.entity(id.replace(/^entity\//, '')))
  return { from: from ?? -1, to: to ?? -1, relation: attributes.relation, evidence }
}
