// A dump of articles, one JSON object a line → N-Quads, as a stream: node examples/jsonl-to-nquads.mjs dump.jsonl > graph.nq
// Each article is resolved by itself here, so memory does not grow; `hearsay build` resolves them together.
import { buildFromRecords, extractEach, isFailure, readInput, writeNQuads } from 'hearsay'
import { fileSource } from 'hearsay/node'

const [file = 'examples/data/dump.jsonl'] = process.argv.slice(2)

function* articles() {
  for (const outcome of readInput(fileSource(file))) {
    if (isFailure(outcome)) console.error(`${outcome.input}: ${outcome.message}`)
    else yield outcome
  }
}

for await (const record of extractEach(articles())) {
  for (const lines of writeNQuads(buildFromRecords([record]).quads())) process.stdout.write(lines)
}
