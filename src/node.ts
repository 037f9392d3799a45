/** What `import … from 'hearsay/node'` gives: files, folders and threads. */
export { Cache, FolderWriter, fileSource, listFiles, Spool, writeFolder } from './files/index.js'
export { buildFolder, type FolderOptions } from './workers/buildFolder.js'
export { type ExtractAllOptions, type Extracted, extractAll } from './workers/extractAll.js'
export type { ExtractSettings } from './workers/extractor.js'
