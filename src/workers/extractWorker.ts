/** A thread that extracts: articles in, lines of records out. */
import { workerData } from 'node:worker_threads'
import { type ExtractSettings, extractor } from './extractor.js'
import { serveTasks } from './serve.js'

const settings: ExtractSettings = workerData
serveTasks(extractor(settings))
