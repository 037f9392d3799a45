// A graph for Gephi: node examples/gephi.mjs articles/ out.gexf
// Then in Gephi: File > Open, out.gexf, "Append" or "New workspace", edge merge strategy "Don't merge". The nodes have places, sizes
// and colours already; the column "quote" of the edge table is the sentence, and "evidence" lists all places. With timeline: true the
// timeline at the bottom of Gephi's window can be enabled.
import { writeFileSync } from 'node:fs'
import { build, isFailure, readInput, writeGexf } from 'hearsay'
import { fileSource, listFiles } from 'hearsay/node'

const [folder = 'seeds', out = 'actors.gexf'] = process.argv.slice(2)
const outcomes = listFiles([folder]).files.flatMap((file) => [...readInput(fileSource(file))])
const { actors } = build(outcomes.filter((outcome) => !isFailure(outcome)))
writeFileSync(out, [...writeGexf(actors, { timeline: true })].join(''))
console.log(`${out}: ${actors.order} nodes, ${actors.size} edges`)
