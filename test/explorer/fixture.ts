/** Two invented articles, built and read as the page reads them. */
import type { Model } from '../../src/explorer/model.js'
import { readModel } from '../../src/explorer/readModel.js'
import { type Build, build } from '../../src/pipeline.js'
import { collectPageData } from '../../src/render/collect.js'

export const inputs = [
  {
    name: 'bridge',
    title: 'Bridge to reopen',
    publisher: 'Harbour Post',
    published: '2024-06-12',
    text: 'The mayor, Ann Lee, said on Monday the bridge would reopen in July. Police chief Omar Haddad denied that the bridge was unsafe, the Harbour Gazette reported.\n\nIt was not clear when work would begin.'
  },
  {
    name: 'ferry',
    publisher: 'Island Times',
    published: '2024-06-13',
    text: 'The ferry line 😀 will close, harbour master Zoé Quinn told Island Radio. “Nobody asked us,” she said. Police chief Omar Haddad denied that the bridge was unsafe.'
  }
] as const

export function fixture(): { made: Build; model: Model } {
  const made = build(inputs)
  const input = { records: [...made.records], resolution: made.resolution, graph: made.actors }
  return { made, model: readModel(JSON.parse(JSON.stringify(collectPageData(input)))) }
}
