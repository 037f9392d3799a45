/** What was resolved over all articles → quads, in sections: claims with their origins, joins and links; entities; merges. */
import type { NamedNode, Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Claim, ClaimLink, Entity, EntityType, Join, LinkType, Merge } from '../model.js'
import { teller } from './teller.js'
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

export function claimQuads(claim: Claim, base: string): Quad[] {
  const quads: Quad[] = []
  const node = idIri(base, claim.id)
  const say = teller(quads, node)
  say(type, term('schema', 'Claim'))
  say(term('schema', 'text'), text(claim.text))
  for (const article of sorted(claim.articles)) say(term('schema', 'appearance'), idIri(base, article))
  say(hs('statementCount'), integer(claim.statements.length))
  say(hs('articleCount'), integer(claim.articles.length))
  say(hs('originCount'), integer(claim.origins.length))
  if (claim.firstSaid !== null) say(hs('firstSaid'), date(claim.firstSaid))
  if (claim.firstSaidBy !== null) say(hs('firstSaidBy'), entityIri(base, claim.firstSaidBy))
  for (const entity of sorted(claim.deniedBy)) say(hs('deniedBy'), entityIri(base, entity))
  const links = [...claim.links].sort((a, b) => order(a.type, b.type) || order(a.to, b.to))
  for (const link of links) say(hs(linkProperties[link.type]), idIri(base, link.to))
  const origins = claim.origins.map((members) => sorted(members)).sort((a, b) => order(a.join(' '), b.join(' ')))
  const originNodes = origins.map((_, index) => DataFactory.namedNode(`${node.value}#origin=${index + 1}`))
  for (const origin of originNodes) say(hs('origin'), origin)
  const joins = claim.joins.map((join) => ({ join, node: joinIri(node, join) }))
  for (const join of joins) say(hs('join'), join.node)
  for (const [index, origin] of originNodes.entries()) tellOrigin(quads, origin, origins[index] ?? [], base)
  for (const link of links) tellLink(quads, node, link, base)
  for (const join of joins) tellJoin(quads, join.node, join.join, base)
  return quads
}

function tellOrigin(quads: Quad[], node: NamedNode, members: readonly string[], base: string): void {
  const say = teller(quads, node)
  say(type, hs('Origin'))
  for (const member of members) {
    say(hs('member'), member.startsWith('article/') ? idIri(base, member) : entityIri(base, member))
  }
}

function tellLink(quads: Quad[], claim: NamedNode, link: ClaimLink, base: string): void {
  const node = DataFactory.namedNode(`${claim.value}#${link.type}=${encode(link.to.replace(/^claim\//, ''))}`)
  const say = teller(quads, node)
  say(type, hs('Link'))
  say(hs('linkFrom'), claim)
  say(hs('linkTo'), idIri(base, link.to))
  say(hs('linkType'), hs(`link-${link.type}`))
  say(hs('reason'), text(link.reason))
  for (const statement of link.evidence) say(hs('evidence'), idIri(base, statement))
}

function tellJoin(quads: Quad[], node: NamedNode, join: Join, base: string): void {
  const say = teller(quads, node)
  say(type, hs('Join'))
  say(hs('joins'), idIri(base, join.a))
  say(hs('joins'), idIri(base, join.b))
  say(hs('reason'), text(join.reason))
  say(hs('score'), decimal(join.score, 3))
}

function joinIri(claim: NamedNode, { a, b }: Join): NamedNode {
  const pair = [a, b].map((id) => encode(id.replace(/^article\//, '')))
  return DataFactory.namedNode(`${claim.value}#join=${pair.join(',')}`)
}

export function entityQuads(entity: Entity, merges: readonly Merge[], base: string): Quad[] {
  const quads: Quad[] = []
  const say = teller(quads, entityIri(base, entity.id))
  say(type, hs('Entity'))
  say(type, entityClasses[entity.type])
  const name = label(entity.name, 'en')
  say(term('skos', 'prefLabel'), name)
  const others = new Set(entity.otherNames.map((other) => label(other, 'en').value))
  for (const other of sorted([...others])) {
    if (other !== '' && other !== name.value) say(term('skos', 'altLabel'), label(other, 'en'))
  }
  for (const same of sorted(entity.exactMatch)) {
    const match = foreignIri(same)
    if (match) say(term('skos', 'exactMatch'), match)
  }
  if (entity.latitude !== null) say(term('schema', 'latitude'), decimal(entity.latitude))
  if (entity.longitude !== null) say(term('schema', 'longitude'), decimal(entity.longitude))
  if (entity.kind !== null) say(hs('kind'), text(entity.kind))
  for (const merge of merges) tellMerge(quads, merge, base)
  return quads
}

export function mergeQuads(merge: Merge, base: string): Quad[] {
  const quads: Quad[] = []
  tellMerge(quads, merge, base)
  return quads
}

function tellMerge(quads: Quad[], merge: Merge, base: string): void {
  const entity = entityIri(base, merge.to)
  const where = merge.article === null ? '' : merge.article.replace(/^article\//, '')
  const parts = [merge.from, merge.name, where, merge.reason].map(encode).join(',')
  const say = teller(quads, DataFactory.namedNode(`${entity.value}#merge=${parts}`))
  say(type, hs('Merge'))
  say(hs('mergedName'), label(merge.name, 'en'))
  say(hs('mergedFrom'), text(merge.from))
  say(hs('mergedInto'), entity)
  if (merge.article !== null) say(hs('article'), idIri(base, merge.article))
  say(hs('reason'), text(merge.reason))
  say(hs('score'), decimal(merge.score, 3))
}

function sorted<T extends string>(values: readonly T[]): T[] {
  return [...values].sort(order)
}

/** By code unit; negative, zero or positive. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
