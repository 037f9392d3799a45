/**
 * Kinds and relations → colours, sizes and words. Colours are Okabe and Ito's eight, which the colour-blind tell apart
 * (https://jfly.uni-koeln.de/color/), and greys for what stands in the background.
 */
import type { Act, HopRole } from '../model.js'
import type { NodeKind } from './types.js'

export const nodeColors: Readonly<Record<NodeKind, string>> = {
  person: '#e69f00',
  organization: '#56b4e9',
  governmentbody: '#0072b2',
  armedgroup: '#d55e00',
  outlet: '#009e73',
  channel: '#cc79a7',
  unnamed: '#f0e442',
  place: '#999999',
  statement: '#bbbbbb',
  claim: '#555555',
  article: '#777777'
}

/** The few relations that a reader tells apart at a glance; every relation belongs to one. */
export type RelationGroup = 'says' | 'denies' | 'confirms' | 'doubts' | 'orders' | 'through' | 'fact' | 'frame'

export const groupColors: Readonly<Record<RelationGroup, string>> = {
  says: '#0072b2',
  denies: '#d55e00',
  confirms: '#009e73',
  doubts: '#cc79a7',
  orders: '#e69f00',
  through: '#56b4e9',
  fact: '#777777',
  frame: '#bbbbbb'
}

const groups: Readonly<Record<string, RelationGroup>> = {
  says: 'says',
  'speaks-about': 'says',
  supports: 'confirms',
  'denies-about': 'denies',
  denies: 'denies',
  contradicts: 'denies',
  'confirms-about': 'confirms',
  'doubts-about': 'doubts',
  'orders-about': 'orders',
  updates: 'orders',
  relays: 'through',
  carries: 'through',
  reports: 'through',
  through: 'through',
  contains: 'frame',
  mentions: 'frame',
  about: 'frame',
  states: 'frame',
  inside: 'through',
  reprints: 'through',
  rewrites: 'through'
}

export function groupOf(relation: string): RelationGroup {
  return groups[relation] ?? 'fact'
}

/** What a hop's entity does to the statement, by the hop's role. */
export const hopRelations: Readonly<Record<HopRole, string>> = {
  speaker: 'says',
  relayer: 'relays',
  channel: 'carries',
  outlet: 'reports'
}

const actRelations: Partial<Record<Act, string>> = {
  deny: 'denies-about',
  refuse: 'denies-about',
  confirm: 'confirms-about',
  doubt: 'doubts-about',
  'cannot-verify': 'doubts-about',
  question: 'doubts-about',
  order: 'orders-about'
}

/** What a speaker does to whom the statement is about, by the statement's act. */
export function aboutRelation(act: Act): string {
  return actRelations[act] ?? 'speaks-about'
}

const words: Readonly<Record<string, string>> = {
  'denies-about': 'denies something about',
  'confirms-about': 'confirms something about',
  'doubts-about': 'doubts something about',
  'orders-about': 'orders something about',
  through: 'is quoted through'
}

/** `speaks-about` → `speaks about` */
export function inWords(relation: string): string {
  return words[relation] ?? relation.replaceAll('-', ' ')
}

export function nodeSize(count: number): number {
  return Math.round((4 + 2.5 * Math.sqrt(count)) * 100) / 100
}

/** The first words of a text, on one line, at most `most` UTF-16 units. */
export function firstWords(text: string, most = 60): string {
  const line = text
    .slice(0, most * 8)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '').replace(/[\ud800-\udbff]$/, '')}…`
}
