/** What the parts of `names` hand to one another. Offsets are UTF-16 into `Article.text`. */
import type { EntityId, EntityType, LocalEntity, Mention, Span } from '../model.js'

/** What a name can name. An unnamed source has no name. */
export type NameType = Exclude<EntityType, 'unnamed'>

/** The types that the recogniser tells apart; the finer ones follow from words of the name and beside it. */
export type CoarseType = 'person' | 'organization' | 'place'

/** A proper name as printed: no title, no "the", no possessive 's. */
export interface Name extends Span {
  readonly type: NameType
  /** 0 to 1: that this is a name of this type. */
  readonly probability: number
  /** Where the capitalised titles before the name begin ("President" of "President Putin"); `start` if there are none. */
  readonly titled: number
}

/** A row of a gazetteer: whoever bears one of these names may be this entity. */
export interface GazetteerEntry {
  readonly id: EntityId
  readonly type: EntityType
  readonly name: string
  readonly names: readonly string[]
  /** IRIs of the same thing elsewhere (Wikidata). */
  readonly exactMatch?: readonly string[]
  readonly latitude?: number
  readonly longitude?: number
  /** `country`, `region`, `city`, …, of a place. */
  readonly kind?: string
  /** The ids of what it is a part of or acts for: a city's country, a ministry's state. */
  readonly broader?: readonly EntityId[]
}

/** Names that are known beforehand. The one who implements it decides how forgiving a look-up is (case, dots, accents). */
export interface Gazetteer {
  /** All entries that bear this name; none if it is unknown, several if it is ambiguous. */
  lookup(name: string): readonly GazetteerEntry[]
}

/** Names after linking: `mentions` in the order of the names they came from. */
export interface LinkedNames {
  readonly entities: readonly LocalEntity[]
  readonly mentions: readonly Mention[]
}
