/**
 * Annotated news → the weights in `models/`: `npm run train -- --data DIR [names] [statements]`, both unless one is named.
 *
 * DIR holds `gum/train.jsonl`, `polnear/train` and `polnear/dev`; see README.md. The same data gives the same bytes.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { decompress } from '../../src/learn/index.js'
import { readStatementsModel } from '../../src/tagger/model.js'
import { trainNames } from './names.js'
import { describeThresholds, trainStatements } from './statements.js'

const { values, positionals } = parseArgs({ options: { data: { type: 'string' } }, allowPositionals: true })
const dataDir = values.data
if (dataDir === undefined) throw new Error('say where the data is: npm run train -- --data DIR')
for (const part of ['gum/train.jsonl', 'polnear/train', 'polnear/dev']) {
  if (!existsSync(join(dataDir, part)))
    throw new Error(`there is no ${part} in ${dataDir}: models/README.md has its form`)
}
const wanted = (name: string): boolean => positionals.length === 0 || positionals.includes(name)

function write(name: string, bytes: Uint8Array): void {
  writeFileSync(new URL(`../${name}`, import.meta.url), bytes)
  process.stdout.write(`models/${name}: ${bytes.length} bytes\n`)
}

if (wanted('names')) write('names.bin', trainNames(dataDir))
if (wanted('statements')) {
  const bytes = trainStatements(dataDir)
  write('statements.bin', bytes)
  // Measured as it ships, with its weights in 8 bits.
  for (const line of describeThresholds(dataDir, readStatementsModel(decompress(bytes))))
    process.stdout.write(`${line}\n`)
}
