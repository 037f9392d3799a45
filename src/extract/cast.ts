/**
 * Who has appeared in the article so far, and whom "he", "the group" or "the spokesman" means.
 *
 * Statements must be shown to the cast in the order of the text: what was said last weighs most. A cast belongs to one
 * article and is thrown away after it.
 */
import { gatherOnes } from '../gather.js'
import type { EntityId, EntityType, LocalEntity, Mention, Relation, Span } from '../model.js'
import { genderOfGivenName } from './givenNames.js'
import { fitsType, roleHead } from './nouns.js'
import { firstWhere, type Reading } from './reading.js'

/** An entity together with the words that stand for it here. */
export interface Participant extends Span {
  readonly entity: EntityId
}

interface Appearance {
  readonly entity: EntityId
  readonly start: number
  readonly sentence: number
  /** Extra weight: it spoke, or it stood at the head of its sentence. */
  readonly weight: number
}

/** A source that did not turn up for so many sentences is not what a pronoun means. */
const pronounReach = 4
const nounReach = 25
/** A list of ten thousand names in one sentence must not make every pronoun read all of them. */
const mostAppearances = 400

interface RecentOptions {
  /** The noun that points back; a name that holds it is preferred. */
  readonly noun?: string
  /** Only an entity whose name holds the noun will do. */
  readonly onlyNamed?: boolean
  /** Stretches in which who is meant seldom stands: what he says. */
  readonly avoid?: readonly Span[]
  readonly gender?: Gender
  /** What an unnamed source must be to be meant. */
  readonly numbers?: readonly Count[]
}

export type Gender = 'female' | 'male'

/** One person; several people; a body, which is "it" or "they". */
export type Count = 'one' | 'many' | 'body'

/** What somebody is by what the article says: the words of it, and the same as they are compared. */
interface Role {
  readonly relation: Relation
  readonly words: readonly string[]
  readonly heads: readonly string[]
}

function roleOf(relation: Relation): Role | undefined {
  if (relation.role === null || !/^(?:holds-role|leads|spokesperson-of|member-of)$/.test(relation.type))
    return undefined
  const words = relation.role.toLowerCase().split(/[\s-]+/)
  return { relation, words, heads: words.map(roleHead) }
}

export class Cast {
  readonly entities: Map<EntityId, LocalEntity>
  readonly #appearances: Appearance[] = []
  readonly #references = new Map<string, Mention>()
  readonly #reading: Reading
  readonly #roles: readonly Role[]
  readonly #genders = new Map<EntityId, Gender>()
  readonly #numbers = new Map<EntityId, Count>()
  readonly #recordings = new Map<number, EntityId>()
  readonly #words = new Map<LocalEntity, readonly string[]>()

  constructor(
    reading: Reading,
    entities: readonly LocalEntity[],
    names: readonly Mention[],
    relations: readonly Relation[]
  ) {
    this.#reading = reading
    this.#roles = gatherOnes(relations, roleOf)
    this.entities = new Map(entities.map((entity) => [entity.id, entity]))
    for (const name of names) {
      const sentence = reading.sentenceAt(name.start)
      const first = reading.prose.sentences[sentence]?.tokens.find(
        (token) => token.pos === 'VERB' || token.pos === 'AUX'
      )
      const leads = first === undefined || name.end <= first.start
      const quoted = reading.quoteAround(name) !== undefined
      const gender = name.type === 'person' ? titleGender(reading.prose.article.text, name.start) : undefined
      if (gender !== undefined) this.tellGender(name.entity, gender)
      const weight = (leads ? 1.5 : 0) - (quoted ? 2 : 0) - (isModifier(reading, name) ? 1 : 0)
      this.#appearances.push({ entity: name.entity, start: name.start, sentence, weight })
    }
    for (const entity of entities) {
      const [given, ...rest] = entity.type === 'person' ? entity.name.split(' ') : []
      const gender = given === undefined || rest.length === 0 ? undefined : genderOfGivenName(given)
      if (gender !== undefined) this.tellGender(entity.id, gender)
    }
    this.#appearances.sort((a, b) => a.start - b.start)
  }

  /** Mentions without a name that were added. */
  get references(): readonly Mention[] {
    return [...this.#references.values()]
  }

  /** Somebody speaks (or is spoken of) here. */
  speaks(participant: Participant, kind: 'nominal' | 'pronoun' | 'name'): void {
    const entity = this.entities.get(participant.entity)
    if (entity === undefined) return
    const sentence = this.#reading.sentenceAt(participant.start)
    const at = firstWhere(this.#appearances, (each) => each.start > participant.start)
    this.#appearances.splice(at, 0, { entity: entity.id, start: participant.start, sentence, weight: 3 })
    const { start, end } = participant
    const key = `${start},${end}`
    if (kind !== 'name' && !this.#references.has(key))
      this.#references.set(key, { start, end, type: entity.type, kind, entity: entity.id })
  }

  /** The entity of these types that stood out most before `before`; `word` in a name counts for it. */
  recent(before: number, types: readonly EntityType[], options: RecentOptions = {}): EntityId | undefined {
    const here = this.#reading.sentenceAt(before)
    const reach = options.noun === undefined ? pronounReach : nounReach
    let best: { entity: EntityId; score: number } | undefined
    const newest = firstWhere(this.#appearances, (each) => each.start >= before) - 1
    for (let i = newest; i >= 0 && newest - i < mostAppearances; i--) {
      const each = this.#appearances[i]
      if (each === undefined || here - each.sentence > reach) break
      const entity = this.entities.get(each.entity)
      if (entity === undefined || !fitsType(entity.type, types)) continue
      const known = this.#genders.get(entity.id)
      if (options.gender !== undefined && known !== undefined && known !== options.gender) continue
      if (options.numbers !== undefined && entity.type === 'unnamed') {
        const count = this.#numbers.get(entity.id)
        if (count === undefined || !options.numbers.includes(count)) continue
      }
      const said = options.avoid?.some((span) => span.start <= each.start && each.start < span.end)
      const named = options.noun !== undefined && this.#wordsOf(entity).includes(options.noun)
      if (options.onlyNamed === true && !named) continue
      const distance = (here - each.sentence) * (options.noun === undefined ? 1 : 0.5)
      // "The Corps published what it said was a captured tank": the head of the same sentence.
      const leads = distance === 0 && each.weight >= 1.5 && said !== true ? 2 : 0
      const certain = options.gender !== undefined && known === options.gender ? 1 : 0
      const score =
        each.weight + leads + certain - distance - (said ? Math.max(3, 2 * each.weight) : 0) + (named ? 20 : 0)
      if (best === undefined || score > best.score) best = { entity: each.entity, score }
    }
    return best?.entity
  }

  /** The words of an entity's names, in small letters: "the corps" means the Russian Volunteer Corps. */
  #wordsOf(entity: LocalEntity): readonly string[] {
    const known = this.#words.get(entity)
    if (known !== undefined) return known
    const words = [entity.name, ...entity.otherNames]
      .join(' ')
      .toLowerCase()
      .split(/[\s-]+/)
    this.#words.set(entity, words)
    return words
  }

  /** Whether an unnamed source is one person ("one woman") or not ("officials"). */
  tellNumber(entity: EntityId, count: Count): void {
    if (!this.#numbers.has(entity)) this.#numbers.set(entity, count)
  }

  /** The recording that was found to begin at this offset. */
  recordingIn(start: number): EntityId | undefined {
    return this.#recordings.get(start)
  }

  /** A recording that was not spoken of before; its id is numbered if an earlier one has it. */
  newRecording(id: EntityId, name: string, start: number): EntityId {
    let free = id
    for (let number = 2; this.entities.has(free); number++) free = `${id}-${number}`
    this.unnamed(free, name, 'channel')
    this.#recordings.set(start, free)
    return free
  }

  /** A pronoun or title told whether a person is a man or a woman. What was told first stays. */
  tellGender(entity: EntityId, gender: Gender): void {
    if (!this.#genders.has(entity)) this.#genders.set(entity, gender)
  }

  /** Who holds a role ("spokesman", with the words and names beside it) by what the article says. */
  holder(role: string, words: readonly string[], bodies: readonly EntityId[], at: number): EntityId | undefined {
    let best: { entity: EntityId; score: number } | undefined
    const head = roleHead(role)
    const gender = genderOfRole(role)
    for (const { relation, words: known, heads } of this.#roles) {
      if (!heads.includes(head)) continue
      // "the president" is no vice president.
      if (known.some((word) => lesser.test(word) && !words.some((each) => each.toLowerCase() === word))) continue
      if (this.entities.get(relation.subject)?.type !== 'person') continue
      if (gender !== undefined && (this.#genders.get(relation.subject) ?? gender) !== gender) continue
      const body = relation.object !== null && bodies.includes(relation.object)
      if (bodies.length > 0 && !body && relation.object !== null) continue
      const shared = words.filter((word) => known.includes(word.toLowerCase())).length
      const score = (body ? 3 : 0) + shared - Math.abs(at - relation.start) / 2000
      if (best === undefined || score > best.score) best = { entity: relation.subject, score }
    }
    return best?.entity
  }

  /** An entity for words that name nobody: "one woman". The same words are the same entity within the article. */
  unnamed(id: EntityId, name: string, type: EntityType): EntityId {
    this.introduce({ id, name, type, reason: 'unnamed' })
    return id
  }

  /** An entity that is not in the cast yet. */
  introduce({
    id,
    name,
    type,
    reason
  }: Omit<LocalEntity, 'otherNames' | 'reasons'> & { readonly reason: string }): void {
    if (!this.entities.has(id)) this.entities.set(id, { id, type, name, otherNames: [], reasons: [reason] })
  }
}

const lesser = /^(?:acting|assistant|associate|co|deputy|ex|former|interim|junior|vice)$/

/** "spokeswoman", "chairman" */
const genderOfRole = (role: string): Gender | undefined =>
  /woman$/i.test(role) ? 'female' : /(?:spokes|chair|states|business|congress)man$/i.test(role) ? 'male' : undefined

const longestTitle = 20
const isSpace = (character: string): boolean => character === ' ' || /\s/u.test(character)

/** "Mrs Novak", "spokeswoman Petra Novak" */
function titleGender(text: string, start: number): Gender | undefined {
  const end = start - 1
  if (!isSpace(text.charAt(end))) return undefined
  let from = end
  while (from > 0 && end - from < longestTitle && !isSpace(text.charAt(from - 1))) from--
  const word = text.slice(from, end).toLowerCase()
  if (/^(?:mr\.?|sir|lord|king|prince|father)$|(?:spokes|chair|congress|business|states|sports)man$/.test(word))
    return 'male'
  if (/^(?:mrs\.?|ms\.?|miss|lady|dame|queen|princess|actress)$|woman$/.test(word)) return 'female'
  return undefined
}

/** "Ukraine's military", "Kremlin spokesman": the name only says whose. */
function isModifier(reading: Reading, name: Mention): boolean {
  const text = reading.prose.article.text
  const after = text.slice(name.end, name.end + 2)
  if (/^['’]s?/.test(after)) return true
  const next = reading.tokensIn({ start: name.end, end: name.end + 40 })[0]
  return next?.pos === 'NOUN' && next.start - name.end <= 1
}
