/** The sample of the repository, built once, as records and as a page. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type ArticleInput, type Build, build } from '../../src/pipeline.js'
import { renderPage } from '../../src/render/index.js'

const seeds = fileURLToPath(new URL('../../seeds/', import.meta.url))

export function sampleInputs(): ArticleInput[] {
  return readdirSync(seeds)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name: name.replace(/\.txt$/, ''), text: readFileSync(seeds + name, 'utf8') }))
}

export function pageOf(made: Build): string {
  return renderPage({ records: [...made.records], resolution: made.resolution, graph: made.actors })
}

export function buildSample(): { made: Build; html: string } {
  const made = build(sampleInputs())
  return { made, html: pageOf(made) }
}
