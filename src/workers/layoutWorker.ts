/** A thread that lays graphs out: their shapes in, places out. */
import { placesOf } from '../layout/index.js'
import { serveTasks } from './serve.js'

serveTasks(placesOf)
