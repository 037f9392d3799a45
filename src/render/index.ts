export { renderSvg, type SvgOptions } from './svg.js'
