/** A thread that writes: records and what was resolved of them in, parts of the files out; or the shape of a graph in, places out. */
import { workerData } from 'node:worker_threads'
import type { GraphOptions } from '../rdf/quads.js'
import { buffersOf, writerOf } from './projector.js'
import { serveTasks } from './serve.js'

const options: GraphOptions = workerData
serveTasks(writerOf(options), buffersOf)
