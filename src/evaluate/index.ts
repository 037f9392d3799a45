export { type AnnotatedText, readAnnotatedNames } from './annotatedNames.js'
export {
  type AnnotatedArticle,
  type AttributionError,
  type AttributionResult,
  type AttributionScore,
  type Figure,
  scoreAttributions
} from './attributions.js'
export { type Attribution, articleNameOf, type Pair, readBrat } from './brat.js'
export { type Calibration, calibrationOf, type Judged } from './calibration.js'
export { type Brackets, excerpt, type MarkedPart } from './excerpt.js'
export { type FoundName, type NamedArticle, type NameError, type NamesResult, scoreNames } from './names.js'
