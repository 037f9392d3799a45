export { type ForceSettings, forceAtlas, type Springs } from './forces.js'
export { type LayoutOptions, layout, type Position, place } from './layout.js'
