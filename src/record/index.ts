/** Records ↔ lines of JSON, the exchange format of the stages. */
export { readRecord } from './read.js'
export { recordLine, recordVersion } from './write.js'
