export { type PageInput, renderPage } from './page.js'
export { renderSvg, type SvgOptions } from './svg.js'
