/**
 * A record → a card for each of its entities: what identity may compare. Made from one record and the gazetteer, nothing
 * else, so that two machines make the same card.
 */
import type { ArticleId, ArticleRecord, EntityId, EntityType, LocalEntity } from '../model.js'
import { isAcronym } from '../names/key.js'
import type { Gazetteer, GazetteerEntry } from '../names/types.js'
import type { Own } from './detached.js'
import { byText } from './order.js'
import { nameWords, soundOf } from './transliterate.js'

/** Kinds of things that never are one another, whatever their names. */
export type Family = 'person' | 'group' | 'place'

export interface NameForm {
  readonly printed: string
  /** Plain words, titles and legal forms cut. */
  readonly words: readonly string[]
  /** The words in one spelling, joined. */
  readonly sounds: string
  readonly acronym: boolean
}

export interface Card {
  readonly article: ArticleId
  readonly local: EntityId
  readonly type: EntityType
  readonly family: Family
  /** Without a proper name: known in its own article only. */
  readonly nameless: boolean
  readonly name: string
  /** The best first; none for the nameless. */
  readonly forms: readonly NameForm[]
  readonly known: GazetteerEntry | null
  /** What else the article names, as `anchorOf` gives it, countries left out: two articles that share some speak of the same things. */
  readonly company: ReadonlySet<string>
  readonly mentions: number
}

const legalForms = new Set(
  'inc incorporated corp corporation company co ltd limited plc llc holding holdings group sa ag gmbh nv se spa sas'.split(
    ' '
  )
)

const posts = new Set(
  'ceo cfo coo cto chairman chairwoman chief executive financial officer president spokesman spokeswoman spokesperson director'.split(
    ' '
  )
)

/** The cards of a record, in the order of its entities. */
export function cardsOf(record: ArticleRecord, gazetteer: Gazetteer): Card[] {
  return cardMaker(gazetteer)(record)
}

/** What an entity's names tell by themselves. */
interface Face {
  readonly known: GazetteerEntry | null
  readonly forms: readonly NameForm[]
}

/** As `cardsOf`, for many records: what is the same on several cards is made and held once. @param own what makes the strings that are kept */
export function cardMaker(gazetteer: Gazetteer, own: Own = (text) => text): (record: ArticleRecord) => Card[] {
  const faces = new Map<string, Face>()
  const faceOf = (entity: LocalEntity): Face => {
    const key = JSON.stringify([entity.type, entity.name, entity.otherNames])
    const found = faces.get(key)
    if (found !== undefined) return found
    const forms = formsOf(entity).map((form) => ownForm(form, own))
    const face = { known: findKnown(entity, gazetteer), forms }
    faces.set(key, face)
    return face
  }
  return (record) => cardsWith(faceOf, record, own)
}

const noForms: readonly NameForm[] = []

function cardsWith(faceOf: (entity: LocalEntity) => Face, record: ArticleRecord, own: Own): Card[] {
  const named = new Set<EntityId>()
  const counts = new Map<EntityId, number>()
  for (const mention of record.mentions) {
    counts.set(mention.entity, (counts.get(mention.entity) ?? 0) + 1)
    if (mention.kind === 'name') named.add(mention.entity)
  }
  const company = new Set<string>()
  const cards = record.entities.map((entity): Card => {
    const { known, forms: all } = faceOf(entity)
    // "Moscow's defence ministry" is no name, and yet the same body in every article.
    const means = named.has(entity.id) || entity.type === 'governmentbody'
    const nameless = known === null && (entity.type === 'unnamed' || !means)
    const forms = nameless ? noForms : all
    // Letters alone that no first name goes with are a body's: recognisers take them for persons now and then.
    const letters = forms.length > 0 && forms.every((form) => form.acronym && form.words[0] !== undefined)
    const type = known?.type ?? (letters && entity.type === 'person' ? 'organization' : entity.type)
    const card: Card = {
      article: record.article.id,
      local: own(entity.id),
      type,
      family: familyOf(type),
      nameless: nameless || forms.length === 0,
      name: own(entity.name),
      forms,
      known,
      company,
      mentions: counts.get(entity.id) ?? 0
    }
    if (!card.nameless && known?.kind !== 'country') company.add(own(anchorOf(card)))
    return card
  })
  return cards
}

/** What a card is, as far as its own article and the gazetteer tell: the same in every article that spells it alike. */
export function anchorOf(card: Card): string {
  if (card.known !== null) return card.known.id
  if (card.nameless) return `${card.article} ${card.local}`
  return `${card.family} ${card.forms[0]?.sounds ?? ''}`
}

export function familyOf(type: EntityType): Family {
  return type === 'person' || type === 'place' ? type : 'group'
}

/** A surname or first name alone, which many may bear. */
export function isBare(card: Card): boolean {
  return card.family === 'person' && card.known === null && card.forms.every((form) => form.words.length < 2)
}

function formsOf(entity: LocalEntity): NameForm[] {
  const forms: NameForm[] = []
  for (const printed of namesOf(entity)) {
    const form = formOf(printed, familyOf(entity.type))
    if (form.sounds !== '' && !forms.some((each) => each.sounds === form.sounds)) forms.push(form)
  }
  return forms
}

function ownForm({ printed, words, sounds, acronym }: NameForm, own: Own): NameForm {
  return { printed: own(printed), words: words.map(own), sounds: own(sounds), acronym }
}

/** The best first. "Russia's Belgorod region" is a name of what "Belgorod region" names. */
function namesOf(entity: LocalEntity): string[] {
  return [entity.name, ...[...entity.otherNames].sort(byText)].flatMap((printed) => {
    const found = /^\p{Lu}[^'’]*['’]s?\s+(?=\p{Lu})/u.exec(printed)
    // "People's Republic", "Women's Hospital": whom it is for, not whose it is.
    const owned = /\b(?:children|men|people|teachers|veterans|women|workers)['’]/i.test(found?.[0] ?? '') ? null : found
    const rest = owned === null ? '' : printed.slice(owned[0].length)
    return rest === '' ? [printed] : entity.type === 'person' ? [rest, printed] : [rest]
  })
}

export function formOf(printed: string, family: Family): NameForm {
  let words = nameWords(printed)
  if (family === 'group') {
    let end = words.length
    // "Acme Inc", "Acme chief executive": the post is not a part of the body's name.
    while (end > 1 && (legalForms.has(words[end - 1] ?? '') || posts.has(words[end - 1] ?? ''))) end--
    words = words.slice(0, end)
  }
  return { printed, words, sounds: words.map(soundOf).join(' '), acronym: isAcronym(printed) && words.length === 1 }
}

/** The one entry that the entity's names stand for. Names that stand for several, and types that cannot be, decide nothing. */
function findKnown(entity: LocalEntity, gazetteer: Gazetteer): GazetteerEntry | null {
  const family = familyOf(entity.type)
  let best: GazetteerEntry | null = null
  for (const name of namesOf(entity)) {
    const possible = gazetteer.lookup(name.replace(/['’]s$/, '')).filter((entry) => fits(entry, family, name))
    const exact = possible.filter((entry) => familyOf(entry.type) === family)
    const found = exact.length > 0 ? exact : possible
    const only = found.length === 1 ? found[0] : undefined
    if (only === undefined) continue
    if (best === null) best = only
    // Names that stand for two entries contradict each other, unless the first is the entity's own best name.
    else if (best.id !== only.id) return gazetteer.lookup(entity.name).includes(best) ? best : null
  }
  return best
}

function fits(entry: GazetteerEntry, family: Family, name: string): boolean {
  const known = familyOf(entry.type)
  if (known === family) return true
  // Recognisers mix up places and bodies; a person is taken for something else only by a full name.
  if (known !== 'person' && family !== 'person') return !isAcronym(name) || entry.name === name || known === 'group'
  return nameWords(name).length > 1
}
