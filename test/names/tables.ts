/** Text → what the name stage finds in it, written so that a table in a test can be read. */
import { readProse } from '../../src/language/index.js'
import { findNames, findRelations, linkNames } from '../../src/names/index.js'
import { article } from '../article.js'

export interface Found {
  /** "Ivan Petrov/person", in the order of the text. */
  readonly names: string[]
  /** "ivan-petrov: Ivan Petrov, Petrov", in the order of the ids. */
  readonly entities: string[]
  /** "ivan-petrov holds-role[mayor] dunmore", in the order of the text. */
  readonly relations: string[]
  /** The words that each relation rests on. */
  readonly evidence: string[]
}

export function read(text: string): Found {
  const prose = readProse(article(text))
  const names = findNames(prose)
  const linked = linkNames(prose, names)
  const relations = findRelations(prose, linked)
  const printed = linked.mentions.map((mention) => ({
    entity: mention.entity,
    text: text.slice(mention.start, mention.end)
  }))
  return {
    names: linked.mentions.map((mention) => `${text.slice(mention.start, mention.end)}/${mention.type}`),
    entities: linked.entities.map(
      ({ id }) =>
        `${id}: ${printed
          .filter((each) => each.entity === id)
          .map((each) => each.text)
          .join(', ')}`
    ),
    relations: relations.map(
      ({ type, subject, object, role }) => `${subject} ${type}${role === null ? '' : `[${role}]`} ${object ?? '-'}`
    ),
    evidence: relations.map(({ start, end }) => text.slice(start, end))
  }
}
