/** A thread that projects: records and what was resolved of them in, parts of the files out. */
import { workerData } from 'node:worker_threads'
import type { GraphOptions } from '../rdf/quads.js'
import { buffersOf, projector } from './projector.js'
import { serveTasks } from './serve.js'

const options: GraphOptions = workerData
serveTasks(projector(options), buffersOf)
