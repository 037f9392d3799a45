/** The sample once more with RDF 1.2's triple terms, for readers that know them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { build } from '../../src/index.js'

/** Writes `graph.ttl`, `graph.trig` and `graph.nq` into the folder and gives their paths. */
export function rdf12Files(folder: string): string[] {
  const inputs = readdirSync('seeds')
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name: name.replace(/\.txt$/, ''), text: readFileSync(`seeds/${name}`, 'utf8') }))
  const paths: string[] = []
  for (const { name, pieces } of build(inputs, { rdf12: true }).files()) {
    if (!/^graph\.(ttl|trig|nq)$/.test(name)) continue
    writeFileSync(`${folder}/${name}`, [...pieces].join(''))
    paths.push(`${folder}/${name}`)
  }
  return paths.sort()
}
