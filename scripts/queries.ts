/**
 * Asks the sample in `out` every question of `ontology/queries` and compares the answers with those that stand beside them
 * (`NAME.expected.csv`). `npm run queries` says what differs; `npm run queries -- --update` writes the answers anew.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { GraphStore } from '../src/store/index.js'
import { answerOf, expectedFile, questions } from '../test/rdf/questions.js'

const store = new GraphStore([{ text: readFileSync('out/graph.trig'), format: 'trig', name: 'out/graph.trig' }])
const update = process.argv.includes('--update')
let different = 0
for (const { name, title, query } of questions()) {
  const answer = answerOf(store, query, false)
  const same = readIfThere(expectedFile(name)) === answer
  if (!same) different++
  if (!same && update) writeFileSync(expectedFile(name), answer)
  const rows = answer.split('\n').length - 2
  console.log(`${same ? ' ' : update ? 'u' : '!'} ${String(rows).padStart(4)}  ${name.padEnd(20)} ${title}`)
}
if (different > 0 && !update) {
  console.error(`${different} answers differ: look at them, then npm run queries -- --update`)
  process.exitCode = 1
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
