/** Files and folders on disk. Does not know what is in them. */

export { Cache } from './cache.js'
export { stdinSource } from './passing.js'
export { fileSource, listFiles } from './read.js'
export { Spool } from './spool.js'
export { FolderWriter, type NamedPieces, writeFolder } from './write.js'
