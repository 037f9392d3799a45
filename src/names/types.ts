/** What the parts of `names` hand to one another. Offsets are UTF-16 into `Article.text`. */
import type { EntityId, EntityType, LocalEntity, Mention, Span } from '../model.js'

/** What a name can name. An unnamed source has no name. */
export type NameType = Exclude<EntityType, 'unnamed'>

/** The types that the recogniser tells apart; the finer ones follow from words of the name and beside it. */
export type CoarseType = 'person' | 'organization' | 'place'

/** A proper name as printed: no title, no "the", no possessive 's. */
export interface NamedSpan extends Span {
  readonly type: NameType
  /** 0 to 1: that this is a name of this type with these boundaries. */
  readonly probability: number
  /** Where the capitalised titles before the name begin ("President" of "President Putin"); `start` if there are none. */
  readonly titled: number
}

/** A row of a gazetteer: whoever bears one of these names is this entity. */
export interface KnownEntity {
  readonly id: EntityId
  readonly type: EntityType
  readonly names: readonly string[]
}

/** Names after linking: the same order as the spans they came from. */
export interface LinkedNames {
  readonly entities: readonly LocalEntity[]
  readonly mentions: readonly Mention[]
}
