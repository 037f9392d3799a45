/** A graph in memory, asked with SPARQL. The only folder that knows Oxigraph. */
export { type Answer, plainText, type Row, rowTypes, type Term, tripleTypes } from './answers.js'
export { formatAnswer, GraphStore, type Query, type StoreText } from './graphStore.js'
export { type QueryForm, readQueryText } from './queryText.js'
export { type TableOptions, writeTable } from './table.js'
