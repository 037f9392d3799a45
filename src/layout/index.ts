export { type LayoutOptions, layout, type Position, place } from './layout.js'
