/** What was resolved over all articles → quads, in sections: claims with their origins, joins and links; entities; merges. */
import type { NamedNode, Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Claim, Entity, EntityType, Join, LinkType, Merge } from '../model.js'
import { teller } from './articleQuads.js'
import { date, decimal, encode, entityIri, foreignIri, hs, idIri, integer, label, term, text } from './terms.js'

const type = term('rdf', 'type')

export const entityClasses: Readonly<Record<EntityType, NamedNode>> = {
  person: term('schema', 'Person'),
  organization: term('schema', 'Organization'),
  armedgroup: hs('ArmedGroup'),
  governmentbody: term('schema', 'GovernmentOrganization'),
  outlet: term('schema', 'NewsMediaOrganization'),
  place: term('schema', 'Place'),
  channel: hs('Channel'),
  unnamed: hs('UnnamedSource')
}

export const linkProperties: Readonly<Record<LinkType, string>> = {
  supports: 'supports',
  contradicts: 'contradicts',
  updates: 'updates',
  denies: 'denies'
}

export function* claimQuads(claim: Claim, base: string): Iterable<Quad> {
  const node = idIri(base, claim.id)
  const say = teller(node)
  yield say(type, term('schema', 'Claim'))
  yield say(term('schema', 'text'), text(claim.text))
  for (const article of sorted(claim.articles)) yield say(term('schema', 'appearance'), idIri(base, article))
  yield say(hs('statementCount'), integer(claim.statements.length))
  yield say(hs('articleCount'), integer(claim.articles.length))
  yield say(hs('originCount'), integer(claim.origins.length))
  if (claim.firstSaid !== null) yield say(hs('firstSaid'), date(claim.firstSaid))
  if (claim.firstSaidBy !== null) yield say(hs('firstSaidBy'), entityIri(base, claim.firstSaidBy))
  for (const entity of sorted(claim.deniedBy)) yield say(hs('deniedBy'), entityIri(base, entity))
  const links = [...claim.links].sort((a, b) => order(a.type, b.type) || order(a.to, b.to))
  for (const link of links) yield say(hs(linkProperties[link.type]), idIri(base, link.to))
  const origins = claim.origins.map((members) => sorted(members)).sort((a, b) => order(a.join(' '), b.join(' ')))
  const originNodes = origins.map((_, index) => DataFactory.namedNode(`${node.value}#origin=${index + 1}`))
  for (const origin of originNodes) yield say(hs('origin'), origin)
  const joins = claim.joins.map((join) => ({ ...join, node: joinIri(node, join) }))
  for (const join of joins) yield say(hs('join'), join.node)
  for (const [index, members] of origins.entries()) {
    const origin = originNodes[index]
    if (!origin) continue
    yield teller(origin)(type, hs('Origin'))
    for (const member of members) {
      const who = member.startsWith('article/') ? idIri(base, member) : entityIri(base, member)
      yield teller(origin)(hs('member'), who)
    }
  }
  for (const link of links) {
    const here = DataFactory.namedNode(`${node.value}#${link.type}=${encode(link.to.replace(/^claim\//, ''))}`)
    const tell = teller(here)
    yield tell(type, hs('Link'))
    yield tell(hs('linkFrom'), node)
    yield tell(hs('linkTo'), idIri(base, link.to))
    yield tell(hs('linkType'), hs(`link-${link.type}`))
    yield tell(hs('reason'), text(link.reason))
    for (const statement of link.evidence) yield tell(hs('evidence'), idIri(base, statement))
  }
  for (const join of joins) {
    const tell = teller(join.node)
    yield tell(type, hs('Join'))
    yield tell(hs('joins'), idIri(base, join.a))
    yield tell(hs('joins'), idIri(base, join.b))
    yield tell(hs('reason'), text(join.reason))
    yield tell(hs('score'), decimal(join.score, 3))
  }
}

function joinIri(claim: NamedNode, { a, b }: Join): NamedNode {
  const pair = [a, b].map((id) => encode(id.replace(/^article\//, '')))
  return DataFactory.namedNode(`${claim.value}#join=${pair.join(',')}`)
}

export function* entityQuads(entity: Entity, merges: readonly Merge[], base: string): Iterable<Quad> {
  const node = entityIri(base, entity.id)
  const say = teller(node)
  yield say(type, hs('Entity'))
  yield say(type, entityClasses[entity.type])
  const name = label(entity.name, 'en')
  yield say(term('skos', 'prefLabel'), name)
  const others = new Set(entity.otherNames.map((other) => label(other, 'en').value))
  for (const other of sorted([...others])) {
    if (other !== '' && other !== name.value) yield say(term('skos', 'altLabel'), label(other, 'en'))
  }
  for (const same of sorted(entity.exactMatch)) {
    const match = foreignIri(same)
    if (match) yield say(term('skos', 'exactMatch'), match)
  }
  if (entity.latitude !== null) yield say(term('schema', 'latitude'), decimal(entity.latitude))
  if (entity.longitude !== null) yield say(term('schema', 'longitude'), decimal(entity.longitude))
  if (entity.kind !== null) yield say(hs('kind'), text(entity.kind))
  for (const merge of merges) yield* mergeQuads(merge, base)
}

export function* mergeQuads(merge: Merge, base: string): Iterable<Quad> {
  const entity = entityIri(base, merge.to)
  const where = merge.article === null ? '' : merge.article.replace(/^article\//, '')
  const tell = teller(
    DataFactory.namedNode(
      `${entity.value}#merge=${[merge.from, merge.name, where, merge.reason].map(encode).join(',')}`
    )
  )
  yield tell(type, hs('Merge'))
  yield tell(hs('mergedName'), label(merge.name, 'en'))
  yield tell(hs('mergedFrom'), text(merge.from))
  yield tell(hs('mergedInto'), entity)
  if (merge.article !== null) yield tell(hs('article'), idIri(base, merge.article))
  yield tell(hs('reason'), text(merge.reason))
  yield tell(hs('score'), decimal(merge.score, 3))
}

function sorted<T extends string>(values: readonly T[]): T[] {
  return [...values].sort(order)
}

/** By code unit; negative, zero or positive. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
