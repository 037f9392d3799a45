/** `hearsay draw`: lines of resolved records, claims and entities → graph files and the explorer, of as many as fit into one picture. */
import type { Command } from 'commander'
import { HearsayError } from '../errors.js'
import { stdinSource, writeFolder } from '../files/index.js'
import { writeEdgesCsv, writeGexf, writeGraphml, writeNodesCsv } from '../formats/index.js'
import { actorGraph, provenanceGraph } from '../graph/index.js'
import { place } from '../layout/index.js'
import { renderPage } from '../render/index.js'
import { pictureOf } from '../stages/index.js'
import { textLines } from './filter.js'
import { stageWords } from './stageWords.js'

interface Flags {
  readonly out: string
  readonly timeline?: boolean
}

export function addDraw(program: Command): void {
  program
    .command('draw')
    .description(stageWords.draw)
    .requiredOption('-o, --out <dir>', 'the folder to write to; it is made if it is not there')
    .option('--timeline', "days of saying in GEXF, for Gephi's timeline")
    .action(({ out, timeline = false }: Flags) => {
      const { records, resolution } = pictureOf(textLines(stdinSource().chunks()), 'stdin')
      if (records.length === 0) throw new HearsayError('empty', 'no record among the lines: nothing to draw')
      const graph = provenanceGraph({ records, resolution })
      const actors = actorGraph({ records, resolution })
      place(graph)
      place(actors)
      writeFolder(out, [
        { name: 'graph.graphml', pieces: writeGraphml(graph) },
        { name: 'graph.gexf', pieces: writeGexf(graph, { timeline }) },
        { name: 'nodes.csv', pieces: writeNodesCsv(graph) },
        { name: 'edges.csv', pieces: writeEdgesCsv(graph) },
        { name: 'actors.graphml', pieces: writeGraphml(actors) },
        { name: 'actors.gexf', pieces: writeGexf(actors, { timeline }) },
        { name: 'actors-nodes.csv', pieces: writeNodesCsv(actors) },
        { name: 'actors-edges.csv', pieces: writeEdgesCsv(actors) },
        { name: 'index.html', pieces: [renderPage({ records, resolution, graph: actors })] }
      ])
    })
}
