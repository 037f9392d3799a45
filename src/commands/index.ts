/** The commands, in the order that `--help` lists them. */
import type { Command } from 'commander'
import { addBuild } from './build.js'
import { addDiff } from './diff.js'
import { addExplain } from './explain.js'
import { addExport } from './export.js'
import { addExtract } from './extract.js'
import { addQuery } from './query.js'
import { addServe } from './serve.js'
import { addVerify } from './verify.js'

export const commands: readonly ((program: Command) => void)[] = [
  addBuild,
  addExtract,
  addVerify,
  addQuery,
  addServe,
  addExport,
  addExplain,
  addDiff
]
