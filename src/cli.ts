#!/usr/bin/env node
/** The command `hearsay`. Exit codes are those of `main`, and 130 where it was stopped. */
import { main } from './program.js'

// A reader that closes its end (`hearsay extract … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.on('SIGINT', () => process.exit(130))

await main(process.argv.slice(2))
