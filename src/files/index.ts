/** Files and folders on disk. Does not know what is in them. */
export { listFiles, type NamedBytes, readBytes } from './read.js'
export { type NamedPieces, writeFolder } from './write.js'
