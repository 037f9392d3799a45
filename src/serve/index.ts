/** A built folder over HTTP: SPARQL 1.1 protocol, the explorer, and a page or RDF for every IRI in the graph. Read-only. */
export { readGraph } from './graphFiles.js'
export { type RunningServer, type ServeOptions, startServer } from './server.js'
