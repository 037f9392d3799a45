/** What a drawing is made from: the scene, where it is seen from, in what colours, and what is chosen in it. */
import type { RelationGroup } from '../graph/look.js'
import type { EntityType } from '../model.js'
import type { Camera, Size } from './camera.js'
import type { Actor, Edge } from './model.js'
import type { Scene } from './scene.js'

export interface Paint {
  readonly paper: string
  readonly ink: string
  readonly faint: string
  readonly accent: string
  readonly kinds: Readonly<Record<EntityType, string>>
  readonly groups: Readonly<Record<RelationGroup, string>>
  readonly font: string
}

export interface Marked {
  readonly actors: ReadonlySet<Actor>
  readonly edge: Edge | null
  readonly edges: ReadonlySet<Edge>
  /** Under the pointer, or where the arrow keys are. */
  readonly looked: Actor | Edge | null
}

export interface Frame {
  readonly scene: Scene
  readonly camera: Camera
  readonly size: Size
  /** How much of the width on either side lies beyond the view: no place for a name. */
  readonly beyond: number
  readonly paint: Paint
  readonly marked: Marked
}

export function isMarked(actor: Actor, { actors, edge, edges }: Marked): boolean {
  if (actors.has(actor) || edge?.from === actor || edge?.to === actor) return true
  return actor.edges.some((each) => edges.has(each))
}
