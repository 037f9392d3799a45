/** The scheme's words → the words a reader reads: acts, kinds, roles, relations, days. Knows no data. */
import type { Act, EntityType, HopRole } from '../model.js'

/** What somebody did: "Ukraine denied". */
export const actVerbs: Readonly<Record<Act, string>> = {
  assert: 'said',
  claim: 'claimed',
  deny: 'denied',
  confirm: 'confirmed',
  doubt: 'doubted',
  'cannot-verify': 'could not verify',
  announce: 'announced',
  believe: 'believed',
  question: 'asked',
  order: 'ordered or urged',
  attribute: 'blamed or credited',
  refuse: 'refused',
  other: 'showed or told'
}

/** In the order in which a reader looks for them. */
export const actOrder: readonly Act[] = [
  'deny',
  'refuse',
  'confirm',
  'doubt',
  'cannot-verify',
  'claim',
  'announce',
  'order',
  'question',
  'believe',
  'attribute',
  'assert',
  'other'
]

export const kindNames: Readonly<Record<EntityType, string>> = {
  person: 'Person',
  organization: 'Organization',
  armedgroup: 'Armed group',
  governmentbody: 'Government body',
  outlet: 'News outlet',
  channel: 'Channel',
  unnamed: 'Unnamed source',
  place: 'Place'
}

export const roleNames: Readonly<Record<HopRole, string>> = {
  speaker: 'said it',
  relayer: 'passed it on',
  channel: 'carried it',
  outlet: 'reported it'
}

const relationWords: Readonly<Record<string, string>> = {
  'speaks-about': 'speaks about',
  'denies-about': 'denies something about',
  'confirms-about': 'confirms something about',
  'doubts-about': 'doubts something about',
  'orders-about': 'gives orders about',
  through: 'speaks through',
  denies: 'denies what was said by',
  contradicts: 'contradicts',
  'holds-role': 'holds a role in',
  'spokesperson-of': 'is a spokesperson of',
  'member-of': 'is a member of',
  'located-in': 'is in',
  near: 'is near',
  'part-of': 'is part of',
  'linked-to': 'is linked to'
}

export function relationInWords(relation: string): string {
  return relationWords[relation] ?? relation.replaceAll('-', ' ')
}

export const groupNames = {
  says: 'Speaks about',
  denies: 'Denies',
  confirms: 'Confirms',
  doubts: 'Doubts, cannot verify',
  orders: 'Orders',
  through: 'Speaks through',
  fact: 'Role, place, tie',
  frame: 'Other'
} as const

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October']
months.push('November', 'December')

/** `2023-05-23` → `23 May 2023`; shorter dates stay as short. */
export function dayInWords(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-')
  const name = months[Number(month) - 1]
  return [day === undefined ? '' : String(Number(day)), name ?? '', year].filter(Boolean).join(' ')
}

export function spanInWords(from: string | null, to: string | null): string {
  if (from !== null && to !== null && from !== to) return `${dayInWords(from)} to ${dayInWords(to)}`
  if (from === null && to !== null) return `until ${dayInWords(to)}`
  if (from !== null && to === null) return `since ${dayInWords(from)}`
  return from === null ? '' : dayInWords(from)
}

/** @example count(2, 'origin') // '2 origins' */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
