export { type ForceSettings, forceAtlas, type Springs } from './forces.js'
export {
  type LayoutOptions,
  layout,
  type Places,
  type Position,
  place,
  placesOf,
  putAt,
  type Shape,
  shapeOf
} from './layout.js'
