/** Records and claims → the formats of others. Pure: texts out, no files. */
export { toBrat } from './brat.js'
export { toFollowTheMoney } from './followTheMoney.js'
export { type ExportFile, type ExportInput, type ExportOptions, readClaims } from './input.js'
export { type NanopubOptions, toNanopubs } from './nanopub.js'
export { toWebAnnotations } from './webAnnotation.js'
